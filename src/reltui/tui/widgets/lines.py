"""A list on the line API: draws the lines one sees, asks for the rows it needs, and holds a cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar

from textual.cache import LRUCache
from textual.message import Message
from textual.strip import Strip

from reltui.tui.keymap import bindings
from reltui.tui.ours import ours
from reltui.tui.widgets.pages import Supply, id_of
from reltui.tui.widgets.pieces import Piece, strip
from reltui.tui.widgets.plan import Heading, Plan
from reltui.tui.widgets.planned import PlannedView
from reltui.tui.widgets.wrap import line_of_text

if TYPE_CHECKING:
    from textual import events

    from reltui.tui.look import Look


T = TypeVar("T")
Cause = Literal["hand", "click", "shown", "step", "typed"]


class LineList(PlannedView, Generic[T], can_focus=True):
    """Rows of equal height under headings, a million as quickly as forty.

    Subclasses say how a row is drawn (`draw`), and may open the row under the cursor by a few lines
    (`more`). `Pointed` is posted when the cursor has moved, `Opened` on Enter and on a click.
    """

    BINDINGS = [*bindings("moving")]  # noqa: RUF012  as Textual has it
    HEIGHT: ClassVar[int] = 1
    EMPTY: ClassVar[str] = "Nothing here."

    class Pointed(Message):
        """The cursor stands on another row.

        `cause` is "hand" where the user moved it, "shown" where other rows are shown, "step" where it
        follows what another pane shows, "typed" where others may be shown at the next key: it leads nowhere.
        """

        def __init__(self, lines: LineList[Any], row: object, cause: Cause) -> None:
            super().__init__()
            self.lines = lines
            self.row = row
            self.cause: Cause = cause

        @property
        def control(self) -> LineList[Any]:
            """The list, for handlers that choose by it."""
            return self.lines

    class Opened(Pointed):
        """The row under the cursor was opened, with Enter ("hand") or with the mouse ("click")."""

    def __init__(self, name: str | None = None, classes: str | None = None) -> None:
        super().__init__(name, classes)
        self.pages: Supply[T] | None = None
        self.marked: frozenset[str] = frozenset()
        self._strips: LRUCache[tuple[int, int, int, bool, bool], Strip] = LRUCache(512)
        self._owed: Cause | None = None  # why the cursor moved to a row that is not here yet

    # what subclasses say -----------------------------------------------------------------------------

    def draw(self, row: T, part: int, cells: int, look: Look) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """The pieces of one line of a row: from the left, and at the right edge."""
        raise NotImplementedError

    def more(self, row: T) -> int:
        """How many lines the row under the cursor takes beyond the height of all rows."""
        return 0

    def name_of(self, row: T) -> str:
        """The id of a row, by which it is marked and found again."""
        return id_of(row)

    def empty(self) -> str:
        """What is said where there are no rows."""
        return self.EMPTY

    # what others call --------------------------------------------------------------------------------

    def show(
        self,
        pages: Supply[T],
        headings: Sequence[Heading] = (),
        cursor: int = 0,
        cause: Cause = "shown",
    ) -> None:
        """Show other rows, with the cursor on one of them; the others are told of it with this cause."""
        self.pages = pages
        self.lay_out(Plan(pages.count, self.HEIGHT, headings))
        self.cursor = max(0, min(cursor, pages.count - 1))
        self._open()
        self._redraw()
        if cause != "step":  # what follows another pane, or changes under one's hands, stays where it is
            self.scroll_to(y=0, animate=False, force=True)
        self.reveal()
        self.point(cause)

    def current(self) -> T | None:
        """The row under the cursor, or None while it is not here."""
        return self.pages.row(self.cursor) if self.pages is not None and self.pages.count else None

    def go(self, row: int, cause: Cause = "hand") -> None:
        """Put the cursor on a row and bring it into view."""
        if self.pages is None or not self.pages.count:
            return
        row = max(0, min(row, self.pages.count - 1))
        moved = row != self.cursor
        self.cursor = row
        self._open()
        self.reveal()
        self.refresh()
        if moved:
            self.point(cause)

    def go_to(self, ident: str, then: Callable[[bool], None] | None = None) -> None:
        """Put the cursor on the row with an id, if it is among the rows; `then` is told whether it is."""
        here = self.current()
        if here is not None and self.name_of(here) == ident:
            if then is not None:
                then(True)
            return
        if self.pages is None:
            return

        def found(row: int | None) -> None:
            if row is not None:
                self.go(row, "step")
            if then is not None:
                then(row is not None)

        self.pages.find(ident, found)

    def mark(self, ids: frozenset[str]) -> None:
        """Mark the rows that bear on what is selected elsewhere."""
        if ids != self.marked:
            self.marked = ids
            self._redraw()

    def notify_style_update(self) -> None:
        """Draw anew: the focus or the theme has changed the colours."""
        super().notify_style_update()
        self._strips.clear()

    def restyle(self) -> None:
        """Take up the styles of another theme."""
        self._redraw()

    def action_do(self, name: str) -> None:
        """Move, or open what the cursor is on."""
        page = max(1, (self.size.height - 1) // self.HEIGHT)
        last = self.pages.count - 1 if self.pages is not None else 0
        if name == "open":
            self.point("hand", self.Opened)
        else:
            rows = {"down": 1, "up": -1, "page_down": page, "page_up": -page, "top": -last - 1}
            self.go(self.cursor + rows.get(name, last + 1))

    # drawing -----------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line of the visible part."""
        cells = self.size.width
        look, base = self.look, self.base
        line = self.plan.at(round(self.scroll_y) + y)
        if line is None:
            nothing = self.pages is not None and not self.pages.count
            waiting = " …" if self.pages is None else ""  # what is to be shown is still being read
            said = ours(self).settings.keys.told(self.empty()) if nothing else waiting
            return strip([(f" {line_of_text(said, cells - 2, y)}", look.dim)], cells, (), base)
        if line.heading is not None:
            return strip([(f" {line.heading} ", look.heading)], cells, (), base)
        here, focused = line.row == self.cursor, self.has_focus
        key = (line.row, line.part, cells, here, focused)
        if (drawn := self._strips.get(key)) is not None:
            return drawn
        row = self.pages.row(line.row) if self.pages is not None else None
        if row is None:
            return strip([("  ·", look.dim)], cells, (), base)
        under = base + (look.cursor if focused else look.resting) if here else base
        sign = ("▸" if focused else "▹") if here and line.part == 0 else " "
        if self.marked and not here and self.name_of(row) in self.marked and line.part == 0:
            sign = "•"
        if here and focused and look.lit is not None:
            look = look.lit
        left, right = self.draw(row, line.part, cells - 2, look)
        made = strip(
            [(sign, look.marked if sign == "•" else look.key), *left],
            cells,
            [*right, (" ", look.text)],
            under,
        )
        self._strips[key] = made
        return made

    def _redraw(self) -> None:
        self._strips.clear()
        self.lay_out(self.plan)
        self._want()
        self.refresh()

    def _open(self) -> None:
        """Open the row under the cursor, and close the one that was."""
        row = self.current()
        self.open_row(self.more(row) if row is not None else 0)

    def _want(self) -> None:
        """Ask for the rows in view, and for what stands near them."""
        if self.pages is None or not self.pages.count:
            return
        if (rows := self.rows_in_view()) is not None:
            self.pages.want(*rows, self._arrived)

    def _arrived(self) -> None:
        self._open()
        self.refresh()
        if self._owed is not None and self.current() is not None:
            self.point(self._owed)

    def point(self, cause: Cause, kind: type[Pointed] | None = None) -> None:
        """Tell the others where the cursor stands."""
        row = self.current()
        self._owed = cause if row is None and kind is None else None
        if row is not None:
            # sent as the list's own: a message made in a handler of its parent would not rise beyond that
            self.post_message((kind or self.Pointed)(self, row, cause).set_sender(self))

    # events ------------------------------------------------------------------------------------------

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """See to the rows that come into view."""
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def on_resize(self) -> None:
        """Draw for another width."""
        self._open()
        self._redraw()
        self.reveal()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where one clicked, and open the row."""
        place = event.get_content_offset(self)
        if place is not None and (row := self.row_at(place.y)) is not None:
            self.go(row)
            self.point("click", self.Opened)
