"""Which actors and which sources belong to what answers a query."""

from __future__ import annotations

import sqlite3

from reltui.query import And, Node, Query, Tagged, Words
from reltui.query.tree import walk
from reltui.store.filters import Filter
from reltui.store.lists import select

_NAMED = "SELECT DISTINCT actor FROM mentions WHERE passage IN {keys}"
_PARTIES = "SELECT DISTINCT actor FROM participants WHERE event IN {keys}"


def related_actors(
    connection: sqlite3.Connection, answers: Filter, query: Query, related: bool
) -> set[int] | None:
    """Return the actors that answer a query, None for all.

    Words are looked for in the actors' names, unless `related`. Fields keep those who are named in the
    passages or take part in the events that answer; `kind:` of an actor keeps those of that kind.
    """
    if query.tree is None:
        return None
    parts = query.tree.nodes if isinstance(query.tree, And) else (query.tree,)
    own = [part for part in parts if _is_own(part) and not (related and _has_words(part))]
    rest = [part for part in parts if part not in own]
    found: set[int] | None = None
    if own:
        found = set(answers.keys("actor", And(tuple(own))))
    if rest:
        tree = And(tuple(rest))
        passages = list(answers.keys("passage", tree))
        events = list(answers.keys("event", tree))
        linked = {key for (key,) in select(connection, _NAMED, passages)}
        linked |= {key for (key,) in select(connection, _PARTIES, events)}
        found = linked if found is None else found & linked
    return found


def sources_of(connection: sqlite3.Connection, answers: Filter, query: Query) -> list[int]:
    """Return the sources with a passage that answers a query, in order."""
    if query.tree is None:
        return [key for (key,) in connection.execute("SELECT key FROM sources ORDER BY key")]
    sql = "SELECT DISTINCT source FROM passages WHERE key IN {keys}"
    found = {key for (key,) in select(connection, sql, list(answers.keys("passage", query.tree)))}
    return sorted(found)


def _is_own(part: Node) -> bool:
    """Whether a part of a query speaks of the actors themselves: words of a name, or a kind of actor."""
    return all(isinstance(leaf, Words) or _is_actor_kind(leaf) for leaf, _ in walk(part))


def _has_words(part: Node) -> bool:
    return any(isinstance(leaf, Words) for leaf, _ in walk(part))


def _is_actor_kind(leaf: object) -> bool:
    from reltui.model.vocab import ACTOR_KINDS

    return isinstance(leaf, Tagged) and leaf.field == "kind" and set(leaf.values) <= set(ACTOR_KINDS)
