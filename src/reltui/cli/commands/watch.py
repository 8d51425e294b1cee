"""`reltui watch`: keep a corpus up to date with its files, until it is stopped."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from reltui.cli import options as declare
from reltui.cli.changed import counted, database
from reltui.cli.exits import INTERRUPTED
from reltui.cli.guard import say
from reltui.cli.options import Parser
from reltui.cli.progress import Line

if TYPE_CHECKING:
    from reltui.corpus import Watch

SUMMARY = "Keep a corpus up to date with its files, until ctrl+c."
DETAIL = (
    "Looks every few seconds whether a file of the corpus was changed, added or deleted, and brings the corpus "
    "up to date; an app that shows it offers to load it anew. What goes wrong is said, and the watch goes on. "
    "Ctrl+c stops it, also amid a change, which then has not happened; the exit code is 130."
)
EXAMPLES = (
    ("reltui watch --db trade.db", "until ctrl+c"),
    ('reltui watch --db "$(reltui build notes/)" --every 30', "a folder, every half minute"),
)
_LEAST = 0.2  # seconds


def add_arguments(parser: Parser) -> None:
    """Declare the corpus and how often to look."""
    parser.add_argument(
        "--every", metavar="SECONDS", type=_seconds, default=2.0, help="look so often (else 2)"
    )
    declare.changed(parser)


def run(options: argparse.Namespace) -> int:
    """Watch until somebody stops it."""
    from reltui.corpus import Watch

    db = database(options)
    watch = Watch(db)
    say(f"watching the files of '{watch.title}'; ctrl+c stops it.")
    try:
        while True:
            if watch.changed():
                _update(watch, options)
            time.sleep(options.every)
    except KeyboardInterrupt:
        say(f"no longer watching '{watch.title}'.")
        return INTERRUPTED


def _update(watch: Watch, options: argparse.Namespace) -> None:
    from reltui.cli.changed import known_before, unreadable_in, written
    from reltui.cli.failures import known_failure

    try:
        before = unreadable_in(database(options))
        with Line(sys.stderr) as line:
            report = watch.update(line.draw, options.workers)
    except Exception as error:
        said = known_failure(error)
        if said is None:
            raise
        say(f"{said} The watch goes on.")
        return
    written(
        report.db,
        report.title,
        report.counts,
        report.unreadable,
        True,
        options,
        known_before(report.db, before),
    )
    sys.stdout.flush()
    say(f"{time.strftime('%H:%M:%S')} '{report.title}' has {counted(report.counts)}.")


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not _LEAST <= value <= 86_400:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of seconds from {_LEAST} to 86400")
    return value
