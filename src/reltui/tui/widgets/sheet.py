"""A text to read, on the line API: wrapped by cells, highlighted by offset, with a cursor that moves by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from rich.style import Style
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reltui.tui.keymap import bindings
from reltui.tui.look import Look, look_of
from reltui.tui.widgets.layers import Layer, Span, runs
from reltui.tui.widgets.pieces import Piece, cut, strip
from reltui.tui.widgets.wrap import Lines, wrap

if TYPE_CHECKING:
    from textual import events
    from textual.selection import Selection


Kind = Literal["title", "key", "evidence", "mention", "chosen", "hit", "here"]
KINDS: tuple[Kind, ...] = (
    "title",
    "key",
    "evidence",
    "mention",
    "chosen",
    "hit",
    "here",
)  # from the ground up
GUTTER = 2  # cells: the cursor, and a sign for what stands on the line
SLOW = 200_000  # characters from which wrapping is left to the thread that asked to show the text


class Sheet(ScrollView, can_focus=True):
    """A text one moves in. Offsets are those of the text it was given."""

    BINDINGS = bindings("moving", "source")
    ALLOW_SELECT = True

    class Moved(Message):
        """The cursor stands on another line, which shows text[start:end]; by the user's hand or not."""

        def __init__(self, start: int, end: int, by_hand: bool) -> None:
            super().__init__()
            self.start = start
            self.end = end
            self.by_hand = by_hand

    class Resized(Message):
        """The text is long and has to be wrapped again, for a sheet of so many cells."""

        def __init__(self, cells: int) -> None:
            super().__init__()
            self.cells = cells

    def __init__(self, name: str | None = None) -> None:
        super().__init__(id=name)
        self.text = ""
        self.lines: Lines = wrap("", 1)
        self.cursor = 0  # the line
        self.at = 0  # the place on it that one was sent to
        self._cells = 1
        self._layers: dict[Kind, Layer] = {kind: Layer() for kind in KINDS}

    @property
    def cells(self) -> int:
        """How many cells a line of text may take."""
        return max(1, self.size.width - GUTTER - 1)

    @property
    def look(self) -> Look:
        """The styles in use."""
        return look_of(self)

    def restyle(self) -> None:
        """Take up the styles of another theme."""
        self.refresh()

    # showing -----------------------------------------------------------------------------------------

    def show(self, text: str, lines: Lines | None = None, cells: int = 0) -> None:
        """Show another text; `lines` are it wrapped for `cells` already, which long texts should be."""
        self.text = text
        self.cursor = self.at = 0
        for kind in KINDS:
            self._layers[kind] = Layer()
        if lines is not None and cells:
            self.lines, self._cells = lines, cells
        else:
            self.lines, self._cells = wrap(text, self.cells), self.cells
        self.virtual_size = Size(self.size.width, len(self.lines))
        self.scroll_to(y=0, animate=False)
        if self._cells != self.cells:
            self.on_resize()
        self.refresh()

    def rewrap(self, lines: Lines, cells: int) -> None:
        """Take the text wrapped anew for another width, and keep one's place."""
        self.lines, self._cells = lines, cells
        self.virtual_size = Size(self.size.width, len(lines))
        self.cursor = lines.line_of(self.at)
        self._reveal(self.at)
        self.refresh()

    def set_layer(self, kind: Kind, spans: Iterable[Span]) -> None:
        """Highlight these spans in this way, and no others."""
        self._layers[kind] = Layer(spans)
        self.refresh()

    def spans_of(self, kind: Kind) -> Layer:
        """The spans that are highlighted in this way."""
        return self._layers[kind]

    def go(self, offset: int, by_hand: bool = False, upto: int | None = None) -> None:
        """Put the cursor on the line of an offset, and bring it (and what follows, up to `upto`) into view."""
        self.at = max(0, min(offset, len(self.text)))
        self.cursor = self.lines.line_of(self.at)
        self._reveal(self.at, upto)
        self.refresh()
        start, end = self.lines.span(self.cursor)
        self.post_message(self.Moved(start, end, by_hand))

    def step(self, kind: Kind, forward: bool) -> Span | None:
        """Go to the next or previous span of a kind, round the end; None if there is none."""
        layer = self._layers[kind]
        span = (layer.after(self.at) if forward else layer.before(self.at)) or (
            (layer.spans[0] if forward else layer.spans[-1]) if layer else None
        )
        if span is not None:
            self.go(span[0], by_hand=True, upto=span[1])
            self.set_layer("here", [span] if kind == "hit" else [])
        return span

    def action_do(self, name: str) -> None:
        """Move in the text."""
        page = max(1, self.size.height - 2)
        last = len(self.lines)
        lines = {"down": 1, "up": -1, "page_down": page, "page_up": -page, "top": -last, "bottom": last}
        if name in lines:
            self._line(self.cursor + lines[name])
        elif name == "next_paragraph":
            end = self.text.find("\n", self.at)
            while 0 <= end < len(self.text) and self.text[end] == "\n":
                end += 1
            self.go(len(self.text) if end < 0 else end, by_hand=True)
        elif name == "previous_paragraph":
            start = self.text.rstrip("\n").rfind("\n", 0, max(0, self.at - 1)) + 1
            while start > 1 and self.text[start - 1 : start + 1] == "\n\n":
                start = self.text.rfind("\n", 0, start - 1) + 1
            self.go(start, by_hand=True)
        elif name == "open":
            self.post_message(self.Opened(*self.lines.span(self.cursor), True))

    class Opened(Moved):
        """Enter was pressed on a line."""

    def _line(self, line: int) -> None:
        line = max(0, min(line, len(self.lines) - 1))
        self.go(self.lines.starts[line], by_hand=True)

    def _reveal(self, offset: int, upto: int | None = None) -> None:
        """Bring a place into view, with a few lines around it where there is room."""
        height = self.size.height
        if not height:
            return
        top = self.lines.line_of(offset)
        bottom = self.lines.line_of(max(offset, (upto or offset + 1) - 1)) + 1
        around = min(3, max(0, (height - 1) // 4))
        seen = round(self.scroll_y)
        if top - around < seen:
            self.scroll_to(y=max(0, top - around), animate=False)
        elif bottom + around > seen + height:
            self.scroll_to(y=min(top - around, bottom + around - height), animate=False)

    # drawing -----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line of the visible part."""
        cells, look = self.size.width, self.look
        line = round(self.scroll_y) + y
        if line >= len(self.lines) or not self.text:
            return strip([], cells, (), self.rich_style)
        start, end = self.lines.span(line)
        here = line == self.cursor
        bar = "▌" if here and self.has_focus else "▏" if here else " "
        sign, style = self._sign(start, end)
        pieces: list[Piece] = [(bar, look.key), (sign, style)]
        pieces += self._pieces(start, end, look)
        drawn = strip(pieces, cells, (), self.rich_style)
        return self._selected(drawn, line).apply_offsets(-GUTTER, line)

    def _sign(self, start: int, end: int) -> tuple[str, Style]:
        """The sign in the gutter: what stands on the line, told without colour."""
        look = self.look
        for kind, sign, style in (
            ("here", "▶", look.key),
            ("hit", "›", look.key),
            ("evidence", "┃", look.occurred),
            ("chosen", "•", look.marked),
        ):
            if any(True for _ in self._layers[kind].within(start, max(end, start + 1))):  # pyright: ignore[reportArgumentType]  the kinds are written out above
                return sign, style
        return " ", look.text

    def _pieces(self, start: int, end: int, look: Look) -> list[Piece]:
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
        first, last = span
        begin = GUTTER + max(0, first)
        stop = drawn.cell_length if last < 0 else GUTTER + last
        parts = drawn.divide([begin, max(begin, stop), drawn.cell_length])
        if len(parts) < 2:
            return drawn
        lit = Strip([segment for segment in parts[1]], parts[1].cell_length)
        return Strip.join([parts[0], _over(lit, self.look.selection), *parts[2:]])

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
        line = max(0, min(place.y, len(self.lines) - 1))
        start, end = self.lines.span(line)
        return start + len(cut(self.text[start:end], max(0, place.x), ""))

    # events ------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Wrap for another width: at once, or for a long text by whoever holds it."""
        if self._cells == self.cells or not self.size.width:
            return
        if len(self.text) > SLOW:
            self.post_message(self.Resized(self.cells))
        else:
            self.rewrap(wrap(self.text, self.cells), self.cells)

    def on_focus(self) -> None:
        """Show that the cursor is here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the cursor is elsewhere."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where one clicked."""
        line = round(self.scroll_y) + event.y
        if line < len(self.lines):
            self.go(self._offset_at(Offset(event.x - GUTTER, line)), by_hand=True)


def _over(part: Strip, style: Style) -> Strip:
    """A strip with a style laid over its own."""
    from rich.segment import Segment

    return Strip([Segment(text, (own or Style.null()) + style) for text, own, _ in part], part.cell_length)


Wrap = Callable[[str, int], Lines]
