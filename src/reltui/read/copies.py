"""Copies: passages of different sources that say the same in (nearly) the same words.

Each passage is known by its few smallest shingle hashes (a bottom-k sketch, Broder 1997): nearly equal texts
share at least one of them. Sharing makes candidates; the words themselves decide.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from zlib import crc32

from reltui.authority.memo import Memo
from reltui.model import Passage

_WORD = re.compile(r"\w+")
_FEWEST = 8  # words: what is shorter repeats by chance ("The parties signed an agreement.")
_SKETCH = 4  # hashes kept of a passage
_NONE = -1  # in place of a hash that there is not
_SEEN = 4000  # passages whose shingles are at hand
_ALIKE = 0.8  # share of shingles that both have among all that either has
_WORDS_A_NAME = 60  # words of a long passage for each name that may be spelt otherwise
_COMMON = 60  # passages with one hash beyond which it tells nothing but a set phrase


def link_copies(passages: Iterable[Passage], texts: Mapping[str, str]) -> list[tuple[str, int, str, int]]:
    """Return the passages that copy an earlier one: (source, ordinal, source, ordinal of the original).

    `passages` in the order in which originals are to be sought (the first one is the original); `texts` maps
    a source's id to its text. Passages of one source are not compared with each other, and an original is
    never itself listed as a copy. Equal in words is a copy whatever the punctuation, case and line breaks.
    """
    sketches = [
        (source, sketch(texts[source], list(some))) for source, some in groupby(passages, lambda p: p.source)
    ]
    return linked(sketches, texts)


def sketch(text: str, passages: Iterable[Passage]) -> array[int]:
    """Return what of the passages of one source is compared, in few bytes; those too short are left out."""
    found = array("q")
    for passage in passages:
        words = _words(text[passage.start : passage.end])
        if len(words) >= _FEWEST:
            keys = sorted(_shingles(words))[:_SKETCH]
            found.extend((passage.ordinal, passage.start, passage.end, hash(tuple(words))))
            found.extend((*keys, *(_NONE,) * (_SKETCH - len(keys))))
    return found


def linked(
    sketches: Iterable[tuple[str, array[int]]], texts: Mapping[str, str]
) -> list[tuple[str, int, str, int]]:
    """Return the same as `link_copies` of (source, sketch) in order; few texts are asked for."""
    order = _Order(texts)
    first: dict[int, int] = {}  # hash of all words -> the first passage with them
    original: dict[int, int] = {}
    keys = array("q")
    for source, some in sketches:
        for number, whole, shingles in order.take(source, some):
            earlier = first.setdefault(whole, number)
            if earlier != number and order.source(earlier) != source:
                original[number] = earlier
                continue
            keys.extend((key << 31) | number for key in shingles if key != _NONE)
    del first
    _near(order, keys, original)
    return [
        (order.source(copy), order.ordinal(copy), order.source(one), order.ordinal(one))
        for copy, one in sorted((copy, _root(copy, original)) for copy in original)
        if order.source(copy) != order.source(one)
    ]


class _Order:
    """All passages that can be compared, by number."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._sources: list[str] = []
        self._whose = array("l")
        self._places = array("q")  # ordinal, start, end of each

    def take(self, source: str, some: array[int]) -> Iterator[tuple[int, int, array[int]]]:
        """Take a source's passages in; yield the number, the hash of all words and the sketch of each."""
        self._sources.append(source)
        for at in range(0, len(some), 4 + _SKETCH):
            self._whose.append(len(self._sources) - 1)
            self._places.extend(some[at : at + 3])
            yield len(self._whose) - 1, some[at + 3], some[at + 4 : at + 4 + _SKETCH]

    def source(self, number: int) -> str:
        """Return the source of a passage."""
        return self._sources[self._whose[number]]

    def ordinal(self, number: int) -> int:
        """Return which of its source it is."""
        return self._places[3 * number]

    def text(self, number: int) -> str:
        """Return what it says."""
        return self._texts[self.source(number)][self._places[3 * number + 1] : self._places[3 * number + 2]]


def _root(number: int, original: Mapping[int, int]) -> int:
    while number in original:
        number = original[number]
    return number


def _near(order: _Order, keys: array[int], original: dict[int, int]) -> None:
    """Find the nearly equal among passages that share a key, and note each one's original."""
    candidates: set[int] = set()  # the copy's number and the other's in one
    for _, group in groupby(sorted(keys), lambda key: key >> 31):
        numbers = [key & 0x7FFFFFFF for key in group]
        if 1 < len(numbers) <= _COMMON:
            candidates.update((number << 31) | numbers[0] for number in numbers[1:])
            candidates.update((copy << 31) | one for copy, one in zip(numbers[1:], numbers, strict=False))
    seen: dict[int, set[int]] = {}

    def shingles(number: int) -> set[int]:
        if number not in seen:
            if len(seen) > _SEEN:  # a cache, so that memory stays bounded
                seen.clear()
            seen[number] = _shingles(_words(order.text(number)))
        return seen[number]

    for pair in sorted(candidates):
        copy, one = pair >> 31, pair & 0x7FFFFFFF
        if copy in original or order.source(copy) == order.source(one):
            continue
        ours, theirs = shingles(copy), shingles(one)
        shared = len(ours & theirs)
        if shared < _ALIKE * (len(ours) + len(theirs) - shared):
            continue
        if _same_facts(order.text(copy), order.text(one)):
            original[copy] = one


def _same_facts(one: str, other: str) -> bool:
    """Return whether two nearly equal texts name the same names and numbers.

    Releases are written from set phrases: what differs between two of them is just the country and the day.
    """
    ours, theirs = _WORD.findall(one), _WORD.findall(other)
    in_ours, in_theirs = {word.casefold() for word in ours}, {word.casefold() for word in theirs}
    missing = {word for word in ours if _marked(word) and word.casefold() not in in_theirs}
    missing |= {word for word in theirs if _marked(word) and word.casefold() not in in_ours}
    allowed = min(len(in_ours), len(in_theirs)) // _WORDS_A_NAME
    return len(missing) <= allowed and not any(word[0].isdigit() for word in missing)


def _marked(word: str) -> bool:
    return word[0].isdigit() or word[0].isupper()


def _words(text: str) -> list[int]:
    """Return a passage's words as numbers that are the same in every process."""
    return list(map(_number.__getitem__, _WORD.findall(text.casefold())))


_number = Memo(lambda word: crc32(word.encode()))


def _shingles(words: Sequence[int]) -> set[int]:
    a, b = words, words[1:]
    return {
        (one * 31 + two * 1_000_003 + three * 0x9E3779B1) & 0xFFFFFFFF
        for one, two, three in zip(a, b, words[2:], strict=False)
    }
