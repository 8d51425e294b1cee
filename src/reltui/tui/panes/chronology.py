"""The pane of events: what happened, in order, under headings of years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from reltui.present.safe import safe
from reltui.tui.hand.signs import signs
from reltui.tui.keymap import bindings
from reltui.tui.look import EVENT_SIGNS
from reltui.tui.widgets.lines import LineList
from reltui.tui.widgets.pages import Pages
from reltui.tui.widgets.pieces import Piece, cut, fill, width
from reltui.tui.widgets.plan import Heading
from reltui.tui.words import DAY_CELLS, TYPE_CELLS, event_type, in_year, surname

if TYPE_CHECKING:
    from reltui.store.rows import EventRow
    from reltui.tui.look import Look
    from reltui.tui.widgets.pages import Rows

_WIDE = 64  # cells from which persons have their whole names
_ROOMY = 40  # cells below which spans of days are cut
_DAY = 6  # cells that a single day takes with a sign before or behind it: ≤02-17
_PLACE_LEAST = 6  # cells below which a place is left out


def headings(years: Sequence[tuple[str | None, int]], newest: bool = False) -> list[Heading]:
    """A heading for each year before its first event, from the numbers of events a year, rising, undated last."""
    dated = [(year, count) for year, count in years if year is not None]
    undated = [("no date", count) for year, count in years if year is None]
    made: list[Heading] = []
    first = 0
    for year, count in [*(reversed(dated) if newest else dated), *undated]:
        made.append(Heading(first, year))
        first += count
    return made


def _day(row: EventRow) -> str:
    """The day an event is sorted by: its first, else (what only ends) its last; nothing if it is undated."""
    return row.lower if row.lower and row.lower > "0001-12-31" else row.upper or ""


def month_from(rows: Rows[EventRow], cursor: int, forward: bool) -> int | None:
    """The first event of the next month that has any, or of the month before; None if there is none.

    Looks through the rows in steps that double, since a month may hold a few events or thousands.
    """
    count = len(rows)

    def month(row: int) -> str:
        return _day(rows.rows(row, row + 1)[0])[:7]

    def edge(inside: int, outside: int) -> int:
        """The last row of a month towards `outside`: its month is that of `inside`, the next one's is not."""
        here = month(inside)
        while abs(outside - inside) > 1:
            middle = (inside + outside) // 2
            if month(middle) == here:
                inside = middle
            else:
                outside = middle
        return inside

    def far(start: int, way: int) -> int:
        here, step = month(start), 1
        while 0 <= start + way * step < count and month(start + way * step) == here:
            step *= 2
        return max(-1, min(count, start + way * step))

    if forward:
        first = edge(cursor, far(cursor, 1)) + 1
        return first if first < count else None
    first = edge(cursor, far(cursor, -1))
    if first == 0:
        return 0 if cursor else None
    if first < cursor:
        return first
    return edge(first - 1, far(first - 1, -1))


class Chronology(LineList["EventRow"]):
    """One line an event: day, sign of its status, type, parties, place, number of reports if not one."""

    BINDINGS = [*bindings("chronology")]  # noqa: RUF012  as Textual has it

    class NextReport(Message):
        """The next source that reports the event is wanted."""

    EMPTY: ClassVar[str] = (
        "No events here. {clear_filter} clears the filter, {everyone} shows the events of everyone."
    )

    def __init__(self, name: str, classes: str) -> None:
        super().__init__(name, classes)
        self.kinds: dict[str, str] = {}  # which parties are persons, as far as that is known

    def draw(
        self, row: EventRow, part: int, cells: int, look: Look
    ) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """The columns of an event: surnames alone, and no place, where there is little room."""
        when = in_year(row.date, row.basis, row.why)
        if cells < _ROOMY and width(when) > _DAY:
            when = when.removesuffix("*")  # `w` says that it was inferred; a day that is cut says another one
        label = event_type(row.type)
        struck = look.dim if row.status == "cancelled" else look.text
        left: list[Piece] = [
            (fill(when, DAY_CELLS if cells >= _ROOMY else _DAY) + " ", look.dim),
            (EVENT_SIGNS.get(row.status, "·") + " ", look.status(row.status)),
            (fill(label, TYPE_CELLS) + " ", look.accent),
        ]
        doubt: list[Piece] = [(" ?", look.doubt)] if row.doubt else []
        right: list[Piece] = [*signs(self, "event", row.id, look, cells)]
        right += [(f" {row.reports}", look.text)] if row.reports != 1 else []
        room = cells - sum(width(text) for text, _ in [*left, *doubt, *right])
        place = safe(row.place or "")
        who = safe(self._who(row, cells < _WIDE))
        if place and room - width(who) > _PLACE_LEAST:
            right.insert(0, (" " + cut(place, room - width(who) - 2), look.dim))
        return [*left, (who, struck), *doubt], right

    def _who(self, row: EventRow, short: bool) -> str:
        """The parties, by their surnames where there is little room; the title where there are none."""
        if not row.parties:
            return row.title
        names = [
            surname(name) if short and self.kinds.get(id_) == "person" else name
            for id_, name in zip(row.party_ids, row.parties, strict=False)
        ]
        return " – ".join(names[:2]) + (", …" if len(names) > 2 else "")

    def action_do(self, name: str) -> None:
        """Move by month and year, or as in any list."""
        if name in ("month_back", "month_on") and isinstance(self.pages, Pages):
            cursor, forward = self.cursor, name == "month_on"
            self.pages.near(
                lambda rows: month_from(rows, cursor, forward) if len(rows) else None, self._go_found
            )
        elif name == "year_back":
            heading = self.plan.heading_before(self.cursor)
            self.go(heading.first if heading is not None else 0)
        elif name == "year_on":
            heading = self.plan.heading_after(self.cursor)
            self.go(heading.first if heading is not None else self.plan.count - 1)
        elif name == "report":
            self.post_message(self.NextReport())
        else:
            super().action_do(name)

    def _go_found(self, row: int | None) -> None:
        if row is not None:
            self.go(row)
