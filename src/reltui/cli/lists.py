"""What the commands that list things have in common: the query, the limit, the empty answer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from reltui.cli import options as declare
from reltui.cli.exits import DONE, NOTHING_FOUND
from reltui.cli.guard import say
from reltui.cli.options import Parser
from reltui.cli.output import Column, taken, write_rows
from reltui.present.safe import safe

if TYPE_CHECKING:
    from reltui.query import Query
    from reltui.store import Reader

Row_co = TypeVar("Row_co", covariant=True)
Row = TypeVar("Row")

PAGE = 500  # rows fetched at a time, so that a list of a million needs no more memory than one of a page
_LONGEST = 200  # characters of a query that are said again
SCREENFUL = 200  # what a terminal gets unless --limit says otherwise


class Rows(Protocol[Row_co]):
    """A window on a list in the store."""

    def __len__(self) -> int:
        """Return how many rows the whole list has."""
        ...

    def rows(self, start: int, stop: int) -> Sequence[Row_co]:
        """Return the rows of that range."""
        ...


def arguments(parser: Parser, orders: tuple[str, ...] = ()) -> None:
    """Declare what every list takes: a query, an order where there is a choice, a limit, the form."""
    declare.query(parser)
    if orders:
        parser.add_argument(
            "--order", choices=orders, default=orders[0], help=f"what goes first (else {orders[0]})"
        )
    parser.add_argument(
        "--limit",
        type=declare.whole_number,
        metavar="N",
        help=f"show at most N, 0 for all (else {SCREENFUL} on a terminal, all to a pipe or file)",
    )
    declare.explain(parser)
    declare.corpus(parser)
    declare.form(parser)


def ask(options: argparse.Namespace) -> Query:
    """Return the query of the command line; says on stderr what of it could not be understood."""
    from reltui.query import EMPTY, parse

    text = " ".join(options.query).strip()
    query = parse(text) if text else EMPTY
    for problem in query.problems:
        say(problem)
    return query


def explain(query: Query, reader: Reader, options: argparse.Namespace) -> None:
    """Say on stderr how a query is understood in this corpus, where that is asked for."""
    if options.explain:
        for line in reader.explain(query):
            print(safe(f"query: {line}"), file=sys.stderr)


def answer(
    window: Rows[Row],
    columns: Sequence[Column[Row]],
    options: argparse.Namespace,
    query: Query,
    reader: Reader,
) -> int:
    """Write a list and return the exit code; a list that was cut says so on stderr."""
    explain(query, reader, options)
    total = len(window)
    limit = options.limit
    if limit is None:
        limit = SCREENFUL if sys.stdout.isatty() and not (options.json or options.jsonl) else 0
    shown = write_rows(taken(pages(window), limit), columns, options)
    if not total:
        nothing_found(query, reader)
        return NOTHING_FOUND
    if shown < total and options.limit is None:
        say(f"these are {shown:,} of {total:,}; --limit 0 shows all.")
    return DONE


def nothing_found(query: Query, reader: Reader) -> None:
    """Say on stderr that nothing was found, and what the corpus has that is near."""
    from reltui.present.fewer import fewer

    if not query:
        say("this corpus has none of these.")
        return
    hints: list[str] = []
    if (shorter := fewer(reader, query.text)) is not None:
        hints.append(f" Without '{shorter.without}' something is: '{shorter.query}'.")
    if near := reader.suggest(query.text):
        hints.append(f" Near to it: {', '.join(near)}.")
    asked = query.text if len(query.text) <= _LONGEST else f"{query.text[:_LONGEST]}…"
    say(f"nothing found for '{asked}'.{''.join(hints)}")


def pages(window: Rows[Row]) -> Iterator[Row]:
    """Yield every row of a window, fetched a page at a time."""
    for start in range(0, len(window), PAGE):
        yield from window.rows(start, start + PAGE)
