"""Search: which passages, actors and events answer a query, best or newest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import islice

from reltui.query import And, Named, Node, Query, Words
from reltui.query.tree import conjuncts, walk
from reltui.store.filters import Filter, Ordering
from reltui.store.hit import Hit, HitKind, Order
from reltui.store.hits import Found, Hits, Wanted
from reltui.store.match import Span
from reltui.store.places import select
from reltui.store.sources import Texts

_MOST_ACTORS = 5
# Passages and events looked at in vain for a phrase, or for an exact word, before it is enough; a look costs 50 µs,
# for an exact word 10, at an event the double.
_IN_VAIN, _IN_VAIN_EXACT = (200, 50), (4_000, 250)
_IN_VAIN_HASTY = (12, 3)  # while one types
# Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): ranks of different lists can be compared
# where their scores cannot. 60 is the authors' constant.
_FUSION = 60


class Search:
    """Searches over one connection."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts, answers: Filter) -> None:
        self._connection = connection
        self._answers = answers
        self._hits = Hits(connection, texts)

    def hits(self, query: Query, limit: int, order: Order, hasty: bool = False) -> list[Hit]:
        """Return at most `limit` hits: actors first, then the rest, copies of a passage shown once.

        `hasty` spends no time on what can wait until nobody types any more.
        """
        query = self._answers.spelt(query)
        if query.tree is None or limit < 1:
            return []
        self._answers.beginnings.begin(hasty)
        words = tuple(leaf for leaf in query.leaves() if isinstance(leaf, Words))
        ordering: Ordering = "relevance" if order == "relevance" and words else "newest"
        most, most_events = self._most(query.tree, limit, hasty)
        found = self._passages(query.tree, ordering, limit, most)
        best = [] if hasty or ordering == "newest" else [one.key for one in found]
        found += self._events(query.tree, max(limit // (4 if hasty else 2), 1), best, most_events)
        if any(isinstance(leaf, Named) and leaf.field == "says" for leaf in query.leaves()):
            found += self._ranked("statement", self._answers.keys("statement", query.tree, "newest"), limit)
        if order == "date":
            days = self._days(found)
            found.sort(key=lambda one: days[one.kind, one.key], reverse=True)
        else:
            found.sort(key=lambda one: -one.score)
        found = (self._actors(query, min(_MOST_ACTORS, limit)) + found)[:limit]
        return self._hits.hits(found, Wanted(words, self._named(query)))

    def spans(self, query: Query, source: int) -> list[Span]:
        """Return what answers the query in a source: its words, and whom its fields name."""
        query = self._answers.spelt(query)
        words = tuple(leaf for leaf in query.leaves() if isinstance(leaf, Words))
        return self._hits.spans(Wanted(words, self._named(query)), source)

    def _passages(self, tree: Node, ordering: Ordering, limit: int, most: int) -> list[Found]:
        keys = self._answers.keys("passage", tree, ordering, most=most)
        kept: dict[int, int] = {}
        while len(kept) < limit and (some := list(islice(keys, limit - len(kept)))):
            sql = "SELECT key, copy_of FROM passages WHERE copy_of IS NOT NULL AND key IN {keys}"
            originals = dict(select(self._connection, sql, some))
            for key in some:
                kept.setdefault(originals.get(key, key), key)
        return self._ranked("passage", kept.values(), limit)

    def _events(self, tree: Node, limit: int, passages: list[int], most: int) -> list[Found]:
        """Return the events that answer, those first that the best passages report."""
        best: dict[int, None] = {}
        if passages:
            sql = (
                "SELECT v.passage, r.event FROM evidence v JOIN reports r ON r.key = v.report "
                "WHERE v.report IS NOT NULL AND v.passage IN {keys}"
            )
            place = {key: rank for rank, key in enumerate(passages)}
            reported = sorted(
                select(self._connection, sql, passages), key=lambda row: (place[row[0]], row[1])
            )
            events = list(dict.fromkeys(event for _, event in reported))
            best = dict.fromkeys(self._answers.among("event", tree, events))
        for key in self._answers.keys("event", tree, "newest", most=most):
            if len(best) >= limit:
                break
            best.setdefault(key)
        return self._ranked("event", best, limit)

    def _actors(self, query: Query, limit: int) -> list[Found]:
        tree = of_names(query)
        if tree is None:
            return []
        return [Found("actor", key, 1.0) for key in islice(self._answers.keys("actor", tree), limit)]

    def _days(self, found: list[Found]) -> dict[tuple[str, int], str]:
        """Return the day by which each is sorted, empty for what has none."""
        tables = {
            "passage": "passages t JOIN sources d ON d.key = t.source",
            "event": "events d JOIN events t ON t.key = d.key",
            "statement": "statements d JOIN statements t ON t.key = d.key",
        }
        columns = {
            kind: f"SELECT t.key, d.day FROM {table} WHERE t.key IN {{keys}}"
            for kind, table in tables.items()
        }
        return {
            (kind, key): found_day or ""
            for kind, sql in columns.items()
            for key, found_day in select(self._connection, sql, [f.key for f in found if f.kind == kind])
        }

    def _named(self, query: Query) -> list[int]:
        """Return the actors that the query's fields name, whose mentions are highlighted too."""
        leaves = [leaf for leaf in query.leaves() if isinstance(leaf, Named) and leaf.field != "says"]
        return [key for leaf in leaves for key in self._answers.whom(leaf.value, leaf.prefix)]

    @staticmethod
    def _most(tree: Node, limit: int, hasty: bool) -> tuple[int, int]:
        """Return how many passages and events may be looked at in vain: many for many hits, few while one types."""
        exact = any(isinstance(leaf, Words) and leaf.exact for leaf, _ in walk(tree))
        if hasty:
            return _IN_VAIN_HASTY
        passages, events = _IN_VAIN_EXACT if exact else _IN_VAIN
        return max(passages, 4 * limit), max(events, limit)

    @staticmethod
    def _ranked(kind: HitKind, keys: Iterable[int], limit: int) -> list[Found]:
        return [Found(kind, key, _FUSION / (_FUSION + rank)) for rank, key in enumerate(islice(keys, limit))]


def of_names(query: Query) -> Node | None:
    """Return what a query asks of the names of actors: its words, as its fields say nothing of names.

    None where no word must be there, or where it names its actor by a field already.
    """
    tree = query.tree
    if tree is None or any(isinstance(leaf, Named) for leaf in query.leaves()):
        return None
    parts = conjuncts(tree)
    kept = tuple(part for part in parts if all(isinstance(leaf, Words) for leaf, _ in walk(part)))
    if not any(positive for part in kept for _, positive in walk(part)):
        return None
    return kept[0] if len(kept) == 1 else And(kept)
