"""`reltui config`: the settings in force, and a file of one's own to change them in."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from reltui.cli import options as declare
from reltui.cli.exits import CANNOT_WRITE, DONE, WRONG_USAGE, Fault
from reltui.cli.guard import say
from reltui.cli.options import Parser
from reltui.cli.output import Column, write_rows, write_text

SUMMARY = "Show the settings in force, or write a file to change them."
DETAIL = (
    "Without a file of your own everything has its default. What cannot be used in it is said and left out."
)
EXAMPLES = (
    ("reltui config", "what is set, and what each setting does"),
    ("reltui config --write", "write the commented file, unless there is one"),
    ("reltui config --path", "say where the file is, to open it in an editor"),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting in force."""

    name: str
    value: str
    meaning: str


COLUMNS: tuple[Column[Setting], ...] = (
    Column("setting", lambda one: one.name, "bold", whole=True),
    Column("value", lambda one: one.value, "cyan"),
    Column("does", lambda one: one.meaning),
)


def add_arguments(parser: Parser) -> None:
    """Declare what to do with the file, and the form."""
    parser.add_argument("--path", action="store_true", help="say where the file is, or would be")
    parser.add_argument("--write", action="store_true", help="write the commented file, unless there is one")
    declare.form(parser)


def run(options: argparse.Namespace) -> int:
    """Show, or write."""
    from reltui.present.settings import config_file, load, table

    path = config_file()
    if options.write:
        _write()
    if options.write or options.path:
        write_text(str(path))
        return DONE
    settings = load(path)
    for problem in settings.problems:
        say(problem)
    write_rows([Setting(*row) for row in table(settings)], COLUMNS, options)
    return DONE


def _write() -> None:
    from reltui.present.settings import config_file, template

    path = config_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(template())
    except FileExistsError:
        raise Fault(
            f"There is a file of settings already: {path}; it is left as it is.", WRONG_USAGE
        ) from None
    except OSError as error:
        raise Fault(
            f"The settings could not be written to {path}: {error.strerror or error}.", CANNOT_WRITE
        ) from None
