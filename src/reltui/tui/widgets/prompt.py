"""One line to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

if TYPE_CHECKING:
    from textual import events


class Prompt(Input):
    """A line to type a query in: no border, no blinking, and pasted text becomes one line of plain text."""

    LONGEST = 10_000
    takes_letters = True  # what is typed here is text, not keys of actions

    def __init__(self, placeholder: str = "", name: str | None = None) -> None:
        super().__init__(
            placeholder=placeholder, id=name, max_length=self.LONGEST, compact=True, select_on_focus=False
        )
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Paste what is left when line ends, control characters and the like are taken out."""
        from reltui.present.safe import safe

        event.prevent_default()
        event.stop()
        # a whole book is not looked at: four characters of it are enough for one that is kept
        self.insert_text_at_cursor(safe(event.text[: 4 * self.LONGEST])[: self.LONGEST])
