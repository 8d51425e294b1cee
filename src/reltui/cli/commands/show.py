"""`reltui show`: everything about one thing, with the words it stands on."""

from __future__ import annotations

import argparse

from reltui.cli import options as declare
from reltui.cli.exits import DONE
from reltui.cli.lookup import look_up
from reltui.cli.options import Parser
from reltui.cli.output import fields_of, write_json, write_text
from reltui.cli.page import page
from reltui.cli.places import corpus

SUMMARY = "Show one thing by its id, with the words it stands on."
DETAIL = (
    "A source with its text, a passage, an actor, event, statement, figure or doubt. "
    "Ids stand in the last column of every list. "
    "They come from the content and hold over rebuilds."
)
EXAMPLES = (
    ("reltui show ID", "all that is known of it, and the words that say so"),
    ("reltui show SOURCE:3", "the third paragraph of a source"),
    ("reltui show ID --json", "the same as one JSON document"),
)


def add_arguments(parser: Parser) -> None:
    """Declare the ids and the form."""
    parser.add_argument("ids", nargs="+", metavar="ID", help="what to show")
    declare.corpus(parser)
    declare.form(parser)


def run(options: argparse.Namespace) -> int:
    """Show each of them; JSON is one object for one id, a list for several."""
    with corpus(options) as reader:
        things = [look_up(reader, id_) for id_ in options.ids]
        objects = [{"noun": found.kind, **fields_of(found.noun)} for found in things]
        if options.jsonl:
            for one in objects:
                write_json(one, indent=None)
        elif options.json:
            write_json(objects[0] if len(objects) == 1 else objects)
        else:
            for number, found in enumerate(things):
                if number:
                    write_text()
                for line in page(found, reader):
                    write_text(line)
    return DONE
