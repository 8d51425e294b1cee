"""`reltui corpora`: which corpora there are."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from reltui.cli import options as declare
from reltui.cli.exits import DONE, NOTHING_FOUND
from reltui.cli.guard import say
from reltui.cli.options import Parser
from reltui.cli.output import Column, write_rows

SUMMARY = "List the corpora that are kept on this machine."
DETAIL = (
    "The one that ships with reltui and those that 'reltui PATH' and 'reltui build PATH' made in reltui's own "
    "folder. What was built with --db lies where you put it; name such files to list them too. Exit code 1 "
    "where there is none yet."
)
EXAMPLES = (
    ("reltui corpora", "what there is, where, how large, how old"),
    ("reltui corpora trade.db old/*.db", "and these"),
    ("reltui corpora --json | jq -r '.[].db'", "their places alone"),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One corpus; `problem` says why it cannot be read, where it cannot."""

    title: str
    db: str
    size: int  # bytes
    built: str
    sources: int
    actors: int
    events: int
    inputs: tuple[str, ...]
    problem: str


COLUMNS: tuple[Column[Kept], ...] = (
    Column("title", lambda one: one.title, "bold", least=10),
    Column("sources", lambda one: f"{one.sources:,}", justify="right", whole=True),
    Column("events", lambda one: f"{one.events:,}", justify="right", whole=True),
    Column("size", lambda one: _size(one.size), justify="right", whole=True),
    Column("built", lambda one: one.built[:16].replace("T", " "), whole=True, room=90),
    Column("where", lambda one: one.db, "cyan", least=20),
    Column("", lambda one: one.problem, "yellow"),
)


def add_arguments(parser: Parser) -> None:
    """Declare more databases and the form."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="databases elsewhere, to list as well")
    declare.form(parser)


def run(options: argparse.Namespace) -> int:
    """List them."""
    from reltui import corpus

    found = list(dict.fromkeys([*corpus.listed(), *map(Path, options.files)]))
    if not found:
        say(
            "There is no corpus yet: 'reltui' builds the one that ships with it, 'reltui build PATH' your own."
        )
    write_rows([_kept(path) for path in found], COLUMNS, options)
    return DONE if found else NOTHING_FOUND


def _kept(path: Path) -> Kept:
    from reltui.store import Reader, StoreError

    try:
        with Reader(path) as reader:
            meta = reader.meta
    except StoreError as error:
        return Kept(path.parent.name, str(path), _bytes(path), "", 0, 0, 0, (), str(error))
    counts = meta.counts
    return Kept(
        meta.title, str(path), _bytes(path), meta.built, counts.get("sources", 0), counts.get("actors", 0),
        counts.get("events", 0), meta.inputs, "",
    )  # fmt: skip


def _bytes(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _size(size: int) -> str:
    for unit in ("B", "KB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}"
        size = round(size / 1000)
    return f"{size:,} GB"
