"""Saved searches: run one, filter by one, forget one, or keep what is being searched for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text
from textual.containers import Vertical

from reltui.present.safe import safe
from reltui.present.searches import Saved
from reltui.tui.ours import ours
from reltui.tui.screens.dialog import Dialog
from reltui.tui.widgets.lines import LineList
from reltui.tui.widgets.pages import Stock
from reltui.tui.widgets.pieces import Piece, fill

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from reltui.tui.look import Look


class Wish(NamedTuple):
    """What is wanted: "run", "filter" or "forget" a saved search, or to "keep" the one at hand."""

    what: str
    saved: Saved


class SavedList(LineList[Saved]):
    """One line a search: its name and its query. A row without a name offers to keep the query."""

    def name_of(self, row: Saved) -> str:
        """The name."""
        return row.name

    def draw(self, row: Saved, part: int, cells: int, look: Look) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """The line of a search."""
        if not row.name:
            return [("keep  ", look.accent), (safe(row.query), look.strong)], []
        name = fill(safe(row.name), max(10, min(28, cells // 3))) + " "
        return [(name, look.strong), (safe(row.query) if row.query != row.name else "", look.dim)], []

    EMPTY = "No search is saved yet: search for something, then come back to keep it."


class SavedDialog(Dialog[Wish]):
    """Answers with what is wanted, or None."""

    def __init__(self, saved: Sequence[Saved], now: str) -> None:
        """Offer these, and to keep the query of now where there is one that is not kept."""
        super().__init__()
        new = now and all(one.query != now for one in saved)
        self._rows = [*([Saved("", now)] if new else []), *saved]

    def compose(self) -> ComposeResult:
        """The searches in a box."""
        box = Vertical(classes="box")
        box.border_title = Text("Saved searches")
        box.border_subtitle = Text("Enter searches · f filters · d forgets · Esc leaves")
        with box:
            yield SavedList("saved")

    def on_mount(self) -> None:
        """Show them."""
        lines = self.query_one(SavedList)
        lines.styles.height = max(1, min(len(self._rows), ours(self).size.height * 8 // 10))
        lines.show(Stock(self._rows, lines.name_of))
        lines.focus()

    def on_key(self, event: events.Key) -> None:
        """Filter by a search, or forget it, by letter."""
        typed = ours(self).keyboard.latin(event.character) if event.character else None
        row = self.query_one(SavedList).current()
        for keys, what in ((("f",), "filter"), (("d", "delete", "backspace"), "forget")):
            if row is not None and row.name and {event.key, event.character, typed} & set(keys):
                event.stop()
                self.dismiss(Wish(what, row))

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Run the search under the cursor, or keep the one at hand."""
        if isinstance(event.row, Saved):
            self.dismiss(Wish("run" if event.row.name else "keep", event.row))
