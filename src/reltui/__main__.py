"""Start reltui: `reltui …` and `python -m reltui …`.

Nothing but `sys` is imported before it is known what is wanted: `--version` answers from here, a
command imports its own module alone, and only the app imports Textual.
"""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run reltui with the given arguments (the process's own by default); return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    from reltui.cli.guard import guarded

    return guarded(arguments)


if __name__ == "__main__":
    sys.exit(main())
