"""What all dialogs have in common: a titled box over the room, left with Esc."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import ModalScreen

from reltui.tui.keymap import bindings

T = TypeVar("T")


class Dialog(ModalScreen[T | None]):
    """A box over the room. `q`, `?` and Esc all leave it, so that nobody is caught in one."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [*bindings("everywhere")]  # noqa: RUF012  as Textual has it

    def action_do(self, name: str) -> None:
        """Leave, whichever way one tries to."""
        if name in ("escape", "quit", "help", "palette"):
            self.dismiss(None)
