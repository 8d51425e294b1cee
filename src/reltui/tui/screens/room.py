"""The reading room: the screen one lives in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from reltui.present.actions import BY_ID
from reltui.present.counting import plural
from reltui.present.session import Place
from reltui.tui.commands import asking, copying, correcting, exporting, keeping, moving, reasons
from reltui.tui.commands.registry import COMMANDS
from reltui.tui.keymap import bindings
from reltui.tui.look import look_of
from reltui.tui.ours import ours
from reltui.tui.screens.stepping import Stepping
from reltui.tui.widgets.bars import Bar, KeyBar

if TYPE_CHECKING:
    from reltui.present.clipboard import Copied
    from reltui.present.settings import Settings
    from reltui.query import Query
    from reltui.tui.views.view import View
    from reltui.tui.workers.desk import Desk

COMMAND_MODULES = (
    asking,
    copying,
    correcting,
    exporting,
    keeping,
    moving,
    reasons,
)  # imported so that they register what they do
_LOOK_SECONDS = 3.0  # how often it is seen whether the corpus was built anew
GONE = "The file of the corpus is gone: what is open can still be read, until you leave."
LED_TO = frozenset({"statements", "offices", "figures", "doubts"})  # the views that a search leads to
SMALLEST = (34, 8)  # cells and lines: less room shows a calm sentence instead


class Room(Stepping):
    """Stage, steps, and the actions that work wherever the focus is."""

    BINDINGS = [*bindings("room", "views", "everywhere")]  # noqa: RUF012  as Textual has it

    def __init__(self, reading: Desk, searching: Desk, settings: Settings, place: Place) -> None:
        super().__init__(reading, searching, settings)
        self._first: Place | None = place
        self._stamp = ""
        self.last_copied: tuple[str, Copied] | None = None

    def on_mount(self) -> None:
        """Show the frame at once, and what is in it as soon as it has been read."""
        self.set_class(self.settings.flat, "-flat")
        self.write_top()
        self.write_titles()
        self.write_keys()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Show the place one left, or the beginning; once, and before anything that one types ahead."""
        if self._first is None:
            return
        place, self._first = self._first, None
        self.restore(place)
        self._stamp = ours(self).stamp()
        self.set_interval(_LOOK_SECONDS, self._look)
        self.say_unread()
        for problem in self.settings.problems[:1]:
            self.say(problem, problem=True)

    def say_unread(self) -> None:
        """Say how many files could not be read when the corpus was built just now."""
        self._stamp = ours(self).stamp()
        if unread := ours(self).unread:
            self.say(f"{plural(unread, 'file')} could not be read: 'reltui doctor' says why.", problem=True)

    def _look(self) -> None:
        """Offer to read the corpus again once it was built anew."""
        stamp = ours(self).stamp()
        if (ledger := ours(self).ledger) is not None:
            ledger.look_if_changed()
        if not stamp and self._stamp:
            self._stamp = ""  # said once; should it come back, it was built anew
            self.say(GONE, problem=True)
        elif stamp != self._stamp:
            self._stamp = stamp
            self.say(f"The corpus was built anew: {self.keys.first('reload')} reads it again.")

    def on_resize(self) -> None:
        """Say so calmly where there is too little room, and write the bars anew."""
        cells, lines = SMALLEST
        small = self.size.width < cells or self.size.height < lines
        self.query_one("#small").display = small
        if small:
            said = "reltui needs more room" if self.size.width >= 24 else "more room, please"
            middle = " " * max(0, (self.size.width - len(said)) // 2)
            self.query_one("#calm", Bar).put([(middle + said, look_of(self).dim)])
        self.write_said()

    def show_view(self, name: str) -> View[Any]:
        """Put a view in place; what was searched for is highlighted while one is among the hits, or led from them."""
        if name != "hits":
            self.source.search(self.led_by(name))
        return super().show_view(name)

    def led_by(self, name: str) -> Query | None:
        """The query to which a view is narrowed, where a search has led to it."""
        from reltui.query import parse

        return parse(self.state.within) if self.state.within and name in LED_TO else None

    def hide_view(self) -> None:
        """Show actors and chronology again."""
        self.source.search(None)
        super().hide_view()

    # actions -----------------------------------------------------------------------------------------

    def action_do(self, name: str) -> None:
        """Do an action by its name."""
        self._begin()
        if name in COMMANDS:
            COMMANDS[name](self)
        elif self.focused is not None and hasattr(self.focused, "action_do"):
            cast("Room", self.focused).action_do(name)

    def to_view(self, name: str, within: str = "") -> None:
        """Open a view narrowed to a query."""
        asking.open_view(self, name, within)

    def do_chosen(self, chosen: str) -> None:
        """Do what was chosen in the palette."""
        kind, _, name = chosen.partition(":")
        if kind == "action" and name in BY_ID:
            self.action_do(name)
        elif kind == "view":
            asking.open_view(self, name)
        elif kind == "search":
            keeping.run(self, name)
        elif kind == "actor":
            self.choose_actor(name)
            self.focus_on("chronology")

    def on_key_bar_clicked(self, event: KeyBar.Clicked) -> None:
        """Do what was clicked below."""
        event.stop()
        if event.action:
            self.action_do(event.action)

    def actor_at_hand(self) -> str:
        """The actor who is selected: under the cursor, chosen, or named where one reads."""
        from reltui.store.rows import Hit

        row = self.actors.current()
        if self.place == "actors" and row is not None:
            return row.id
        folio, sheet = self.source.folio, self.source.sheet
        if self.place == "source" and folio is not None:
            here = folio.standing.facts_at(*sheet.lines.span(sheet.cursor), "mention")
            if here:
                return here[0]
        if self.state.actor:
            return self.state.actor
        if (view := self.hits) is not None and self.place != "source":
            hit = view.hits.current()
            if isinstance(hit, Hit) and hit.kind == "actor":
                return hit.id
        return row.id if row is not None else ""

    def event_at_hand(self) -> str:
        """The event that is selected: where one reads, on the row of a view, or in the chronology."""
        folio, sheet = self.source.folio, self.source.sheet
        if self.place == "source" and folio is not None:
            here = folio.standing.facts_at(*sheet.lines.span(sheet.cursor), "event")
            if here:
                return here[0]
        if (view := self.view) is not None and self.place != "source":
            row = view.lines.current()
            if getattr(row, "kind", "") == "event" and self.hits is not None:
                return str(getattr(row, "id", ""))
            spot = view.lead(row) if row is not None else None
            if spot is not None and getattr(row, "id", "") == f"e{spot.fact}":
                return spot.fact
        return self.state.event

    def restyle(self) -> None:
        """Draw everything in the styles of another theme."""
        for pane in (
            self.actors,
            self.chronology,
            self.source.sheet,
            *(view.lines for view in self.views.values()),
        ):
            pane.restyle()
        self.source.restyle()
        self.write_top()
        self.write_said()
        self.write_keys()

    def leave(self) -> None:
        """Keep the place for the next start, and leave."""
        ours(self).leave(self.here())
