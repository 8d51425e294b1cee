"""From what was typed to the command that was meant, or to the app."""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING, cast

from reltui.cli.exits import DONE, Usage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reltui.cli.options import Command

    OpenApp = Callable[[list[Path], Path | None], int]

# Each is a module under `commands/`; in the order of the overview.
COMMANDS = (
    "build", "add", "remove", "watch", "corpora", "search", "actors", "events", "statements", "figures", "doubts",
    "sources", "show", "cite", "match", "export", "config", "completion", "doctor",
)  # fmt: skip


def command(name: str) -> Command:
    """Import and return the module of a command; raises KeyError where there is none of that name."""
    if name not in COMMANDS:
        raise KeyError(name)
    return cast("Command", importlib.import_module(f"reltui.cli.commands.{name}"))


def run(arguments: list[str], open_app: OpenApp) -> int:
    """Do what the arguments ask for; return the exit code. `open_app` takes paths and the database.

    `reltui COMMAND …` runs a command, `reltui [--db FILE] [PATH…]` opens the app. A `--db` before
    the command counts as the command's own; after `--` everything is a path.
    """
    before: list[str] = []
    rest = list(arguments)
    while rest and (rest[0] == "--db" or rest[0].startswith("--db=")):
        taken = 1 if "=" in rest[0] else 2
        before, rest = before + rest[:taken], rest[taken:]
    if rest and rest[0] in COMMANDS:
        from reltui.cli.options import Parser

        module = command(rest[0])
        return module.run(Parser(rest[0], module).read(before + rest[1:]))
    if rest[:1] == ["help"] and not os.path.exists("help"):
        rest = [*rest[1:2], "--help"]
        return run(rest, open_app)
    if rest[:1] in (["--help"], ["-h"]):
        from reltui.cli.overview import overview

        sys.stdout.write(overview())
        return DONE
    if rest[:1] == ["--man"]:
        from reltui.cli.manpage import manpage
        from reltui.present.settings import load

        sys.stdout.write(manpage(load().keys))
        return DONE
    return _app(before + rest, open_app)


def _app(arguments: list[str], open_app: OpenApp) -> int:
    from reltui.cli import app

    paths: list[Path] = []
    db: Path | None = None
    if arguments:  # none is the commonest start, and the one that must be fast
        from reltui.cli.options import Parser

        paths, db = app.wanted(Parser("", app).read(arguments))
    app.need_terminal()
    return open_app(paths, db)


def unknown(word: str) -> Usage:
    """Return what to say of a first word that is neither a command nor a path that is there."""
    import difflib

    near = difflib.get_close_matches(word, COMMANDS, n=1, cutoff=0.7)
    meant = f" Did you mean the command '{near[0]}'?" if near else " 'reltui --help' lists the commands."
    return Usage(f"There is no file or folder '{word}'.{meant}")
