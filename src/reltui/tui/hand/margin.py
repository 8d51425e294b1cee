"""The margin of a source: what the user has noted on the words under the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reltui.present.safe import safe
from reltui.tui.hand.signs import hand_of, on_words, written
from reltui.tui.widgets.bars import Bar
from reltui.tui.widgets.layers import Layer
from reltui.tui.widgets.pieces import Piece, strip
from reltui.tui.widgets.wrap import wrap

if TYPE_CHECKING:
    from textual.strip import Strip

    from reltui.tui.widgets.textview import Kind

_MOST = 3  # lines below the text: `w` shows a long note whole


class Margin(Bar):
    """A few lines below the text, as many as the notes need; none where nothing is noted."""

    def __init__(self) -> None:
        super().__init__("margin")
        self.styles.height = 0
        self._lines: list[list[Piece]] = []

    def spans_in(self, source: str) -> Iterator[tuple[Kind, Layer]]:
        """Where notes (labels too) and marks stand in a source, for the signs beside its text."""
        hand = hand_of(self)
        notes = hand.of("source", source) if hand is not None else ()
        yield "note", Layer((note.start, note.end) for note in notes if note.kind != "mark")
        yield "mark", Layer((note.start, note.end) for note in notes if note.kind == "mark")

    def show(self, source: str, start: int, end: int) -> None:
        """Show what is noted on a stretch of a source."""
        look, cells = self.look, max(10, self.size.width - 2)
        texts = [safe(written(note)) for note in on_words(hand_of(self), source, start, end) if note.text]
        lines: list[list[Piece]] = []
        for text in texts:
            wrapped = wrap(text, cells)
            lines += [[(text[slice(*wrapped.span(number))], look.key)] for number in range(len(wrapped))]
        self._lines = lines[:_MOST]
        if self.styles.height is None or self.styles.height.value != len(self._lines):
            self.styles.height = len(self._lines)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the notes."""
        pieces = self._lines[y] if y < len(self._lines) else []
        return strip([(" ", self.look.text), *pieces], self.size.width, (), self.rich_style)
