"""What the full-text indexes are told of a row: its words, the sounds of its names, and its tags.

Every kind of row has a *finder*: the set of its tokens, without their places, so that it is small and
answers from the first letter. A token is a folded word (`djuric`), `~` and a sound key (`~quric`), `_`
and a tag (`_tcall`), or, of passages, `_2` or `_3` and a word that stands there so often at least (`tiers`);
no word begins with either sign. Kinds that are searched while one types have `_c` and the first letters of
each word and sound besides (`_cd`, `_cdj`, `_cdju`): SQLite's own index of beginnings would keep those of tags too.
Passages have an index of their *phrases* besides, which keeps where each word stands.

All follow from the texts, so a row can be taken out of a contentless index by computing them again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from reltui.query.tokens import folded, is_name_like, sounds, tokens, words
from reltui.store.version import KEPT

EVERYTHING = "_x"
"""The tag of every row, for queries that only say what must not be there."""

OFTEN = (2, 3)
"""How often a word must stand in a passage for a token of its own; more than the last tells little."""


TYPED = ("passage", "event", "actor", "statement")
"""What is searched while one types, so that tokens of beginnings pay."""


class Columns(NamedTuple):
    """What one row is known by: `words` in order, the rest once each."""

    words: list[str]
    sounds: list[str]
    tags: list[str]

    def finder(self, kind: str) -> str:
        """Return the row's tokens; of passages those as well that say which words stand there repeatedly."""
        counts = Counter(self.words)
        repeated = (
            [
                often_token(times, word)
                for word, count in counts.items() if count > 1
                for times in OFTEN if times <= count
            ]
            if kind == "passage" and len(counts) < len(self.words)
            else ()
        )  # fmt: skip
        heard = [f"~{key}" for key in self.sounds]
        begun = set[str]().union(*map(_begun, counts), *map(_begun, heard)) if kind in TYPED else ()
        return " ".join((*counts, *heard, *self.tags, *repeated, *begun))

    def without(self, other: Columns) -> Columns:
        """Return what of this the other one has not; its tag of every row stays."""
        words, heard, tags = set(other.words), set(other.sounds), set(other.tags) - {EVERYTHING}
        return Columns(
            [word for word in self.words if word not in words],
            [key for key in self.sounds if key not in heard],
            [tag for tag in self.tags if tag not in tags],
        )

    def phrases(self) -> str:
        """Return the row's words in order."""
        return " ".join(self.words)


class Spoken(NamedTuple):
    """What of a passage's rows its words alone decide: its tokens without tags, and its words in order."""

    finder: str
    phrases: str


def spoken(text: str) -> Spoken:
    """Return what the words of a passage decide."""
    known = columns([text], ())
    return Spoken(known.finder("passage"), known.phrases())


@lru_cache(maxsize=50_000)
def _begun(token: str) -> tuple[str, ...]:
    least = 2 if token[0] == "~" else 1
    return tuple(beginning(token[:letters]) for letters in range(least, min(len(token), KEPT) + 1))


# word → its letters, and its sounds if it may be a name; corpora repeat their words
_seen: dict[str, tuple[str, tuple[str, ...]]] = {}
_MOST_SEEN = 200_000


def columns(texts: Iterable[str], tags: Iterable[str]) -> Columns:
    """Return what a row made of these texts is known by."""
    letters: list[str] = []
    heard: dict[str, None] = {}
    for text in texts:
        for word in words(text):
            known = _seen.get(word) or _look_at(word)
            if known[0]:
                letters.append(known[0])
            if known[1]:
                heard.update(dict.fromkeys(known[1]))
        if "@" in text:  # a handle is a name without a capital
            for start, end in tokens(text):
                if start and text[start - 1] == "@":
                    heard.update(dict.fromkeys(sounds(text[start:end])))
    return Columns(letters, list(heard), [EVERYTHING, *dict.fromkeys(tags)])


def _look_at(word: str) -> tuple[str, tuple[str, ...]]:
    if len(_seen) >= _MOST_SEEN:
        _seen.clear()
    known = _seen[word] = (folded(word), sounds(word) if is_name_like(word) else ())
    return known


def often_token(times: int, word: str) -> str:
    """Return the token of passages in which a folded word stands so many times at least."""
    return f"_{times}{word}"


def beginning(letters: str) -> str:
    """Return the token of rows with a token that begins so, of `KEPT` letters at most."""
    return f"_c{letters}"


def actor_tag(key: int) -> str:
    """Return the tag of what names an actor."""
    return f"_a{key}"


def party_tag(key: int) -> str:
    """Return the tag of events in which an actor takes part."""
    return f"_w{key}"


def speaker_tag(key: int) -> str:
    """Return the tag of what an actor says."""
    return f"_v{key}"


def source_tag(key: int) -> str:
    """Return the tag of what stands in a source."""
    return f"_i{key}"


_LETTERS = {"type": "t", "status": "s", "kind": "k", "lang": "l", "has": "h"}


def value_tag(field: str, value: str) -> str:
    """Return the tag of a value of one of the closed fields: type, status, kind, lang, has."""
    return f"_{_LETTERS[field]}{value.lower().replace('-', '')}"


def place_tags(place: str) -> list[str]:
    """Return the tags of a place: its words, and how they sound."""
    return _word_tags("_p", place) + [f"_q{key}" for word in words(place) for key in sounds(word)]


def label_tags(text: str) -> list[str]:
    """Return the tags of the words of a label."""
    return _word_tags("_b", text)


def source_tags(text: str) -> list[str]:
    """Return the tags of the words of a source's title, publisher or path."""
    return _word_tags("_o", text)


def _word_tags(letter: str, text: str) -> list[str]:
    return [f"{letter}{part}" for word in words(text) if (part := folded(word))]
