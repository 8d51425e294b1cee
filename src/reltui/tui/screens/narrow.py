"""Narrow a search: what the passages found have in common, with counts, one line to choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Vertical

from reltui.present.counting import plural
from reltui.present.safe import safe
from reltui.tui.ours import ours
from reltui.tui.screens.dialog import Dialog
from reltui.tui.widgets.lines import LineList
from reltui.tui.widgets.pages import Stock
from reltui.tui.widgets.pieces import Piece
from reltui.tui.widgets.plan import Heading

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reltui.store.rows import Facet, Facets
    from reltui.tui.look import Look

_BAR = 12  # cells of the longest bar
_HEADINGS = (("actors", "Actors named"), ("years", "Year of the source"), ("types", "Events reported"),
             ("kinds", "Kind of source"))  # fmt: skip


class FacetList(LineList["Facet"]):
    """One line a value: what it is, and how many passages have it."""

    EMPTY = "Nothing to narrow: no passage answers."
    most = 1

    def name_of(self, row: Facet) -> str:
        """The query that narrows to it."""
        return row.query

    def draw(self, row: Facet, part: int, cells: int, look: Look) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """The line of a value, with a bar as long as it has a share."""
        sign = "#" if ours(self).settings.flat else "━"
        bar = sign * max(1, round(row.count / self.most * _BAR))
        left: list[Piece] = [("  ", look.text), (safe(row.label), look.strong if row.query else look.dim)]
        right: list[Piece] = (
            [(f"{bar:<{_BAR}}", look.bar), (f" {row.count:>6,}", look.text)] if cells > 44 else []
        )
        return left, right or [(f"{row.count:,}", look.text)]


class Narrow(Dialog[str]):
    """Answers with the query of the value that was chosen, or None."""

    def __init__(self, facets: Facets) -> None:
        super().__init__()
        self._facets = facets

    def compose(self) -> ComposeResult:
        """The values in a box."""
        exact = "" if self._facets.exact else ", estimated"
        box = Vertical(classes="box")
        box.border_title = Text(f"Narrow · {plural(self._facets.passages, 'passage')}{exact}")
        box.border_subtitle = Text("Enter narrows to it · Esc leaves")
        with box:
            yield FacetList("facets")

    def on_mount(self) -> None:
        """Show the values under their headings."""
        rows: list[Facet] = []
        headings: list[Heading] = []
        for name, heading in _HEADINGS:
            some: Sequence[Facet] = getattr(self._facets, name)
            if some:
                headings.append(Heading(len(rows), heading))
                rows += some
        lines = self.query_one(FacetList)
        lines.most = max((row.count for row in rows), default=1)
        lines.styles.height = max(1, min(len(rows) + len(headings), ours(self).size.height * 8 // 10))
        lines.show(Stock(rows, lines.name_of), headings)
        lines.focus()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Narrow to what the cursor is on, if a query can ask for it."""
        query = str(getattr(event.row, "query", ""))
        if query:
            self.dismiss(query)
