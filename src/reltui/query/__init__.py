"""The search grammar: text → tree, and what it means in words (docs/search.md)."""

from reltui.query.explain import explain
from reltui.query.fields import EXAMPLES, FIELDS
from reltui.query.parse import EMPTY, parse
from reltui.query.tree import And, Leaf, Named, Node, Not, Or, Query, Tagged, When, Words

__all__ = [
    "EMPTY",
    "EXAMPLES",
    "FIELDS",
    "And",
    "Leaf",
    "Named",
    "Node",
    "Not",
    "Or",
    "Query",
    "Tagged",
    "When",
    "Words",
    "explain",
    "parse",
]
