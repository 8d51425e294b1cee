"""From an id to what it names, whichever kind of thing that is, and to the words that prove it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from reltui.cli.exits import NOTHING_FOUND, Fault
from reltui.model import Actor, Discrepancy, Event, Evidence, Figure, Passage, Source, Statement

if TYPE_CHECKING:
    from reltui.store import Reader

Noun: TypeAlias = Source | Passage | Actor | Event | Statement | Figure | Discrepancy
Kind = Literal["source", "passage", "actor", "event", "statement", "figure", "doubt"]


@dataclass(frozen=True, slots=True)
class Found:
    """What an id names."""

    kind: Kind
    noun: Noun

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words it stands on; one span for each telling of an event. Empty for a source or an actor."""
        if isinstance(self.noun, Event):
            return tuple(report.evidence[0] for report in self.noun.reports if report.evidence)
        if isinstance(self.noun, Statement | Figure):
            return self.noun.evidence[:1]
        if isinstance(self.noun, Discrepancy):
            return self.noun.evidence
        return ()


def look_up(reader: Reader, id_: str) -> Found:
    """Return what an id names; raises `Fault` where the corpus has nothing of that id.

    `SOURCE:3` is the third paragraph of a source.
    """
    finders: tuple[tuple[Kind, Callable[[str], Noun]], ...] = (
        ("actor", reader.actor),
        ("event", reader.event),
        ("source", reader.source),
        ("statement", reader.statement),
        ("figure", reader.figure),
        ("doubt", reader.doubt),
    )
    for kind, find in finders:
        try:
            return Found(kind, find(id_))
        except KeyError:
            continue
    passage = _passage(reader, id_)
    if passage is not None:
        return Found("passage", passage)
    raise Fault(
        f"This corpus has nothing with the id '{id_}': ids stand in the last column of the lists "
        "('reltui events', 'reltui search …').",
        NOTHING_FOUND,
    )


def _passage(reader: Reader, id_: str) -> Passage | None:
    source, colon, ordinal = id_.rpartition(":")
    if not colon or not ordinal.isdecimal():
        return None
    try:
        passages = reader.passages(source)
    except KeyError:
        return None
    return next((passage for passage in passages if passage.ordinal == int(ordinal)), None)
