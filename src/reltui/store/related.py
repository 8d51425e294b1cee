"""Which actors and which sources belong to what answers a query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from reltui.query import And, Leaf, Node, Tagged, Words
from reltui.query.tree import conjuncts, walk
from reltui.store.filters import Filter
from reltui.store.numbers import Runs
from reltui.store.places import NAMED_IN_PASSAGE, select

# of those named as often the first by name have the lower numbers, what was added later aside
_ORDERS = {"mentions": "mentions DESC, key", "name": "name, key"}


def actor_keys(
    connection: sqlite3.Connection, answers: Filter, tree: Node | None, order: str, related: bool
) -> Sequence[int]:
    """Return the actors that answer a tree, by `mentions` or `name`.

    Words are looked for in the actors' names, unless `related`. Fields keep those who are named in the
    passages or take part in the events that answer; `kind:` of an actor keeps those of that kind. The
    user's notes, marks and labels count on either.
    """
    ranked = [key for (key,) in connection.execute(f"SELECT key FROM actors ORDER BY {_ORDERS[order]}")]
    if tree is None:
        return ranked
    parts = conjuncts(tree)
    own = [part for part in parts if _is_own(part) and not (related and _has_words(part))]
    remarks = [part for part in parts if _is_remark(part)]
    rest = [part for part in parts if part not in own and part not in remarks]
    found = set(answers.keys("actor", And(tuple(own)))) if own else set(ranked)
    for part in remarks:  # the user's notes may be on the actor, or on what names the actor
        found &= set(answers.keys("actor", part)) | _linked(connection, answers, part)
    if rest:
        found &= _linked(connection, answers, And(tuple(rest)))
    return [key for key in ranked if key in found]


def source_keys(connection: sqlite3.Connection, answers: Filter, tree: Node | None) -> Sequence[int]:
    """Return the sources with a passage that answers a tree, in order."""
    if tree is None:
        return Runs.read(connection, "sources")
    return sorted(_distinct(connection, "source", "passages", "key", answers.keys("passage", tree)))


def _linked(connection: sqlite3.Connection, answers: Filter, tree: Node) -> set[int]:
    """Return who is named in the passages, or takes part in the events, that answer."""
    within = f"passages p {NAMED_IN_PASSAGE}"
    named = _distinct(connection, "m.actor", within, "p.key", answers.keys("passage", tree))
    return named | _distinct(connection, "actor", "participants", "event", answers.keys("event", tree))


def _distinct(
    connection: sqlite3.Connection, wanted: str, table: str, column: str, keys: Iterable[int]
) -> set[int]:
    """Return the values of a column of the rows whose other column is one of these numbers."""
    sql = f"SELECT DISTINCT {wanted} FROM {table} WHERE {column} IN {{keys}}"
    return {value for (value,) in select(connection, sql, list(keys))}


def _is_own(part: Node) -> bool:
    """Whether a part of a query speaks of the actors themselves: words of a name, or a kind of actor."""
    return all(isinstance(leaf, Words) or _is_actor_kind(leaf) for leaf, _ in walk(part))


def _has_words(part: Node) -> bool:
    return any(isinstance(leaf, Words) for leaf, _ in walk(part))


def _is_remark(part: Node) -> bool:
    """Whether a part of a query asks for the user's notes, marks or labels."""
    if not isinstance(part, Tagged):
        return False
    return part.field == "label" or (part.field == "has" and set(part.values) <= {"note", "mark"})


def _is_actor_kind(leaf: Leaf) -> bool:
    from reltui.model.vocab import ACTOR_KINDS

    return isinstance(leaf, Tagged) and leaf.field == "kind" and set(leaf.values) <= set(ACTOR_KINDS)
