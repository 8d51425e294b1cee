"""`reltui events`: the chronology."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reltui.cli.lists import answer, arguments, ask
from reltui.cli.options import GRAMMAR, Parser
from reltui.cli.output import Column
from reltui.cli.places import corpus
from reltui.cli.shown import day

if TYPE_CHECKING:
    from reltui.store.rows import EventRow

SUMMARY = "List events: the chronology."
DETAIL = (
    GRAMMAR
    + "\n\nWith date, kind, place, status, and how many sources tell of it. "
    + "A part of a date in brackets was inferred; 'reltui show ID' says from what. "
    + "A status other than 'occurred' is what the sources say: planned or cancelled."
)
EXAMPLES = (
    ("reltui events", "the whole chronology"),
    ("reltui events 'with:lavrov with:vulin'", "when these two met, in any spelling of their names"),
    ("reltui events type:call date:2024..2025-02", "telephone calls of that time"),
    ("reltui events status:planned --json", "what was announced, as one JSON document"),
)

COLUMNS: tuple[Column[EventRow], ...] = (
    Column("date", lambda row: day(row.date, row.basis, row.why), "cyan", whole=True),
    Column("type", lambda row: row.type, "dim", whole=True, room=100),
    Column("event", lambda row: row.title, "bold", least=20),
    Column("place", lambda row: row.place or "", room=90),
    Column("status", lambda row: row.status, whole=True),
    Column("reports", lambda row: str(row.reports), justify="right", room=110),
    Column("doubt", lambda row: row.doubt or "", "yellow", room=120),
    Column("id", lambda row: row.id, "dim", whole=True),
)


def add_arguments(parser: Parser) -> None:
    """Declare the query and what all lists take."""
    arguments(parser, orders=("date", "newest"))


def run(options: argparse.Namespace) -> int:
    """List the events that answer the query, in the order of their dates."""
    query = ask(options)
    with corpus(options) as reader:
        return answer(reader.events(query, order=options.order), COLUMNS, options, query, reader)
