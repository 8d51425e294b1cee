"""Which words of texts a word of a query stands for.

One stands for another if both fold to the same letters, or if the text's word may be a name and both may
sound alike. The indexes follow the same rule (`indexed`, `compile`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from reltui.query import Words
from reltui.query.tokens import LONGEST, folded, is_name_like, sound_beginnings, sounds

_MOST = 20_000  # words that are remembered
_plain_words: set[str] = set()  # plain small letters, of any text
_known: dict[str, tuple[str, tuple[str, ...]]] = {}  # of other words their letters and sounds


class Meaning:
    """Says which words of texts a word of a query stands for, and remembers what it said."""

    def __init__(
        self, judge: Callable[[str], bool], letters: str | None = None, open_end: bool = False
    ) -> None:
        """Take the judge of any word; `letters` if words of plain small letters are meant by those alone."""
        self._judge = judge
        self._letters = letters
        self._open_end = open_end
        self._known: dict[str, bool] = {}

    def among(self, different: set[str]) -> set[str]:
        """Return which of some words are meant.

        Most words of a text are plain small letters and stand for themselves alone; those are not judged.
        """
        letters = self._letters
        if letters is None:
            return {word for word in different if self._means(word)}
        found = {word for word in odd(different) if self._means(word)}
        if letters in different:
            found.add(letters)
        if self._open_end:
            found.update([word for word in different & _plain_words if word.startswith(letters)])
        return found

    def may(self, different: set[str], odd: set[str]) -> set[str]:
        """Return which of some words may be meant, as far as can be told without a closer look.

        `odd` are those that are not of plain small letters alone.
        """
        letters = self._letters
        if letters is None:
            return different
        found = odd | {letters}
        if self._open_end:
            found.update([word for word in different & _plain_words if word.startswith(letters)])
        return found

    def means(self, word: str) -> bool:
        """Whether a word is meant."""
        return self._means(word)

    def _means(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _MOST:
                self._known.clear()
            known = self._known[word] = self._judge(word)
        return known


def odd(different: set[str]) -> set[str]:
    """Return which of some words are not of plain small letters, and so may be more than themselves."""
    return {word for word in different - _plain_words if not _is_plain(word)}


def _is_plain(word: str) -> bool:
    """Whether a word is of plain small letters, so that it is none but itself; if so, that is remembered."""
    if not (word.isascii() and word.islower() and word[0] >= "a" and len(word) < LONGEST and word.isalnum()):
        return False
    if len(_plain_words) > _MOST:
        _plain_words.clear()
    _plain_words.add(word)
    return True


@lru_cache(maxsize=64)
def meanings(leaf: Words) -> tuple[Meaning, ...]:
    """Return what each word of the query stands for."""
    if leaf.exact:
        return tuple(Meaning(_exactly(word)) for word in leaf.words)
    last = len(leaf.words) - 1
    return tuple(
        _alike(word, leaf.heard(place), leaf.prefix and place == last)
        for place, word in enumerate(leaf.words)
    )


def _alike(asked: str, also: tuple[str, ...], open_end: bool) -> Meaning:
    letters = folded(asked)
    keys = frozenset((*sounds(asked), *also))
    beginnings = sound_beginnings(asked) if open_end else ()

    def judge(word: str) -> bool:
        plain, heard = _known.get(word) or _look_at(word)
        if letters and (plain == letters or (open_end and plain.startswith(letters))):
            return True
        return any(key in keys or key.startswith(beginnings) for key in heard)

    # longer words are cut where they are folded; without letters there is nothing to compare
    return Meaning(judge, letters if 0 < len(letters) < LONGEST else None, open_end)


def _look_at(word: str) -> tuple[str, tuple[str, ...]]:
    """Return the letters of a word of a text and, if it may be a name, how it may sound."""
    if len(_known) > _MOST:
        _known.clear()
    bare = word.removeprefix("@")
    heard = sounds(bare) if bare != word or is_name_like(bare) else ()
    known = _known[word] = (folded(bare), heard)
    return known


def _exactly(asked: str) -> Callable[[str], bool]:
    wanted = exact_letters(asked)
    if wanted == wanted.lower():
        return lambda word: exact_letters(word.removeprefix("@")).lower() == wanted
    return lambda word: exact_letters(word.removeprefix("@")) == wanted


def exact_letters(word: str) -> str:
    """Return the letters by which words are compared that must be exactly so."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word.replace("\u00ad", ""))
