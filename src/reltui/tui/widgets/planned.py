"""A scrolled list by a plan of its lines: where rows stand, which one is opened, what is in view."""

from __future__ import annotations

from textual.geometry import Size

from reltui.tui.widgets.drawn import DrawnView
from reltui.tui.widgets.plan import Plan


class PlannedView(DrawnView):
    """Knows lines, a cursor and scrolling, but nothing of rows."""

    def __init__(self, name: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=name, classes=classes)
        self.plan = Plan(0)
        self.cursor = 0

    def lay_out(self, plan: Plan) -> None:
        """Take another plan."""
        self.plan = plan
        self.virtual_size = Size(self.size.width, plan.lines)

    def open_row(self, extra: int) -> None:
        """Open the row under the cursor by so many lines, and close the one that was."""
        plan, opened = self.plan, self.cursor if extra else -1
        if (plan.opened, plan.extra) != (opened, extra):
            self.lay_out(Plan(plan.count, plan.height, plan.headings, opened, extra))

    def reveal(self) -> None:
        """Scroll as little as is needed for the row under the cursor, and its heading, to be seen."""
        plan, height = self.plan, self.size.height
        if not height or not plan.count:
            return
        top = plan.line_of(self.cursor)
        bottom = top + plan.tall(self.cursor)
        heading = plan.heading_of(self.cursor)
        if heading is not None and heading.first == self.cursor:
            top -= 1
        seen = round(self.scroll_y)
        if top < seen or bottom - top > height:
            self.scroll_to(y=top, animate=False, force=True)
        elif bottom > seen + height:
            self.scroll_to(y=bottom - height, animate=False, force=True)

    def rows_in_view(self) -> tuple[int, int] | None:
        """The first and the last row of which something is in view."""
        first = self.plan.at(round(self.scroll_y))
        last = self.plan.at(min(self.plan.lines - 1, round(self.scroll_y) + max(1, self.size.height)))
        return (first.row, last.row) if first is not None and last is not None else None

    def row_at(self, y: int) -> int | None:
        """The row drawn at a line of the visible part; None on a heading and below the last."""
        line = self.plan.at(round(self.scroll_y) + y)
        return line.row if line is not None and line.heading is None else None
