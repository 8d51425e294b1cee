"""One source in, its facts and open clues out. Pure: no corpus, no clock, no files but the tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reltui.extract.drafts import Extraction

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.model import Source

__all__ = ["Extraction", "extract"]


def extract(source: Source, tables: Tables) -> Extraction:
    """Return all that the source yields by itself; every draft points into `source.text` by offsets."""
    from reltui.authority.table import unhurried_gc

    with unhurried_gc():  # thousands of small objects, and next to none of them in a circle
        return _extract(source, tables)


def _extract(source: Source, tables: Tables) -> Extraction:
    from reltui.extract.dates import find_dates, mark_padded, with_days, with_years
    from reltui.extract.document import Document
    from reltui.extract.events import find_reports
    from reltui.extract.figures import find_figures
    from reltui.extract.mentions import spot
    from reltui.extract.statements import find_statements
    from reltui.read.language import read_as

    document = Document(replace(source, language=read_as(source.language)))
    cut = zip(document.sentences, document.words, strict=True)
    told = [d for s, words in cut for d in find_dates(document.text, s.start, s.end, words)]
    read = spot(document, mark_padded(with_days(document.text, with_years(document.text, told))), tables)
    return Extraction(
        source.id,
        spots=read.spots,
        dates=read.dates,
        reports=find_reports(document, read, tables),
        statements=find_statements(document, read.spots, tables, read.dates),
        figures=find_figures(document, read.spots, read.dates, tables),
    )
