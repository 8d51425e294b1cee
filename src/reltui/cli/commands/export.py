"""`reltui export`: the whole corpus, in a form that other programs read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reltui.cli import options as declare
from reltui.cli.choices import write_choices
from reltui.cli.exits import DONE, Usage
from reltui.cli.options import Parser
from reltui.cli.output import Harmless
from reltui.cli.places import corpus

SUMMARY = "Export the whole corpus for other programs."
DETAIL = (
    "The forms and their fields: docs/export.md. The JSON form has a schema that every export is held to."
)
EXAMPLES = (
    ("reltui export json > corpus.json", "everything, with every fact's evidence"),
    ("reltui export json -o corpus.json", "the same; the file is replaced only once it is whole"),
    ("reltui export --forms", "the forms there are"),
)


def add_arguments(parser: Parser) -> None:
    """Declare the form and where it goes."""
    parser.add_argument("form", nargs="?", metavar="FORM", help="the form; --forms lists them")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to this file (else to the standard output)"
    )
    parser.add_argument("--forms", action="store_true", help="list the forms")
    declare.corpus(parser)


def run(options: argparse.Namespace) -> int:
    """Write the export."""
    from reltui.export import FORMS, export, export_file

    if options.forms:
        write_choices([(name, form.description) for name, form in FORMS.items()], options)
        return DONE
    if options.form not in FORMS:
        asked = f"There is no form '{options.form}'" if options.form else "Which form"
        raise Usage(f"{asked}: choose one of {', '.join(FORMS)}.")
    with corpus(options) as reader:
        if options.output is not None:
            export_file(reader, options.form, Path(options.output))
        else:
            export(reader, options.form, Harmless(sys.stdout) if sys.stdout.isatty() else sys.stdout)
    return DONE
