"""The view of sources: what was read, by whom it was published and when, and what was found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from reltui.present.counting import plural
from reltui.present.safe import safe
from reltui.tui.spots import Spot
from reltui.tui.views.view import Asked, View, ViewList
from reltui.tui.widgets.pieces import Piece, width
from reltui.tui.words import day

if TYPE_CHECKING:
    from reltui.store.rows import SourceRow
    from reltui.tui.look import Look
    from reltui.tui.workers.desk import Desk


class SourceList(ViewList["SourceRow"]):
    """Two lines a source: what it is called, and what it is with what was found in it."""

    HEIGHT: ClassVar[int] = 2
    EMPTY: ClassVar[str] = "No sources here. {clear_filter} clears the filter."

    def draw(
        self, row: SourceRow, part: int, cells: int, look: Look
    ) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """One of the two lines of a source."""
        if part == 0:
            when = day(row.published, row.published_basis, row.published_why)
            return [(safe(row.label), look.strong)], [(when, look.dim)]
        unit = f"{row.kind} {row.unit} of {row.units}" if row.units > 1 else row.kind
        what = [unit, *(safe(text) for text in (row.publisher, row.language) if text)]
        counts = (
            (row.events, "event"),
            (row.statements, "statement"),
            (row.figures, "figure"),
            (row.doubts, "doubt"),
        )
        facts = [plural(count, noun) for count, noun in counts if count] or ["no facts found"]
        while len(facts) > 1 and width(", ".join(facts)) > cells * 3 // 5:
            facts.pop()  # what it is comes before all that was found in it
        found = ", ".join(facts)
        return [("  " + " · ".join(what), look.dim)], [(found, look.accent)]

    def lead(self, row: SourceRow) -> Spot:
        """The beginning of the source."""
        return Spot(row.id, 0, 0)


class Sources(View["SourceRow"]):
    """All sources that the filter keeps."""

    NAME = "sources"

    def fill(self, asked: Asked) -> None:
        """Show what the filter keeps."""
        query = asked.query()
        self.window(lambda reader: reader.sources(query), asked, asked.title("Sources"), "source")


def make(desk: Desk) -> View[SourceRow]:
    """The view, for the registry."""
    return Sources(desk, SourceList())
