"""The sentence around a figure as words, and the small words of `data/figures/grammar.tsv` in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple
from weakref import WeakKeyDictionary

from reltui.authority import Tables
from reltui.authority.phrases import Token, Tokens, tokens
from reltui.authority.table import Layout, Table
from reltui.extract.figures.words import key_of

USES = frozenset(
    (
        "link", "behind", "of", "small", "cut", "since", "within", "between", "until", "year",
        "last year", "this year", "total", "parts", "number", "joins",
    )
)  # fmt: skip
#: A sentence without full stops is read in pieces of this length: what belongs to a figure stands near it.
LONGEST = 2000


class SmallWords(NamedTuple):
    """The forms of one use in one language, each as its words."""

    use: str
    language: str
    forms: tuple[tuple[str, ...], ...]


class Grammar:
    """Small words by use: the single ones in a set, the phrases by their first and their last word."""

    def __init__(self, tables: Tables, language: str) -> None:
        self._single: dict[str, set[str]] = {use: set() for use in USES}
        # (use, first word) and (use, last word) → phrases of several words, the longest first
        self._from: dict[tuple[str, str], list[list[str]]] = {}
        self._upto: dict[tuple[str, str], list[list[str]]] = {}
        for row in Table(_LAYOUT, tables.folders):
            for form in row.forms if not language or row.language == language else ():
                if len(form) == 1:
                    self._single[row.use].add(form[0])
                else:
                    self._from.setdefault((row.use, form[0]), []).append(list(form))
                    self._upto.setdefault((row.use, form[-1]), []).append(list(form))
        self._heads = {use: set(single) for use, single in self._single.items()}
        for use, first in self._from:
            self._heads[use].add(first)
        for longer in (*self._from.values(), *self._upto.values()):
            longer.sort(key=len, reverse=True)

    def occurs(self, words: list[str], use: str) -> bool:
        """Return whether a phrase of that use may begin anywhere in the words: a cheap first question."""
        return not self._heads[use].isdisjoint(words)

    def starting(self, words: list[str], i: int, use: str) -> int:
        """Return how many words the longest phrase of that use takes that begins at word i (0: none)."""
        if i >= len(words):
            return 0
        word = words[i]
        for form in self._from.get((use, word), ()):
            if words[i : i + len(form)] == form:
                return len(form)
        return int(word in self._single[use])

    def ending(self, words: list[str], i: int, use: str) -> int:
        """Return how many words the longest phrase of that use takes that ends before word i (0: none)."""
        if i <= 0:
            return 0
        word = words[i - 1]
        for form in self._upto.get((use, word), ()):
            if i >= len(form) and words[i - len(form) : i] == form:
                return len(form)
        return int(word in self._single[use])


class Clause:
    """The words of a sentence: `tokens` with offsets, `words` in small letters (Serbian: Latin ones)."""

    def __init__(self, text: str, start: int, end: int, cut: Tokens | None = None) -> None:
        """Take text[start:end]; `cut` are its tokens, where it was cut before."""
        self.text = text
        self.start, self.end = start, end
        row = tokens(text, start, end) if cut is None else cut
        self.tokens: list[Token] = list(row)
        # Russian words are looked up as they stand, Serbian ones in Latin letters
        russian = not text.isascii() and _RUSSIAN.search(text, start, end) is not None
        self.words = row.lows if russian else row.latin_lows
        self._starts = row.starts

    def index(self, offset: int) -> int:
        """Return the index of the first token that starts at the offset or behind it."""
        return bisect_left(self._starts, offset)

    def span(self, first: int, last: int) -> str:
        """Return the source's words of tokens first to last (without last) on one line."""
        if first >= last:
            return ""
        return _SPACE.sub(" ", self.text[self.tokens[first].start : self.tokens[last - 1].end])


_RUSSIAN = re.compile(r"[ёйщъыьэюяЁЙЩЪЫЬЭЮЯ]")
_SPACE = re.compile(r"\s+")


def _small_words(cells: list[str]) -> SmallWords:
    if cells[0] not in USES:
        raise ValueError(f"use '{cells[0]}' is not one of {', '.join(sorted(USES))}.")
    return SmallWords(
        cells[0], cells[1], tuple(tuple(form.lower().split()) for form in cells[2].split("|") if form)
    )


_LAYOUT = Layout("figures/grammar.tsv", ("use", "language", "forms"), _small_words, (0, 1))
_known: WeakKeyDictionary[Tables, dict[str, Grammar]] = WeakKeyDictionary()


def grammar_of(tables: Tables, language: str | None) -> Grammar:
    """Return the small words for texts of a language (BCP 47; None: all of them); made once for each."""
    shelf = _known.setdefault(tables, {})
    key = key_of(language)
    if key not in shelf:
        shelf[key] = Grammar(tables, key)
    return shelf[key]
