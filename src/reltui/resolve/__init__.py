"""The extractions of all sources in, the facts of the corpus out.

Actors first (who is meant by each mention), then the day of writing of each source, then the dates of
what they tell, then which tellings are one happening, and last the doubts: where sources contradict
each other, themselves or plain sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reltui.model import Facts

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.extract.drafts import Extraction
    from reltui.model import Discrepancy, Event
    from reltui.read import Reading
    from reltui.resolve.parts import Part

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
    return facts_of(prepared, tables, [(s.id, s.text) for reading in readings for s in reading.sources])


def facts_of(parts: Sequence[Part], tables: Tables, texts: Iterable[tuple[str, str]]) -> Facts:
    """Return the facts of a corpus of prepared sources in their order; the parts give up their places.

    `texts` are (source, text) of all that can be gone through again and again; they are seldom asked for.
    """
    from reltui.resolve.actors import Cast
    from reltui.resolve.doubts import doubts_of
    from reltui.resolve.events import events_of
    from reltui.resolve.joining import join
    from reltui.resolve.references import published_of
    from reltui.resolve.tellings import tellings_of
    from reltui.resolve.words import statements_of

    cast = Cast(parts, tables)
    for part in parts:
        part.settle()
    tellings = [t for p in parts for t in tellings_of(p, cast.persons, tables)]
    titles = {(m.actor, m.source): m.title for m in reversed(cast.mentions) if m.title}
    events = events_of(join(tellings), cast.actors, titles)
    told_in: dict[str, list[Event]] = {}
    for event in events:
        for source in dict.fromkeys(report.source for report in event.reports):
            told_in.setdefault(source, []).append(event)
    statements = [st for p in parts for st in statements_of(p, told_in.get(p.source.id, ()))]
    facts = Facts(
        actors=tuple(cast.actors.values()),
        mentions=tuple(cast.mentions),
        events=tuple(events),
        statements=tuple(statements),
        figures=tuple(figure for part in parts for figure in part.figures),
        published=tuple(
            (p.source.id, edtf, p.reference.words) for p in parts
            if p.source.published is None and (edtf := published_of(p.reference)) is not None
        ),
    )  # fmt: skip
    del cast, tellings, titles, told_in
    within = {part.source.id: part.doubts for part in parts}
    doubts = doubts_of([part.source for part in parts], facts, tables, within, texts)
    return replace(facts, discrepancies=tuple(doubts))
