"""The lines above and below the panes: what is open, what is said, which keys do something here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reltui.tui.look import Look, look_of
from reltui.tui.widgets.pieces import Piece, cut_pieces, strip, width

if TYPE_CHECKING:
    from textual import events


class Bar(Widget):
    """A line of pieces, some from the left edge and some at the right one, cut where they do not fit."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._left: Sequence[Piece] = ()
        self._right: Sequence[Piece] = ()

    @property
    def look(self) -> Look:
        """The styles in use."""
        return look_of(self)

    def put(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Show other pieces."""
        self._left, self._right = left, right
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        left, right = (self._left, self._right) if y == 0 else ((), ())
        return strip(left, self.size.width, right, self.rich_style)


class KeyBar(Bar):
    """The keys that do something where the focus is, as many as fit; a click on one does it."""

    class Clicked(Message):
        """An action was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._keys: Sequence[tuple[str, str, str]] = ()
        self._places: list[tuple[int, int, str]] = []

    def put_keys(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Show these: action, key, word. What comes last is kept where not all of them fit."""
        self._keys = keys
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the keys that fit."""
        cells = self.size.width
        look = self.look
        kept = list(self._keys)
        while len(kept) > 1 and sum(width(key) + width(word) + 3 for _, key, word in kept) > cells:
            del kept[
                -3 if len(kept) > 2 else 0
            ]  # help and quit, at the end, are what one looks for when lost
        self._places.clear()
        pieces: list[Piece] = []
        at = 0
        for action, key, word in kept:
            size = width(key) + width(word) + 3
            self._places.append((at, at + size, action))
            pieces += [(f" {key}", look.key), (f" {word} ", look.dim)]
            at += size
        return strip(cut_pieces(pieces, cells), cells, (), self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for start, end, action in self._places:
            if start <= event.x < end:
                self.post_message(self.Clicked(action))
