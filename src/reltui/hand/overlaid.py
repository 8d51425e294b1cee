"""A large corpus read as it is by the user's hand: the database itself, and what is laid over it.

What the user's file touches was laid out anew in a small database, which answers for it as exactly as a build
would; in the corpus itself it is covered. Elsewhere, those who are one go under one id and name.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeVar

from reltui.hand.covering import Covering
from reltui.hand.expanding import beyond, expanded, within
from reltui.hand.merged import place_in
from reltui.hand.placing import (
    actor_key,
    comes_after,
    knows,
    laid,
    later_event,
    later_said,
    later_source,
    merged,
    more,
    year,
)
from reltui.query import EMPTY, Named, Or, Query, parse

if TYPE_CHECKING:
    from reltui.store import Window
    from reltui.store.rows import (
        ActorRow,
        DoubtRow,
        EventRow,
        Facets,
        FigureRow,
        Hit,
        Meta,
        OfficeRow,
        Order,
        SourceRow,
        StatementRow,
    )

Row = TypeVar("Row")


class Overlaid(Covering):
    """A reader whose every answer has the user's file laid over it."""

    _there: set[str] | None = None  # who is named, or takes part, in what was corrected, as the corpus has it

    @property
    def meta(self) -> Meta:
        """What the corpus says of itself, its actors and events counted as they are now."""
        base, delta = super().meta, self._delta
        counts = Counter(base.counts)
        counts["actors"] += more(delta.people, lambda ident: knows(super(Overlaid, self).actor, ident))
        counts["events"] += more(delta.events, lambda ident: knows(super(Overlaid, self).event, ident))
        return replace(base, counts=dict(counts))

    def _asked(self, query: Query) -> Query:
        """Return a query as the corpus itself must be asked."""
        return expanded(query, self._under) if query else query

    def _under(self, leaf: Named) -> Iterable[str]:
        """Return the ids of the corpus that go under those whom a field names."""
        parts = self._delta.parts
        if leaf.value in parts:
            return parts[leaf.value]
        if any(leaf.value in ids for ids in parts.values()):
            return ()
        named = parse(" ".join(f'"{word}"' for word in leaf.value.split()))
        found = self._own.actors(named)
        return [ident for row in found.rows(0, len(found)) for ident in parts.get(row.id, ())]

    # -- lists ---------------------------------------------------------------------------------------

    def actors(
        self, query: Query = EMPTY, order: Literal["mentions", "name"] = "mentions", related: bool = False
    ) -> Window[ActorRow]:
        """Return the actors that answer a query, those who are one once, with what both had together."""
        delta = self._delta
        window = super().actors(self._asked(query), order, related)
        own = self._own.actors(query, order, related)
        put: list[tuple[int, ActorRow]] = []
        covered = {*delta.rows, *(ident for ident, actor in delta.people.items() if actor is None)}
        covered |= {part for ident in delta.rows for part in delta.parts.get(ident, ())}
        rest = super().actors(beyond(self._asked(query), delta.sources), order, related) if query else window
        for ident, row in delta.rows.items():
            parts = delta.parts.get(ident, ())
            if own.index_of(ident) is not None or any(rest.index_of(part) is not None for part in parts):
                put.append((place_in(window, comes_after(row, order)), row))
        if query:
            covered |= self._answering_no_more(window, rest, own)
        new = self._answering_now(window, own) if query else ()
        put += [(place_in(window, comes_after(row, order)), row) for row in new]
        put.sort(key=lambda one: (one[0], actor_key(one[1], order)))
        return merged(window, covered, put, lambda row: row)

    def _answering_no_more(
        self, window: Window[ActorRow], rest: Window[ActorRow], own: Window[ActorRow]
    ) -> set[str]:
        """Return who is shown as in the corpus, and answered a query only by what was corrected of others."""
        if self._there is None:
            base, delta = super(), self._delta
            self._there = {mention.actor for source in delta.sources for mention in base.mentions(source)}
            for ident in delta.events:
                if knows(base.event, ident):
                    self._there |= {party.actor for party in base.event(ident).participants}
        answered = window.places_of(self._there - self._delta.rows.keys()).keys()
        doubtful = answered - rest.places_of(answered).keys()
        return doubtful - own.places_of(doubtful).keys()

    def _answering_now(self, window: Window[ActorRow], own: Window[ActorRow]) -> Iterator[ActorRow]:
        """Yield who is shown as in the corpus, and answers a query only by what was corrected of others."""
        new = [row.id for row in own.rows(0, len(own)) if row.id not in self._delta.rows]
        everybody = super().actors() if new else None
        for ident in new:
            if everybody is not None and window.index_of(ident) is None:
                place = everybody.index_of(ident)
                if place is not None:
                    yield everybody.rows(place, place + 1)[0]

    def events(self, query: Query = EMPTY, order: Literal["date", "newest"] = "date") -> Window[EventRow]:
        """Return the events that answer a query, the earliest first (or the newest), undated ones last."""
        window, delta = super().events(self._asked(query), order), self._delta
        rows = self._rows(self._own.events(query, order), delta.events)
        return laid(window, delta.events, rows, delta.moved, later_event(order), self._elsewhere.event_row)

    @staticmethod
    def _rows(window: Window[Row], known: Mapping[str, object]) -> dict[str, Row]:
        """Return the rows of the small database that are shown, by id."""
        found = {str(getattr(row, "id", "")): row for row in window.rows(0, len(window))}
        return {ident: row for ident, row in found.items() if known.get(ident) is not None}

    def years(self, query: Query = EMPTY) -> list[tuple[str | None, int]]:
        """Return how many events that answer a query each year has, rising, undated last."""
        delta, asked = self._delta, self._asked(query)
        window, counts = super().events(asked), Counter(dict(super().years(asked)))
        rows = self._rows(self._own.events(query), delta.events)
        places = window.places_of(delta.events)
        same = rows.keys() & places.keys() - delta.moved  # they count for the same year as before
        for ident in places.keys() - same:
            counts[year(window.rows(places[ident], places[ident] + 1)[0])] -= 1
        counts.update(year(row) for ident, row in rows.items() if ident not in same)
        return sorted(
            ((year, n) for year, n in counts.items() if n > 0), key=lambda one: (one[0] is None, one[0] or "")
        )

    def statements(self, query: Query = EMPTY) -> Window[StatementRow]:
        """Return the statements that answer a query, the earliest first."""
        window, delta = super().statements(self._asked(query)), self._delta
        rows = self._rows(self._own.statements(query), delta.statements)
        shown = self._elsewhere.statement_row
        return laid(window, delta.statements, rows, delta.moved, later_said, shown)

    def doubts(self, query: Query = EMPTY) -> Window[DoubtRow]:
        """Return the discrepancies that answer a query but for those that the user has settled."""
        return merged(super().doubts(self._asked(query)), self._delta.doubts, [], lambda row: row)

    def figures(self, query: Query = EMPTY) -> Window[FigureRow]:
        """Return the figures that answer a query, in the order of their sources."""
        return super().figures(self._asked(query))

    def offices(self, query: Query = EMPTY) -> Window[OfficeRow]:
        """Return who was what when, by the name that each holder is to have."""
        return merged(super().offices(self._asked(query)), (), [], self._elsewhere.office_row)

    def facets(self, query: Query, actors: int = 12, exact: bool = False, typing: bool = False) -> Facets:
        """Return what the passages that answer a query have in common; those who are one are counted once."""
        from reltui.hand.facets import MANY, together

        taken, asked = self._delta.sources, self._asked(query.as_typed() if typing else query)
        if taken:
            asked = beyond(asked, taken)
        several = sum(len(parts) for parts in self._delta.parts.values() if len(parts) > 1)
        base = super().facets(asked, actors + min(several, MANY), exact)
        own = self._own.facets(within(query, taken), sys.maxsize, True, typing) if taken else None

        def distinct(idents: Sequence[str]) -> int:
            named = Or(tuple(Named("actor", ident) for ident in idents))
            return super(Overlaid, self).count(asked & Query("", named, named))["passages"]

        return together(base, own, self._elsewhere.facet, distinct, actors)

    def sources(self, query: Query = EMPTY) -> Window[SourceRow]:
        """Return the sources with a passage that answers a query, the earliest first."""
        window, own = super().sources(self._asked(query)), self._own.sources(query)
        if not query:
            return window
        taken = dict.fromkeys(self._delta.sources, True)
        return laid(window, taken, self._rows(own, taken), (), later_source, lambda row: row)

    # -- search --------------------------------------------------------------------------------------

    def search(
        self,
        query: Query,
        limit: int = 50,
        order: Order = "relevance",
        typing: bool = False,
        hasty: bool = False,
    ) -> list[Hit]:
        """Return passages, actors and events that answer a query; actors first, then by relevance or date."""
        base = super().search(self._asked(query), limit + len(self._delta.events), order, typing, hasty)
        kept = [self._elsewhere.hit(hit) for hit in base if not self._covers(hit)]
        kept += [
            hit
            for hit in self._own.search(query, limit + len(self._delta.sources), order, typing, hasty)
            if self._has(hit)
        ]
        if order == "date":
            kept.sort(key=lambda hit: hit.date or "", reverse=True)
        else:
            kept.sort(key=lambda hit: -hit.score)
        kept.sort(key=lambda hit: hit.kind != "actor")
        return kept[:limit]

    def _covers(self, hit: Hit) -> bool:
        delta = self._delta
        if hit.kind == "passage":
            return hit.source in delta.sources
        known: Mapping[str, object] = (
            delta.people if hit.kind == "actor" else delta.events if hit.kind == "event" else delta.statements
        )
        return hit.id in known or (hit.kind == "actor" and hit.id in delta.plan.actor_of)

    def _has(self, hit: Hit) -> bool:
        """Whether the small database answers for a hit of its own."""
        delta = self._delta
        if hit.kind == "passage":
            return hit.source in delta.sources
        if hit.kind == "actor":
            return delta.people.get(hit.id) is not None
        return (delta.events if hit.kind == "event" else delta.statements).get(hit.id) is not None

    def count(self, query: Query) -> dict[str, int]:
        """Return how many passages, actors and events a search for the query would find."""
        from reltui.store.search import of_names

        asked, taken = self._asked(query), self._delta.sources
        found = super().count(asked)
        if taken:
            found["passages"] -= super().count(within(asked, taken))["passages"]
            found["passages"] += self._own.count(within(query, taken))["passages"]
        names = of_names(query)
        actors = len(self.actors(Query(query.text, names, names))) if names is not None else 0
        return {**found, "events": len(self.events(query)), "actors": actors}

    def highlights(self, query: Query, source_id: str, typing: bool = False) -> list[tuple[int, int]]:
        """Return the spans of a source's text that answer a query."""
        if source_id in self._delta.sources:
            return self._own.highlights(query, source_id, typing)
        return super().highlights(self._asked(query), source_id, typing)
