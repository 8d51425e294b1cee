"""Which rows of a kind answer a query, as row numbers, in the order wanted and no more than wanted."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from reltui.query import And, Node, Not, Or, Query, When, Words
from reltui.store.compile import Plan, Resolve, plan
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
# Where the days stand that `date:` is compared with.
_DAYS = {
    "passage": "SELECT t.key FROM passages t JOIN sources d ON d.key = t.source",
    "event": "SELECT d.key FROM events d",
    "statement": "SELECT d.key FROM statements d",
    "figure": "SELECT d.key FROM figures d",
    "doubt": (
        "SELECT v.discrepancy AS key FROM evidence v INDEXED BY evidence_discrepancy JOIN sources d "
        "ON d.key = v.source AND v.discrepancy IS NOT NULL"
    ),
}
# A word in a title tells more than one in a paragraph, a spelling that only sounds alike less than the word.
_RANK = "bm25({kind}_index, 4.0, 2.0, 0.0)"

Ordering = Literal["key", "newest", "relevance"]


class Filter:
    """Answers queries over one connection; `texts` gives the text of a source by its row number."""

    def __init__(self, connection: sqlite3.Connection, texts: Callable[[int], str]) -> None:
        self._connection = connection
        self._texts = texts
        self.people = People(connection)
        self._resolve = Resolve(self.people.resolve, self._source)

    def plan(self, kind: str, tree: Node | None) -> Plan:
        """Return how the rows of a kind that answer a tree are found."""
        return plan(tree, kind, self._resolve)

    def keys(self, kind: str, query: Query, order: Ordering = "key") -> Iterator[int]:
        """Yield the row numbers of a kind that answer a query."""
        return self.keys_of(kind, query.tree, order)

    def keys_of(self, kind: str, tree: Node | None, order: Ordering = "key") -> Iterator[int]:
        """Yield the row numbers of a kind that answer a tree; `relevance` is the best of the words first."""
        wanted = self.plan(kind, tree)
        sql, values = self._statement(kind, wanted, order)
        found = (key for (key, *_) in self._connection.execute(sql, values))
        if not wanted.checks:
            return found
        return (key for key in found if self._holds_all(kind, key, wanted.checks))

    def _statement(self, kind: str, wanted: Plan, order: Ordering) -> tuple[str, list[object]]:
        table = f"{kind}_index" if wanted.match else _TABLE[kind]
        column = "rowid" if wanted.match else "key"
        conditions: list[str] = []
        values: list[object] = []
        if wanted.match:
            conditions.append(f"{table} MATCH ?")
            values.append(wanted.match)
        for date in wanted.dates:
            days, bound = self._between(kind, date)
            conditions.append(f"{column} IN ({days})")
            values += bound
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        if order == "relevance" and wanted.match:
            rank = _RANK.format(kind=kind)
            inner = f"SELECT rowid AS key, {rank} AS score FROM {table}{where}"
            return f"SELECT key, score FROM ({inner}) ORDER BY score, key DESC", values
        direction = " DESC" if order != "key" else ""
        return f"SELECT {column} FROM {table}{where} ORDER BY {column}{direction}", values

    @staticmethod
    def _between(kind: str, date: When) -> tuple[str, list[object]]:
        if kind not in _DAYS:
            return "SELECT NULL WHERE 0", []
        return (
            f"{_DAYS[kind]} WHERE d.lower <= ? AND d.upper >= ?",
            [date.upper or "9999-12-31", date.lower or "0001-01-01"],
        )

    def _holds_all(self, kind: str, key: int, checks: Iterable[Node]) -> bool:
        row = _Row(self, kind, key)
        return all(row.answers(check) for check in checks)

    def _source(self, id: str) -> int | None:
        row = self._connection.execute("SELECT key FROM sources WHERE id = ?", (id,)).fetchone()
        return row[0] if row else None

    def answers(self, kind: str, key: int, node: Node) -> bool:
        """Whether the index says that a row answers a leaf."""
        wanted = self.plan(kind, node)
        sql, values = self._statement(kind, wanted, "key")
        column = "rowid" if wanted.match else "key"
        sql = sql.replace(" ORDER BY", f" AND {column} = ? ORDER BY")
        return self._connection.execute(sql, [*values, key]).fetchone() is not None

    def said(self, kind: str, key: int) -> list[str]:
        """Return the texts of a row."""
        return said(self._connection, kind, key, self._texts)


class _Row:
    """A row whose words are looked at in person."""

    def __init__(self, filter: Filter, kind: str, key: int) -> None:
        self._filter, self._kind, self._key = filter, kind, key
        self._units = [units(text) for text in filter.said(kind, key)]

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
        return self._filter.answers(self._kind, self._key, node)
