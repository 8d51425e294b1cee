"""Which rows of a kind answer a query, as row numbers, in the order wanted and no more than wanted."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Literal

from reltui.query import And, Node, Not, Query, Words
from reltui.query.tree import conjuncts, walk
from reltui.store.beginnings import Beginnings
from reltui.store.compile import Plan, Resolve, parts, plan
from reltui.store.days import between
from reltui.store.errors import Interrupted
from reltui.store.indexed import columns
from reltui.store.looked import Looked
from reltui.store.numbers import Runs
from reltui.store.people import People
from reltui.store.said import Said
from reltui.store.spellings import Spellings
from reltui.store.standing import Standing
from reltui.store.tiers import ranks, scorer, tiers

_TABLE = {
    "passage": "passages",
    "event": "events",
    "actor": "actors",
    "statement": "statements",
    "figure": "figures",
    "doubt": "discrepancies",
}
_FEW = 200
"""Passages that may be all that answer a query with a word that must not be there, which takes long to make sure of."""
_STRETCHES = 64  # of the passages the newest part is looked at first where two indexes must agree
_MOST_HASTY = 16  # actors that the beginning of a name may mean while one types

Ordering = Literal["key", "newest", "relevance"]


class Filter:
    """Answers queries over one connection; `texts` gives the text of a source, `places` the other names of a place."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        texts: Callable[[int], str],
        places: Callable[[str], Sequence[str]],
    ) -> None:
        self._connection = connection
        self.said = Said(connection, texts)
        self.people = People(connection)
        self.beginnings = Beginnings(connection)
        self.spellings = Spellings(connection)
        self._resolve = Resolve(self.whom, self._source, self.beginnings.expand, places)
        self.stopped = False  # set by `Reader.interrupt`, for the loops that SQLite knows nothing of

    def spelt(self, query: Query) -> Query:
        """Return a query whose words say how else they are spelt in this corpus."""
        tree = self.spellings.tree(query.tree)
        return query if tree is query.tree else replace(query, tree=tree)

    def plan(self, kind: str, tree: Node | None) -> Plan:
        """Return how the rows of a kind that answer a tree are found."""
        return plan(self.spellings.tree(tree), kind, self._resolve)

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
        newest first, what is written as in the query before the rest. With `among` only those rows are asked about.
        After `most` rows that were looked at in vain only those are given that need no look, since they are
        written as in the query. `every` n-th row alone is asked about.
        """
        tree = self.spellings.tree(tree)
        wanted = replace(self.plan(kind, tree), every=every)
        if order == "relevance":
            steps = self._steps(kind, wanted, tree, among, most)
            yield from _each_once(steps)
        elif wanted.checks:
            yield from self._checked(kind, wanted, order, among, most)
        else:
            yield from self._rows(kind, wanted, order, among)

    def _steps(
        self, kind: str, wanted: Plan, tree: Node | None, among: Sequence[int] | None, most: int | None
    ) -> Iterator[int]:
        """Yield the rows that answer, the best first, some of them several times."""
        step: Callable[[], Iterable[str]] | None = None
        known = self.beginnings
        # at each key what has a phrase is given the newest first
        if tree is not None and kind == "passage" and ranks(tree) and not (wanted.checks and known.hasty):
            step = partial(tiers, tree, parts(tree)[1], self._resolve, known.count, known.size())
        sure = set[int]()
        if wanted.sure or not wanted.checks:
            hard = bool(wanted.checks) or any(isinstance(part, Not) for part in conjuncts(tree or And(())))
            for key in self._certain(kind, wanted, tree, step, among, hard):
                sure.add(key)
                yield key
        if wanted.checks:
            failed = set[int]()
            matches = step() if step is not None and not wanted.sure else (wanted.match,)
            for match in matches:
                unsure = replace(wanted, match=match, sure="")
                yield from self._checked(kind, unsure, "newest", among, most, sure, failed)

    def _certain(
        self,
        kind: str,
        wanted: Plan,
        tree: Node | None,
        step: Callable[[], Iterable[str]] | None,
        among: Sequence[int] | None,
        hard: bool,
    ) -> Iterator[int]:
        """Yield the rows that need no look, by the questions of `step`, if any; few `hard` ones are found once."""
        base = self._rows(kind, wanted, "newest", among, wanted.sure)
        if step is None:
            yield from base
            return
        if hard and len(few := list(islice(base, _FEW + 1))) <= _FEW:
            yield from self._best(few, tree) if tree is not None else few
            return
        for match in step():
            within = wanted.within if match == wanted.match else match
            narrowed = replace(wanted, match=match, within=within if wanted.sure else wanted.within)
            yield from self._rows(kind, narrowed, "newest", among, wanted.sure)

    def _best(self, keys: Sequence[int], tree: Node) -> list[int]:
        """Return passages that are known to answer, the best first, by a look at each."""
        score = scorer(tree, self.beginnings.count, self.beginnings.size())
        scores = {key: score(Counter(columns(self.said("passage", key), ()).words)) for key in keys}
        return sorted(keys, key=lambda key: (-scores[key], -key))

    def among(self, kind: str, tree: Node, keys: Sequence[int]) -> list[int]:
        """Return which of a few rows answer a tree, in their order; their words are read, which is quicker."""
        nodes = conjuncts(self.spellings.tree(tree) or tree)
        spoken_of = [node for node in nodes if any(isinstance(leaf, Words) for leaf, _ in walk(node))]
        others = tuple(node for node in nodes if node not in spoken_of)
        found = set(self.keys(kind, And(others), among=keys)) if others and keys else set(keys)
        return [key for key in keys if key in found and self._holds_all(kind, key, spoken_of)]

    def all_keys(self, kind: str, tree: Node | None) -> array[int] | Runs:
        """Return the row numbers of a kind that answer a tree, by number; at once where that is all of them."""
        if tree is not None:
            return array("q", self.keys(kind, tree))
        known = Runs.read(self._connection, _TABLE[kind])
        (count,) = self._connection.execute(f"SELECT count(*) FROM {_TABLE[kind]}").fetchone()
        if count == len(known):
            return known  # else somebody took rows out by hand
        return array("q", self._rows(kind, Plan("", "", "", (), ()), "key", None))

    def _rows(
        self, kind: str, wanted: Plan, order: Ordering, among: Sequence[int] | None, phrases: str = ""
    ) -> Iterator[int]:
        for first, last in self._stretches() if phrases and wanted.within and order != "key" else ((0, 0),):
            sql, values = self._statement(
                kind, wanted, order, among, phrases, (first, last) if last else None
            )
            for (key,) in self._connection.execute(sql, values):
                if self.stopped:
                    raise Interrupted
                yield key

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Yield stretches of the numbers of passages, the newest first, each twice as long as the one before.

        What two indexes give together must be gathered first; of the newest few enough may do.
        """
        last = self.beginnings.size()
        much = max(last // _STRETCHES, 1)
        while last > 0:
            yield max(last - much + 1, 1), last
            last, much = last - much, 2 * much

    def _checked(
        self,
        kind: str,
        wanted: Plan,
        order: Ordering,
        among: Sequence[int] | None,
        most: int | None,
        given: AbstractSet[int] = frozenset(),
        failed: set[int] | None = None,
    ) -> Iterator[int]:
        """Yield the rows that may answer and do, until `most` of them did not.

        Those that are `given` already or have `failed` before are passed over.
        """
        certain = self._rows(kind, wanted, order, among, wanted.sure) if wanted.sure else iter(())
        sure = next(certain, None)
        failed = set[int]() if failed is None else failed
        left = (
            key for key in self._rows(kind, wanted, order, among) if key not in given and key not in failed
        )
        for key in self.said.ahead(kind, left):
            if key == sure:
                yield key
                sure = next(certain, None)
                continue
            if self._holds_all(kind, key, wanted.checks):
                yield key
            elif most is not None and len(failed) >= most:
                break
            else:
                failed.add(key)
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

    def _statement(
        self,
        kind: str,
        wanted: Plan,
        order: Ordering,
        among: Sequence[int] | None,
        phrases: str = "",
        stretch: tuple[int, int] | None = None,
    ) -> tuple[str, list[object]]:
        """Return the statement that gives row numbers; with `phrases` of the index of phrases, of a `stretch` alone."""
        table, column, conditions, values = _TABLE[kind], "key", list[str](), list[object]()
        if phrases:
            table, column = "passage_phrases", "rowid"
            conditions.append(f"{table} MATCH ?")
            values.append(phrases)
            if wanted.within:
                # what the finder gives is gathered once; the plus sign keeps SQLite from asking for row by row
                inside = f" AND rowid BETWEEN {stretch[0]} AND {stretch[1]}" if stretch else ""
                found = f"SELECT rowid FROM passage_finder WHERE passage_finder MATCH ?{inside}"
                conditions.append(f"+rowid IN ({found}){inside}")
                values.append(wanted.within)
        elif wanted.match and kind == "figure":
            sql, values = Standing(wanted.rest, self._resolve).statement(among)
            table = f"({sql})"
        elif wanted.match:
            table, column = f"{kind}_finder", "rowid"
            conditions.append(f"{table} MATCH ?")
            values.append(wanted.match)
        for date in wanted.dates:
            days, bound = between(self._connection, kind, date, column)
            conditions.append(days)
            values += bound
        if among is not None:
            conditions.append(f"{column} IN ({','.join(map(str, among))})")
        if wanted.every > 1:
            conditions.append(f"{column} % {wanted.every} = {wanted.every // 2}")
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        direction = "" if order == "key" else " DESC"
        return f"SELECT {column} FROM {table}{where} ORDER BY {column}{direction}", values

    def _holds_all(self, kind: str, key: int, checks: Iterable[Node]) -> bool:
        row = Looked(self.said(kind, key), lambda node: key in self.keys(kind, node, among=[key]))
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


def _each_once(keys: Iterable[int]) -> Iterator[int]:
    seen: set[int] = set()
    for key in keys:
        if key not in seen:
            seen.add(key)
            yield key
