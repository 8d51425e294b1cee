"""The database of a corpus: facts go in, rows, windows and hits come out (docs/store.md).

Reading needs `sqlite3` alone; `sqlite_utils` is imported by `write`, when something is written. The
rows are loaded with the first list that is read.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reltui.store.errors import (
    Damaged,
    Foreign,
    Interrupted,
    Locked,
    Missing,
    Newer,
    Older,
    Refused,
    StoreError,
)
from reltui.store.reader import Reader
from reltui.store.window import Window
from reltui.store.write import write  # not later: its module has its name

if TYPE_CHECKING:
    from reltui.store.hit import Hit
    from reltui.store.rows import (
        ActorRow,
        DoubtRow,
        EventRow,
        Facet,
        Facets,
        FigureRow,
        Mark,
        Meta,
        SourceRow,
        StatementRow,
    )

__all__ = [
    "ActorRow",
    "Damaged",
    "DoubtRow",
    "EventRow",
    "Facet",
    "Facets",
    "FigureRow",
    "Foreign",
    "Hit",
    "Interrupted",
    "Locked",
    "Mark",
    "Meta",
    "Missing",
    "Newer",
    "Older",
    "Reader",
    "Refused",
    "SourceRow",
    "StatementRow",
    "StoreError",
    "Window",
    "write",
]


def __getattr__(name: str) -> Any:
    """Load a row from its module when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{'hit' if name == 'Hit' else 'rows'}"), name)
    globals()[name] = value
    return value
