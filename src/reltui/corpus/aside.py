"""Nouns that wait in a file: a sequence that grows, of which only a few are in memory at a time."""

from __future__ import annotations

import pickle
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar, overload

from reltui.corpus.pickled import dumps

_AT_HAND = 32  # groups that were asked for last

_Noun = TypeVar("_Noun")


class Aside(Sequence[_Noun], Generic[_Noun]):
    """Nouns in the groups in which they came, each group a pickle in the file.

    `write` puts bytes into the file and returns where, `read` gives so many bytes of a place back.
    """

    def __init__(self, write: Callable[[bytes], int], read: Callable[[int, int], bytes]) -> None:
        self._write = write
        self._firsts = array("q")  # the number of the first noun of each group
        self._places = places = array("q")  # where each group begins in the file, and how long it is
        self._count = 0

        def load(number: int) -> tuple[_Noun, ...]:
            found: tuple[_Noun, ...] = pickle.loads(read(places[2 * number], places[2 * number + 1]))
            return found

        self._load = load
        self._at_hand = lru_cache(maxsize=_AT_HAND)(load)

    def extend(self, nouns: Iterable[_Noun], /) -> None:
        """Add nouns that are likely to be asked for together."""
        group = tuple(nouns)
        if group:
            data = dumps(group)
            self._firsts.append(self._count)
            self._places.extend((self._write(data), len(data)))
            self._count += len(group)

    def all(self) -> Aside[_Noun]:
        """Return what was added: this sequence itself."""
        return self

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[_Noun]:
        for number in range(len(self._firsts)):
            yield from self._load(number)

    @overload
    def __getitem__(self, index: int) -> _Noun: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_Noun]: ...
    def __getitem__(self, index: int | slice) -> _Noun | Sequence[_Noun]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(self._count)))
        place = index + self._count if index < 0 else index
        if not 0 <= place < self._count:
            raise IndexError(f"there are {self._count} nouns, and none at {index}")
        number = bisect_right(self._firsts, place) - 1
        return self._at_hand(number)[place - self._firsts[number]]
