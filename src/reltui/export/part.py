"""A part of a corpus that stands by itself: what was chosen, and everything that it refers to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reltui.export.forms import Corpus
from reltui.model import Actor, Evidence, Facts, Source


@dataclass(frozen=True, slots=True)
class Chosen:
    """The ids of what is wanted, by kind."""

    sources: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    discrepancies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """A corpus to export, of which only what is chosen is kept, with its words and who is named in them."""

    whole: Corpus
    chosen: Chosen

    def everything(self) -> tuple[list[Source], Facts]:
        """Return the sources and facts of the part."""
        return part(*self.whole.everything(), self.chosen)


def part(sources: list[Source], facts: Facts, chosen: Chosen) -> tuple[list[Source], Facts]:
    """Return what was chosen and what it refers to: its sources whole, the actors named there, no one else.

    Nothing that is kept refers to anything that is not. Offices and copies that stand in other sources
    alone are left out.
    """
    statements = tuple(one for one in facts.statements if one.id in chosen.statements)
    wanted = chosen.events | {one.event for one in statements if one.event}
    events = tuple(one for one in facts.events if one.id in wanted)
    figures = tuple(one for one in facts.figures if one.id in chosen.figures)
    doubts = tuple(one for one in facts.discrepancies if one.id in chosen.discrepancies)
    kept = set(chosen.sources)
    for fact in (*events, *statements, *figures, *doubts):
        kept.update(proof.source for proof in fact.evidence)
    kept.update(report.source for event in events for report in event.reports)
    parents = {source.id: source.embedded_in for source in sources}
    for source in list(kept):
        above = parents.get(source)
        while above is not None and above not in kept:
            kept.add(above)
            above = parents.get(above)
    mentions = tuple(one for one in facts.mentions if one.source in kept)
    named = {one.actor for one in mentions}
    named.update(one.actor for event in events for one in event.participants)
    named.update(one.speaker for one in statements if one.speaker)
    return [source for source in sources if source.id in kept], replace(
        facts,
        actors=tuple(_within(actor, kept) for actor in facts.actors if actor.id in named),
        mentions=mentions,
        events=events,
        statements=statements,
        figures=figures,
        discrepancies=doubts,
        copies=tuple(one for one in facts.copies if one[0] in kept and one[2] in kept),
        published=tuple(one for one in facts.published if one[0] in kept),
    )


def _within(actor: Actor, kept: set[str]) -> Actor:
    """The actor with the offices that the kept sources tell of."""
    offices = tuple(
        replace(office, evidence=proofs)
        for office in actor.offices
        if (proofs := tuple(_in(office.evidence, kept)))
    )
    return replace(actor, offices=offices)


def _in(evidence: Iterable[Evidence], kept: set[str]) -> Iterable[Evidence]:
    return (proof for proof in evidence if proof.source in kept)
