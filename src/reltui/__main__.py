"""Start reltui: `reltui …` and `python -m reltui …`.

Nothing but `sys` is imported before it is known what is wanted: `--version` answers from here, a
command imports its own module alone, and only the app imports Textual.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # as `typing` has it, which costs more to import than all the rest of `--version`
if TYPE_CHECKING:
    from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Run reltui with the given arguments (the process's own by default); return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    from reltui.cli.guard import guarded

    return guarded(arguments, open_app)


def open_app(paths: list[Path], db: Path | None) -> int:
    """Open the reading room; the command line and the app know nothing of each other but this."""
    from reltui.tui import run

    return run(paths=paths or None, db=db)


if __name__ == "__main__":
    sys.exit(main())
