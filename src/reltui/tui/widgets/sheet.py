"""A text to read: a cursor that moves by line, paragraph and highlight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from reltui.tui.keymap import bindings
from reltui.tui.widgets.layers import Span
from reltui.tui.widgets.part import Part, wrap_part
from reltui.tui.widgets.pieces import cut
from reltui.tui.widgets.textview import GUTTER, Kind, TextView
from reltui.tui.widgets.wrap import Lines, paragraph_after, paragraph_before, wrap

if TYPE_CHECKING:
    from textual import events

SLOW = 200_000  # characters from which wrapping is left to the thread of whoever shows the text


class Sheet(TextView, can_focus=True):
    """A text one moves in."""

    BINDINGS = [*bindings("moving", "source")]  # noqa: RUF012  as Textual has it

    class Moved(Message):
        """The cursor stands on another line, which shows text[start:end]; by the user's hand or not."""

        def __init__(self, start: int, end: int, by_hand: bool) -> None:
            super().__init__()
            self.start = start
            self.end = end
            self.by_hand = by_hand

    class Opened(Moved):
        """Enter was pressed on a line."""

    class Resized(Message):
        """The text is long and has to be wrapped again, for a sheet of so many cells."""

        def __init__(self, cells: int) -> None:
            super().__init__()
            self.cells = cells

    _upto: int | None = None  # the end of the words one was sent to

    def show(self, text: str, lines: Lines | None = None, cells: int = 0) -> None:
        """Show another text; `lines` are it wrapped for `cells` already, which long texts should be."""
        if lines is None or not cells:
            lines, cells = wrap(text, self.cells), self.cells
        self.put(text, lines, cells)
        self.on_resize()

    def go(self, offset: int, by_hand: bool = False, upto: int | None = None) -> None:
        """Put the cursor on the line of an offset, and bring it, and what follows up to `upto`, into view."""
        self.at = max(0, min(offset, len(self.text)))
        self._upto = upto
        if isinstance(self.lines, Part) and not self.lines.covers(self.at):
            self.make(self.at, self.lines.line_of(self.at))
        self.cursor = self.lines.line_of(self.at)
        self.reveal(self.at, upto)
        self.refresh()
        self.post_message(self.Moved(*self.lines.span(self.cursor), by_hand))

    def step(self, kind: Kind, forward: bool) -> Span | None:
        """Go to the next or previous span of a kind, round the end; None if there is none."""
        layer = self.spans_of(kind)
        span = layer.after(self.at) if forward else layer.before(self.at)
        if span is None and layer:
            span = layer.spans[0] if forward else layer.spans[-1]
        if span is not None:
            self.go(span[0], by_hand=True, upto=span[1])
            self.set_layer("here", [span] if kind == "hit" else [])
        return span

    def action_do(self, name: str) -> None:
        """Move in the text."""
        page, last = max(1, self.size.height - 2), len(self.lines)
        lines = {"down": 1, "up": -1, "page_down": page, "page_up": -page, "top": -last, "bottom": last}
        if name in lines:
            line = max(0, min(self.cursor + lines[name], last - 1))
            self.go(self.lines.span(line)[0], by_hand=True)
        elif name == "next_paragraph":
            self.go(paragraph_after(self.text, self.at), by_hand=True)
        elif name == "previous_paragraph":
            self.go(paragraph_before(self.text, self.at), by_hand=True)
        elif name == "open":
            self.post_message(self.Opened(*self.lines.span(self.cursor), True))

    def on_resize(self) -> None:
        """Wrap for another width: at once, or for a long text what is in view, the rest by whoever holds it."""
        if not self.size.width:
            return
        if self.wrapped_for == self.cells:
            self.reveal(self.at, self._upto)
        elif len(self.text) > SLOW:
            # what is in view at once, the rest by whoever holds the text
            self.rewrap(wrap_part(self.text, self.cells, self.at), self.cells)
            self.post_message(self.Resized(self.cells))
        else:
            self.rewrap(wrap(self.text, self.cells), self.cells)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where one clicked."""
        place = event.get_content_offset(self)
        line = round(self.scroll_y) + place.y if place is not None else len(self.lines)
        if place is not None and line < len(self.lines):
            start, end = self.lines.span(line)
            self.go(start + len(cut(self.text[start:end], max(0, place.x - GUTTER), "")), by_hand=True)
