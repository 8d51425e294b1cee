"""Facets: how many of the passages that answer a query name an actor, are of a year, and so on.

Few passages are counted one by one. Of many, every n-th one is looked at and the counts are multiplied:
each passage is as likely to be looked at as any other, so a count c is off by about the root of n·c.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter

from reltui.query import Node
from reltui.store.errors import Interrupted
from reltui.store.filters import Filter
from reltui.store.places import NAMED_IN_PASSAGE, select
from reltui.store.rows import Facet, FacetField, Facets

COUNTED, SAMPLED, LOOKED_AT = 10_000, 4_000, 1_000
"""Passages that are counted one by one; how many of more are; those whose words must be looked at (50 µs each)."""

_AT_ONCE = 5_000  # row numbers in one statement

_ACTORS = f"""
    SELECT m.actor, count(DISTINCT p.key) FROM json_each(?) k
    CROSS JOIN passages p ON p.key = k.value {NAMED_IN_PASSAGE} GROUP BY 1
"""
_TYPES = """
    SELECT e.type, count(DISTINCT v.passage) FROM json_each(?) k
    CROSS JOIN evidence v ON v.passage = k.value AND v.report IS NOT NULL
    JOIN reports r ON r.key = v.report JOIN events e ON e.key = r.event GROUP BY 1
"""
_SOURCES = """
    SELECT s.kind, coalesce(substr(s.day, 1, 4), ''), count(*) FROM json_each(?) k
    CROSS JOIN passages p ON p.key = k.value JOIN sources s ON s.key = p.source GROUP BY 1, 2
"""


def facets(
    connection: sqlite3.Connection, answers: Filter, tree: Node | None, limit: int, exact: bool
) -> Facets:
    """Return the facets of the passages that answer a tree, with at most `limit` actors.

    With `exact` every passage is counted, however long that takes.
    """
    checked = bool(answers.plan("passage", tree).checks)
    possible = 0 if exact else answers.candidates("passage", tree)
    step = 1
    if possible > 2 * (LOOKED_AT if checked else COUNTED):  # to look at every second one gains little
        # an odd step does not keep time with the sources' paragraphs
        step = possible // (LOOKED_AT if checked else SAMPLED) | 1
    keys = array("q", answers.keys("passage", tree, every=step))
    tally = _Tally(connection, answers, keys)
    return Facets(
        passages=len(keys) * step if checked or step == 1 else possible,
        exact=step == 1,
        actors=_named(connection, tally.actors, limit, step),
        years=tuple(
            _facet("date", year, year or "undated", count, step)
            for year, count in sorted(tally.years.items())
        ),
        types=_frequent("type", tally.types, step),
        kinds=_frequent("kind", tally.kinds, step),
    )


class _Tally:
    """Counts a number of passages by what they name, when they are of, and what they are."""

    def __init__(self, connection: sqlite3.Connection, answers: Filter, keys: array[int]) -> None:
        self.actors: Counter[int] = Counter()
        self.types: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.years: Counter[str] = Counter()
        for begin in range(0, len(keys), _AT_ONCE):
            if answers.stopped:
                raise Interrupted
            some = (json.dumps(keys[begin : begin + _AT_ONCE].tolist()),)
            for actor, count in connection.execute(_ACTORS, some):
                self.actors[actor] += count
            for type_, count in connection.execute(_TYPES, some):
                self.types[type_] += count
            for kind, year, count in connection.execute(_SOURCES, some):
                self.kinds[kind] += count
                self.years[year] += count


def _named(connection: sqlite3.Connection, counts: Counter[int], limit: int, step: int) -> tuple[Facet, ...]:
    """Return the actors named most often; of two named as often, the one more often named elsewhere too."""
    chosen = sorted(counts, key=lambda key: (-counts[key], key))[:limit]  # numbered by how often named
    sql = "SELECT key, id, name FROM actors WHERE key IN {keys}"
    known = {key: (ident, name) for key, ident, name in select(connection, sql, chosen)}
    return tuple(_facet("actor", *known[key], counts[key], step) for key in chosen)


def _frequent(field: FacetField, counts: Counter[str], step: int) -> tuple[Facet, ...]:
    found = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(_facet(field, value, value.replace("_", " "), count, step) for value, count in found)


def _facet(field: FacetField, value: str, label: str, count: int, step: int) -> Facet:
    return Facet(field, value, label, count * step)
