"""`reltui remove`: take files out of a corpus."""

from __future__ import annotations

import argparse
import sys

from reltui.cli import options as declare
from reltui.cli.changed import database, told, unreadable_in
from reltui.cli.options import Parser
from reltui.cli.progress import Line

SUMMARY = "Take files and folders out of a corpus."
DETAIL = (
    "Nothing is deleted on the disk, and the files need not be there any more. What lies in a folder that "
    "belongs to the corpus stays out of it until it is added again. Corrections and notes on what is removed "
    "are kept and come back with it."
)
EXAMPLES = (
    ("reltui remove draft.txt --db trade.db", "one file less"),
    ("reltui remove notes/old --db trade.db", "a folder, with all that is in it"),
)


def add_arguments(parser: Parser) -> None:
    """Declare the paths and the corpus."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders to take out")
    declare.changed(parser)


def run(options: argparse.Namespace) -> int:
    """Remove, and say what came of it."""
    from reltui import corpus

    db = database(options)
    before = unreadable_in(db)
    with Line(sys.stderr) as line:
        report = corpus.remove(options.paths, db, line.draw, workers=options.workers)
    return told(report, options, before)
