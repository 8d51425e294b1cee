"""`reltui cite`: the citation of anything that has an id."""

from __future__ import annotations

import argparse

from reltui.cli import options as declare
from reltui.cli.exits import DONE
from reltui.cli.options import Parser
from reltui.cli.output import write_json, write_text
from reltui.cli.places import corpus

SUMMARY = "Cite a source, passage, event, statement, figure or doubt by its id, in the style you choose."
DETAIL = (
    "What is cited is the passage: with its quotation, its place in the source and, where the script is "
    "not Latin, the original beside the transliteration. An event is cited once for each source that "
    "tells of it. What is not known is left out as the style has it, never invented."
)
EXAMPLES = (
    ("reltui cite ID", "a Chicago note; ids stand in the last column of every list"),
    ("reltui cite ID --style bibtex >> refs.bib", "an entry for a bibliography"),
    ("reltui cite ID --quote", "the quotation with its citation"),
    ("reltui cite --styles", "the styles there are"),
)


def add_arguments(parser: Parser) -> None:
    """Declare the id, the style and what goes with them."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="what to cite; SOURCE:3 is the third paragraph")
    parser.add_argument(
        "--style", default="chicago-note", metavar="STYLE", help="the style (else chicago-note)"
    )
    parser.add_argument("--quote", action="store_true", help="the quotation, with its citation")
    parser.add_argument("--styles", action="store_true", help="list the styles")
    declare.corpus(parser)
    declare.form(parser)
