"""The app: screens, panes, widgets, and the threads behind them. Nothing heavy is imported until `run`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def run(*, paths: Sequence[Path] | None = None, db: Path | None = None) -> int:
    """Open the reading room and return the exit code once it is left.

    `paths` are built into a corpus first, or found built; without them `db` is opened, and without
    either the corpus that ships with reltui. Says in a sentence, on stderr, what keeps it from opening:
    2 where there is no terminal, 4 where the corpus is missing, damaged or newer.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        sys.stderr.write(
            "reltui: the reading room needs a terminal; "
            "'reltui search', 'reltui events' and the like do without.\n"
        )
        return 2
    from reltui.tui.start import start

    return start(paths=paths, db=db)
