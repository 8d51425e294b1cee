"""`reltui actors`: who is named in the corpus, the most often named first."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reltui.cli.lists import answer, arguments, ask
from reltui.cli.options import GRAMMAR, Parser
from reltui.cli.output import Column
from reltui.cli.places import corpus

if TYPE_CHECKING:
    from reltui.store.rows import ActorRow

SUMMARY = "List persons, organisations and states."
DETAIL = GRAMMAR + "\n\nWith how often each is named, and in how many events it takes part."
EXAMPLES = (
    ("reltui actors", "all of them, the most often named first"),
    ("reltui actors lavrov", "those who bear the name, in any spelling"),
    ("reltui actors 'with:vucic type:call'", "those who took part in such events"),
    ("reltui actors --json | jq -r '.[].name'", "their names alone"),
)

COLUMNS: tuple[Column[ActorRow], ...] = (
    Column("name", lambda row: row.name, "bold", least=20),
    Column("native name", lambda row: row.native_name or "", room=80),
    Column("kind", lambda row: row.kind, "dim", room=100),
    Column("country", lambda row: row.country or "", "cyan"),
    Column("named", lambda row: str(row.mentions), justify="right"),
    Column("events", lambda row: str(row.events), justify="right"),
    Column("doubt", lambda row: row.doubt or "", "yellow", room=120),
    Column("id", lambda row: row.id, "dim", whole=True),
)


def add_arguments(parser: Parser) -> None:
    """Declare the query and what all lists take."""
    arguments(parser, orders=("mentions", "name"))


def run(options: argparse.Namespace) -> int:
    """List the actors that answer the query."""
    query = ask(options)
    with corpus(options) as reader:
        return answer(reader.actors(query, order=options.order), COLUMNS, options, query, reader)
