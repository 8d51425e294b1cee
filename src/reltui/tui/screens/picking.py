"""A dialog in which one types and picks from what fits: the palette, and the chooser of the user's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Vertical

from reltui.present.safe import safe
from reltui.tui.screens.dialog import Dialog
from reltui.tui.screens.menu import Choice, Choices
from reltui.tui.widgets.lines import LineList
from reltui.tui.widgets.pages import Stock
from reltui.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

_MOVES = {"down": "down", "up": "up", "pagedown": "page_down", "pageup": "page_up"}


class Picking(Dialog[str]):
    """Answers with the id of the choice that is picked, or None. Subclasses say what is offered for a text."""

    def __init__(self, title: str, keys: str, placeholder: str, rows: int, label_cells: int) -> None:
        """`keys` stands on the lower border; `rows` and `label_cells` say how large the list is."""
        super().__init__()
        self._words = (title, keys, placeholder)
        self._extent = (rows, label_cells)

    def compose(self) -> ComposeResult:
        """A line to type in above what fits."""
        box = Vertical(classes="box")
        title, keys, placeholder = self._words
        box.border_title, box.border_subtitle = Text(safe(title)), Text(keys)
        with box:
            yield Prompt(placeholder, "line")
            yield Choices("choices")

    def on_mount(self) -> None:
        """Offer what there is before anything is typed."""
        lines = self.query_one(Choices)
        lines.styles.height, lines.label_cells = self._extent
        lines.can_focus = False
        self.offer("")
        self.query_one(Prompt).focus()

    def offer(self, text: str) -> None:
        """Show what fits a text, by `show`, now or when it has been found."""
        raise NotImplementedError

    def show(self, choices: Sequence[Choice]) -> None:
        """Show choices."""
        if self.is_current:  # an answer may come when one has chosen and gone already
            self.query_one(Choices).show(Stock(choices))

    def on_input_changed(self, event: Prompt.Changed) -> None:
        """Offer what fits what was typed."""
        event.stop()
        self.offer(event.value.strip())

    def on_input_submitted(self, event: Prompt.Submitted) -> None:
        """Pick what the cursor is on."""
        event.stop()
        row = self.query_one(Choices).current()
        if row is not None:
            self.dismiss(row.id)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Pick what was clicked."""
        if isinstance(event.row, Choice):
            self.dismiss(event.row.id)

    def on_key(self, event: events.Key) -> None:
        """Move among what fits without leaving the line one types in."""
        if event.key in _MOVES:
            event.stop()
            event.prevent_default()
            self.query_one(Choices).action_do(_MOVES[event.key])
