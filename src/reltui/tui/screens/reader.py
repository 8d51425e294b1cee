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


class TextDialog(Dialog[None]):
    """Shows a text to read, and to select with the mouse."""

    def __init__(self, title: str, text: str, hint: str = "Esc leaves") -> None:
        super().__init__()
        self._title, self._text, self._hint = title, safe_same_length(text, newlines=True), hint

    def compose(self) -> ComposeResult:
        """The text in a box as tall as it needs."""
        box = Vertical(classes="box")
        box.border_title = Text(self._title)
        box.border_subtitle = Text(self._hint)
        with box:
            yield Sheet()

    def on_mount(self) -> None:
        """Show the text."""
        sheet = self.query_one(Sheet)
        sheet.focus()
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Take the height that the text needs at another width."""
        self.call_after_refresh(self._fit)

    def _show(self) -> None:
        self.query_one(Sheet).show(self._text)
        self._fit()

    def _fit(self) -> None:
        sheet = self.query_one(Sheet)
        sheet.styles.height = max(1, min(len(sheet.lines), ours(self).size.height * 9 // 10 - 2))
