"""One source in, its facts and open clues out. Pure: no corpus, no clock, no files but the tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reltui.extract.drafts import Extraction

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.extract.document import Document
    from reltui.model import Source

__all__ = ["Extraction", "document_of", "extract"]


def document_of(source: Source) -> Document:
    """Return the source as extractors walk over it: with the language whose tables it is read with."""
    from reltui.extract.document import Document
    from reltui.read.language import read_as

    language = read_as(source.language)
    return Document(source if language == source.language else replace(source, language=language))


def extract(source: Source, tables: Tables, document: Document | None = None) -> Extraction:
    """Return all that the source yields by itself; every draft points into `source.text` by offsets.

    `document` is the source as `document_of` gives it, where somebody else wants its sentences as well.
    """
    from reltui.garbage import NEVER, HeldBack

    with HeldBack(NEVER):  # thousands of small objects, and next to none of them in a circle
        return _extract(document or document_of(source), tables)


def _extract(document: Document, tables: Tables) -> Extraction:
    from reltui.extract.dates import find_dates, mark_padded, with_days, with_years
    from reltui.extract.events import find_reports
    from reltui.extract.figures import find_figures
    from reltui.extract.mentions import spot
    from reltui.extract.statements import find_statements

    cut = zip(document.sentences, document.words, strict=True)
    told = [d for s, words in cut for d in find_dates(document.text, s.start, s.end, words)]
    read = spot(document, mark_padded(with_days(document.text, with_years(document.text, told))), tables)
    return Extraction(
        document.source.id,
        spots=read.spots,
        dates=read.dates,
        reports=find_reports(document, read, tables),
        statements=find_statements(document, read.spots, tables, read.dates),
        figures=find_figures(document, read.spots, read.dates, tables),
    )
