"""A window of the store with some rows taken out and others put in, as long as the window and as lazy."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)


class Rows(Protocol[Row_co]):
    """A window, or anything that is read like one."""

    def __len__(self) -> int:
        """Return how many rows there are."""
        ...

    def rows(self, start: int, stop: int, /) -> Sequence[Row_co]:
        """Return the rows from `start` up to `stop`."""
        ...

    def index_of(self, ident: str, /) -> int | None:
        """Return where the row with an id stands."""
        ...


class _Run(NamedTuple, Generic[Row]):
    """Rows that follow one another: of the window from `first` on, or (`put` is one) a row of its own."""

    at: int  # place of the first of them in the merged list
    first: int
    size: int
    put: Row | None = None


class Merged(Generic[Row]):
    """The rows of a window but for those at `out`, with rows put in before the places given.

    `shown` is what is made of each row of the window as it is read; ids are found by `id_of`.
    """

    def __init__(
        self,
        window: Rows[Row],
        out: Iterable[int],
        put: Iterable[tuple[int, Row]],
        shown: Callable[[Row], Row],
        id_of: Callable[[Row], str],
    ) -> None:
        self._window = window
        self._shown = shown
        self._runs: list[_Run[Row]] = []
        self._put: dict[str, int] = {}
        self._gone = sorted(set(out))
        self._length = 0
        self._lay(sorted(put, key=lambda one: one[0]), id_of)
        self._starts = [run.at for run in self._runs]
        self._firsts = [(run.first, run.at, run.size) for run in self._runs if run.put is None]

    def _lay(self, put: Sequence[tuple[int, Row]], id_of: Callable[[Row], str]) -> None:
        at, next_put = 0, 0
        for gone in [*self._gone, len(self._window)]:
            while next_put < len(put) and put[next_put][0] <= gone:
                place, row = put[next_put]
                self._stretch(at, place)
                at = max(at, place)
                self._put[id_of(row)] = self._length
                self._runs.append(_Run(self._length, place, 1, row))
                self._length += 1
                next_put += 1
            self._stretch(at, gone)
            at = gone + 1

    def _stretch(self, first: int, stop: int) -> None:
        if first < stop:
            self._runs.append(_Run(self._length, first, stop - first))
            self._length += stop - first

    def __len__(self) -> int:
        return self._length

    def rows(self, start: int, stop: int) -> list[Row]:
        """Return the rows from `start` up to but without `stop`; places outside the list are left out."""
        start, stop = max(start, 0), min(stop, self._length)
        found: list[Row] = []
        place = max(0, bisect_right(self._starts, start) - 1)
        while start < stop and place < len(self._runs):
            run = self._runs[place]
            upto = min(stop, run.at + run.size)
            if run.put is not None:
                found.append(run.put)
            else:
                first = run.first + start - run.at
                found += map(self._shown, self._window.rows(first, first + upto - start))
            start = upto
            place += 1
        return found

    def index_of(self, ident: str) -> int | None:
        """Return the place of the row with that id, None where it is not in the list."""
        if ident in self._put:
            return self._put[ident]
        there = self._window.index_of(ident)
        if there is None:
            return None
        place = bisect_right(self._firsts, (there, len(self._window) + self._length, 0)) - 1
        if place < 0:
            return None
        first, at, count = self._firsts[place]
        return at + there - first if there < first + count else None


def place_in(window: Rows[Row], follows: Callable[[Row], bool]) -> int:
    """Return the first place of a sorted window whose row `follows`; its length where none does."""
    low, high = 0, len(window)
    while low < high:
        middle = (low + high) // 2
        if follows(window.rows(middle, middle + 1)[0]):
            high = middle
        else:
            low = middle + 1
    return low
