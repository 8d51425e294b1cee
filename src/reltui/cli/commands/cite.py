"""`reltui cite`: the citation of anything that has an id."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reltui.cli import options as declare
from reltui.cli.choices import write_choices
from reltui.cli.exits import DONE, Usage
from reltui.cli.lookup import Found, look_up
from reltui.cli.options import Parser
from reltui.cli.output import write_json, write_text
from reltui.cli.places import corpus
from reltui.model import Passage, Source

if TYPE_CHECKING:
    from reltui.cite import Record
    from reltui.store import Reader

SUMMARY = "Cite anything that has an id, in the style you choose."
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


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation, as `--json` gives it."""

    id: str
    source: str
    style: str
    text: str


def add_arguments(parser: Parser) -> None:
    """Declare the ids, the style and what goes with them."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="what to cite; SOURCE:3 is its third paragraph")
    from reltui.cite.styles import STYLES

    parser.add_argument(
        "--style", choices=tuple(STYLES), default="chicago-note", metavar="STYLE",
        help="the style (else chicago-note)",
    )  # fmt: skip
    parser.add_argument("--quote", action="store_true", help="the quotation, with its citation")
    parser.add_argument("--styles", action="store_true", help="list the styles")
    declare.corpus(parser)
    declare.form(parser)


def run(options: argparse.Namespace) -> int:
    """Write the citation of each, or the list of styles."""
    if options.styles:
        from reltui.cite.styles import STYLES

        write_choices([(name, style.description) for name, style in STYLES.items()], options)
        return DONE
    if not options.ids:
        raise Usage(
            "Nothing to cite: give an id from the last column of a list, such as that of 'reltui events'."
        )
    with corpus(options) as reader:
        cited = [one for id_ in options.ids for one in _cited(look_up(reader, id_), id_, reader, options)]
    if options.json:
        write_json(cited)
    elif options.jsonl:
        for one in cited:
            write_json(one, indent=None)
    else:
        for number, one in enumerate(cited):
            if number and "\n" in one.text:
                write_text()
            write_text(one.text)
    return DONE


def _cited(found: Found, id_: str, reader: Reader, options: argparse.Namespace) -> Iterator[Cited]:
    from reltui.cite import cite, quote

    write = quote if options.quote else cite
    for source, record in _records(found, reader):
        yield Cited(id_, source.id, options.style, write(record, options.style))


def _records(found: Found, reader: Reader) -> Iterator[tuple[Source, Record]]:
    noun = found.noun
    if isinstance(noun, Source):
        yield noun, _record(noun, None, reader)
    elif isinstance(noun, Passage):
        source = reader.source(noun.source)
        yield source, _record(source, (noun.start, noun.end), reader)
    elif not found.evidence:
        raise Usage("An actor is not cited itself: cite an event, a statement or a passage that names them.")
    for span in found.evidence:
        source = reader.source(span.source)
        yield source, _record(source, (span.start, span.end), reader)


def _record(source: Source, quotation: tuple[int, int] | None, reader: Reader) -> Record:
    """Return the record of a quotation, or of the whole source; a tweet in an article is quoted in it."""
    from reltui.cite import Record

    parent = reader.source(source.embedded_in) if source.embedded_in else None
    return Record.of(source, reader.passages(source.id), quotation, parent)
