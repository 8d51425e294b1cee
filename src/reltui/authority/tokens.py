"""Words and signs of a text with their offsets, and the ways in which a phrase may be spelt there."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from reltui.authority.slavic import latin, may_be_serbian

TOKEN = re.compile(r"\w+|[^\w\s]")


#: Words that names write small; the rest of a name in capitals is read with one capital a word.
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "de", "la", "i", "za", "u", "и", "по", "в"])


class Token(NamedTuple):
    """A word or a sign of punctuation at [start, end) of the text; `latin` is it in Serbian Latin letters."""

    text: str
    start: int
    end: int
    latin: str


class Tokens(list[Token]):
    """The tokens of a text; what is found out about the whole row is kept for all who scan it."""

    @cached_property
    def may_be_serbian(self) -> bool:
        """Whether the text may be Serbian, in either alphabet."""
        return may_be_serbian([token.text for token in self])


def tokens(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Return the tokens of text[start:end] with their offsets in the whole text."""
    found = Tokens()
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        if word == "’":
            word = "'"
        found.append(Token(word, match.start(), match.end(), word if word.isascii() else latin(word)))
    return found


def index_at(row: list[Token], offset: int) -> int:
    """Return the index of the first token that starts at the offset or after it."""
    return bisect_left(row, offset, key=lambda t: t.start)


def serbian(row: list[Token]) -> bool:
    """Return whether the row may be Serbian."""
    return row.may_be_serbian if isinstance(row, Tokens) else may_be_serbian([t.text for t in row])


def as_it_stands(token: Token) -> str:
    """Return the word as the text has it."""
    return token.text


def in_latin(token: Token) -> str:
    """Return the word in Serbian Latin letters."""
    return token.latin


def as_in_a_heading(token: Token) -> str:
    """Return "United" for "UNITED", "of" for "OF", and words that are not all capitals as a word no phrase has."""
    return _uncapitalised(token.text)


def as_in_a_serbian_heading(token: Token) -> str:
    """Return the same of the word in Serbian Latin letters."""
    return _uncapitalised(token.latin)


def _uncapitalised(word: str) -> str:
    if not word.isupper():
        return "" if word.isalpha() else word
    low = word.lower()
    if low in _SMALL:
        return low
    return word if len(word) < 3 else word.capitalize()


def cyrillic(token: Token) -> bool:
    """Return whether the word begins with a Cyrillic letter."""
    return "\u0400" <= token.text[0] <= "\u04ff"
