"""A menu: a few choices, each with a letter; arrows, letters, Enter and the mouse all choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text
from textual.containers import Vertical

from reltui.tui.ours import ours
from reltui.tui.screens.dialog import Dialog
from reltui.tui.widgets.lines import LineList
from reltui.tui.widgets.pages import Stock
from reltui.tui.widgets.pieces import Piece, fill, width

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from reltui.tui.look import Look


class Choice(NamedTuple):
    """One line of a menu. An empty `key` has no letter."""

    id: str
    label: str
    help: str = ""
    key: str = ""


class Choices(LineList[Choice]):
    """The lines of a menu: letter, label, help."""

    EMPTY = "Nothing of that name."
    label_cells = 16

    def draw(self, row: Choice, part: int, cells: int, look: Look) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """The line of a choice."""
        left: list[Piece] = [(fill(row.key, 3), look.key)] if row.key else []
        return [*left, (fill(row.label, self.label_cells) + " ", look.strong), (row.help, look.dim)], []


class Menu(Dialog[str]):
    """Answers with the id of what was chosen, or None."""

    def __init__(self, title: str, choices: Sequence[Choice], current: str = "", hint: str = "") -> None:
        super().__init__()
        self._title = title
        self._hint = hint or "letter or Enter chooses · Esc leaves"
        self._choices = choices
        self._current = current

    def compose(self) -> ComposeResult:
        """The choices in a box."""
        box = Vertical(classes="box")
        box.border_title = Text(self._title)
        box.border_subtitle = Text(self._hint)
        with box:
            lines = Choices("choices")
            lines.styles.height = len(self._choices)
            lines.label_cells = max((width(choice.label) for choice in self._choices), default=0)
            yield lines

    def on_mount(self) -> None:
        """Put the cursor on what is in force."""
        ids = [choice.id for choice in self._choices]
        lines = self.query_one(Choices)
        lines.show(Stock(self._choices), cursor=ids.index(self._current) if self._current in ids else 0)
        lines.focus()

    def on_key(self, event: events.Key) -> None:
        """Choose by letter."""
        typed = ours(self).keyboard.latin(event.character) if event.character else None
        for choice in self._choices:
            if choice.key and choice.key in (event.character, typed):
                event.stop()
                self.dismiss(choice.id)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Choose what the cursor is on."""
        if isinstance(event.row, Choice):
            self.dismiss(event.row.id)
