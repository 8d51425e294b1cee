"""The tour: five short texts, one after the other, below the room they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.containers import Vertical

from reltui.present.tour import STEPS, told
from reltui.tui.ours import ours
from reltui.tui.screens.dialog import Dialog
from reltui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reltui.present.keys import Keys

_ON = {"enter", "right", "space", "down", "j", "l"}
_BACK = {"left", "up", "k", "h", "backspace"}


class Tour(Dialog[None]):
    """Goes on with Enter, back with ←; Esc skips the rest, and any other key leads straight into the room."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys
        self.step = 0

    def compose(self) -> ComposeResult:
        """The text of a step in a box."""
        box = Vertical(classes="box")
        with box:
            yield Sheet()

    def on_mount(self) -> None:
        """Show the first step."""
        self.query_one(Sheet).focus()
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Arrange the text for another width."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        box, sheet = self.query_one(".box", Vertical), self.query_one(Sheet)
        step, last = STEPS[self.step], self.step == len(STEPS) - 1
        box.border_title = Text(f"{self.step + 1} of {len(STEPS)} · {step.title}")
        box.border_subtitle = Text("Enter begins" if last else "Enter goes on · Esc skips the tour")
        sheet.show(told(step, self._keys))
        sheet.cursor = -1
        sheet.styles.height = max(1, len(sheet.lines))

    def on_key(self, event: events.Key) -> None:
        """Go on, back, or into the room."""
        event.stop()
        if event.key in _ON:
            self.step += 1
        elif event.key in _BACK:
            self.step = max(0, self.step - 1)
        else:
            self.dismiss(None)
            if event.key not in ("escape", "q"):
                app = ours(self)
                app.call_later(app.give, events.Key(event.key, event.character))
            return
        if self.step == len(STEPS):
            self.dismiss(None)
        else:
            self._show()

    def on_click(self) -> None:
        """Go on with a click."""
        self.on_key(events.Key("enter", None))
