"""`reltui figures`: quantities with their meaning, unit and period."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reltui.cli.lists import answer, arguments, ask
from reltui.cli.options import GRAMMAR, Parser
from reltui.cli.output import Column
from reltui.cli.places import corpus
from reltui.cli.shown import day

if TYPE_CHECKING:
    from reltui.store.rows import FigureRow

SUMMARY = "List figures: quantities with their unit, time and words."
DETAIL = GRAMMAR + "\n\nThe value is in units of its unit; beside it stand the source's own words."
EXAMPLES = (
    ("reltui figures trade", "every figure about trade"),
    ("reltui figures has:doubt", "those that contradict another or themselves"),
    ("reltui figures --json", "values as numbers, for a spreadsheet or a plot"),
)

COLUMNS: tuple[Column[FigureRow], ...] = (
    Column("period", lambda row: day(row.period) if row.period else "", "cyan", whole=True),
    Column("what", lambda row: row.what, "bold"),
    Column("value", lambda row: f"{row.value:.12g}", justify="right", whole=True),
    Column("unit", lambda row: row.unit),
    Column("qualifier", lambda row: row.qualifier or "", room=110),
    Column("words", lambda row: row.verbatim, least=20, most=240),
    Column("source", lambda row: row.source_label, room=110),
    Column("id", lambda row: row.id, "dim", whole=True),
)


def add_arguments(parser: Parser) -> None:
    """Declare the query and what all lists take."""
    arguments(parser)


def run(options: argparse.Namespace) -> int:
    """List the figures that answer the query."""
    query = ask(options)
    with corpus(options) as reader:
        return answer(reader.figures(query), COLUMNS, options, query, reader)
