"""`reltui statements`: who said what."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reltui.cli.lists import answer, arguments, ask
from reltui.cli.options import GRAMMAR, Parser
from reltui.cli.output import Column
from reltui.cli.places import corpus
from reltui.cli.shown import day

if TYPE_CHECKING:
    from reltui.store.rows import StatementRow

SUMMARY = "List statements: who said what, and when."
DETAIL = GRAMMAR + "\n\nQuoted and reported words, posts and questions, each with its source."
EXAMPLES = (
    ("reltui statements says:putin", "everything Putin is quoted with"),
    ("reltui statements 'says:putin gas'", "what he said about gas"),
    ("reltui cite ID", "the citation of one of them, by the id in the last column"),
)

COLUMNS: tuple[Column[StatementRow], ...] = (
    Column("date", lambda row: day(row.date), "cyan", whole=True),
    Column("speaker", lambda row: row.speaker_name or "unknown", "bold"),
    Column("mode", lambda row: row.mode, "dim", whole=True, room=100),
    Column("words", lambda row: row.text, least=20, most=240),
    Column("source", lambda row: row.source_label, room=100),
    Column("id", lambda row: row.id, "dim", whole=True),
)


def add_arguments(parser: Parser) -> None:
    """Declare the query and what all lists take."""
    arguments(parser)


def run(options: argparse.Namespace) -> int:
    """List the statements that answer the query."""
    query = ask(options)
    with corpus(options) as reader:
        return answer(reader.statements(query), COLUMNS, options, query, reader)
