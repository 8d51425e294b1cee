"""The stage of the reading room: its panes, where they stand, and what is written around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.widget import Widget

from reltui.present.actions import BY_ID, Where, at, in_footer, reach
from reltui.present.safe import safe
from reltui.tui.look import look_of
from reltui.tui.panes.actors import Actors
from reltui.tui.panes.chronology import Chronology
from reltui.tui.panes.source import SourcePane
from reltui.tui.spots import Spot
from reltui.tui.state import State, Trail
from reltui.tui.views.registry import VIEWS
from reltui.tui.widgets.bars import Bar, KeyBar
from reltui.tui.widgets.pieces import Piece
from reltui.tui.widgets.spark import span_of_years, spark
from reltui.tui.words import plural

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reltui.present.keys import Keys
    from reltui.present.settings import Settings
    from reltui.store.rows import Meta
    from reltui.tui.views.view import View
    from reltui.tui.workers.desk import Desk

_PROMPT_KEYS = (("", "Enter", "first hit"), ("", "↑ ↓", "hits"), ("escape", "Esc", "leave"))
_NOTICE_SECONDS = 12.0


class Stage(Screen[None]):
    """Panes, bars and views, without any knowledge of what follows from what."""

    CSS_PATH = "room.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (70, "-two"), (100, "-three")]  # noqa: RUF012  as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012  the same

    def __init__(self, reading: Desk, searching: Desk, settings: Settings) -> None:
        super().__init__()
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
        self._notice: list[Piece] = []

    @property
    def keys(self) -> Keys:
        """The keys in force."""
        return self.settings.keys

    def compose(self) -> ComposeResult:
        """Title, panes, what is said, keys."""
        yield Bar("top")
        with Horizontal(id="body"):
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
        self.query_one("#body").set_class(True, "-view")
        return self.views[name]

    def hide_view(self) -> None:
        """Show actors and chronology again."""
        self.state.view = ""
        self.query_one("#body").set_class(False, "-view")

    def focus_on(self, pane: str) -> None:
        """Put the focus on `actors`, `chronology`, `source` or `view`, and bring that pane into sight."""
        if pane in ("actors", "chronology") and self.state.view:
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
            target = self.view.lines
        target.focus()

    def lay(self, pane: str) -> None:
        """Say which pane is looked at, for the style sheet to choose what else there is room for."""
        body = self.query_one("#body")
        for name in ("actors", "chronology", "source", "view"):
            body.set_class(name == pane, f"-on-{name}")
        if pane != "view":
            self.state.pane = pane

    def on_descendant_focus(self) -> None:
        """Follow the focus, wherever it came from."""
        place = self.place
        if place in ("actors", "chronology", "source"):
            self.lay(place)
        elif self.view is not None and self.focused is not None and self.view in self.focused.ancestors:
            self.lay("view")
        self.write_keys()

    # what is written around the panes ----------------------------------------------------------------

    def entitle(self, widget: Widget, text: str, more: str = "") -> None:
        """Write a pane's title on its border; text of sources is not parsed as markup."""
        widget.border_title = Text(safe(text))
        widget.border_subtitle = Text(safe(more)) if more else None

    def write_top(self) -> None:
        """Write what is open, and the filter where there is one."""
        look = look_of(self)
        left: list[Piece] = [(" reltui ", look.key)]
        if self.meta is not None:
            counts = self.meta.counts
            left.append((f" {safe(self.meta.title)} ", look.strong))
            parts = [
                plural(counts.get("sources", 0), "source"),
                plural(counts.get("actors", 0), "actor"),
                plural(counts.get("events", 0), "event"),
            ]
            if not self.state.filter:
                left.append((" · ".join(["", *parts]), look.dim))
        if self.state.filter:
            left += [
                ("  filter ", look.key),
                (safe(self.state.filter), look.strong),
                (f"  {self.keys.first('clear_filter')} clears", look.dim),
            ]
        right: list[Piece] = []
        for name in ("search", "help"):
            if key := self.keys.first(name):
                right += [(f"{key} ", look.key), (f"{BY_ID[name].label}  ", look.dim)]
        self.query_one("#top", Bar).put(left, right)

    def write_keys(self) -> None:
        """Write the keys that do something where the focus is."""
        focused = self.focused
        if focused is not None and self.place == "room" and focused.id == "ask":
            self.query_one("#keys", KeyBar).put_keys(_PROMPT_KEYS)
            return
        shown = in_footer(at(*reach(self.place)))
        keys: list[tuple[str, str, str]] = []
        for action in in_footer(at(*reach(self.place))):
            same = [
                other.id
                for other in at(action.where)
                if (other.label, other.footer) == (action.label, action.footer)
            ]
            key = " ".join(filter(None, (self.keys.first(id_) for id_ in same)))
            if key:
                keys.append((action.id, key, action.label))
        self.query_one("#keys", KeyBar).put_keys(keys)

    def say(self, text: str, problem: bool = False) -> None:
        """Say a sentence below the panes for a while."""
        look = look_of(self)
        sign = "! " if problem else ""
        self._notice = [(f" {sign}{safe(text)}", look.doubt if problem else look.notice)]
        self.write_said()
        notice = self._notice
        self.set_timer(_NOTICE_SECONDS, lambda: self._unsay(notice))

    def _unsay(self, notice: list[Piece]) -> None:
        if self._notice is notice:
            self._notice = []
            self.write_said()

    def write_said(self) -> None:
        """Write the notice, else the years as a line of bars."""
        bar = self.query_one("#said", Bar)
        self.set_class(bool(self._notice), "-saying")
        bar.put(self._notice or self._spark())

    def _spark(self) -> list[Piece]:
        years = span_of_years(self.years)
        cells = self.size.width - 16
        if len(years) < 2 or cells < 20:
            return []
        look = look_of(self)
        first, last = str(years[0][0]), str(years[-1][0])
        drawn = spark([count for _, count in years], min(cells, max(len(years), 34)), self.settings.flat)
        return [(f" {first} ", look.dim), (drawn, look.bar), (f" {last}", look.dim)]

    def report(self, error: Exception) -> None:
        """Say what went wrong; errors of the store are sentences already."""
        self.say(str(error) or type(error).__name__, problem=True)

    def write_titles(self) -> None:
        """Write the titles of the panes."""
        state = self.state
        actors = self.actors.pages
        events = self.chronology.pages
        self.entitle(self.actors, "Actors", f"by {state.actor_order}" if actors and actors.count > 1 else "")
        of = f" · {state.actor_name}" if state.actor and state.actor_name else ""
        newest = ", newest first" if state.event_order == "newest" else ""
        self.entitle(
            self.chronology, f"Chronology{of}", f"{plural(events.count, 'event')}{newest}" if events else ""
        )
        self.entitle(self.source, "Source")

    def spot(self) -> Spot | None:
        """The words that the source pane was opened at."""
        return self.source.spot
