"""Ask for one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Vertical

from reltui.tui.screens.dialog import Dialog
from reltui.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Ask(Dialog[str]):
    """Answers with what was typed, or None if it was left."""

    def __init__(self, title: str, value: str, placeholder: str, hint: str) -> None:
        super().__init__()
        self._title, self._value, self._placeholder, self._hint = title, value, placeholder, hint

    def compose(self) -> ComposeResult:
        """A line to type in, in a box."""
        box = Vertical(classes="box")
        box.border_title = Text(self._title)
        box.border_subtitle = Text(self._hint)
        with box:
            yield Prompt(self._placeholder, "line")

    def on_mount(self) -> None:
        """Begin with what is in force."""
        prompt = self.query_one(Prompt)
        prompt.value = self._value
        prompt.focus()

    def on_input_submitted(self, event: Prompt.Submitted) -> None:
        """Take what was typed."""
        self.dismiss(event.value)
