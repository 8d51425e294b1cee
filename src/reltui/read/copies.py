"""Copies: passages of different sources that say the same in (nearly) the same words.

Each passage is known by its few smallest shingle hashes (a bottom-k sketch, Broder 1997): nearly equal texts
share at least one of them. Sharing makes candidates; the words themselves decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from zlib import crc32

from reltui.model import Passage

_WORD = re.compile(r"\w+")
_FEWEST = 8  # words: what is shorter repeats by chance ("The parties signed an agreement.")
_SKETCH = 4  # hashes kept of a passage
_ALIKE = 0.8  # share of shingles that both have among all that either has
_WORDS_A_NAME = 60  # words of a long passage for each name that may be spelt otherwise
_COMMON = 60  # passages with one hash beyond which it tells nothing but a set phrase


def link_copies(passages: Iterable[Passage], texts: Mapping[str, str]) -> list[tuple[str, int, str, int]]:
    """Return the passages that copy an earlier one: (source, ordinal, source, ordinal of the original).

    `passages` in the order in which originals are to be sought (the first one is the original); `texts` maps
    a source's id to its text. Passages of one source are not compared with each other, and an original is
    never itself listed as a copy. Equal in words is a copy whatever the punctuation, case and line breaks.
    """
    order = list(passages)
    first: dict[int, int] = {}  # hash of all words -> the first passage with them
    original: dict[int, int] = {}
    keys: list[int] = []
    for number, passage in enumerate(order):
        words = _words(texts[passage.source], passage)
        if len(words) < _FEWEST:
            continue
        whole = hash(tuple(words))
        earlier = first.setdefault(whole, number)
        if earlier != number and order[earlier].source != passage.source:
            original[number] = earlier
            continue
        keys.extend((key << 32) | number for key in sorted(_shingles(words))[:_SKETCH])
    _near(order, texts, keys, original)
    return [
        (order[copy].source, order[copy].ordinal, order[one].source, order[one].ordinal)
        for copy, one in sorted((copy, _root(copy, original)) for copy in original)
        if order[copy].source != order[one].source
    ]


def _root(number: int, original: Mapping[int, int]) -> int:
    while number in original:
        number = original[number]
    return number


def _near(
    order: Sequence[Passage], texts: Mapping[str, str], keys: list[int], original: dict[int, int]
) -> None:
    """Find the nearly equal among passages that share a key, and note each one's original."""
    keys.sort()
    candidates: set[tuple[int, int]] = set()
    for _, group in groupby(keys, lambda key: key >> 32):
        numbers = [key & 0xFFFFFFFF for key in group]
        if 1 < len(numbers) <= _COMMON:
            candidates.update((number, numbers[0]) for number in numbers[1:])
            candidates.update(zip(numbers[1:], numbers, strict=False))
    seen: dict[int, set[int]] = {}

    def shingles(number: int) -> set[int]:
        if number not in seen:
            if len(seen) > 10_000:  # a cache, so that memory stays bounded
                seen.clear()
            seen[number] = _shingles(_words(texts[order[number].source], order[number]))
        return seen[number]

    for copy, one in sorted(candidates):
        if copy in original or order[copy].source == order[one].source:
            continue
        ours, theirs = shingles(copy), shingles(one)
        shared = len(ours & theirs)
        if shared < _ALIKE * (len(ours) + len(theirs) - shared):
            continue
        if _same_facts(_text(texts, order[copy]), _text(texts, order[one])):
            original[copy] = one


def _text(texts: Mapping[str, str], passage: Passage) -> str:
    return texts[passage.source][passage.start : passage.end]


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


def _words(text: str, passage: Passage) -> list[int]:
    """Return the passage's words as numbers that are the same in every process."""
    return [crc32(word.encode()) for word in _WORD.findall(text[passage.start : passage.end].casefold())]


def _shingles(words: Sequence[int]) -> set[int]:
    a, b = words, words[1:]
    return {
        (one * 31 + two * 1_000_003 + three * 0x9E3779B1) & 0xFFFFFFFF
        for one, two, three in zip(a, b, words[2:], strict=False)
    }
