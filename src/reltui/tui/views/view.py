"""What all views have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from textual.containers import Vertical

from reltui.present.counting import plural
from reltui.present.safe import safe
from reltui.tui.spots import Spot
from reltui.tui.widgets.lines import Cause, LineList
from reltui.tui.widgets.pages import Begun, Pages, Rows, begin

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from reltui.query import Query
    from reltui.store import Reader
    from reltui.tui.workers.desk import Desk

T = TypeVar("T")


class Asked(NamedTuple):
    """What a view is to show: what the filter keeps, of which actor, what is searched for; where the cursor
    is to stand (the id of a row), and why it will stand there."""

    filter: Query | None = None
    actor: str = ""
    name: str = ""  # the actor's
    other: str = ""  # the other actor of a pair
    search: str = ""
    row: str = ""
    cause: Cause = "shown"
    within: str = ""  # a query that narrows this view alone
    event: str = ""  # the event that is selected

    def query(self) -> Query:
        """What the filter keeps, and what the view alone is narrowed to."""
        from reltui.query import EMPTY, parse

        return (self.filter or EMPTY) & parse(self.within)

    def title(self, of_all: str, of: bool = False) -> str:
        """The view's name with what narrows it: "Figures · trade"; with `of`, the actor who is chosen."""
        if self.within:
            return f"{of_all} · {safe(self.within)}"
        return f"{of_all} of {safe(self.name)}" if of and self.actor else of_all


class ViewList(LineList[T]):
    """The list of a view: knows where each row leads."""

    _place: tuple[str, int] = ("", 0)  # which of the places of a row is shown

    def lead(self, row: T) -> Spot | None:
        """The words to which a row leads, None if it leads nowhere (a heading)."""
        raise NotImplementedError

    def place_of(self, ident: str) -> int:
        """The number of the place of a row that is shown: the first, or the one that `step_place` went on to."""
        return self._place[1] if self._place[0] == ident else 0

    def step_place(self, ident: str, count: int, forward: bool) -> bool:
        """Go on to the next of the places of the row under the cursor, then to the next row; always True."""
        way = 1 if forward else -1
        place = self.place_of(ident) + way
        if 0 <= place < count:
            self._place = (ident, place)
            self.point("hand")
        else:
            self._place = ("", 0)
            self.go(self.cursor + way)
        return True


class View(Vertical, Generic[T]):
    """A titled pane with a list. Subclasses say how it is filled."""

    NAME = ""
    _titled = ""

    def __init__(self, desk: Desk, lines: ViewList[T]) -> None:
        super().__init__(id=f"view-{self.NAME}", classes="pane view")
        self.desk = desk
        self.lines = lines

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield self.lines

    @property
    def target(self) -> Widget:
        """What has the focus when the view is opened."""
        return self.lines

    def lead(self, row: T) -> Spot | None:
        """The words to which a row leads."""
        return self.lines.lead(row)

    def fill(self, asked: Asked) -> None:
        """Show what is asked for."""
        raise NotImplementedError

    def step(self, forward: bool) -> bool:
        """Go on to the next place of the row under the cursor; whether rows of this view have several."""
        return False

    def titled(self, text: str) -> None:
        """Write the title on the border, which is drawn anew, and all within it, only if it is another."""
        if text != self._titled:
            from rich.text import Text

            self._titled = text
            self.border_title = Text(text)

    def window(
        self, make: Callable[[Reader], Rows[T]], asked: Asked, title: str, one: str, many: str | None = None
    ) -> None:
        """Make a window at the desk and show its rows, under a title that counts them."""

        def take(begun: Begun[T]) -> None:
            self.lines.show(Pages(self.desk, self, self.NAME, begun), (), begun.cursor, asked.cause)
            self.titled(f"{title} · {plural(begun.total, one, many)}")

        self.desk.ask(self, f"view:{self.NAME}", lambda reader: begin(make(reader), asked.row), take)
