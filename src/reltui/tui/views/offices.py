"""The view of offices: who was what when, as the sources tell it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from reltui.present.safe import safe
from reltui.tui.spots import Spot
from reltui.tui.views.view import Asked, View, ViewList
from reltui.tui.widgets.pieces import Piece
from reltui.tui.words import day

if TYPE_CHECKING:
    from reltui.store.rows import OfficeRow
    from reltui.tui.look import Look
    from reltui.tui.workers.desk import Desk


class OfficeList(ViewList["OfficeRow"]):
    """Two lines an office: who held it and when that is told, and what it was."""

    HEIGHT: ClassVar[int] = 2
    EMPTY: ClassVar[str] = "No offices here. {clear_filter} clears the filter."

    def draw(
        self, row: OfficeRow, part: int, cells: int, look: Look
    ) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """One of the two lines of an office."""
        if part == 0:
            return [(safe(row.name), look.strong)], [(day(row.at), look.accent)]
        told = f"told {row.told} times" if row.told > 1 else ""
        of = f", {row.of}" if row.of and row.of not in row.title else ""
        return [("  ", look.text), (safe(f"{row.title}{of}"), look.text)], [(told, look.dim)]

    def lead(self, row: OfficeRow) -> Spot | None:
        """The words that tell of the office."""
        if row.source is None:
            return None
        return Spot(row.source, row.start, row.end, fact=row.id, actor=row.actor)


class Offices(View["OfficeRow"]):
    """All offices that the filter keeps, by the day they are told of; of the actor who is chosen."""

    NAME = "offices"

    def fill(self, asked: Asked) -> None:
        """Show what the filter keeps."""
        from reltui.query import parse

        query = asked.query()
        if asked.actor and not asked.within:
            query &= parse(f'actor:"{asked.actor}"')
        title = asked.title("Offices", of=True)
        self.window(lambda reader: reader.offices(query), asked, title, "entry", "entries")


def make(desk: Desk) -> View[OfficeRow]:
    """The view, for the registry."""
    return Offices(desk, OfficeList())
