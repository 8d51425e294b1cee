"""Finding one's way in what stands in order of the text, without walking all of it for each sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


_Any = TypeVar("_Any", bound=_Placed)


def begins(one: _Placed) -> int:
    """Return where something begins: the key by which it is in order."""
    return one.start


def within(ordered: Sequence[_Any], start: int, end: int) -> Iterator[tuple[int, _Any]]:
    """Yield those that begin in [start, end), with their indices; they are in order of the text."""
    for i in range(bisect_left(ordered, start, key=begins), len(ordered)):
        if ordered[i].start >= end:
            return
        yield i, ordered[i]


def beginning_in(ordered: Sequence[_Any], start: int, end: int) -> list[_Any]:
    """Return the same without their indices."""
    return [one for _, one in within(ordered, start, end)]
