"""Where in a text the words of a query stand: for highlighting, and to check what the index cannot.

A word of the query stands for a word of the text if both fold to the same letters, or if the text's
word may be a name and both may sound alike. The index follows the same rule (`indexed`, `compile`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from reltui.query import Words
from reltui.query.tokens import folded, is_name_like, sound_beginnings, sounds, tokens

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """A folded word of a text: where it stands, its letters, the word it was and whether it may be a name."""

    start: int
    end: int
    letters: str
    word: str
    name_like: bool


def units(text: str, start: int = 0, end: int | None = None) -> list[Unit]:
    """Return the folded words of text[start:end] in order."""
    found: list[Unit] = []
    for begin, stop in tokens(text, start, end):
        word = text[begin:stop]
        name_like = is_name_like(text, begin, word)
        found += [Unit(begin, stop, letters, word, name_like) for letters in folded(word)]
    return found


Test = Callable[[Unit], bool]


@lru_cache(maxsize=512)
def _tests(leaf: Words) -> tuple[Test, ...]:
    """Return a test for each folded word of the query, in order."""
    found: list[Test] = []
    for number, word in enumerate(leaf.words):
        if leaf.exact:
            found.append(_exactly(word))
            continue
        parts = folded(word)
        open_end = leaf.prefix and number == len(leaf.words) - 1
        for place, letters in enumerate(parts):
            last = place == len(parts) - 1
            found.append(_sounding(word, letters, open_end and last, len(parts) == 1))
    return tuple(found)


def _sounding(word: str, letters: str, open_end: bool, whole: bool) -> Test:
    keys = frozenset(sounds(word)) if whole else frozenset[str]()
    beginnings = sound_beginnings(word) if open_end and whole else ()

    def test(unit: Unit) -> bool:
        if unit.letters == letters or (open_end and unit.letters.startswith(letters)):
            return True
        if not unit.name_like or not (keys or beginnings):
            return False
        heard = sounds(unit.word)
        return not keys.isdisjoint(heard) or (
            bool(beginnings) and any(k.startswith(beginnings) for k in heard)
        )

    return test


def _exactly(word: str) -> Test:
    wanted = _plain(word)
    if wanted == wanted.lower():
        return lambda unit: _plain(unit.word).lower() == wanted
    return lambda unit: _plain(unit.word) == wanted


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word.replace("\u00ad", ""))


def occurrences(leaf: Words, found: list[Unit]) -> list[Span]:
    """Return the spans in a text (given as its units) where a word, a phrase or a neighbourhood stands."""
    tests = _tests(leaf)
    if not tests:
        return []
    if leaf.near:
        return _near(tests, found, leaf.near)
    spans: list[Span] = []
    width = len(tests)
    first, rest = tests[0], tests[1:]
    for place in range(len(found) - width + 1):
        if first(found[place]) and all(test(found[place + step]) for step, test in enumerate(rest, 1)):
            span = (found[place].start, found[place + width - 1].end)
            if not spans or spans[-1] != span:
                spans.append(span)
    return spans


def _near(tests: tuple[Test, ...], found: list[Unit], most: int) -> list[Span]:
    """Return the words that stand together in any order with at most `most` others between them."""
    places = [[place for place, unit in enumerate(found) if test(unit)] for test in tests]
    reach = len(tests) + most
    chosen: set[int] = set()
    for begin in sorted({place for some in places for place in some}):
        inside = [[place for place in some if begin <= place < begin + reach] for some in places]
        if _distinct(inside):
            chosen.update(place for some in inside for place in some)
    return [(found[place].start, found[place].end) for place in sorted(chosen)]


def _distinct(choices: list[list[int]]) -> bool:
    """Whether one can choose a place for each word, no place twice."""
    taken: dict[int, int] = {}

    def settle(word: int, tried: set[int]) -> bool:
        for place in choices[word]:
            if place not in tried:
                tried.add(place)
                if place not in taken or settle(taken[place], tried):
                    taken[place] = word
                    return True
        return False

    return all(settle(word, set()) for word in range(len(choices)))


def spans(leaves: Iterable[Words], text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return where any of the leaves stands in text[start:end], in order, overlapping ones joined."""
    found = units(text, start, end)
    return joined(span for leaf in leaves for span in occurrences(leaf, found))


def joined(found: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap as one."""
    result: list[Span] = []
    for start, end in sorted(set(found)):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
