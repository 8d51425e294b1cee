"""The view of doubts: where sources contradict each other, themselves or plain sense."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from reltui.present.counting import plural
from reltui.present.safe import safe
from reltui.tui.look import DOUBT_SIGNS
from reltui.tui.spots import Spot
from reltui.tui.views.view import Asked, View, ViewList
from reltui.tui.widgets.pieces import Piece, cut
from reltui.tui.widgets.wrap import line_of_text, wrap

if TYPE_CHECKING:
    from reltui.store.rows import DoubtRow
    from reltui.tui.look import Look
    from reltui.tui.workers.desk import Desk


_OPENED = 5  # lines at most by which a doubt is opened under the cursor


class DoubtList(ViewList["DoubtRow"]):
    """Three lines a doubt: its kind, what is doubtful, and the words it is about."""

    HEIGHT: ClassVar[int] = 3
    EMPTY: ClassVar[str] = "No doubts here. {clear_filter} clears the filter."

    def draw(
        self, row: DoubtRow, part: int, cells: int, look: Look
    ) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """One of the three lines of a doubt."""
        if part == 0:
            sign = DOUBT_SIGNS.get(row.severity, "?")
            left: list[Piece] = [
                (f"{sign} ", look.doubt),
                (row.kind, look.strong),
                (f"  {row.severity}", look.dim),
            ]
            places = len(row.places)
            more = f"{plural(places, 'place')}, n next" if places > 1 else ""
            return left, [(more, look.dim)]
        here = self.current()
        opened = self.more(row) if here is not None and here.id == row.id else 0
        if part <= 1 + opened:
            what = line_of_text(safe(row.what), cells - 4, part - 1) if opened else safe(row.what)
            return [("  ", look.text), (what, look.text)], []
        room = max(8, (cells - 4) // max(1, min(2, len(row.quotes))))
        quoted = [f"“{cut(safe(quote), room - 4)}”" for quote in row.quotes[:2]]
        return [("  ", look.text), ("  ".join(quoted), look.dim)], []

    def more(self, row: DoubtRow) -> int:
        """The lines that tell the rest of what is doubtful, where one is not enough."""
        lines = wrap(safe(row.what), max(8, self.size.width - 6))
        return min(_OPENED, len(lines) - 1)

    def lead(self, row: DoubtRow) -> Spot:
        """The place of the doubt that is looked at: the first, or the one that `n` went on to."""
        places = row.places or ((row.source, row.start, row.end),)
        place = self.place_of(row.id) % len(places)
        source, start, end = places[place]
        note = f"place {place + 1} of {len(places)}" if len(places) > 1 else ""
        also = tuple((begin, stop) for other, begin, stop in places if other == source and begin != start)
        return Spot(source, start, end, fact=row.id, note=note, also=also)


class Doubts(View["DoubtRow"]):
    """All doubts that the filter keeps."""

    NAME = "doubts"

    def fill(self, asked: Asked) -> None:
        """Show what the filter keeps."""
        query = asked.query()
        self.window(lambda reader: reader.doubts(query), asked, asked.title("Doubts"), "doubt")

    def step(self, forward: bool) -> bool:
        """Go on to the next place of the doubt under the cursor, then to the next doubt."""
        lines = self.lines
        row = lines.current()
        places = len(getattr(row, "places", ())) or 1
        return row is not None and lines.step_place(row.id, places, forward)


def make(desk: Desk) -> View[DoubtRow]:
    """The view, for the registry."""
    return Doubts(desk, DoubtList())
