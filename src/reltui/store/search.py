"""Search: passages, actors and events together, each hit with its words in context."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from reltui.query import And, Named, Node, Query, Tagged, When, Words
from reltui.query.tree import walk
from reltui.store.context import line
from reltui.store.filters import Filter
from reltui.store.lists import evidence, label, select
from reltui.store.match import Span, spans
from reltui.store.rows import Hit, Order
from reltui.store.sources import Texts

_MOST_ACTORS = 5
# Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): ranks of different indexes can be compared
# where their scores cannot. 60 is the authors' constant.
_FUSION = 60


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    key: int
    score: float
    date: str = ""


class Search:
    """Searches over one connection."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts, filter: Filter) -> None:
        self._connection = connection
        self._texts = texts
        self._filter = filter

    def hits(self, query: Query, limit: int, order: Order) -> list[Hit]:
        """Return at most `limit` hits, copies of a passage shown once."""
        if query.tree is None or limit < 1:
            return []
        words = [leaf for leaf in query.leaves() if isinstance(leaf, Words)]
        ordering = "relevance" if order == "relevance" and words else "newest"
        found: list[_Found] = []
        passages = self._passages(query, ordering, limit)
        facts = self._facts(query, ordering, max(limit // 2, 1))
        if order == "date":
            found = sorted(self._dated(passages + facts), key=lambda f: f.date, reverse=True)
        else:
            found = sorted(passages + facts, key=lambda f: -f.score)
        found = (self._actors(query, min(_MOST_ACTORS, limit)) + found)[:limit]
        leaves = tuple(words)
        named = self._named(query)
        return [hit for one in found for hit in self._hit(one, leaves, named)]

    def _passages(self, query: Query, ordering: str, limit: int) -> list[_Found]:
        found: list[_Found] = []
        seen: set[int] = set()
        for key in self._filter.keys("passage", query, ordering):  # type: ignore[arg-type]
            row = self._connection.execute("SELECT copy_of FROM passages WHERE key = ?", (key,)).fetchone()
            original = row[0] if row[0] is not None else key
            if original in seen:
                continue
            seen.add(original)
            found.append(_Found("passage", key, 1 / (_FUSION + len(found))))
            if len(found) == limit:
                break
        return found

    def _facts(self, query: Query, ordering: str, limit: int) -> list[_Found]:
        """Return events that answer; and statements, where the query asks who says something."""
        says = any(isinstance(leaf, Named) and leaf.field == "says" for leaf in query.leaves())
        kinds = ("event", "statement") if says else ("event",)
        return [
            _Found(kind, key, 1 / (_FUSION + rank))
            for kind in kinds
            for rank, key in zip(range(limit), self._filter.keys(kind, query, ordering), strict=False)  # type: ignore[arg-type]
        ]

    def _actors(self, query: Query, limit: int) -> list[_Found]:
        """Return the actors whose names have the query's words; its fields say nothing of names."""
        tree = words_only(query.tree)
        if tree is None or any(isinstance(leaf, Named) for leaf in query.leaves()):
            return []
        keys = zip(range(limit), self._filter.keys_of("actor", tree, "key"), strict=False)
        return [_Found("actor", key, 1.0) for _, key in keys]

    def _dated(self, found: list[_Found]) -> Iterator[_Found]:
        columns = {
            "passage": "SELECT p.key, s.lower FROM passages p JOIN sources s ON s.key = p.source WHERE p.key IN {keys}",
            "event": "SELECT key, lower FROM events WHERE key IN {keys}",
            "statement": "SELECT key, lower FROM statements WHERE key IN {keys}",
        }
        for kind, sql in columns.items():
            some = {f.key: f for f in found if f.kind == kind}
            days = {row[0]: row[1] or "" for row in select(self._connection, sql, list(some))}
            for key, one in some.items():
                yield _Found(kind, key, one.score, days.get(key, ""))

    def _named(self, query: Query) -> list[int]:
        """Return the actors that the query's fields name, whose mentions are highlighted too."""
        leaves = (leaf for leaf in query.leaves() if isinstance(leaf, Named) and leaf.field != "says")
        return [key for leaf in leaves for key in self._filter.people.resolve(leaf.value, leaf.prefix)]

    def spans(self, query: Query, source: int, start: int = 0, end: int | None = None) -> list[Span]:
        """Return what answers the query in a stretch of a source: its words, and who its fields name."""
        leaves = tuple(leaf for leaf in query.leaves() if isinstance(leaf, Words))
        return self._spans(leaves, self._named(query), source, start, end)

    def _spans(
        self, leaves: tuple[Words, ...], named: list[int], source: int, start: int, end: int | None
    ) -> list[Span]:
        text = self._texts.text(source)
        stop = len(text) if end is None else end
        found = spans(leaves, text, start, stop) if leaves else []
        sql = (
            f'SELECT actor, start, "end" FROM mentions WHERE source = {source} AND start >= {start} '
            f'AND "end" <= {stop} AND actor IN {{keys}}'
        )
        mentions = [(s, e) for _, s, e in select(self._connection, sql, named)]
        return _merged(found, mentions)

    def _hit(self, found: _Found, leaves: tuple[Words, ...], named: list[int]) -> Iterator[Hit]:
        if found.kind == "passage":
            yield self._passage_hit(found, leaves, named)
        elif found.kind == "actor":
            yield self._actor_hit(found, leaves)
        else:
            yield self._fact_hit(found, leaves, named)

    def _passage_hit(self, found: _Found, leaves: tuple[Words, ...], named: list[int]) -> Hit:
        row = self._connection.execute(
            'SELECT p.source, p.ordinal, p.start, p."end", coalesce(p.copy_of, p.key), s.id, s.published, s.title, '
            "s.publisher, f.path, s.unit, s.units FROM passages p JOIN sources s ON s.key = p.source "
            "JOIN files f ON f.key = s.file WHERE p.key = ?",
            (found.key,),
        ).fetchone()
        source, ordinal, start, end, original, id, published, *names = row
        where = self._spans(leaves, named, source, start, end)
        shown = line(self._texts.text(source), start, end, where)
        return Hit(
            "passage", f"{id}:{ordinal}", id, ordinal, start, end, tuple(where), *shown, published,
            label(*names), found.score * _FUSION, self._copies(original, id),
        )  # fmt: skip

    def _copies(self, original: int, id: str) -> tuple[str, ...]:
        rows = self._connection.execute(
            "SELECT DISTINCT s.id FROM passages p JOIN sources s ON s.key = p.source WHERE p.copy_of = ?1 "
            "UNION SELECT s.id FROM passages p JOIN sources s ON s.key = p.source WHERE p.key = ?1",
            (original,),
        )
        return tuple(other for (other,) in rows if other != id)

    def _actor_hit(self, found: _Found, leaves: tuple[Words, ...]) -> Hit:
        id, name, native = self._connection.execute(
            "SELECT id, name, native_name FROM actors WHERE key = ?", (found.key,)
        ).fetchone()
        place = self._connection.execute(
            'SELECT s.id, m.start, m."end", p.ordinal FROM mentions m JOIN sources s ON s.key = m.source '
            "LEFT JOIN passages p ON p.key = m.passage WHERE m.actor = ? ORDER BY m.source DESC, m.start LIMIT 1",
            (found.key,),
        ).fetchone()
        source, start, end, ordinal = place or (None, 0, 0, 0)
        shown = name if not native or spans(leaves, name) else native
        where = spans(leaves, shown)
        first, last = (where[0][0], where[-1][1]) if where else (0, len(shown))
        return Hit(
            "actor", id, source, ordinal or 0, start, end, ((start, end),) if source else (),
            shown[:first], shown[first:last], shown[last:], None, name, 1.0,
        )  # fmt: skip

    def _fact_hit(self, found: _Found, leaves: tuple[Words, ...], named: list[int]) -> Hit:
        table = "events" if found.kind == "event" else "statements"
        name = "title" if found.kind == "event" else "NULL"
        id, date, title = self._connection.execute(
            f"SELECT id, date, {name} FROM {table} WHERE key = ?", (found.key,)
        ).fetchone()
        places = self._places(found)
        best = next((p for p in places if self._spans(leaves, named, p[0], p[2], p[3])), places[0])
        source, source_id, start, end, ordinal, source_label = best
        where = self._spans(leaves, named, source, start, end)
        shown = line(self._texts.text(source), start, end, where)
        others = dict.fromkeys(place[1] for place in places if place[1] != source_id)
        return Hit(
            found.kind, id, source_id, ordinal, start, end, tuple(where), *shown, date,  # type: ignore[arg-type]
            title or source_label, found.score * _FUSION, tuple(others),
        )  # fmt: skip

    def _places(self, found: _Found) -> list[tuple[int, str, int, int, int, str]]:
        """Return where a fact's words stand: (source, its id, start, end, passage, label)."""
        if found.kind == "statement":
            owner, keys = "statement", [found.key]
        else:
            sql = "SELECT key FROM reports WHERE event = ? ORDER BY key"
            owner, keys = "report", [key for (key,) in self._connection.execute(sql, (found.key,))]
        pieces = [place for some in evidence(self._connection, owner, keys).values() for place in some]
        return [(p.source, p.id, p.start, p.end, p.ordinal, p.label) for p in pieces]


def words_only(tree: Node | None) -> Node | None:
    """Return the part of a tree that speaks of words alone, None if there is none."""
    if tree is None:
        return None
    parts = tree.nodes if isinstance(tree, And) else (tree,)
    kept = tuple(
        part for part in parts if not any(isinstance(leaf, Named | Tagged | When) for leaf, _ in walk(part))
    )
    if not any(positive for part in kept for _, positive in walk(part)):
        return None
    return kept[0] if len(kept) == 1 else And(kept)


def _merged(one: list[Span], other: list[Span]) -> list[Span]:
    from reltui.store.match import joined

    return joined([*one, *other]) if other else one
