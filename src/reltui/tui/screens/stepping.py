"""What follows from what: the panes are always in step."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from reltui.tui.panes.actors import Actors
from reltui.tui.panes.chronology import Chronology
from reltui.tui.panes.source import SourcePane
from reltui.tui.screens.filling import Filling
from reltui.tui.spots import Spot
from reltui.tui.widgets.lines import LineList
from reltui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from reltui.model import Event
    from reltui.store.rows import ActorRow, EventRow, Hit
    from reltui.tui.views.hits import Hits
    from reltui.tui.widgets.histogram import Histogram

_STAYS = ("step", "typed")  # causes for which the source stays as it is


class Stepping(Filling):
    """Choosing in one pane leads the others."""

    _spots: tuple[Spot, ...] = ()  # the reports of the event that is shown
    _report = 0

    # from the lists ----------------------------------------------------------------------------------

    def on_line_list_pointed(self, event: LineList.Pointed) -> None:
        """Show what the cursor has come to stand on."""
        lines: object = event.lines
        if isinstance(lines, Chronology):
            # filled while a view is open, the chronology is not looked at and leads nowhere
            hidden = bool(self.state.view) and event.cause == "shown"
            self._at_event(
                cast("EventRow", event.row), event.cause != "step" and not hidden, event.cause == "shown"
            )
        elif isinstance(lines, Actors):
            pass  # walking past an actor changes nothing; Enter chooses
        elif self.view is not None and event.lines is self.view.lines and event.cause not in _STAYS:
            spot = self.view.lead(event.row)
            if spot is not None:
                self.source.open(spot)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Go where Enter leads."""
        lines: object = event.lines
        clicked = event.cause == "click"
        if isinstance(lines, Actors):
            row = cast("ActorRow", event.row)
            self.choose_actor("" if row.id == self.state.actor else row.id)
            if self.state.actor and (not clicked or self.layout_name == "one"):
                self.focus_on("chronology")
        elif isinstance(lines, Chronology):
            self._at_event(cast("EventRow", event.row), True)
            self.remember()
            if not clicked or self.layout_name == "one":
                self.focus_on("source")
        elif self.view is not None and event.lines is self.view.lines:
            self._open_in_view(event.row, clicked)

    def _open_in_view(self, row: object, clicked: bool) -> None:
        if goes := str(getattr(row, "goes", "")):
            self.follow(goes)
            return
        if self.hits is not None:
            hit = cast("Hit", row)
            if hit.kind == "actor" and not clicked:
                self.remember()
                self.choose_actor(hit.id)
                self.focus_on("chronology")
                return
        spot = self.view.lead(row) if self.view is not None else None
        if spot is not None:
            self.remember()
            self.source.open(spot)
            if not clicked or self.layout_name == "one":
                self.focus_on("source")

    def follow(self, goes: str) -> None:
        """Go where a line of a view leads that has no words of its own (see `views.entries.Entry`)."""
        kind, _, to = goes.partition(":")
        if kind == "view":
            self.to_view(*to.split(" ", 1))
            return
        self.remember()
        if kind == "search" and self.hits is not None:
            self.hits.prompt.value = to
            return
        if kind == "filter":
            kept = [word for word in self.state.filter.split() if not word.startswith("date:")]
            self.state.filter = " ".join([*kept, to])
            self.state.event = ""
            self.fill()
            self.focus_on("chronology")
            return
        self.state.actor, _, other = to.partition(" ")
        self.state.other = other or self.state.other
        self.fill("step")
        self.show_view("pair" if kind == "pair" else "profile")
        self.fill_view()

    def on_histogram_brushed(self, event: Histogram.Brushed) -> None:
        """Narrow everything to a span of time."""
        self.follow(f"filter:date:{event.when}")

    def to_view(self, name: str, within: str = "") -> None:
        """Open a view narrowed to a query; the room, which knows the commands, does it."""
        raise NotImplementedError

    def choose_actor(self, actor: str) -> None:
        """Show one actor's events, and mark where that actor is named; everyone's with an empty id."""
        self.remember()
        self.state.actor = actor
        self.state.event = ""
        self.fill()

    def on_actors_everyone(self) -> None:
        """Show everyone's events again."""
        if self.state.actor:
            self.choose_actor("")

    def _at_event(self, row: EventRow, open_source: bool, filled: bool = False) -> None:
        self.state.event = row.id
        self.actors.mark(frozenset(row.party_ids))
        if open_source:
            self._report = 0
            self.reading.ask(
                self, "event", lambda reader: reader.event(row.id),
                lambda event: self._open_event(event, filled), self._no_event,
            )  # fmt: skip

    def _open_event(self, event: Event, filled: bool) -> None:
        spots: list[Spot] = []
        for report in event.reports:
            if report.evidence:
                first, *rest = report.evidence
                also = tuple((other.start, other.end) for other in rest if other.source == first.source)
                spots.append(Spot(first.source, first.start, first.end, event.id, also=also))
        count = len(spots)
        self._spots = tuple(
            spot if count == 1 else Spot(
                spot.source, spot.start, spot.end, spot.fact, spot.actor, f"report {number} of {count}",
                spot.also,
            )
            for number, spot in enumerate(spots, start=1)
        )  # fmt: skip
        # read for a chronology that was only filled, it comes too late where a view was opened meanwhile
        if self._spots and not (filled and self.state.view):
            self.source.open(self._spots[0])

    def _no_event(self, error: Exception) -> None:
        if not isinstance(error, KeyError):
            self.report(error)

    def on_chronology_next_report(self) -> None:
        """Show the next source that reports the event."""
        if len(self._spots) > 1:
            self._report = (self._report + 1) % len(self._spots)
            self.source.open(self._spots[self._report])
        else:
            self.say("One source reports this event.")

    # from the source ---------------------------------------------------------------------------------

    def on_source_pane_stands(self, event: SourcePane.Stands) -> None:
        """Select the event and the actors that stand under the cursor, and name the place."""
        self.write_place()
        if event.actors:
            self.actors.mark(frozenset(event.actors))
            self.actors.go_to(event.actors[0])
        if event.events and self.state.event not in event.events:
            self.chronology.go_to(event.events[0])

    def on_source_pane_shown(self, event: SourcePane.Shown) -> None:
        """Name the place on the pane."""
        self.write_place()

    def on_sheet_opened(self, event: Sheet.Opened) -> None:
        """Enter in the text: go to the event that stands there, else to the actor."""
        event.stop()
        folio = self.source.folio
        if folio is None:
            return
        events = folio.standing.facts_at(event.start, event.end, "event")
        actors = folio.standing.facts_at(event.start, event.end, "mention")
        if events:
            self.chronology.go_to(events[0])
            self.focus_on("chronology")
        elif actors:
            self.actors.go_to(actors[0])
            self.focus_on("actors")

    # from the search ---------------------------------------------------------------------------------

    def on_hits_searched(self, event: Hits.Searched) -> None:
        """Highlight what answers the search."""
        self.state.search = event.query.text if event.query is not None else ""
        self.source.search(event.query)

    def on_hits_accepted(self) -> None:
        """Go to the first hit."""
        view = self.view
        if view is not None and view.lines.pages is not None and view.lines.pages.count:
            view.lines.focus()
        else:
            self.say("Nothing found yet.")
