"""Which rows of a kind answer a query, as row numbers, in the order wanted and no more than wanted."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

from reltui.query import And, Node, Not, Or, Words
from reltui.query.tree import walk
from reltui.store.beginnings import RANKED, RANKED_BEGINNINGS, Beginnings
from reltui.store.compile import Plan, Resolve, plan
from reltui.store.days import between
from reltui.store.errors import Interrupted
from reltui.store.match import spoken, stands
from reltui.store.numbers import Runs
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

_MOST_HASTY = 16  # actors that the beginning of a name may mean while one types

Ordering = Literal["key", "newest", "relevance"]


class Filter:
    """Answers queries over one connection; `texts` gives the text of a source by its row number."""

    def __init__(self, connection: sqlite3.Connection, texts: Callable[[int], str]) -> None:
        self._connection = connection
        self._texts = texts
        self.people = People(connection)
        self.beginnings = Beginnings(connection)
        self._resolve = Resolve(self.whom, self._source, self.beginnings.expand)
        self.stopped = False  # set by `Reader.interrupt`, for the loops that SQLite knows nothing of

    def plan(self, kind: str, tree: Node | None) -> Plan:
        """Return how the rows of a kind that answer a tree are found."""
        return plan(tree, kind, self._resolve)

    def keys(
        self,
        kind: str,
        tree: Node | None,
        order: Ordering = "key",
        among: Sequence[int] | None = None,
        most: int | None = None,
        every: int = 1,
    ) -> Iterator[int]:
        """Yield the row numbers of a kind that answer a tree, by number, the newest first or the best first.

        `relevance` is kept for passages; of other kinds, and where there is nothing to rank by, it is the
        newest first. With `among` only those rows are asked about. After `most` rows that were looked
        at in vain only those are given that need no look, since they are written as in the query. `every`
        n-th row alone is asked about.
        """
        wanted = replace(self.plan(kind, tree), every=every)
        if not wanted.checks:
            yield from self._rows(kind, wanted, order, among)
        elif order == "relevance":
            best = dict.fromkeys(self._rows(kind, _surely(wanted), order, among) if wanted.sure else ())
            yield from best
            rest = self._checked(kind, wanted, "newest", among, most)
            yield from (key for key in rest if key not in best)
        else:
            yield from self._checked(kind, wanted, order, among, most)

    def all_keys(self, kind: str, tree: Node | None) -> array[int] | Runs:
        """Return the row numbers of a kind that answer a tree, by number; at once where that is all of them."""
        if tree is not None:
            return array("q", self.keys(kind, tree))
        known = Runs.read(self._connection, _TABLE[kind])
        (count,) = self._connection.execute(f"SELECT count(*) FROM {_TABLE[kind]}").fetchone()
        if count == len(known):
            return known  # else somebody took rows out by hand
        return array("q", self._rows(kind, Plan("", "", "", (), ()), "key", None))

    def _rows(self, kind: str, wanted: Plan, order: Ordering, among: Sequence[int] | None) -> Iterator[int]:
        sql, values = self._statement(kind, wanted, order, among)
        for key, *_ in self._connection.execute(sql, values):
            if self.stopped:
                raise Interrupted
            yield key

    def _checked(
        self, kind: str, wanted: Plan, order: Ordering, among: Sequence[int] | None, most: int | None
    ) -> Iterator[int]:
        """Yield the rows that may answer and do, until `most` of them did not."""
        certain = self._rows(kind, _surely(wanted), order, among) if wanted.sure else iter(())
        sure = next(certain, None)
        failed = 0
        for key in self._rows(kind, wanted, order, among):
            if key == sure:
                yield key
                sure = next(certain, None)
                continue
            if self._holds_all(kind, key, wanted.checks):
                yield key
            elif failed == most:
                break
            else:
                failed += 1
        if sure is not None:
            yield sure
            yield from certain

    def count(self, kind: str, tree: Node | None, most: int | None = None) -> int:
        """Return how many rows of a kind answer a tree, or `most` if it is at least as many."""
        if self.plan(kind, tree).checks:
            return sum(1 for _ in islice(self.keys(kind, tree), most))
        return self.candidates(kind, tree, most)

    def candidates(self, kind: str, tree: Node | None, most: int | None = None) -> int:
        """Return how many rows may answer a tree before the words of any are looked at."""
        wanted = self.plan(kind, tree)
        sql, values = self._statement(kind, wanted, "newest", None)
        limit = "" if most is None else f" LIMIT {most}"
        return self._connection.execute(f"SELECT count(*) FROM ({sql}{limit})", values).fetchone()[0]

    def rankable(self, tree: Node) -> bool:
        """Whether the passages that answer are few enough to be ranked while somebody waits."""
        known = self.beginnings.rankable(tree)
        wanted = replace(self.plan("passage", tree), checks=())
        if known is not None or not wanted.rank:
            return bool(known) and bool(wanted.rank)
        begins = any(leaf.prefix for leaf, _ in walk(tree) if isinstance(leaf, Words))
        most = RANKED_BEGINNINGS if begins else RANKED
        sql, values = self._statement("passage", wanted, "newest", None)
        return self._connection.execute(f"{sql} LIMIT 1 OFFSET {most}", values).fetchone() is None

    def _statement(
        self, kind: str, wanted: Plan, order: Ordering, among: Sequence[int] | None
    ) -> tuple[str, list[object]]:
        ranked = order == "relevance" and bool(wanted.rank)
        table, column, conditions, values = _TABLE[kind], "key", list[str](), list[object]()
        if wanted.match:
            by_ranker = ranked or wanted.match == wanted.sure
            table, column = ("passage_ranker" if by_ranker else f"{kind}_finder"), "rowid"
            conditions.append(f"{table} MATCH ?")
            values.append(wanted.rank if ranked else wanted.match)
        for date in wanted.dates:
            days, bound = between(self._connection, kind, date, column)
            conditions.append(days)
            values += bound
        if among is not None:
            conditions.append(f"{column} IN ({','.join(map(str, among))})")
        if wanted.every > 1:
            conditions.append(f"{column} % {wanted.every} = {wanted.every // 2}")
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

    def whom(self, name: str, prefix: bool) -> list[int]:
        """Return the actors that a name means, of a beginning while one types the first ones."""
        found = self.people.resolve(name, prefix)
        return (
            found[:_MOST_HASTY] if prefix and self.beginnings.hasty else found
        )  # the most often named first

    def _source(self, ident: str) -> int | None:
        row = self._connection.execute("SELECT key FROM sources WHERE id = ?", (ident,)).fetchone()
        return row[0] if row else None

    def said(self, kind: str, key: int) -> list[str]:
        """Return the texts of a row."""
        return said(self._connection, kind, key, self._texts)


def _surely(wanted: Plan) -> Plan:
    """Return the plan that finds only what needs no check."""
    return replace(wanted, match=wanted.sure, rank=wanted.rank and wanted.sure, checks=())


class _Row:
    """A row whose words are looked at in person."""

    def __init__(self, asked: Filter, kind: str, key: int) -> None:
        self._filter, self._kind, self._key = asked, kind, key
        self._words = [spoken(text) for text in asked.said(kind, key)]

    def answers(self, node: Node) -> bool:
        """Whether the row answers a node of the tree."""
        if isinstance(node, Words):
            return any(stands(node, some) for some in self._words)
        if isinstance(node, And):
            return all(self.answers(child) for child in node.nodes)
        if isinstance(node, Or):
            return any(self.answers(child) for child in node.nodes)
        if isinstance(node, Not):
            return not self.answers(node.node)
        return self._key in self._filter.keys(self._kind, node, among=[self._key])
