"""Two names side by side: which word of the one is which word of the other."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reltui.names.alike import alike
from reltui.names.parse import Word, joined, parse, syllables
from reltui.names.shapes import tight

#: Two neighbours are read as one word where together they are at least so like a word of the other name,
_JOINED = 0.7
#: and by so much more like it than either alone.
_GAIN = 0.05
#: A word so like one of the other name has found its partner.
_PARTNER = 0.9


_identical = operator.is_
_NAMED = frozenset({"name", "initial"})

#: How alike two words are, and their places in either name.
Pair = tuple[float, int, int]


@dataclass(slots=True)
class Alignment:
    """Words paired one to one, the most alike first; the longer name's other words have no partner."""

    a: Sequence[Word]
    b: Sequence[Word]
    pairs: list[Pair]


def alignments(a: str, b: str) -> list[Alignment]:
    """Return the ways in which two names may stand side by side; none where one has no words.

    There is more than one only for names in Chinese characters or Hangul written as one word, which are
    read as one word and as a syllable each.
    """
    found: list[Alignment] = []
    for words_a in _forms(a):
        for words_b in _forms(b):
            if len(words_a) == len(words_b):
                found.append(align(words_a, words_b))
            else:
                found.append(align(*_joined(words_a, words_b)))
    return found


@lru_cache(maxsize=8192)
def _forms(name: str) -> tuple[Sequence[Word], ...]:
    """Return the words by which a name is compared, in each way it may be read."""
    whole = parse(name)
    if not whole:
        return ()
    parted = syllables(whole)
    return (parted, core(whole)) if parted else (core(whole),)


def core(words: tuple[Word, ...]) -> Sequence[Word]:
    """Return the words that make the name: neither particles nor titles, unless there is nothing else."""
    named = tuple([word for word in words if word.kind in _NAMED])
    return named or words


def align(a: Sequence[Word], b: Sequence[Word]) -> Alignment:
    """Pair the words of two names one to one, the most alike first."""
    pairs: list[Pair] = []
    free_a, free_b = list(range(len(a))), list(range(len(b)))
    # the same word, then words with a reading in common: cheap to find, and they would come first anyway
    for same in (_identical, _sounding):
        found = [(abs(i - j), i, j) for i in free_a for j in free_b if same(a[i], b[j])]
        if len(found) > 1:
            found.sort()
        for _, i, j in found:
            if i in free_a and j in free_b:
                pairs.append((1.0, i, j))
                free_a.remove(i)
                free_b.remove(j)
    if free_a and free_b:
        ranked = [(-alike(a[i], b[j]), abs(i - j), i, j) for i in free_a for j in free_b]
        ranked.sort()
        for value, _, i, j in ranked:
            if i in free_a and j in free_b:
                pairs.append((-value, i, j))
                free_a.remove(i)
                free_b.remove(j)
    return Alignment(a, b, pairs)


def _sounding(a: Word, b: Word) -> bool:
    return not a.known.isdisjoint(b.known)


def _joined(a: Sequence[Word], b: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """Return both names, neighbours of the longer one joined where together they are a word of the other."""
    if len(a) < len(b):
        longer, shorter = _joined_in(b, a)
        return shorter, longer
    return _joined_in(a, b)


def _joined_in(long: Sequence[Word], short: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    lonely = [word for word in short if word.kind == "name" and not _has_namesake(word, long)]
    if not lonely:
        return long, short
    words = list(long)
    place = 0
    while place + 1 < len(words) and len(words) > len(short):
        first, second = words[place], words[place + 1]
        if first.kind == second.kind == "name" and _belong(first, second, lonely, words, short):
            words[place : place + 2] = [joined(first, second)]
        else:
            place += 1
    return words, short


def _has_namesake(word: Word, others: Sequence[Word]) -> bool:
    return any(_sounding(word, other) for other in others)


def _belong(
    first: Word, second: Word, lonely: list[Word], words: Sequence[Word], others: Sequence[Word]
) -> bool:
    """Say whether two neighbours together are a word of the other name that has no partner yet."""
    length = len(first.fine[0]) + len(second.fine[0])
    opening = _opening(first)
    for other in lonely:
        fits = 0.65 * length <= len(other.fine[0]) <= 1.5 * length and opening == _opening(other)
        if not fits and not other.loose and not first.loose:
            continue
        if max([alike(other, word) for word in words]) >= _PARTNER:
            continue
        both = alike(joined(first, second), other)
        if both > _JOINED and both > max(alike(first, other), alike(second, other)) + _GAIN:
            return max([alike(second, word) for word in others]) < _PARTNER
    return False


def _opening(word: Word) -> str:
    """Return the class of the sound a word begins with; all vowels are of one."""
    first = word.fine[0][0]
    return "a" if first in "aeiou" else tight(first)[0]
