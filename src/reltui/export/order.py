"""The order of an export: by content, so that the same corpus gives the same file however it was stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from reltui.dates import Edtf
from reltui.model import Evidence, Facts, Source

Key = tuple[int, int, str]


def ordered(sources: Iterable[Source], facts: Facts) -> tuple[list[Source], Facts]:
    """Return sources by path and number, actors by id, events by date, all else by where its words stand."""
    listed = sorted(sources, key=lambda s: (s.path, s.unit, s.id))
    place = _placing(listed)
    return listed, replace(
        facts,
        actors=tuple(sorted(facts.actors, key=lambda a: a.id)),
        mentions=tuple(
            sorted(facts.mentions, key=lambda m: (*place([_span(m.source, m.start)], m.actor), m.end))
        ),
        events=tuple(sorted(facts.events, key=lambda e: (Edtf.try_parse(e.date).key, e.id))),
        statements=tuple(sorted(facts.statements, key=lambda s: place(s.evidence, s.id))),
        figures=tuple(sorted(facts.figures, key=lambda f: place(f.evidence, f.id))),
        discrepancies=tuple(sorted(facts.discrepancies, key=lambda d: place(d.evidence, d.id))),
    )


def _placing(sources: list[Source]) -> Callable[[Iterable[Evidence], str], Key]:
    number = {source.id: index for index, source in enumerate(sources)}

    def place(evidence: Iterable[Evidence], ident: str) -> Key:
        first = next(iter(evidence), None)
        if first is None:
            return (len(number), 0, ident)
        return (number.get(first.source, len(number)), first.start, ident)

    return place


def _span(source: str, start: int) -> Evidence:
    return Evidence(source, start, start, "")
