"""What resolving needs of one file: all that its texts themselves decide, found where they are at hand.

The rest is decided for the whole corpus at once and needs the texts no more. So a build lets its workers prepare
each file, and holds this instead of the texts.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reltui.extract.dates.same_year import that_year
from reltui.extract.drafts import Extraction, ReportDraft, Spot, StatementDraft
from reltui.model import Discrepancy, Figure, Source
from reltui.resolve.dates import Reference
from reltui.resolve.references import published_of, references
from reltui.resolve.sessions import session_year
from reltui.resolve.words import figures_of

if TYPE_CHECKING:
    from reltui.authority import Tables

_BRACKET = re.compile(r"\s?[(\[][“\"]?")

Words = tuple[str, ...]
"""What stands in the spans of a draft, one after the other."""


@dataclass(frozen=True, slots=True)
class ToldReport:
    """A draft with the words of its spans, and what the text near it says of its year."""

    draft: ReportDraft
    words: Words
    year: int | None = None  # told before it, where it speaks of "that year"
    session: tuple[int, str] | None = None  # the year that a numbered session fixes, and how


@dataclass(frozen=True, slots=True)
class Later:
    """What one source contributes that is asked for only once it is known who and when."""

    statements: tuple[tuple[StatementDraft, Words], ...] = ()
    figures: tuple[Figure, ...] = ()
    doubts: tuple[Discrepancy, ...] = ()
    """Those that the source raises by itself, and with the first source of a file those of the file."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What one source contributes. Numbers of spots are those of its extraction."""

    source: Source  # without its text, blocks and stretches
    reference: Reference
    spots: tuple[Spot, ...]
    brackets: tuple[tuple[int, int], ...]  # (name, acronym in brackets right behind it)
    reports: tuple[ToldReport, ...]
    later: Later

    @property
    def published(self) -> str | None:
        """The day of the source, its own or the one learnt from what it tells."""
        return self.source.published or published_of(self.reference)


def prepare(
    sources: Sequence[Source],
    extractions: Mapping[str, Extraction],
    tables: Tables,
    doubts: Mapping[str, Sequence[Discrepancy]] | None = None,
) -> tuple[Prepared, ...]:
    """Return what the sources of one file contribute; `doubts` those that each raises by itself, where known."""
    from reltui.resolve.doubts import doubts_within
    from reltui.resolve.doubts.duplicates import repeated

    known = references(sources, extractions)
    found: list[Prepared] = []
    of_file = repeated(sources)
    for source in sources:
        extraction = extractions[source.id]
        figures = tuple(figures_of(source, extraction))
        own = doubts_within(source, figures, tables) if doubts is None else doubts.get(source.id, ())
        found.append(
            Prepared(
                light(source),
                known[source.id],
                extraction.spots,
                tuple(_brackets(extraction.spots, source.text)),
                tuple(_report(draft, source, extraction, tables) for draft in extraction.reports),
                Later(
                    tuple((draft, _words(draft.spans, source.text)) for draft in extraction.statements),
                    figures,
                    (*own, *(of_file if not found else ())),
                ),
            )
        )
    return tuple(found)


def light(source: Source) -> Source:
    """Return a source without what is long in it."""
    s = source
    return Source(
        s.id, s.path, s.unit, s.units, s.kind, "", s.sha256, published=s.published,
        published_basis=s.published_basis, published_why=s.published_why, embedded_in=s.embedded_in,
    )  # fmt: skip


def _report(draft: ReportDraft, source: Source, extraction: Extraction, tables: Tables) -> ToldReport:
    when, words = draft.when, _words(draft.spans, source.text)
    if when is None:
        return ToldReport(draft, words)
    session = None
    if when.edtf is None and when.month and not when.relative:
        session = session_year(words[0], when.month, tables)
    return ToldReport(draft, words, that_year(source.text, when, extraction.dates), session)


def _words(spans: Sequence[tuple[int, int]], text: str) -> Words:
    return tuple(text[start:end] for start, end in spans)


def _brackets(spots: Sequence[Spot], text: str) -> list[tuple[int, int]]:
    """Acronyms in brackets right behind a body's name: "Humanitarian Center (RSHC)"."""
    named = [(spot.start, number) for number, spot in enumerate(spots) if spot.kind != "person"]
    found: list[tuple[int, int]] = []
    for (_, one), (start, two) in itertools.pairwise(sorted(named)):
        name, acronym = spots[one], spots[two]
        if name.kind != "organisation" or not acronym.surface.isupper():
            continue
        if _BRACKET.fullmatch(text[name.end : start]):
            found.append((one, two))
    return found
