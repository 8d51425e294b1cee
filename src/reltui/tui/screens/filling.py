"""What the panes are filled with, and the way one came."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reltui.present.session import Place, anchor, find
from reltui.tui.ours import ours
from reltui.tui.panes.chronology import headings
from reltui.tui.screens.stage import Stage
from reltui.tui.spots import Spot
from reltui.tui.views.registry import VIEWS
from reltui.tui.views.view import Asked
from reltui.tui.widgets.lines import Cause
from reltui.tui.widgets.pages import Begun, Pages, begin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reltui.query import Query
    from reltui.store import Reader
    from reltui.store.rows import ActorRow, EventRow, Meta


class Opening(NamedTuple):
    """What the panes show at first."""

    meta: Meta
    actors: Begun[ActorRow]
    events: Begun[EventRow]
    years: list[tuple[str | None, int]]
    actor_name: str


class Filling(Stage):
    """Reads the lists, keeps the way one came, and goes back along it."""

    def query_now(self, more: str = "") -> Query:
        """The filter, with more of a query after it."""
        from reltui.query import parse

        return parse(f"{self.state.filter} {more}".strip())

    def fill(self, cause: Cause = "shown", at: str = "") -> None:
        """Read both lists and show them; "step" leaves the source and the cursors as they are.

        `at` is the actor that the cursor is to stand on, where none is chosen.
        """
        state = self.state
        stays = cause == "step"
        row = self.actors.current()
        at = state.actor or at or (row.id if stays and row is not None else "")
        rows = (self.actors.cursor, self.chronology.cursor) if stays else (0, 0)
        actor, event = state.actor, state.event
        people = self.query_now()
        happenings = self.query_now(f'with:"{actor}"') if actor else people
        actor_order, event_order = state.actor_order, state.event_order

        def job(reader: Reader) -> Opening:
            name = ""
            if actor:
                try:
                    name = reader.actor(actor).name
                except KeyError:
                    name = actor
            return Opening(
                reader.meta,
                begin(reader.actors(people, order=actor_order, related=bool(people)), at, rows[0]),
                begin(reader.events(happenings, order=event_order), event, rows[1]),
                reader.years(happenings),
                name,
            )

        self.reading.ask(self, "fill", job, lambda opening: self._take(opening, cause), self._unfilled)

    def _unfilled(self, error: Exception) -> None:
        if self.meta is None:
            ours(self).not_opened(error)
        else:
            self.report(error)

    def _take(self, opening: Opening, cause: Cause) -> None:
        state = self.state
        self.meta, self.years = opening.meta, opening.years
        state.actor_name = opening.actor_name
        actors, events = opening.actors, opening.events
        self.chronology.kinds.update((row.id, row.kind) for row in actors.first)
        self.actors.choose(state.actor)
        self.actors.show(
            Pages(self.reading, self.actors, "actors", actors),
            cursor=actors.cursor,
            cause="step",
        )
        self.chronology.show(
            Pages(self.reading, self.chronology, "events", events),
            headings(opening.years, state.event_order == "newest"),
            events.cursor,
            cause,
        )
        self.source.choose(state.actor)
        self.write_top()
        self.write_titles()
        self.write_said()
        self.write_keys()
        ours(self).opened()

    def corrected(self, ids: Mapping[str, str]) -> None:
        """Show the corpus as it is after a correction, everything where it was; `ids` leads from gone ids on."""
        state, place, row = self.state, self.here(), self.actors.current()
        state.actor, state.other = ids.get(state.actor, state.actor), ids.get(state.other, state.other)
        state.event = ids.get(state.event, state.event)
        self.source.forget()
        self.fill("step", ids.get(row.id, row.id) if row is not None else "")
        self.fill_view(place.row, "step")
        if place.source:
            self._return_to(replace(place, event=state.event), self.source.spot)

    def rewrite(self) -> None:
        """Draw everything anew: what is the user's has changed, and nothing else."""
        for pane in (self.actors, self.chronology, *(view.lines for view in self.views.values())):
            pane.restyle()
        self.source.annotate()
        if self.state.view == "yours":
            self.fill_view(self.here().row, "step")

    def remember(self) -> None:
        """Remember this place for `b`."""
        self.trail.leave(self.here())

    def here(self) -> Place:
        """The place one is at."""
        folio, sheet = self.source.folio, self.source.sheet
        source = folio.source.id if folio is not None else ""
        words = anchor(folio.source.text, sheet.at) if folio is not None else ""
        view = self.view
        row = view.lines.current() if view is not None else None
        name = view.lines.name_of(row) if view is not None and row is not None else ""
        place = self.state.place(source, sheet.at, words, ours(self).theme, name)
        # what is being typed counts, though its answer has not come yet
        return place if self.hits is None else replace(place, search=self.hits.asked.search)

    def restore(self, place: Place) -> None:
        """Go back to a place."""
        self.state.take(place)
        cause: Cause = "step" if place.source else "shown"
        self.fill(cause)
        if place.view in VIEWS:
            self.show_view(place.view)
            self.fill_view(place.row, cause)
            self.focus_on("view")
        else:
            self.hide_view()
            self.focus_on(place.pane)
        if place.source:
            self._return_to(place)

    def fill_view(self, row: str = "", cause: Cause = "shown") -> None:
        """Fill the view that is open."""
        if self.view is not None:
            filter_ = self.query_now() if self.state.filter else None
            state = self.state
            self.view.fill(
                Asked(
                    filter_, state.actor, state.actor_name, state.other, state.search, row, cause,
                    state.within, state.event,
                )
            )  # fmt: skip

    def _return_to(self, place: Place, before: Spot | None = None) -> None:
        """Open the source of a place; `before` is the spot by which it was open, if it was."""
        note = before.note if before is not None else ""

        def where(reader: Reader) -> Spot | None:
            try:
                text = reader.source(place.source).text
            except KeyError:
                return None
            offset = find(text, place)
            return None if offset is None else Spot(place.source, offset, offset, fact=place.event, note=note)

        def go(spot: Spot | None) -> None:
            if spot is not None:
                self.source.open(spot)
            elif self.source.folio is None:  # of a corpus that was built anew: the text that was open is gone
                self.source.close()
                (self.chronology if self.view is None else self.view.lines).point("shown")

        self.reading.ask(self, "event", where, go, self.report)
