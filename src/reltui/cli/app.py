"""What happens where no command is named: the app opens, on the shipped corpus or on one's own."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.cli.exits import Usage

if TYPE_CHECKING:
    import argparse

    from reltui.cli.options import Parser

SUMMARY: str = "Open the reading room: actors, chronology and source text in step."
DETAIL: str = (
    "Without arguments it opens the corpus that ships with reltui. With paths it reads those files, or "
    "finds that it has read them already, and opens what came of it."
)
_SQLITE = b"SQLite format 3\0"  # how each of its files begins
EXAMPLES: tuple[tuple[str, str], ...] = (
    ("reltui", "open the corpus that ships with it"),
    ("reltui notes/ report.md", "build a corpus of these, or reuse it, and open it"),
    ("reltui -- search", "open a folder that is named like a command"),
    ("reltui trade.db", "open a built corpus, as --db trade.db does"),
)


def add_arguments(parser: Parser) -> None:
    """Declare `--db` and the paths."""
    parser.add_argument("--db", metavar="FILE", help="open this corpus; with paths, build it there")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders to read")


def wanted(options: argparse.Namespace) -> tuple[list[Path], Path | None]:
    """Return the paths to build and the database to open; raises `Usage` for a path that is not there."""
    from reltui.cli.places import STDIN, inputs

    paths = inputs(options.paths)
    if Path(STDIN) in paths:
        raise Usage("The app reads its keys from the standard input: use 'reltui build - --db FILE' first.")
    if options.db is not None:
        return paths, Path(options.db)
    return ([], paths[0]) if len(paths) == 1 and _is_database(paths[0]) else (paths, None)


def _is_database(path: Path) -> bool:
    """Whether a path names an SQLite file: `reltui trade.db` means what `reltui --db trade.db` does."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def need_terminal() -> None:
    """Raise `Usage` where there is no terminal to show the app on."""
    for stream, name in ((sys.stdin, "input"), (sys.stdout, "output")):
        if not stream.isatty():
            raise Usage(
                f"The app needs a terminal, and the {name} is not one: run 'reltui' by itself in a terminal, "
                "or use a command such as 'reltui events' or 'reltui search' ('reltui --help' lists them)."
            )
    if os.environ.get("TERM", "") in ("dumb", "unknown"):
        raise Usage(
            f"This terminal (TERM={os.environ['TERM']}) cannot place text on a screen, which the app needs: "
            "use another one, or a command such as 'reltui events' ('reltui --help' lists them)."
        )
