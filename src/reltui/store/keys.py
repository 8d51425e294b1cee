"""Row numbers that sort by date.

The number of a row is its day times 2²⁴ plus a running number within that day. So the newest rows are
the last ones without sorting, a range of dates is a range of numbers (which the full-text index takes
as it is), and a row added later still falls into its place.
"""

from __future__ import annotations

from collections import Counter

_SHIFT = 24
_LAST = 1 << _SHIFT
UNDATED_FIRST = 0
UNDATED_LAST = 10000 << 9


def day_number(day: str) -> int:
    """Return a number that sorts like the ISO day ("2025-02-17"); not a count of days."""
    return int(day[:4]) << 9 | int(day[5:7]) << 5 | int(day[8:10])


def first_key(day: str) -> int:
    """Return the smallest row number of an ISO day."""
    return day_number(day) << _SHIFT


def last_key(day: str) -> int:
    """Return the largest row number of an ISO day."""
    return (day_number(day) << _SHIFT) + _LAST - 1


class Keys:
    """Deals out row numbers, each day's in the order in which they are asked for."""

    def __init__(self, undated: int = UNDATED_FIRST) -> None:
        self._undated = undated
        self._dealt: Counter[int] = Counter()

    def next(self, day: str | None) -> int:
        """Return the next row number of an ISO day; None is undated."""
        number = self._undated if day is None else day_number(day)
        self._dealt[number] += 1
        return (number << _SHIFT) + self._dealt[number]
