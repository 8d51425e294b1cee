"""`reltui build`: read files and make a corpus of them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reltui.cli import options as declare
from reltui.cli.changed import counted, written
from reltui.cli.exits import CANNOT_WRITE, Fault, Usage
from reltui.cli.guard import say
from reltui.cli.options import Parser
from reltui.cli.places import inputs
from reltui.cli.progress import Line

SUMMARY = "Read files and folders and make a corpus of them."
DETAIL = (
    "Nothing is done where nothing has changed since. "
    "Folders are read with all their subfolders, archives like folders; a pattern in quotes and - for the "
    "standard input work too. "
    "A file that cannot be read is named with its reason and stops nothing; the exit code is then 3. The old "
    "corpus is replaced only once the new one is whole. Without --db the corpus lies where 'reltui PATH' "
    "looks for it; its place is what is written to stdout."
)
EXAMPLES = (
    ("reltui build notes/ report.md", "build it where 'reltui notes/ report.md' will find it"),
    ("reltui build notes/ --db trade.db --title Trade", "build it in a file of your own"),
    ('reltui search gas --db "$(reltui build notes/)"', "build it if needed, and search it"),
    ("reltui build notes/ --ner en_core_web_sm", "with a statistical model beside the rules"),
    ("pdftotext report.pdf - | reltui build - --db report.db", "build it of the standard input"),
)


def add_arguments(parser: Parser) -> None:
    """Declare the inputs and where the corpus goes."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="files and folders; - for the standard input"
    )
    parser.add_argument("--db", metavar="FILE", help="where the corpus goes (else a place of reltui's own)")
    parser.add_argument("--title", metavar="TEXT", help="what to call it (else after the files)")
    parser.add_argument("--again", action="store_true", help="build it even where nothing changed")
    parser.add_argument(
        "--ner",
        metavar="MODEL",
        help="let a statistical model (a spaCy package, or the folder of one) find names beside the rules, "
        "from now on; none: the rules alone. Needs reltui[ner]",
    )
    declare.workers(parser)
    declare.form(parser)


def run(options: argparse.Namespace) -> int:
    """Build, or find that there is nothing to do, and say what came of it."""
    from reltui import corpus

    paths = inputs(options.paths)
    db = corpus.user(paths) if options.db is None else Path(options.db)
    if db.parent.exists() and not db.parent.is_dir():
        raise Fault(
            f"'{db.parent}' is a file, so no corpus can lie in it: choose another place.", CANNOT_WRITE
        )
    _choose_model(db, options.ner)
    if not (options.again or options.title) and corpus.fresh(paths, db):
        return _kept(db, options)
    with Line(sys.stderr) as line:
        report = corpus.build(paths, db, progress=line.draw, title=options.title, workers=options.workers)
    if report.notice:
        say(report.notice)
    say(f"built '{report.title}': {counted(report.counts)}, in {report.seconds:.1f} s.")
    return written(db, report.title, report.counts, report.unreadable, True, options)


def _choose_model(db: Path, named: str | None) -> None:
    """Let the corpus be built with the model that was named, or else with that of the settings."""
    from reltui.present.settings import load

    model = load().ner if named is None else named
    if not model:
        return
    from reltui.corpus.model import choose
    from reltui.extract.ner import NoModel

    try:
        choose(db, model)
    except NoModel as error:
        raise Usage(error.reason) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Fault(
            f"'{db.parent}': the choice of a model cannot be written: {reason}.", CANNOT_WRITE
        ) from None


def _kept(db: Path, options: argparse.Namespace) -> int:
    from reltui.store import Reader

    with Reader(db) as reader:
        meta = reader.meta
    say(f"nothing changed since '{meta.title}' was built: {counted(meta.counts)}; --again builds it anew.")
    return written(db, meta.title, meta.counts, meta.unreadable, False, options)
