"""The extractions of all sources in, the facts of the corpus out.

Actors first (who is meant by each mention), then the day of writing of each source, then the dates of
what they tell, then which tellings are one happening, and last the doubts: where sources contradict
each other, themselves or plain sense.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reltui.model import Facts

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.extract.drafts import Extraction
    from reltui.model import Discrepancy, Event
    from reltui.read import Reading

__all__ = ["resolve"]


def resolve(
    readings: Sequence[Reading],
    extractions: Sequence[Extraction],
    tables: Tables,
    within: Mapping[str, Sequence[Discrepancy]] | None = None,
) -> Facts:
    """Return the facts of the corpus; ids come from content, so the same input gives the same facts.

    `within` are the doubts that each source raises by itself, where they are known (`doubts.doubts_within`).
    """
    from reltui.resolve.actors import Cast
    from reltui.resolve.doubts import doubts_of
    from reltui.resolve.events import events_of
    from reltui.resolve.joining import join
    from reltui.resolve.references import published_of, references
    from reltui.resolve.tellings import tellings_of, texts_of
    from reltui.resolve.words import figures_of, statements_of

    sources = [source for reading in readings for source in reading.sources]
    texts = texts_of(sources)
    by_source = {x.source: x for x in extractions}
    known = references(sources, by_source)
    days = {s.id: s.published or published_of(known[s.id]) for s in sources}
    cast = Cast(extractions, texts, days, tables)
    tellings = [
        t for s in sources
        for t in tellings_of(s, by_source[s.id], known[s.id], cast.actor_of, cast.persons, tables)
    ]  # fmt: skip
    titles = {(m.actor, m.source): m.title for m in reversed(cast.mentions) if m.title}
    events = events_of(join(tellings), cast.actors, texts, titles)
    told_in: dict[str, list[Event]] = {}
    for event in events:
        for source in dict.fromkeys(report.source for report in event.reports):
            told_in.setdefault(source, []).append(event)
    statements = [
        st for s in sources
        for st in statements_of(s, by_source[s.id], cast.actor_of, known[s.id], told_in.get(s.id, ()))
    ]  # fmt: skip
    figures = [f for s in sources for f in figures_of(s, by_source[s.id])]
    facts = Facts(
        actors=tuple(cast.actors.values()),
        mentions=tuple(cast.mentions),
        events=tuple(events),
        statements=tuple(statements),
        figures=tuple(figures),
        published=tuple(
            (s.id, edtf, known[s.id].words) for s in sources
            if s.published is None and (edtf := published_of(known[s.id])) is not None
        ),
    )  # fmt: skip
    return replace(facts, discrepancies=tuple(doubts_of(sources, facts, tables, within)))
