"""A text laid over the room: help, the reasons of something, what was copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Vertical

from reltui.present.safe import safe_same_length
from reltui.tui.ours import ours
from reltui.tui.screens.dialog import Dialog
from reltui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reltui.tui.widgets.layers import Span


class TextDialog(Dialog[None]):
    """Shows a text to read, and to select with the mouse."""

    def __init__(self, title: str, text: str, hint: str = "Esc leaves") -> None:
        super().__init__()
        self._title, self._hint = title, hint
        self._text = safe_same_length(text, newlines=True)
        self._arranged_for = 0

    def typeset(self, cells: int) -> tuple[str, list[Span], list[Span]]:
        """The text for so many cells, where its headings stand and where its keys do."""
        return self._text, [], []

    def compose(self) -> ComposeResult:
        """The text in a box as tall as it needs."""
        box = Vertical(classes="box")
        box.border_title = Text(self._title)
        box.border_subtitle = Text(self._hint)
        with box:
            yield Sheet()

    def on_mount(self) -> None:
        """Show the text."""
        self.query_one(Sheet).focus()
        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        """Arrange the text for another width, and take the height that it needs."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        sheet = self.query_one(Sheet)
        if sheet.cells != self._arranged_for:
            self._arranged_for = sheet.cells
            text, titles, keys = self.typeset(sheet.cells)
            sheet.show(text)
            sheet.set_layer("title", titles)
            sheet.set_layer("key", keys)
        sheet.styles.height = max(1, min(len(sheet.lines), ours(self).size.height * 9 // 10 - 2))
