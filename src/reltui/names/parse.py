"""Names as the matcher sees them: words with their readings, shapes and what kind of word each is."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from reltui.names.compounds import SHORTEST, parted
from reltui.names.endings import loose_stems, may_be_inflected, stems
from reltui.names.given import given_base, groups_of
from reltui.names.orthography import combine
from reltui.names.scripts.english import ENGLISH
from reltui.names.scripts.french import FRENCH
from reltui.names.shapes import loose, tight
from reltui.names.sounds import readings
from reltui.names.text import name_words, script_of
from reltui.names.wordlists import particle, title_kind

#: Scripts in which one character is a syllable, so that a single one is no initial.
SYLLABIC = frozenset({"han", "hangul", "kana"})
#: Scripts that write no vowels, or whose syllables stand for foreign sounds only roughly.
LOOSE = frozenset({"arabic", "hebrew", "han"})
_TITLES = frozenset({"honorific", "office", "suffix"})


class Word:
    """One word of a name. There is one object for one word, and what comparing needs is kept with it.

    `text` is its normal form. `kind` is `name`, `initial`, `title` or a kind of particle. `loose` says
    that its script leaves sounds out.

    `fine` and `known` are its readings.

    Worked out when first asked for: `base`, the given name of which it may be a case; `stems`, readings
    of that or of what is left without a case ending; `forms`, readings and stems; `fathers`, whether it
    is made of a father's name; `groups` of given names; `shapes` of readings and stems, and the same with
    vowels counting little; `spoken`, how English and French speak a Latin word.
    """

    __slots__ = (
        "base", "fathers", "fine", "forms", "groups", "kind", "known", "loose", "loose_shapes",
        "loose_spoken_shapes", "script", "shapes", "spoken", "spoken_shapes", "stems", "text", "whole",
    )  # fmt: skip

    fine: tuple[str, ...]
    known: frozenset[str]
    stems: tuple[str, ...]
    forms: frozenset[str]
    fathers: bool
    base: str
    groups: frozenset[int]
    shapes: tuple[str, ...]
    loose_shapes: tuple[str, ...]
    spoken: tuple[str, ...]
    spoken_shapes: tuple[str, ...]
    loose_spoken_shapes: tuple[str, ...]

    def __init__(self, text: str, kind: str, script: str, fine: tuple[str, ...] | None = None) -> None:
        """Take what is known of a word; `fine` is given only for two words read as one."""
        self.text = text
        self.kind = kind
        self.script = script
        self.loose = script in LOOSE
        self.whole = fine is None
        self.fine = readings(text) if fine is None else fine
        self.known = frozenset(self.fine)

    def __getattr__(self, name: str) -> Any:
        """Work out what is needed of a word when it is needed first; most words never are compared."""
        maker = _MAKERS.get(name)
        if maker is None:
            raise AttributeError(name)
        maker(self)
        return object.__getattribute__(self, name)


_FATHERS = re.compile(
    r"[a-z]{2,}(?:[oeau]vi[cx]|[oeaiu]vn[aeiu]|ini[cx]n[aeiu])(?:a|u|em|om|e|i|oi)?"
).fullmatch


def _weigh(word: Word) -> None:
    """Work out all that comparing two different words takes."""
    word.base, word.stems, word.groups, word.forms = "", (), _NO_GROUPS, word.known
    if word.whole:
        word.groups = groups_of(word.text)
        word.base, word.stems = unended(word.text, word.fine, bool(word.groups))
        if word.base:
            word.groups = groups_of(word.base)
        if word.stems:
            word.forms = word.known.union(word.stems)
    word.shapes = tuple([tight(reading) for reading in (*word.fine, *word.stems)])


def unended(text: str, fine: tuple[str, ...], given: bool) -> tuple[str, tuple[str, ...]]:
    """Return the given name of which a word may be a case, or nothing, and readings without a case ending.

    `fine` are the word's readings; `given` says that it is a known given name as it stands.
    """
    if not any(map(may_be_inflected, fine[:2])):
        return "", ()
    base = "" if given else given_base(text)
    if base:
        return base, (readings(base)[0],)
    return "", stems(text, fine) or loose_stems(text, fine)


def heard(text: str, limit: int = 1) -> list[str]:
    """Return up to `limit` readings each of how English and French speak a Latin word."""
    return [reading for tongue in (ENGLISH, FRENCH) for reading in combine(tongue.lattice(text), limit)]


def _speak(word: Word) -> None:
    spellings = heard(word.text, 2)
    word.spoken = tuple(dict.fromkeys([r for r in spellings if r and r not in word.known]))


def _speak_tight(word: Word) -> None:
    word.spoken_shapes = tuple([tight(reading) for reading in word.spoken])


def _speak_loose(word: Word) -> None:
    word.loose_spoken_shapes = tuple([loose(reading) for reading in word.spoken])


def _loosen(word: Word) -> None:
    word.loose_shapes = tuple([loose(reading) for reading in (*word.fine, *word.stems)])


def _descend(word: Word) -> None:
    word.fathers = any(map(_FATHERS, word.fine[:3]))


_NO_GROUPS: frozenset[int] = frozenset()

#: attribute → what works it out, with others that are needed at the same time
_MAKERS: dict[str, Callable[[Word], None]] = {
    **dict.fromkeys(("base", "stems", "forms", "groups", "shapes"), _weigh),
    "loose_shapes": _loosen,
    "fathers": _descend,
    "spoken": _speak,
    "spoken_shapes": _speak_tight,
    "loose_spoken_shapes": _speak_loose,
}


def kind_of(text: str) -> str:
    """Return what kind of word of a name this is: `name`, `initial`, `title` or a kind of particle."""
    kind = particle(text)
    if kind:
        return kind
    if title_kind(text) in _TITLES:
        return "title"
    return "initial" if len(text) == 1 and script_of(text) not in SYLLABIC else "name"


def make(text: str) -> Word:
    """Return a word in normal form, made anew."""
    return Word(text, kind_of(text), script_of(text[0]) if text else "latin")


@lru_cache(maxsize=16384)
def word(text: str) -> Word:
    """Return the one object for a word in normal form."""
    return make(text)


@lru_cache(maxsize=1024)
def joined(first: Word, second: Word) -> Word:
    """Return two words written as one."""
    fine = tuple(dict.fromkeys([a + b for a in first.fine[:4] for b in second.fine[:3]]))[:6]
    script = first.script if first.loose else second.script
    return Word(first.text + second.text, "name", script, fine)


@lru_cache(maxsize=4096)
def parse(name: str) -> tuple[Word, ...]:
    """Return the words of a name in their order."""
    return tuple([word(text) for text in texts(name)])


def texts(name: str) -> list[str]:
    """Return the words of a name in normal form, compounds taken apart."""
    found: list[str] = []
    for text in name_words(name):
        if len(text) < SHORTEST and text.isascii():
            found.append(text)
        else:
            found += parted(text)
    return found


def syllables(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a Chinese or Korean name written as one: a character each; else nothing."""
    if len(words) == 1 and words[0].script in ("han", "hangul") and 2 <= len(words[0].text) <= 4:
        return tuple([word(character) for character in words[0].text])
    return ()
