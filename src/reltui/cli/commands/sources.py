"""`reltui sources`: what the corpus is made of."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reltui.cli.lists import answer, arguments, ask
from reltui.cli.options import GRAMMAR, Parser
from reltui.cli.output import Column
from reltui.cli.places import corpus
from reltui.cli.shown import day

if TYPE_CHECKING:
    from reltui.store.rows import SourceRow

SUMMARY = "List articles, releases, posts and documents."
DETAIL = GRAMMAR + "\n\nA source is the smallest thing one would cite: an article, a single post."
EXAMPLES = (
    ("reltui sources", "all of them"),
    ("reltui sources kind:post lang:sr", "posts in Serbian"),
    ("reltui show ID", "the text of one, by the id in the last column"),
)

COLUMNS: tuple[Column[SourceRow], ...] = (
    Column(
        "date", lambda row: day(row.published, row.published_basis, row.published_why), "cyan", whole=True
    ),
    Column("kind", lambda row: row.kind, "dim", whole=True),
    Column("source", lambda row: row.label, "bold", least=20),
    Column("publisher", lambda row: row.publisher or "", room=120),
    Column("lang", lambda row: row.language or "", whole=True, room=90),
    Column("events", lambda row: str(row.events), justify="right", room=100),
    Column("doubts", lambda row: str(row.doubts), "yellow", justify="right", room=100),
    Column(
        "file",
        lambda row: row.path if row.units == 1 else f"{row.path} ({row.unit} of {row.units})",
        room=120,
    ),
    Column("id", lambda row: row.id, "dim", whole=True),
)


def add_arguments(parser: Parser) -> None:
    """Declare the query and what all lists take."""
    arguments(parser)


def run(options: argparse.Namespace) -> int:
    """List the sources that answer the query."""
    query = ask(options)
    with corpus(options) as reader:
        return answer(reader.sources(query), COLUMNS, options, query, reader)
