"""Row numbers in the order of days, with room after each day for what is added later.

Rows of a day follow one another; behind them as many numbers stay free as the day has rows (and some at
least), so that one document more finds its place among its day's without any other row being touched, and
the index, which keeps the distances between numbers, hardly grows. Which numbers are taken is kept as runs
(table `runs`), so that a list of everything is known without reading its rows.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import overload

ROOM = 32  # numbers that stay free after a day, at least


_MISSING, _MOST_MISSING = 8, 32
"""Numbers more for each day of which there is nothing, up to so many days."""


def _days_between(one: str | None, other: str | None) -> int:
    try:
        gap = (date.fromisoformat(other or "") - date.fromisoformat(one or "")).days - 1
    except ValueError:  # no days, or none that a calendar has
        return 0
    return min(max(gap, 0), _MOST_MISSING)


class Numbers:
    """Gives numbers out while a database is built."""

    def __init__(self) -> None:
        self.runs: list[tuple[int, int]] = []  # (first, last)
        self._next: int = ROOM + 1  # something may be earlier than all there is
        self._day: str | None = None
        self._first: int = self._next

    def take(self, day: str | None, count: int = 1) -> int:
        """Return the first of `count` numbers in a row for rows of this day; days come in their order."""
        if day != self._day and self._next > self._first:
            self.close()
            self._next += max(ROOM, self._next - self._first) + _MISSING * _days_between(self._day, day)
            self._first = self._next
        self._day = day
        number = self._next
        self._next += count
        return number

    def close(self) -> None:
        """Note the last run."""
        if self._next > self._first and (not self.runs or self.runs[-1][0] != self._first):
            self.runs.append((self._first, self._next - 1))


class Runs(Sequence[int]):
    """All row numbers of a table in their order, known by the runs in which they follow one another."""

    def __init__(self, runs: Iterable[tuple[int, int]]) -> None:
        known = list(runs)
        self._firsts = array("q", (first for first, _ in known))
        self._begins = array("q", accumulate((last - first + 1 for first, last in known), initial=0))

    def __len__(self) -> int:
        return self._begins[-1]

    @overload
    def __getitem__(self, index: int) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> array[int]: ...

    def __getitem__(self, index: int | slice) -> int | array[int]:
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            if step == 1:
                return self._stretch(start, stop)
            return array("q", map(self._at, range(start, stop, step)))
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        return self._at(place)

    def __iter__(self) -> Iterator[int]:
        return iter(self._stretch(0, len(self)))

    def __reversed__(self) -> Iterator[int]:
        return reversed(self._stretch(0, len(self)))

    def _stretch(self, start: int, stop: int) -> array[int]:
        """Return the numbers of a stretch, run by run: a million in a few hundredths of a second."""
        found = array("q")
        run = bisect_right(self._begins, start) - 1
        while start < stop:
            first = self._firsts[run] + start - self._begins[run]
            count = min(stop, self._begins[run + 1]) - start
            found.extend(range(first, first + count))
            start += count
            run += 1
        return found

    def _at(self, place: int) -> int:
        run = bisect_right(self._begins, place) - 1
        return self._firsts[run] + place - self._begins[run]

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """Return the place of a number, by bisection; raises ValueError where it is not there."""
        if isinstance(value, int):
            run = bisect_right(self._firsts, value) - 1
            place = self._begins[run] + value - self._firsts[run] if run >= 0 else -1
            if (
                run >= 0
                and place < self._begins[run + 1]
                and start <= place < (len(self) if stop is None else stop)
            ):
                return place
        raise ValueError(f"{value!r} is no number of a row")

    @classmethod
    def read(cls, connection: sqlite3.Connection, table: str) -> Runs:
        """Return the runs of a table as they are kept."""
        sql = "SELECT first, last FROM runs WHERE name = ? ORDER BY first"
        return cls(connection.execute(sql, (table,)))


def write_runs(connection: sqlite3.Connection, table: str, runs: Iterable[tuple[int, int]]) -> None:
    """Keep the runs of a table."""
    connection.executemany("INSERT INTO runs VALUES (?, ?, ?)", ((table, *run) for run in runs))


def taken(connection: sqlite3.Connection, table: str, number: int) -> None:
    """Note that a number is taken now."""
    sql = "SELECT first, last FROM runs WHERE name = ? AND first <= ? ORDER BY first DESC LIMIT 1"
    before = connection.execute(sql, (table, number)).fetchone()
    after = connection.execute(
        "SELECT first, last FROM runs WHERE name = ? AND first = ?", (table, number + 1)
    ).fetchone()
    if before is not None and before[1] >= number:
        return
    first, last = number, number
    for run in (before if before is not None and before[1] == number - 1 else None, after):
        if run is not None:
            connection.execute("DELETE FROM runs WHERE name = ? AND first = ?", (table, run[0]))
            first, last = min(first, run[0]), max(last, run[1])
    connection.execute("INSERT INTO runs VALUES (?, ?, ?)", (table, first, last))


def freed(connection: sqlite3.Connection, table: str, number: int) -> None:
    """Note that a number is free now."""
    sql = "SELECT first, last FROM runs WHERE name = ? AND first <= ? ORDER BY first DESC LIMIT 1"
    run = connection.execute(sql, (table, number)).fetchone()
    if run is None or run[1] < number:
        return
    connection.execute("DELETE FROM runs WHERE name = ? AND first = ?", (table, run[0]))
    for first, last in ((run[0], number - 1), (number + 1, run[1])):
        if first <= last:
            connection.execute("INSERT INTO runs VALUES (?, ?, ?)", (table, first, last))
