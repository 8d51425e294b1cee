"""The pane of the source: what one reads, when it was published and how that is known."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message

from reltui.tui.folio import Folio, find, stand, unfold
from reltui.tui.hand.margin import Margin
from reltui.tui.panes.masthead import Masthead
from reltui.tui.spots import Span, Spot
from reltui.tui.standing import Standing
from reltui.tui.widgets.layers import Layer
from reltui.tui.widgets.part import Part
from reltui.tui.widgets.sheet import Sheet
from reltui.tui.widgets.wrap import Lines, Wrapping
from reltui.tui.workers.desk import Trouble

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reltui.query import Query
    from reltui.tui.workers.desk import Desk

_KEPT = 8  # sources that are shown again without being read again
_SLICE = 200_000  # characters of a long text that are wrapped before something else may be asked
_REST, _LONG_REST = 0.15, 0.4  # seconds without a key


class SourcePane(Vertical):
    """A source, opened at the words that one was led to."""

    class Stands(Message):
        """The cursor moved to a line on which these events and actors stand."""

        def __init__(self, events: list[str], actors: list[str]) -> None:
            super().__init__()
            self.events = events
            self.actors = actors

    class Shown(Message):
        """A source is open at a spot."""

        def __init__(self, spot: Spot) -> None:
            super().__init__()
            self.spot = spot

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(id=name)
        self._desk = desk
        self._kept: OrderedDict[str, Folio] = OrderedDict()
        self.folio: Folio | None = None
        self.spot: Spot | None = None
        self.actor = ""
        self.asked: Query | None = None

    def compose(self) -> ComposeResult:
        """The head above the text, what the user says of it below."""
        yield Masthead()
        yield Sheet("sheet")
        yield Margin()

    @property
    def sheet(self) -> Sheet:
        """The text."""
        return self.query_one("#sheet", Sheet)

    def open(self, spot: Spot) -> None:
        """Open a source at a spot: at once if it is at hand, else as soon as it has been read."""
        if self.folio is not None and self.folio.source.id == spot.source:
            self._desk.drop("source")
            self._show(self.folio, spot)
        elif (folio := self._kept.get(spot.source)) is not None:
            self._desk.drop("source")
            self._show(folio, spot)
        else:
            cells, query = self.sheet.cells, self.asked
            self._desk.ask(
                self, "source", lambda reader: unfold(reader, spot.source, cells, query, spot.start),
                lambda folio: self._show(folio, spot), self._gone,
            )  # fmt: skip

    def forget(self) -> None:
        """Forget what was read: the corpus has changed."""
        self._kept.clear()
        self.folio = None

    def restyle(self) -> None:
        """Take up the styles of another theme."""
        if self.folio is not None:
            self.query_one(Masthead).show(self.folio.source, self.spot.note if self.spot else "")

    def annotate(self) -> None:
        """Show the user's notes, labels and marks: signs beside the text, and what they say below it."""
        folio, sheet = self.folio, self.sheet
        self.query_one(Margin).show(
            folio.source.id if folio is not None else "", *sheet.lines.span(sheet.cursor)
        )
        if folio is not None:
            for kind, layer in self.query_one(Margin).spans_in(folio.source.id):
                sheet.set_layer(kind, layer)

    def choose(self, actor: str) -> None:
        """Mark where an actor is named; an empty id for none."""
        self.actor = actor
        self._layers()

    def search(self, query: Query | None) -> None:
        """Highlight what answers a search, here and in what is opened from now on."""
        if query is None and self.asked is None:
            return
        self.asked = query
        self._kept.clear()
        folio = self.folio
        if folio is None:
            return
        if query is None:
            self._desk.drop("highlights")
            self._hits(folio, Layer())
            return
        self._highlight(folio, query, _REST if folio.light else _LONG_REST)

    def _highlight(self, folio: Folio, query: Query, after: float = 0.0) -> None:
        """Look through the text for what answers a query, once typing has rested for so many seconds."""
        source = folio.source.id
        self._desk.ask(
            self, "highlights", lambda reader: find(reader, source, query),
            lambda hits: self._hits(folio, hits), after=after,
        )  # fmt: skip

    def words(self) -> tuple[Folio, Span] | None:
        """What is selected: with the mouse, else the words one was led to, else one's paragraph."""
        folio, sheet = self.folio, self.sheet
        if folio is None:
            return None
        selection = sheet.text_selection
        if selection is not None:
            start, end = sheet.span_of(selection)
            if start < end:
                return folio, (start, end)
        spot = self.spot
        line = sheet.lines.span(sheet.cursor)
        if spot is not None and spot.source == folio.source.id and spot.start < spot.end:
            for start, end in [(spot.start, spot.end), *spot.also]:
                if start <= line[1] and line[0] <= end:
                    return folio, (start, end) if spot.fact else folio.sentence(start, end)
        passage = folio.passage_at(sheet.at)
        return folio, (passage.start, passage.end) if passage is not None else line

    def _show(self, folio: Folio, spot: Spot) -> None:
        sheet = self.sheet
        self.spot = spot
        if folio is not self.folio:
            self.folio = folio
            if not folio.whole:
                self._stand(folio)
            if isinstance(folio.lines, Part):
                self._wrap(Wrapping(folio.text, folio.cells))
            if not folio.light and self.asked is not None and not folio.hits:
                self._highlight(folio, self.asked)
            if folio.light:
                self._kept[folio.source.id] = folio
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            sheet.show(folio.text, folio.lines, folio.cells)
        self.query_one(Masthead).show(folio.source, spot.note)
        self._layers()
        sheet.go(spot.start, upto=spot.end)
        self._go_on()
        self.post_message(self.Shown(spot))

    def _stand(self, folio: Folio) -> None:
        """Read what stands in a long text, now that the text itself is on the screen."""
        source = folio.source.id

        def take(standing: Standing) -> None:
            folio.take(standing)
            if self.folio is folio:
                self._layers()

        self._desk.ask(self, "standing", lambda reader: stand(reader, source), take, self._gone)

    def _layers(self) -> None:
        folio, spot, sheet = self.folio, self.spot, self.sheet
        if folio is None:
            return
        chosen = {actor for actor in (self.actor, spot.actor if spot else "") if actor}
        sheet.set_layer("mention", folio.standing.mentions)
        sheet.set_layer("chosen", [span for actor in chosen for span in folio.standing.spans(actor)])
        sheet.set_layer("hit", folio.hits)
        evidence: list[Span] = []
        if spot is not None and spot.fact:
            evidence = folio.standing.spans(spot.fact) or [(spot.start, spot.end), *spot.also]
        sheet.set_layer("evidence", evidence)
        here = folio.hits.after(spot.start - 1) if spot is not None else None
        inside = here is not None and spot is not None and here[0] < max(spot.end, spot.start + 1)
        sheet.set_layer("here", [here] if here is not None and inside else [])
        self.annotate()

    def _go_on(self) -> None:
        """Of a long stretch (a speech) go on to the first place in it that answers the search."""
        sheet, here = self.sheet, self.sheet.spans_of("here").after(-1)
        if here is not None and not sheet.sees(here[0]):
            sheet.go(here[0], upto=here[1])

    def _hits(self, folio: Folio, hits: Layer) -> None:
        folio.hits = hits
        if self.folio is folio:
            self._layers()

    def _gone(self, error: Exception) -> None:
        if not isinstance(error, KeyError):
            self.post_message(Trouble(error))
            return
        self.close()

    def close(self) -> None:
        """Show no source: the one that was open is not in the corpus any more."""
        self.forget()
        self.spot = None
        self.query_one(Masthead).show(None)
        self.sheet.show("This source is no longer in the corpus.")
        self.annotate()

    def on_sheet_moved(self, event: Sheet.Moved) -> None:
        """Tell what stands on the line that one moved to."""
        event.stop()
        folio = self.folio
        if folio is not None:
            self.query_one(Margin).show(folio.source.id, event.start, event.end)
        if event.by_hand and folio is not None:
            events = folio.standing.facts_at(event.start, event.end, "event")
            actors = folio.standing.facts_at(event.start, event.end, "mention")
            self.post_message(self.Stands(events, actors))

    def on_sheet_resized(self, event: Sheet.Resized) -> None:
        """Wrap a long text for another width, away from the screen."""
        event.stop()
        self._wrap(Wrapping(self.sheet.text, event.cells))

    def _wrap(self, wrapping: Wrapping) -> None:
        """Make all lines of a long text away from the screen, slice by slice; those in view are there already."""

        def take(lines: Lines | None) -> None:
            if self.sheet.text is not wrapping.text or self.sheet.wrapped_for != wrapping.cells:
                return
            if lines is None:
                self._wrap(wrapping)
            else:
                self.sheet.complete(lines)

        self._desk.ask(self, "wrap", lambda _: wrapping.go_on(_SLICE), take)
