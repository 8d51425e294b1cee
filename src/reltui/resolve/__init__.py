"""The extractions of all sources in, the facts of the corpus out.

Actors first (who is meant by each mention), then the day of writing of each source, then the dates of
what they tell, then which tellings are one happening, and last the doubts: where sources contradict
each other, themselves or plain sense.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reltui.model import Facts
from reltui.resolve.heap import Heap, InMemory

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.extract.drafts import Extraction
    from reltui.model import Discrepancy, Event, Figure, Statement
    from reltui.read import Reading
    from reltui.resolve.parts import Part
    from reltui.resolve.places import Places

__all__ = ["facts_of", "resolve"]


def resolve(
    readings: Sequence[Reading],
    extractions: Sequence[Extraction],
    tables: Tables,
    within: Mapping[str, Sequence[Discrepancy]] | None = None,
) -> Facts:
    """Return the facts of the corpus; ids come from content, so the same input gives the same facts.

    `within` are the doubts that each source raises by itself, where they are known (`doubts.doubts_within`).
    """
    from reltui.resolve.parts import Parts
    from reltui.resolve.prepared import prepare

    by_source = {x.source: x for x in extractions}
    parts = Parts(tables)
    prepared = [
        part for reading in readings for part in parts.of(prepare(reading.sources, by_source, tables, within))
    ]
    return facts_of(
        prepared, parts.places, tables, [(s.id, s.text) for reading in readings for s in reading.sources]
    )


def facts_of(
    parts: Sequence[Part],
    places: Places,
    tables: Tables,
    texts: Iterable[tuple[str, str]],
    aside: Callable[[], Heap[Any]] = InMemory,
) -> Facts:
    """Return the facts of a corpus of prepared sources in their order; `places` are those of all its parts.

    `texts` are (source, text) of all that can be gone through again and again; they are seldom asked for. `aside`
    makes what statements and figures are put into, of which there may be more than one would hold in memory.
    """
    from reltui.resolve.actors import Cast
    from reltui.resolve.doubts import doubts_of
    from reltui.resolve.events import events_of
    from reltui.resolve.joining import join
    from reltui.resolve.references import published_of
    from reltui.resolve.tellings import tellings_of
    from reltui.resolve.words import statements_of

    cast = Cast(parts, places, tables)
    tellings = [t for p in parts for t in tellings_of(p, places, cast.persons, tables)]
    asked = {(actor, t.source) for t in tellings for actor, _ in t.parties}
    titles: dict[tuple[str, str], str] = {}
    for m in cast.mentions:
        if m.title and (m.actor, m.source) in asked:
            titles.setdefault((m.actor, m.source), m.title)
    events = events_of(join(tellings), cast.actors, titles)
    told_in: dict[str, list[Event]] = {}
    for event in events:
        for source in dict.fromkeys(report.source for report in event.reports):
            told_in.setdefault(source, []).append(event)
    statements: Heap[Statement] = aside()
    figures: Heap[Figure] = aside()
    within: dict[str, Sequence[Discrepancy]] = {}
    for p in parts:
        later = p.later()
        statements.extend(statements_of(p, later.statements, places, told_in.get(p.source.id, ())))
        figures.extend(later.figures)
        if later.doubts:
            within[p.source.id] = later.doubts
    facts = Facts(
        actors=tuple(cast.actors.values()),
        mentions=cast.mentions,
        events=tuple(events),
        statements=statements.all(),
        figures=figures.all(),
        published=tuple(
            (p.source.id, edtf, p.reference.words) for p in parts
            if p.source.published is None and (edtf := published_of(p.reference)) is not None
        ),
    )  # fmt: skip
    del cast, tellings, asked, titles, told_in
    doubts = doubts_of([part.source for part in parts], facts, tables, within, texts)
    return replace(facts, discrepancies=tuple(doubts))
