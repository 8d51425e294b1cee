"""Which line of a list shows what: rows of equal height, headings between them, one row opened up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Heading(NamedTuple):
    """A heading before the row `first`."""

    first: int
    text: str


class Line(NamedTuple):
    """What a line shows: a part (from 0) of a row, or a heading (then `row` is the row it heads)."""

    row: int
    part: int = 0
    heading: str | None = None


class Plan:
    """The lines of a list of `count` rows, without a look at the rows themselves.

    Each row takes `height` lines, row `opened` takes `extra` lines more (-1: none is opened).
    `headings` stand before their rows, in rising order, at most one before a row. All questions are
    answered in the logarithm of the number of headings, so a million rows cost what forty do.
    """

    def __init__(
        self, count: int, height: int = 1, headings: Sequence[Heading] = (), opened: int = -1, extra: int = 0
    ) -> None:
        self.count = count
        self.height = height
        self.headings = headings
        self.opened = opened
        self.extra = extra
        self._firsts = [heading.first for heading in headings]
        self._starts = [self.line_of(first) - 1 for first in self._firsts]

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return (
            self.count * self.height
            + len(self.headings)
            + (self.extra if 0 <= self.opened < self.count else 0)
        )

    def line_of(self, row: int) -> int:
        """The first line of a row."""
        more = self.extra if 0 <= self.opened < row else 0
        return row * self.height + bisect_right(self._firsts, row) + more

    def tall(self, row: int) -> int:
        """How many lines a row takes."""
        return self.height + (self.extra if row == self.opened else 0)

    def at(self, line: int) -> Line | None:
        """What a line shows; None below the last."""
        if not 0 <= line < self.lines:
            return None
        above = bisect_right(self._starts, line)
        if above and self._starts[above - 1] == line:
            heading = self.headings[above - 1]
            return Line(heading.first, heading=heading.text)
        below = line - above  # lines of rows alone
        if 0 <= self.opened < self.count:
            start = self.opened * self.height
            if start <= below < start + self.height + self.extra:
                return Line(self.opened, below - start)
            if below >= start:
                below -= self.extra
        return Line(below // self.height, below % self.height)

    def heading_of(self, row: int) -> Heading | None:
        """The heading under which a row stands."""
        above = bisect_right(self._firsts, row)
        return self.headings[above - 1] if above else None

    def heading_before(self, row: int) -> Heading | None:
        """The last heading above a row: its own, or that of the group before for the first row of one."""
        above = bisect_left(self._firsts, row)
        return self.headings[above - 1] if above else None

    def heading_after(self, row: int) -> Heading | None:
        """The next heading below a row."""
        above = bisect_right(self._firsts, row)
        return self.headings[above] if above < len(self.headings) else None
