"""The frame of the reading room: its panes, its views, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.widget import Widget

from reltui.present.actions import Where
from reltui.tui.ours import ours
from reltui.tui.panes.actors import Actors
from reltui.tui.panes.chronology import Chronology
from reltui.tui.panes.source import SourcePane
from reltui.tui.state import State, Trail
from reltui.tui.views.registry import VIEWS
from reltui.tui.widgets.bars import Bar, KeyBar

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reltui.present.keys import Keys
    from reltui.present.settings import Settings
    from reltui.store.rows import Meta
    from reltui.tui.views.hits import Hits
    from reltui.tui.views.view import View
    from reltui.tui.workers.desk import Desk


_AGAIN, _TRIES = 0.01, 150  # seconds between tries to focus the list of a new view, and how many


class Frame(Screen[None]):
    """Panes and views, without any knowledge of what is in them."""

    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (70, "-two"), (100, "-three")]  # noqa: RUF012  as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]  # noqa: RUF012  the same

    def __init__(self, reading: Desk, searching: Desk, settings: Settings) -> None:
        super().__init__(id="room")
        self.reading = reading
        self.searching = searching
        self.settings = settings
        self.state = State(form=settings.cite)
        self.trail = Trail()
        self.meta: Meta | None = None
        self.years: list[tuple[str | None, int]] = []
        self.views: dict[str, View[Any]] = {}
        self.actors = Actors("actors", "pane")
        self.chronology = Chronology("chronology", "pane")
        self.source = SourcePane(reading, "source")
        self.source.add_class("pane")

    @property
    def keys(self) -> Keys:
        """The keys in force."""
        return self.settings.keys

    def compose(self) -> ComposeResult:
        """Title, panes, what is said, keys."""
        yield Bar("top")
        with Horizontal(id="body", classes="-on-chronology"):
            yield self.actors
            yield self.chronology
            yield Container(id="view")
            yield self.source
        yield Bar("said")
        yield KeyBar("keys")
        yield Container(Bar("calm"), id="small")

    # panes and views ---------------------------------------------------------------------------------

    @property
    def layout_name(self) -> str:
        """How many panes are side by side: one, two or three."""
        return "three" if self.has_class("-three") else "two" if self.has_class("-two") else "one"

    @property
    def view(self) -> View[Any] | None:
        """The view that is open, if one is."""
        return self.views.get(self.state.view)

    @property
    def hits(self) -> Hits | None:
        """The hits of the search, if they are the view that is open."""
        return cast("Hits", self.view) if self.view is not None and self.state.view == "hits" else None

    @property
    def place(self) -> Where:
        """Which keys work where the focus is."""
        focused = self.focused
        if focused is self.actors:
            return "actors"
        if focused is self.chronology:
            return "chronology"
        if focused is not None and focused is self.source.sheet:
            return "source"
        if self.view is not None and focused is self.view.lines:
            return "views"
        if focused is not None and focused.id == "timeline":
            return "timeline"
        return "room"

    def show_view(self, name: str) -> View[Any]:
        """Put a view in the place of actors and chronology, making it if it is new."""
        self.state.view = name
        if name not in self.views:
            desk = self.searching if name == "hits" else self.reading
            self.views[name] = VIEWS[name].make(desk)
            self.query_one("#view", Container).mount(self.views[name])
        for other, view in self.views.items():
            view.display = other == name
        self.lay("view")
        return self.views[name]

    def hide_view(self) -> None:
        """Show actors and chronology again."""
        self.state.view = ""
        self.lay(self.state.pane)

    def focus_on(self, pane: str) -> None:
        """Put the focus on `actors`, `chronology`, `source` or `view`, and bring that pane into sight."""
        if pane in ("actors", "chronology") and self.state.view:
            self.state.pane = pane
            self.hide_view()
        if pane == "view" and self.view is None:
            pane = "chronology"
        self.lay(pane)
        target: Widget = self.source.sheet
        if pane == "actors":
            target = self.actors
        elif pane == "chronology":
            target = self.chronology
        elif pane == "view" and self.view is not None:
            target = self.view.target
        if target.is_mounted:
            target.focus()
        else:
            self._focus_once_there(target, self.state.view)
            ours(self).ahead.wait_for(lambda: target.has_focus)

    def _focus_once_there(self, target: Widget, view: str, tries: int = _TRIES) -> None:
        """Give the focus to the list of a new view; what had it is hidden, and its neighbour would take it."""
        if self.state.view != view:
            return  # another one was opened before this one could have the focus
        if target.is_mounted:
            target.focus()
        if not target.has_focus and tries:
            self.set_timer(_AGAIN, lambda: self._focus_once_there(target, view, tries - 1))

    def lay(self, pane: str) -> None:
        """Say which pane is looked at, for the style sheet to choose what else there is room for."""
        self.query_one("#body").classes = f"-on-{pane} -view" if self.state.view else f"-on-{pane}"
        if pane != "view":
            self.state.pane = pane
