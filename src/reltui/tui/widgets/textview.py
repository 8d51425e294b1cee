"""A text on the line API: wrapped by cells, highlighted by offset, selected with the mouse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Size
from textual.strip import Strip

from reltui.tui.widgets.drawn import DrawnView
from reltui.tui.widgets.layers import Layer, Span, runs
from reltui.tui.widgets.part import Part, wrap_part
from reltui.tui.widgets.pieces import Piece, strip, width
from reltui.tui.widgets.wrap import Lines, wrap

if TYPE_CHECKING:
    from textual.selection import Selection

Kind = Literal["title", "key", "evidence", "mention", "chosen", "hit", "here", "mark", "note"]
KINDS: tuple[Kind, ...] = (
    "title",
    "key",
    "evidence",
    "mention",
    "chosen",
    "hit",
    "here",
)  # from the ground up
SIGNS: tuple[tuple[Kind, str], ...] = (("here", "▶"), ("hit", "›"), ("evidence", "┃"), ("chosen", "•"))
FIRST: tuple[tuple[Kind, str], ...] = (
    ("note", "✎"),
    ("mark", "⚑"),
)  # on the line where they begin, before others
ALL: tuple[Kind, ...] = (*KINDS, *(kind for kind, _ in FIRST))
WIDEST = 96  # cells of a line of text, however wide the terminal: longer lines are hard to read
GUTTER = 2  # cells: the cursor, and a sign for what stands on the line


class TextView(DrawnView):
    """A text with layers of highlighting over it. Offsets are those of the text it was given."""

    ALLOW_SELECT = True

    def __init__(self, name: str | None = None) -> None:
        super().__init__(id=name)
        self.text = ""
        self.lines: Lines = wrap("", 1)
        self.cursor = 0  # the line
        self.at = 0  # the place on it that one was sent to
        self.wrapped_for = 1  # cells
        self._layers: dict[Kind, Layer] = {kind: Layer() for kind in ALL}

    @property
    def cells(self) -> int:
        """How many cells a line of text may take."""
        return max(1, min(WIDEST, self.size.width - GUTTER - 1))

    def put(self, text: str, lines: Lines, cells: int) -> None:
        """Show another text, wrapped for so many cells, from its beginning and without any highlighting."""
        self.text = text
        self.cursor = self.at = 0
        self._layers = {kind: Layer() for kind in ALL}
        self._take(lines, cells)
        self.scroll_to(y=0, animate=False, force=True)

    def rewrap(self, lines: Lines, cells: int) -> None:
        """Take the text wrapped anew for another width, and keep one's place."""
        self._take(lines, cells)
        self.cursor = lines.line_of(self.at)
        self.reveal(self.at)

    def complete(self, lines: Lines) -> None:
        """Take all lines of a text of which only a part was made so far; what is in view stays there."""
        top, _ = self.lines.span(round(self.scroll_y))
        self._take(lines, self.wrapped_for)
        self.cursor = lines.line_of(self.at)
        self.scroll_to(y=lines.line_of(top), animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Make the lines that come into view, if they are not made yet."""
        super().watch_scroll_y(old_value, new_value)
        lines, first = self.lines, round(new_value)
        last = min(first + self.size.height, len(lines)) - 1
        if isinstance(lines, Part) and not (lines.has(first) and lines.has(last)):
            self.make(lines.span(first)[0], first)

    def make(self, offset: int, line: int) -> None:
        """Make the lines around an offset, which stands on this line or about so."""
        self._take(wrap_part(self.text, self.wrapped_for, offset, line, len(self.lines)), self.wrapped_for)
        self.cursor = self.lines.line_of(self.at)

    def _take(self, lines: Lines, cells: int) -> None:
        self.lines, self.wrapped_for = lines, cells
        self.virtual_size = Size(self.size.width, len(lines))
        self.refresh()

    def set_layer(self, kind: Kind, spans: Layer | Iterable[Span]) -> None:
        """Highlight these spans in this way, and no others."""
        self._layers[kind] = spans if isinstance(spans, Layer) else Layer(spans)
        self.refresh()

    def spans_of(self, kind: Kind) -> Layer:
        """The spans that are highlighted in this way."""
        return self._layers[kind]

    def reveal(self, offset: int, upto: int | None = None) -> None:
        """Bring a place into view: by as few lines as it takes where one moves on to it, and where one is sent
        to it from afar in the upper part, as what one reads on to is below it."""
        height = self.size.height
        if not height:
            return
        top = self.lines.line_of(offset)
        bottom = self.lines.line_of(max(offset, (upto or offset + 1) - 1)) + 1
        around = min(3, max(0, (height - 1) // 4))
        seen = round(self.scroll_y)
        if top - around >= seen and bottom + around <= seen + height:
            return
        y = top - height // 4
        if seen - height // 2 < top < seen + height:  # not far
            y = top - around if top - around < seen else min(top - around, bottom + around - height)
        self.scroll_to(y=max(0, y), animate=False, force=True)

    def sees(self, offset: int) -> bool:
        """Whether a place is in view."""
        return 0 <= self.lines.line_of(offset) - round(self.scroll_y) < self.size.height

    # drawing -----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line of the visible part."""
        cells, look, base = self.size.width, self.look, self.base
        line = round(self.scroll_y) + y
        if line >= len(self.lines) or not self.text:
            return strip([], cells, (), base)
        start, end = self.lines.span(line)
        here = line == self.cursor
        bar = "▌" if here and self.has_focus else "▏" if here else " "
        pieces: list[Piece] = [(bar, look.key), self._sign(start, end), *self._pieces(start, end)]
        drawn = strip(pieces, cells, (), base)
        return self._selected(drawn, line).apply_offsets(-GUTTER, line)

    def _sign(self, start: int, end: int) -> Piece:
        """The sign in the gutter: what stands on the line, told without colour."""
        look = self.look
        for kind, sign in FIRST:
            first = self._layers[kind].after(start - 1)
            if first is not None and first[0] < max(end, start + 1):
                return sign, look.key
        for kind, sign in SIGNS:
            if any(True for _ in self._layers[kind].within(start, max(end, start + 1))):
                return sign, look.occurred if kind == "evidence" else look.key
        return " ", look.text

    def _pieces(self, start: int, end: int) -> list[Piece]:
        look = self.look
        styles = (look.heading, look.key, look.evidence, look.mention, look.chosen, look.hit, look.here)
        pieces: list[Piece] = []
        for left, right, over in runs(start, end, [self._layers[kind] for kind in KINDS]):
            style = look.text
            for number in over:
                style += styles[number]
            pieces.append((self.text[left:right], style))
        return pieces

    def _selected(self, drawn: Strip, line: int) -> Strip:
        """The line with what the mouse has selected on it."""
        selection = self.text_selection
        span = selection.get_span(line) if selection is not None else None
        if span is None:
            return drawn
        start, end = self.lines.span(line)
        first = min(end, start + max(0, span[0]))
        last = end if span[1] < 0 else min(end, start + span[1])
        left = GUTTER + width(self.text[start:first])
        right = left + width(self.text[first:last])
        style = self.look.selection
        lit = [Segment(text, (own or Style.null()) + style) for text, own, _ in drawn.crop(left, right)]
        return Strip.join([drawn.crop(0, left), Strip(lit), drawn.crop(right, drawn.cell_length)])

    # selecting ---------------------------------------------------------------------------------------

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that the mouse has selected."""
        start, end = self.span_of(selection)
        return (self.text[start:end], "\n") if start < end else None

    def span_of(self, selection: Selection) -> Span:
        """The selected stretch of the text."""
        start = 0 if selection.start is None else self._offset_at(selection.start)
        end = len(self.text) if selection.end is None else self._offset_at(selection.end)
        return min(start, end), max(start, end)

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected."""
        self.refresh()

    def _offset_at(self, place: Offset) -> int:
        """The offset of a place of a selection: a line, and characters from its beginning."""
        start, end = self.lines.span(max(0, min(place.y, len(self.lines) - 1)))
        return max(start, min(end, start + place.x))
