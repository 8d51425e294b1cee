"""The search grammar: text → tree, and what it means in words (docs/search.md).

Importing this package is cheap; the parser is loaded when something is parsed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reltui.query.tree import EMPTY, And, Leaf, Named, Node, Not, Or, Query, Tagged, When, Words

if TYPE_CHECKING:
    from reltui.query.explaining import explain
    from reltui.query.fields import EXAMPLES, FIELDS
    from reltui.query.parser import parse

_HOMES = {"explain": "explaining", "EXAMPLES": "fields", "FIELDS": "fields", "parse": "parser"}

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


def __getattr__(name: str) -> Any:
    """Load a public name from its module when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
