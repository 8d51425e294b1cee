"""`Reader`: everything that is ever read from a corpus, over one read-only connection."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal, TypeVar

from reltui.query.tree import EMPTY, Query
from reltui.store.single import Single
from reltui.store.window import Window

# What the first screen does not need is imported where it is used: every start would wait for it.
if TYPE_CHECKING:
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
    from reltui.store.search import Search

Noun = TypeVar("Noun")


class Reader(Single):
    """Reads one corpus. One for each thread; only `interrupt` may be called from another one.

    Raises the errors of `reltui.store.errors`: `StoreError` for what the user must be told, and
    `Interrupted` out of a call that `interrupt` cut short.
    """

    @cached_property
    def _search(self) -> Search:
        from reltui.store.search import Search

        return Search(self._connection, self._texts, self._filter)

    @property
    def meta(self) -> Meta:
        """What the corpus says of itself."""
        if self._meta is None:
            from reltui.store.meta import meta

            with self._translated() as connection:
                self._meta = meta(connection, self.path)
        return self._meta

    # -- lists ---------------------------------------------------------------------------------------

    def actors(
        self, query: Query = EMPTY, order: Literal["mentions", "name"] = "mentions", related: bool = False
    ) -> Window[ActorRow]:
        """Return the actors that answer a query: by their names, and by what its fields say of them.

        With `related` it is those who are named in the passages, or take part in the events, that
        answer: what a filter over all panes shows.
        """
        from reltui.store import lists
        from reltui.store.related import actor_keys

        with self._translated() as connection:
            chosen = actor_keys(connection, self._filter, query.tree, order, related)
        return self._window("actors", chosen, lists.actors)

    def events(self, query: Query = EMPTY, order: Literal["date", "newest"] = "date") -> Window[EventRow]:
        """Return the events that answer a query, the earliest first (or the newest), undated ones last."""
        from reltui.store import lists
        from reltui.store.chronology import event_keys

        with self._translated() as connection:
            keys = event_keys(connection, self._filter, query.tree, order == "newest")
        return self._window("events", keys, lists.events)

    def years(self, query: Query = EMPTY) -> list[tuple[str | None, int]]:
        """Return how many events that answer a query each year has ("2024", 12), rising, undated last."""
        from reltui.store.chronology import years

        with self._translated() as connection:
            return years(connection, self._filter, query.tree)

    def statements(self, query: Query = EMPTY) -> Window[StatementRow]:
        """Return the statements that answer a query, the earliest first."""
        from reltui.store import lists

        return self._filtered(
            "statements", "statement", query, partial(lists.statements, texts=self._texts.text)
        )

    def figures(self, query: Query = EMPTY) -> Window[FigureRow]:
        """Return the figures that answer a query, in the order of their sources."""
        from reltui.store import lists

        return self._filtered("figures", "figure", query, lists.figures)

    def offices(self, query: Query = EMPTY) -> Window[OfficeRow]:
        """Return who was what when, by the day it is told of: the titles that answer a query, undated last."""
        from reltui.store.offices import office_key, office_keys, offices

        with self._translated() as connection:
            keys = office_keys(connection, self._filter, query)

        def rows(some: Sequence[int]) -> list[OfficeRow]:
            with self._translated() as connection:
                return offices(connection, some)

        def find(ident: str) -> int | None:
            with self._translated() as connection:
                return office_key(connection, ident)

        return Window(keys, rows, find)

    def doubts(self, query: Query = EMPTY) -> Window[DoubtRow]:
        """Return the discrepancies that answer a query, conflicts first."""
        from reltui.store import lists

        return self._filtered("discrepancies", "doubt", query, partial(lists.doubts, texts=self._texts.text))

    def sources(self, query: Query = EMPTY) -> Window[SourceRow]:
        """Return the sources with a passage that answers a query, the earliest first."""
        from reltui.store import lists
        from reltui.store.related import source_keys

        with self._translated() as connection:
            return self._window(
                "sources", source_keys(connection, self._filter, query.tree), lists.sources, True
            )

    def _filtered(
        self,
        table: str,
        kind: str,
        query: Query,
        fetch: Callable[[sqlite3.Connection, Sequence[int]], list[Noun]],
    ) -> Window[Noun]:
        with self._translated():
            keys = self._filter.all_keys(kind, query.tree)
        return self._window(table, keys, fetch, ascending=True)

    def _window(
        self,
        table: str,
        keys: Sequence[int] | array[int],
        fetch: Callable[[sqlite3.Connection, Sequence[int]], list[Noun]],
        ascending: bool = False,
    ) -> Window[Noun]:
        def rows(some: Sequence[int]) -> list[Noun]:
            with self._translated() as connection:
                return fetch(connection, some)

        return Window(keys, rows, partial(self._key, table), ascending)

    # -- search --------------------------------------------------------------------------------------

    def search(
        self,
        query: Query,
        limit: int = 50,
        order: Order = "relevance",
        typing: bool = False,
        hasty: bool = False,
    ) -> list[Hit]:
        """Return passages, actors and events that answer a query; actors first, then by relevance or date.

        With `typing` the last word counts as the beginning of one. `hasty` is for each key: what takes
        longer (ranking many, looking at phrases in vain, all that sounds alike in a line) is left for
        another call once nobody types any more. Copies of a passage are shown once.
        """
        with self._translated():
            return self._search.hits(query.as_typed() if typing else query, limit, order, hasty)

    def count(self, query: Query) -> dict[str, int]:
        """Return how many passages, actors and events a search for the query would find, copies included."""
        from reltui.store.search import of_names

        with self._translated():
            kinds = {"passages": "passage", "events": "event"}
            found = {name: self._filter.count(kind, query.tree) for name, kind in kinds.items()}
            names = of_names(query)
            return {**found, "actors": self._filter.count("actor", names) if names else 0}

    def facets(self, query: Query, actors: int = 12, exact: bool = False, typing: bool = False) -> Facets:
        """Return how many of the passages that answer a query name an actor, are of a year, a type, a kind.

        At most so many `actors`. Of more than 20,000 passages (2,000 where each must be looked at) only a
        part is looked at and the counts are estimates, unless they must be `exact`.
        """
        from reltui.store.facets import facets

        with self._translated() as connection:
            tree = query.typed if typing else query.tree
            return facets(connection, self._filter, tree, actors, exact)

    def explain(self, query: Query, typing: bool = False) -> list[str]:
        """Return how a query is understood here: whom its names mean, what its words stand for, how many."""
        from reltui.store.explained import explained

        with self._translated() as connection:
            return explained(connection, self._filter, query.as_typed() if typing else query)

    def suggest(self, text: str, limit: int = 5) -> list[str]:
        """Return the nearest names and words of the corpus, for a text that finds nothing."""
        from reltui.store.suggest import suggest

        with self._translated() as connection:
            return suggest(connection, text, limit)

    def highlights(self, query: Query, source_id: str, typing: bool = False) -> list[tuple[int, int]]:
        """Return the spans of a source's text that answer a query, in order; none for an unknown source."""
        key = self._key("sources", source_id)
        if key is None or not query:
            return []
        with self._translated():
            return self._search.spans(query.as_typed() if typing else query, key)
