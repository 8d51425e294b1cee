"""What a reader has of single things: a source, an actor, a fact by its id; and the connection itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from reltui.store.connect import connect, translating
from reltui.store.filters import Filter
from reltui.store.sources import Texts

# What the first screen does not need is imported where it is used: every start would wait for it.
if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.model import Actor, Discrepancy, Event, Facts, Figure, Mention, Passage, Source, Statement
    from reltui.store.rows import Mark, Meta

Noun = TypeVar("Noun")


class Single:
    """One read-only connection, and the things in it one by one; the base of `Reader`."""

    def __init__(self, path: Path | str) -> None:
        """Open the database at `path`; nothing is written there."""
        self.path = Path(path)
        self._connection = connect(self.path)
        self._texts = Texts(self._connection)
        self._filter = Filter(self._connection, self._texts.text, self._place_names)
        self._meta: Meta | None = None

    def _place_names(self, name: str) -> Sequence[str]:
        from reltui.authority.spelled import place_names

        return place_names(name, self._tables)

    @cached_property
    def _tables(self) -> Tables:
        """The tables by which the corpus was built: the shipped ones, and the user's beside the database."""
        from reltui.authority import BadTable, load, load_beside

        try:
            return load_beside(self.path)
        except (BadTable, OSError):  # the next build says what is wrong with them
            return load()

    def close(self) -> None:
        """Close the connection; the reader is of no use afterwards."""
        self._connection.close()

    def interrupt(self) -> None:
        """End the query that is running in the reader's own thread; it raises `Interrupted` there.

        Of a reader that is closed there is nothing to end.
        """
        self._filter.stopped = True
        with suppress(sqlite3.ProgrammingError):
            self._connection.interrupt()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _translated(self) -> Generator[sqlite3.Connection]:
        self._filter.stopped = False
        self._filter.beginnings.begin()
        with translating(self.path, self._connection):
            yield self._connection

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
            return mentions(connection, self._texts.named, key)

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

    def _key(self, table: str, ident: str) -> int | None:
        with self._translated() as connection:
            row = connection.execute(f"SELECT key FROM {table} WHERE id = ?", (ident,)).fetchone()
        return row[0] if row else None

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
