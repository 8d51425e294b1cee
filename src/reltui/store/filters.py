"""Which rows of a kind answer a query, as row numbers, in the order wanted and no more than wanted."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from reltui.query import And, Node, Not, Or, Words
from reltui.store.compile import Plan, Resolve, plan
from reltui.store.days import between
from reltui.store.errors import Interrupted
from reltui.store.match import occurrences, units
from reltui.store.people import People
from reltui.store.said import said

_TABLE = {
    "passage": "passages",
    "event": "events",
    "actor": "actors",
    "statement": "statements",
    "figure": "figures",
    "doubt": "discrepancies",
}
# A word as it is written tells more than one that only sounds alike; tags tell nothing.
_RANK = "bm25(passage_ranker, 4.0, 2.0, 0.0)"

Ordering = Literal["key", "newest", "relevance"]


class Filter:
    """Answers queries over one connection; `texts` gives the text of a source by its row number."""

    def __init__(self, connection: sqlite3.Connection, texts: Callable[[int], str]) -> None:
        self._connection = connection
        self._texts = texts
        self.people = People(connection)
        self._resolve = Resolve(self.people.resolve, self._source)
        self.stopped = False  # set by `Reader.interrupt`, for the loops that SQLite knows nothing of

    def plan(self, kind: str, tree: Node | None) -> Plan:
        """Return how the rows of a kind that answer a tree are found."""
        return plan(tree, kind, self._resolve)

    def keys(
        self, kind: str, tree: Node | None, order: Ordering = "key", among: Sequence[int] | None = None
    ) -> Iterator[int]:
        """Yield the row numbers of a kind that answer a tree, by number, the newest first or the best first.

        `relevance` is kept for passages; of other kinds, and where there is nothing to rank by, it is the
        newest first. With `among` only those rows are asked about.
        """
        wanted = self.plan(kind, tree)
        sql, values = self._statement(kind, wanted, order, among)
        for key, *_ in self._connection.execute(sql, values):
            if self.stopped:
                raise Interrupted
            if not wanted.checks or self._holds_all(kind, key, wanted.checks):
                yield key

    def count(self, kind: str, tree: Node | None) -> int:
        """Return how many rows of a kind answer a tree."""
        wanted = self.plan(kind, tree)
        if wanted.checks:
            return sum(1 for _ in self.keys(kind, tree))
        sql, values = self._statement(kind, wanted, "key", None)
        return self._connection.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()[0]

    def _statement(
        self, kind: str, wanted: Plan, order: Ordering, among: Sequence[int] | None
    ) -> tuple[str, list[object]]:
        ranked = order == "relevance" and bool(wanted.rank)
        table, column, conditions, values = _TABLE[kind], "key", list[str](), list[object]()
        if wanted.match:
            table, column = ("passage_ranker" if ranked else f"{kind}_finder"), "rowid"
            conditions.append(f"{table} MATCH ?")
            values.append(wanted.rank if ranked else wanted.match)
        for date in wanted.dates:
            days, bound = between(self._connection, kind, date, column)
            conditions.append(days)
            values += bound
        if among is not None:
            conditions.append(f"{column} IN ({','.join(map(str, among))})")
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        if ranked:
            # the order outside: SQLite then sorts numbers and scores alone
            inner = f"SELECT rowid AS key, {_RANK} AS score FROM {table}{where}"
            return f"SELECT key, score FROM ({inner}) ORDER BY score, key DESC", values
        direction = "" if order == "key" else " DESC"
        return f"SELECT {column} FROM {table}{where} ORDER BY {column}{direction}", values

    def _holds_all(self, kind: str, key: int, checks: Iterable[Node]) -> bool:
        row = _Row(self, kind, key)
        return all(row.answers(check) for check in checks)

    def _source(self, ident: str) -> int | None:
        row = self._connection.execute("SELECT key FROM sources WHERE id = ?", (ident,)).fetchone()
        return row[0] if row else None

    def said(self, kind: str, key: int) -> list[str]:
        """Return the texts of a row."""
        return said(self._connection, kind, key, self._texts)


class _Row:
    """A row whose words are looked at in person."""

    def __init__(self, asked: Filter, kind: str, key: int) -> None:
        self._filter, self._kind, self._key = asked, kind, key
        self._units = [units(text) for text in asked.said(kind, key)]

    def answers(self, node: Node) -> bool:
        """Whether the row answers a node of the tree."""
        if isinstance(node, Words):
            return any(occurrences(node, some) for some in self._units)
        if isinstance(node, And):
            return all(self.answers(child) for child in node.nodes)
        if isinstance(node, Or):
            return any(self.answers(child) for child in node.nodes)
        if isinstance(node, Not):
            return not self.answers(node.node)
        return self._key in self._filter.keys(self._kind, node, among=[self._key])
