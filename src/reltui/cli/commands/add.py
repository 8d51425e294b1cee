"""`reltui add`: take more files into a corpus."""

from __future__ import annotations

import argparse
import sys

from reltui.cli import options as declare
from reltui.cli.changed import database, told, unreadable_in
from reltui.cli.options import Parser
from reltui.cli.places import inputs
from reltui.cli.progress import Line

SUMMARY = "Take more files and folders into a corpus."
DETAIL = (
    "Files that are as they were are not read again. What was taken out with 'reltui remove' comes back when "
    "it is named here. The corpus is replaced only once the new one is whole; the exit code is 3 where a file "
    "of what is added could not be read."
)
EXAMPLES = (
    ("reltui add new.txt --db trade.db", "one file more"),
    ("reltui add more/ letters.zip --db trade.db", "a folder and an archive"),
    ('reltui add new.txt --db "$(reltui build notes/)"', "into the corpus of a folder"),
)


def add_arguments(parser: Parser) -> None:
    """Declare the inputs and the corpus."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders to take in")
    declare.changed(parser)


def run(options: argparse.Namespace) -> int:
    """Add, and say what came of it."""
    from reltui import corpus

    db = database(options)
    paths = inputs(options.paths)
    before = unreadable_in(db)
    with Line(sys.stderr) as line:
        report = corpus.add(paths, db, line.draw, workers=options.workers)
    return told(report, options, before, paths)
