"""Names in any script: folding, sound keys, scores with reasons, and an index of many names.

Importing this package is cheap; what needs more is loaded when it is first used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reltui.names.compare import THRESHOLD, Match, score, similarity
    from reltui.names.folding import fold
    from reltui.names.given import TableError, extend_given
    from reltui.names.index import BadIndex, Index
    from reltui.names.parts import Parts, split
    from reltui.names.romanising import romanise
    from reltui.names.soundkeys import keys, prefix_keys

_HOMES = {
    "THRESHOLD": "compare", "Match": "compare", "score": "compare", "similarity": "compare",
    "fold": "folding", "keys": "soundkeys", "prefix_keys": "soundkeys", "Parts": "parts", "split": "parts",
    "romanise": "romanising", "Index": "index", "BadIndex": "index", "extend_given": "given",
    "TableError": "given",
}  # fmt: skip

# what is kept of answers that depend on a table: module → functions
_CACHES = {
    "given": ("_groups", "_sorted_forms"), "soundkeys": ("keys", "prefix_keys"),
    "parse": ("word", "parse", "joined"), "alike": ("alike",), "align": ("_forms",),
}  # fmt: skip

__all__ = [
    "THRESHOLD",
    "BadIndex",
    "Index",
    "Match",
    "Parts",
    "TableError",
    "extend_given",
    "fold",
    "forget",
    "keys",
    "prefix_keys",
    "romanise",
    "score",
    "similarity",
    "split",
]


def forget() -> None:
    """Forget all that was worked out from the tables, after one of them was extended."""
    for name, attributes in _CACHES.items():
        module = sys.modules.get(f"{__name__}.{name}")
        for attribute in attributes if module else ():
            getattr(module, attribute).cache_clear()


def __getattr__(name: str) -> Any:
    """Load a public name from its module when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
