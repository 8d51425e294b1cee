"""`reltui search`: passages, actors and events together, with the words in their context."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from reltui.cli import options as declare
from reltui.cli.exits import DONE, NOTHING_FOUND, Usage
from reltui.cli.guard import say
from reltui.cli.lists import ask, explain, nothing_found
from reltui.cli.options import Parser
from reltui.cli.output import Column, plain, write_json, write_rows
from reltui.cli.places import corpus
from reltui.cli.shown import day

if TYPE_CHECKING:
    from reltui.query import Query
    from reltui.store import Reader
    from reltui.store.rows import Facet, Hit

SUMMARY = "Find passages, actors and events, with their words in context."
DETAIL = (
    declare.GRAMMAR + "\n\nEach hit has its source and date; copies of a passage are shown once. "
    "With --facets it shows instead how many of the passages found name an actor, are of a year, report a "
    "type of event or stand in a kind of source, and the query that narrows the search to them."
)
EXAMPLES = (
    ("reltui search djuric", "Đurić, Djuric, Ђурић and Джурич alike"),
    ("reltui search 'lavrov \"foreign minister\" after:2024'", "a name, a phrase and a field"),
    ("reltui search --order date --limit 0 gas", "every hit, the newest first"),
    ("reltui search --explain 'with:putin type:call'", "say on stderr how the query was understood"),
    ("reltui search --facets gas", "who, when and what the passages with this word are about"),
    ("reltui search --jsonl vucic | head -3", "the first three hits, one JSON object a line"),
)

COLUMNS: tuple[Column[Hit], ...] = (
    Column("date", lambda hit: day(hit.date) if hit.date else "", "cyan", whole=True),
    Column("kind", lambda hit: hit.kind, "dim", whole=True, room=100),
    Column("source", lambda hit: hit.label, room=90),
    Column("words", lambda hit: _words(hit), strong=lambda hit: _match(hit), least=20),
    Column("id", lambda hit: hit.id, "dim", whole=True),
)
FACETS: tuple[Column[Facet], ...] = (
    Column("field", lambda facet: facet.field, "dim", whole=True),
    Column("passages", lambda facet: str(facet.count), justify="right", whole=True),
    Column("value", lambda facet: facet.label, least=20),
    Column("query", lambda facet: facet.query, "dim", whole=True),
)


def add_arguments(parser: Parser) -> None:
    """Declare the query, the order, the limit and the form."""
    declare.query(parser, required=True)
    parser.add_argument(
        "--order",
        choices=("relevance", "date"),
        default="relevance",
        help="the best hits first, or the newest (else relevance)",
    )
    declare.limit(parser, 50)
    parser.add_argument(
        "--facets",
        action="store_true",
        help="count instead by actor, year, type of event and kind of source; where more than 20,000 passages "
        "are found the counts are estimates, unless --limit is 0",
    )
    declare.explain(parser)
    declare.corpus(parser)
    declare.form(parser)


def run(options: argparse.Namespace) -> int:
    """Search and write the hits."""
    query = ask(options)
    if not query:
        raise Usage("There is no word to search for: 'reltui search --help' shows what a query is made of.")
    with corpus(options) as reader:
        explain(query, reader, options)
        if options.facets:
            return _facets(query, reader, options)
        hits = reader.search(query, limit=options.limit or sys.maxsize, order=options.order)
        if write_rows(hits, COLUMNS, options):
            return DONE
        nothing_found(query, reader)
        return NOTHING_FOUND


def _facets(query: Query, reader: Reader, options: argparse.Namespace) -> int:
    found = reader.facets(query, options.limit or sys.maxsize, exact=not options.limit)
    if options.json:
        write_json(plain(found))
    else:
        write_rows([*found.actors, *found.years, *found.types, *found.kinds], FACETS, options)
    if not found.passages:
        nothing_found(query, reader)
        return NOTHING_FOUND
    estimated = "" if found.exact else ", estimated from a part of them; --limit 0 counts all"
    say(f"these count {found.passages:,} passages{estimated}.")
    return DONE


def _words(hit: Hit) -> str:
    also = f" (also in {len(hit.also_in)} more)" if hit.also_in else ""
    return f"{hit.before}{hit.match}{hit.after}{also}"


def _match(hit: Hit) -> tuple[int, int]:
    return len(hit.before), len(hit.before) + len(hit.match)
