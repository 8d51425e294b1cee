"""Words and signs of a text with their offsets, and the ways in which a phrase may be spelt there."""

from __future__ import annotations

import operator
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress
from sys import intern
from typing import NamedTuple, overload

from reltui.authority.memo import Memo, once
from reltui.authority.slavic import latin, may_be_serbian

TOKEN = re.compile(r"\w+|[^\w\s]")
#: The same with the white space behind, so that the pieces found cover the text and their lengths give offsets.
_PIECE = re.compile(r"\w+\s*|[^\w\s]\s*")
_SPACE = re.compile(r"\s*")

#: Words that names write small; the rest of a name in capitals is read with one capital a word.
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "de", "la", "i", "za", "u", "и", "по", "в"])

#: A word in Serbian Latin letters: `latin`, remembered.
latin_of = Memo(latin).__getitem__
_small = Memo(lambda word: intern(word.lower()))


class Token(NamedTuple):
    """A word or a sign of punctuation at [start, end) of the text; `latin` is it in Serbian Latin letters."""

    text: str
    start: int
    end: int
    latin: str


class Tokens(Sequence[Token]):
    """The tokens of a text, kept as columns: `texts[i]` stands at [starts[i], ends[i]).

    Every word of a corpus goes through here, most of them to be found in no table, so no object is made of a
    token until somebody asks for it. What is found out about the whole row is kept for all who scan it.
    """

    def __init__(self, texts: list[str], starts: list[int], ends: list[int]) -> None:
        self.texts = texts
        self.starts = starts
        self.ends = ends

    @classmethod
    def of(cls, row: Iterable[Token]) -> Tokens:
        """Return the same tokens as columns."""
        if isinstance(row, Tokens):
            return row
        whole = list(row)
        return cls([t.text for t in whole], [t.start for t in whole], [t.end for t in whole])

    def only(self, keep: Sequence[bool]) -> Tokens:
        """Return the tokens for which `keep` is true."""
        row = Tokens(
            list(compress(self.texts, keep)),
            list(compress(self.starts, keep)),
            list(compress(self.ends, keep)),
        )
        row.__dict__["may_be_serbian"] = self.may_be_serbian  # a few words less are of no other language
        return row

    def between(self, start: int, end: int) -> Tokens:
        """Return those that stand in [start, end) of the text, which cuts none."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        if last - first == len(self.starts):
            return self  # with all that is known of it
        return Tokens(self.texts[first:last], self.starts[first:last], self.ends[first:last])

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Token]:
        return map(Token._make, zip(self.texts, self.starts, self.ends, self.latins, strict=True))

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Tokens: ...
    def __getitem__(self, index: int | slice) -> Token | Tokens:
        if isinstance(index, slice):
            return Tokens(self.texts[index], self.starts[index], self.ends[index])
        return Token(self.texts[index], self.starts[index], self.ends[index], self.latins[index])

    @once
    def may_be_serbian(self) -> bool:
        """Whether the text may be Serbian, in either alphabet."""
        return may_be_serbian(self.texts, self.latins)

    @once
    def lows(self) -> list[str]:
        """The words in small letters."""
        return list(map(_small.__getitem__, self.texts))

    @once
    def following(self) -> list[str]:
        """The word behind each word, "" behind the last."""
        return [*self.texts[1:], ""]

    @once
    def following_lows(self) -> list[str]:
        """The same in small letters."""
        return [*self.lows[1:], ""]

    @once
    def latins(self) -> list[str]:
        """The words in Serbian Latin letters."""
        if all(map(str.isascii, self.texts)):
            return self.texts
        return [word if word.isascii() else latin_of(word) for word in self.texts]

    @once
    def latin_lows(self) -> list[str]:
        """The words in Serbian Latin letters, small ones."""
        return self.lows if self.latins is self.texts else list(map(_small.__getitem__, self.latins))

    @once
    def headings(self) -> list[str]:
        """ "United" for "UNITED", "of" for "OF", and words that are not all capitals as a word no phrase has."""
        return list(map(uncapitalised, self.texts))

    @once
    def latin_headings(self) -> list[str]:
        """The same of the words in Serbian Latin letters."""
        return list(map(uncapitalised, self.latins))


def tokens(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Return the tokens of text[start:end] with their offsets in the whole text; all apostrophes are straight."""
    stop = len(text) if end is None else end
    space = _SPACE.match(text, start, stop)
    pieces = _PIECE.findall(text, space.end() if space else start, stop)
    starts = list(accumulate(map(len, pieces), initial=space.end() if space else start))
    starts.pop()  # where the last piece ends
    texts = list(map(_bare.__getitem__, pieces))
    ends = list(map(operator.add, starts, map(len, texts)))
    return Tokens(texts, starts, ends)


def _word(piece: str) -> str:
    """Return a piece as a token: without the white space behind, a curly apostrophe straight.

    Interned, for every word is looked up in a dozen tables, and a key that is the very same needs no comparison.
    """
    word = piece.rstrip()
    return intern("'" if word == "’" else word)


_bare = Memo(_word)


def index_at(row: Sequence[Token], offset: int) -> int:
    """Return the index of the first token that starts at the offset or after it."""
    return bisect_left(Tokens.of(row).starts, offset)


def uncapitalised(word: str) -> str:
    """Return "United" for "UNITED", "of" for "OF", and "" for a word that is not all capitals."""
    if not word.isupper():
        return "" if word.isalpha() else word
    low = word.lower()
    if low in _SMALL:
        return low
    return word if len(word) < 3 else word.capitalize()


def cyrillic(word: str) -> bool:
    """Return whether the word begins with a Cyrillic letter."""
    return "\u0400" <= word[0] <= "\u04ff"
