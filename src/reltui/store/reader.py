"""`Reader`: everything that is ever read from a corpus, over one read-only connection."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, TypeVar

from reltui.query.tree import EMPTY, Query
from reltui.store import lists
from reltui.store.connect import connect, translating
from reltui.store.filters import Filter
from reltui.store.meta import meta
from reltui.store.sources import Texts
from reltui.store.window import Window

# What the first screen does not need is imported where it is used: every start would wait for it.
if TYPE_CHECKING:
    from reltui.model import Actor, Discrepancy, Event, Facts, Figure, Mention, Passage, Source, Statement
    from reltui.store.rows import (
        ActorRow,
        DoubtRow,
        EventRow,
        FigureRow,
        Hit,
        Mark,
        Meta,
        Order,
        SourceRow,
        StatementRow,
    )
    from reltui.store.search import Search

Noun = TypeVar("Noun")


class Reader:
    """Reads one corpus. One for each thread; only `interrupt` may be called from another one.

    Raises the errors of `reltui.store.errors`: `StoreError` for what the user must be told, and
    `Interrupted` out of a call that `interrupt` cut short.
    """

    def __init__(self, path: Path | str) -> None:
        """Open the database at `path`; nothing is written there."""
        self.path = Path(path)
        self._connection = connect(self.path)
        self._texts = Texts(self._connection)
        self._filter = Filter(self._connection, self._texts.text)
        self._meta: Meta | None = None

    def close(self) -> None:
        """Close the connection; the reader is of no use afterwards."""
        self._connection.close()

    def interrupt(self) -> None:
        """End the query that is running in the reader's own thread; it raises `Interrupted` there."""
        self._filter.stopped = True
        self._connection.interrupt()

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _translated(self) -> Generator[sqlite3.Connection]:
        self._filter.stopped = False
        with translating(self.path, self._connection):
            yield self._connection

    @cached_property
    def _search(self) -> Search:
        from reltui.store.search import Search

        return Search(self._connection, self._texts, self._filter)

    @property
    def meta(self) -> Meta:
        """What the corpus says of itself."""
        if self._meta is None:
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
        from reltui.store.related import actor_keys

        with self._translated() as connection:
            chosen = actor_keys(connection, self._filter, query.tree, order, related)
        return self._window("actors", chosen, lists.actors)

    def events(self, query: Query = EMPTY, order: Literal["date", "newest"] = "date") -> Window[EventRow]:
        """Return the events that answer a query, the earliest first (or the newest), undated ones last."""
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
        return self._filtered(
            "statements", "statement", query, partial(lists.statements, texts=self._texts.text)
        )

    def figures(self, query: Query = EMPTY) -> Window[FigureRow]:
        """Return the figures that answer a query, in the order of their sources."""
        return self._filtered("figures", "figure", query, lists.figures)

    def doubts(self, query: Query = EMPTY) -> Window[DoubtRow]:
        """Return the discrepancies that answer a query, conflicts first."""
        return self._filtered("discrepancies", "doubt", query, partial(lists.doubts, texts=self._texts.text))

    def sources(self, query: Query = EMPTY) -> Window[SourceRow]:
        """Return the sources with a passage that answers a query, the earliest first."""
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

    def _key(self, table: str, ident: str) -> int | None:
        with self._translated() as connection:
            row = connection.execute(f"SELECT key FROM {table} WHERE id = ?", (ident,)).fetchone()
        return row[0] if row else None

    # -- search --------------------------------------------------------------------------------------

    def search(
        self, query: Query, limit: int = 50, order: Order = "relevance", typing: bool = False
    ) -> list[Hit]:
        """Return passages, actors and events that answer a query; actors first, then by relevance or date.

        With `typing` the last word counts as the beginning of one. Copies of a passage are shown once.
        """
        with self._translated():
            return self._search.hits(query.as_typed() if typing else query, limit, order)

    def count(self, query: Query) -> dict[str, int]:
        """Return how many passages, actors and events a search for the query would find, copies included."""
        from reltui.store.search import of_names

        with self._translated():
            kinds = {"passages": "passage", "events": "event"}
            found = {name: self._filter.count(kind, query.tree) for name, kind in kinds.items()}
            names = of_names(query)
            return {**found, "actors": self._filter.count("actor", names) if names else 0}

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

    # -- single things -------------------------------------------------------------------------------

    def source(self, source_id: str) -> Source:
        """Return a source with its text; KeyError if there is none of that id."""
        from reltui.store.load import sources

        return self._one("sources", source_id, sources)

    def passages(self, source_id: str) -> list[Passage]:
        """Return the passages of a source in order; KeyError if there is no such source."""
        from reltui.store.load import passages

        with self._translated() as connection:
            return passages(connection, self._must("sources", source_id))

    def mentions(self, source_id: str) -> list[Mention]:
        """Return who is named in a source, in order; KeyError if there is no such source."""
        from reltui.store.load import mentions

        with self._translated() as connection:
            key = self._must("sources", source_id)
            return mentions(connection, "WHERE m.source = ?", (key,))

    def marks(self, source_id: str) -> list[Mark]:
        """Return what stands where in a source, by place; KeyError if there is no such source."""
        from reltui.store.marks import marks

        with self._translated() as connection:
            return marks(connection, self._must("sources", source_id))

    def actor(self, actor_id: str) -> Actor:
        """Return an actor; KeyError if there is none of that id."""
        from reltui.store.load import actors

        return self._one("actors", actor_id, partial(actors, texts=self._texts.named))

    def event(self, event_id: str) -> Event:
        """Return an event with its reports; KeyError if there is none of that id."""
        from reltui.store.load import events

        return self._one("events", event_id, partial(events, texts=self._texts.named))

    def statement(self, statement_id: str) -> Statement:
        """Return a statement; KeyError if there is none of that id."""
        from reltui.store.load import statements

        return self._one("statements", statement_id, partial(statements, texts=self._texts.named))

    def figure(self, figure_id: str) -> Figure:
        """Return a figure; KeyError if there is none of that id."""
        from reltui.store.load import figures

        return self._one("figures", figure_id, partial(figures, texts=self._texts.named))

    def doubt(self, doubt_id: str) -> Discrepancy:
        """Return a discrepancy; KeyError if there is none of that id."""
        from reltui.store.load import doubts

        return self._one("discrepancies", doubt_id, partial(doubts, texts=self._texts.named))

    def _must(self, table: str, ident: str) -> int:
        key = self._key(table, ident)
        if key is None:
            raise KeyError(ident)
        return key

    def _one(
        self, table: str, ident: str, fetch: Callable[[sqlite3.Connection, Sequence[int]], list[Noun]]
    ) -> Noun:
        with self._translated() as connection:
            return fetch(connection, [self._must(table, ident)])[0]

    def everything(self) -> tuple[list[Source], Facts]:
        """Return all sources and all facts, in the order of their row numbers."""
        from reltui.store.everything import everything

        with self._translated() as connection:
            return everything(connection, self._texts.named)
