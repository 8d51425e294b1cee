"""Layers of spans over a text: where the evidence is, where an actor is named, where the hits are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

Span = tuple[int, int]


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, empty ones left out and those that overlap or touch made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


class Layer:
    """Spans of one kind that do not overlap, found by where they stand."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        """Take spans in any order; those that overlap are joined."""
        self.spans: Sequence[Span] = merged(spans)
        self._starts = [start for start, _ in self.spans]
        self._ends = [end for _, end in self.spans]

    def __bool__(self) -> bool:
        return bool(self.spans)

    def within(self, start: int, end: int) -> Iterator[Span]:
        """The parts of the spans that lie in [start, end)."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        for begin, stop in self.spans[first:last]:
            yield max(begin, start), min(stop, end)

    def after(self, offset: int) -> Span | None:
        """The first span that begins after an offset."""
        place = bisect_right(self._starts, offset)
        return self.spans[place] if place < len(self.spans) else None

    def before(self, offset: int) -> Span | None:
        """The last span that begins before an offset."""
        place = bisect_left(self._starts, offset)
        return self.spans[place - 1] if place else None

    def number(self, offset: int) -> int:
        """How many spans begin at or before an offset."""
        return bisect_right(self._starts, offset)


def runs(start: int, end: int, layers: Sequence[Layer]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Cut [start, end) where any layer begins or ends; each run comes with the layers that cover it."""
    covers = [list(layer.within(start, end)) for layer in layers]
    edges = sorted({start, end, *(edge for spans in covers for span in spans for edge in span)})
    for left, right in pairwise(edges):
        over = tuple(
            number
            for number, spans in enumerate(covers)
            if any(begin <= left and right <= stop for begin, stop in spans)
        )
        yield left, right, over
