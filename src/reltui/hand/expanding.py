"""Queries as a corpus must be asked that does not know of corrections: who is one is asked for under every id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from reltui.query import And, Named, Node, Not, Or, Query, Tagged
from reltui.query.tree import both

Meant = Callable[[Named], Iterable[str]]
"""Gives the further ids under which a corpus knows those whom a field names."""


def expanded(query: Query, meant: Meant) -> Query:
    """Return a query that also asks for those ids."""
    return replace(query, tree=_node(query.tree, meant), typed=_node(query.typed, meant))


def _node(node: Node | None, meant: Meant) -> Node | None:
    return None if node is None else _expanded(node, meant)


def _expanded(node: Node, meant: Meant) -> Node:
    if isinstance(node, Named):
        more = [Named(node.field, ident) for ident in dict.fromkeys(meant(node)) if ident != node.value]
        return Or((node, *more)) if more else node
    if isinstance(node, Not):
        return Not(_expanded(node.node, meant))
    if isinstance(node, And):
        return And(tuple(_expanded(child, meant) for child in node.nodes))
    if isinstance(node, Or):
        return Or(tuple(_expanded(child, meant) for child in node.nodes))
    return node


def within(query: Query, sources: Iterable[str]) -> Query:
    """Return a query for what stands in these sources alone."""
    return _and(query, _in(sources))


def beyond(query: Query, sources: Iterable[str]) -> Query:
    """Return a query for what stands elsewhere."""
    return _and(query, Not(_in(sources)))


def _in(sources: Iterable[str]) -> Node:
    return Or(tuple(Tagged("source", (source,), source) for source in sources))


def _and(query: Query, node: Node) -> Query:
    return Query(query.text, both(query.tree, node), both(query.typed, node))
