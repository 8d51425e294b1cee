"""Finding phrases of a table in a text: the longest match at every word, in one pass.

A phrase is a run of words and punctuation; white space between them may be anything (a line break too), and a
straight or a curly apostrophe is the same. Capitals must agree, except that a stretch of the text written all in
capitals also matches ("UNITED STATES", but never "us" for "US"). Serbian phrases are given in Latin letters and
match Serbian Cyrillic as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from reltui.authority.slavic import latin

Payload = TypeVar("Payload")

TOKEN = re.compile(r"\w+|[^\w\s]")
_FIRST = re.compile(r"\w+|[^\w\s]")


class Token(NamedTuple):
    """A word or a sign of punctuation at [start, end) of the text; `latin` is it in Serbian Latin letters."""

    text: str
    start: int
    end: int
    latin: str


class Hit(NamedTuple, Generic[Payload]):
    """A phrase found at [start, end) of the text; `entries` are the payloads of all that are so named."""

    start: int
    end: int
    phrase: str
    entries: tuple[Payload, ...]


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of text[start:end] with their offsets in the whole text."""
    return [
        Token(m.group(), m.start(), m.end(), latin(m.group()))
        for m in TOKEN.finditer(text, start, len(text) if end is None else end)
    ]


@lru_cache(maxsize=65536)
def _split(phrase: str) -> tuple[str, ...]:
    return tuple(t if t != "’" else "'" for t in TOKEN.findall(phrase))


class Phrases(Generic[Payload]):
    """A set of phrases with payloads. `fold=True` ignores capitals altogether (verbs, months, units)."""

    def __init__(self, pairs: Iterable[tuple[str, Payload]], *, fold: bool = False) -> None:
        self._fold = fold
        # first token, case-folded → phrase → payloads. Phrases are split when first looked at: most never are.
        self._first: dict[str, dict[str, tuple[Payload, ...]]] = {}
        self._longest: dict[str, list[str]] = {}
        index = self._first
        for phrase, payload in pairs:
            if phrase.isalpha():
                key = phrase.casefold()
            else:
                match = _FIRST.match(phrase)
                if match is None:
                    continue
                key = match.group().casefold()
            bucket = index.get(key)
            if bucket is None:
                index[key] = {phrase: (payload,)}
            elif phrase not in bucket:
                bucket[phrase] = (payload,)
            elif payload not in bucket[phrase]:
                bucket[phrase] = (*bucket[phrase], payload)

    def __len__(self) -> int:
        return sum(len(bucket) for bucket in self._first.values())

    def at(self, row: list[Token], i: int) -> tuple[int, str, tuple[Payload, ...]] | None:
        """Return (number of tokens, phrase, payloads) of the longest phrase that begins at token i, or None."""
        token = row[i]
        found = self._match(row, i, token.text.casefold())
        if token.latin != token.text:
            other = self._match(row, i, token.latin.casefold())
            if found is None or (other is not None and other[0] > found[0]):
                return other
        return found

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit[Payload]]:
        """Yield the longest matches in text[start:end] from left to right, not overlapping."""
        return self.scan_tokens(tokens(text, start, end))

    def scan_tokens(self, row: list[Token], first: int = 0, last: int | None = None) -> Iterator[Hit[Payload]]:
        """Yield as `scan` does, over tokens first to last of a text that was cut before."""
        i, stop = first, len(row) if last is None else last
        while i < stop:
            found = self.at(row, i)
            if found is None or i + found[0] > stop:
                i += 1
                continue
            count, phrase, payloads = found
            yield Hit(row[i].start, row[i + count - 1].end, phrase, payloads)
            i += count

    def lookup(self, phrase: str) -> tuple[Payload, ...]:
        """Return the payloads of exactly this phrase (Serbian Cyrillic allowed), or none."""
        row = tokens(phrase)
        found = self.at(row, 0) if row else None
        return found[2] if found is not None and found[0] == len(row) else ()

    def _match(
        self, row: list[Token], i: int, key: str
    ) -> tuple[int, str, tuple[Payload, ...]] | None:
        bucket = self._first.get(key)
        if bucket is None:
            return None
        order = self._longest.get(key)
        if order is None:
            order = self._longest[key] = sorted(bucket, key=lambda p: -len(_split(p)))
        for phrase in order:
            wanted = _split(phrase)
            if i + len(wanted) <= len(row) and all(
                self._same(row[i + k], word) for k, word in enumerate(wanted)
            ):
                return len(wanted), phrase, bucket[phrase]
        return None

    def _same(self, token: Token, word: str) -> bool:
        text = token.text
        if text in (word, "’") and (text == word or word == "'"):
            return True
        if token.latin == word:
            return True
        if self._fold or (text.isupper() and len(text) > 2):
            folded = word.casefold()
            return text.casefold() == folded or token.latin.casefold() == folded
        return False


def index_at(row: list[Token], offset: int) -> int:
    """Return the index of the first token that starts at the offset or after it."""
    return bisect_left(row, offset, key=lambda t: t.start)
