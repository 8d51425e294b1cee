"""`reltui doubts`: where the sources contradict each other, themselves or plain sense."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reltui.cli.lists import answer, arguments, ask
from reltui.cli.options import GRAMMAR, Parser
from reltui.cli.output import Column
from reltui.cli.places import corpus

if TYPE_CHECKING:
    from reltui.store.rows import DoubtRow

SUMMARY = "List places where sources contradict each other or themselves."
DETAIL = GRAMMAR
EXAMPLES = (
    ("reltui doubts", "all of them"),
    ("reltui doubts actor:djuric", "those in passages that name him"),
    ("reltui show ID", "the words at each of the places, by the id in the last column"),
)

COLUMNS: tuple[Column[DoubtRow], ...] = (
    Column("severity", lambda row: row.severity, "yellow", whole=True),
    Column("kind", lambda row: row.kind, "dim", whole=True),
    Column("what", lambda row: row.what, "bold", least=20),
    Column("words", lambda row: " · ".join(row.quotes), most=240),
    Column("source", lambda row: row.source_label, room=110),
    Column("id", lambda row: row.id, "dim", whole=True),
)


def add_arguments(parser: Parser) -> None:
    """Declare the query and what all lists take."""
    arguments(parser)


def run(options: argparse.Namespace) -> int:
    """List the doubts that answer the query."""
    query = ask(options)
    with corpus(options) as reader:
        return answer(reader.doubts(query), COLUMNS, options, query, reader)
