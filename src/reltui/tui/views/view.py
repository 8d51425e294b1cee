"""What all views have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.containers import Vertical

from reltui.tui.spots import Spot
from reltui.tui.widgets.lines import LineList
from reltui.tui.widgets.pages import Pages, Rows, begin

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reltui.query import Query
    from reltui.store import Reader
    from reltui.tui.workers.desk import Desk

T = TypeVar("T")


class ViewList(LineList[T]):
    """The list of a view: knows where each row leads."""

    def lead(self, row: T) -> Spot | None:
        """The words to which a row leads, None if it leads nowhere (a heading)."""
        raise NotImplementedError


class View(Vertical, Generic[T]):
    """A titled pane with a list. Subclasses say how it is filled."""

    NAME = ""

    def __init__(self, desk: Desk, lines: ViewList[T]) -> None:
        super().__init__(id=f"view-{self.NAME}", classes="pane view")
        self.desk = desk
        self.lines = lines
        self.filter: Query | None = None
        self.subject = ""

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield self.lines

    def lead(self, row: T) -> Spot | None:
        """The words to which a row leads."""
        return self.lines.lead(row)

    def fill(self, filter_: Query | None, subject: str = "") -> None:
        """Show what the filter keeps; `subject` is the actor that is selected."""
        raise NotImplementedError

    def titled(self, text: str) -> None:
        """Write the title on the border."""
        from rich.text import Text

        self.border_title = Text(text)

    def window(self, make: Callable[[Reader], Rows[T]], then: Callable[[Pages[T]], None]) -> None:
        """Make a window at the desk and hand over its pages."""

        self.desk.ask(
            self,
            f"view:{self.NAME}",
            lambda reader: begin(make(reader)),
            lambda begun: then(Pages(self.desk, self, self.NAME, begun)),
        )
