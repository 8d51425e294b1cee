"""The database of a corpus: facts go in, rows, windows and hits come out (docs/store.md).

Reading needs `sqlite3` alone; `sqlite_utils` is imported by `write`, when something is written.
"""

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
from reltui.store.rows import (
    ActorRow,
    DoubtRow,
    EventRow,
    Facet,
    Facets,
    FigureRow,
    Hit,
    Mark,
    Meta,
    SourceRow,
    StatementRow,
)
from reltui.store.window import Window
from reltui.store.write import write

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
