"""The view of figures: quantities as they stand in the sources, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from reltui.present.safe import safe
from reltui.tui.spots import Spot
from reltui.tui.views.view import Asked, View, ViewList
from reltui.tui.widgets.pieces import Piece
from reltui.tui.words import day

if TYPE_CHECKING:
    from reltui.store.rows import FigureRow
    from reltui.tui.look import Look
    from reltui.tui.workers.desk import Desk


def amount(value: float) -> str:
    """A number with thousands set apart and no needless decimals: 2,802,000,000, 0.13, 11."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.6g}" if 1e-4 <= abs(value) < 1e15 else f"{value:.3g}"


class FigureList(ViewList["FigureRow"]):
    """Two lines a figure: what it counts, and the words with the number they were read as."""

    HEIGHT: ClassVar[int] = 2
    EMPTY: ClassVar[str] = "No figures here. F clears the filter."

    def draw(
        self, row: FigureRow, part: int, cells: int, look: Look
    ) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """One of the two lines of a figure."""
        if part == 0:
            return [(safe(row.what), look.strong)], [(day(row.period) if row.period else "", look.dim)]
        left: list[Piece] = [("  “", look.dim), (safe(row.verbatim), look.text), ("”", look.dim)]
        qualifier = f"{safe(row.qualifier)} " if row.qualifier else ""
        return left, [(f"{qualifier}{amount(row.value)} {safe(row.unit)}", look.accent)]

    def lead(self, row: FigureRow) -> Spot:
        """The words of the figure."""
        return Spot(row.source, row.start, row.end, fact=row.id)


class Figures(View["FigureRow"]):
    """All figures that the filter keeps."""

    NAME = "figures"

    def fill(self, asked: Asked) -> None:
        """Show what the filter keeps."""
        query = asked.query()
        self.window(lambda reader: reader.figures(query), asked, asked.title("Figures"), "figure")


def make(desk: Desk) -> View[FigureRow]:
    """The view, for the registry."""
    return Figures(desk, FigureList())
