"""The sources of a corpus as resolving holds them: prepared, and what very many places say in common held once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reltui.extract.drafts import Spot, StatementDraft
from reltui.model import Discrepancy, Figure, Source
from reltui.resolve.clusters import Place
from reltui.resolve.dates import Reference
from reltui.resolve.offices import office_key
from reltui.resolve.prepared import Prepared, ToldReport, Words

if TYPE_CHECKING:
    from reltui.authority import Tables


@dataclass(slots=True)
class Part:
    """A prepared source with the places where it names somebody; those are given up once it is known whom."""

    source: Source
    reference: Reference
    published: str | None
    places: list[Place]
    brackets: tuple[tuple[Spot, Spot], ...]
    reports: tuple[ToldReport, ...]
    statements: tuple[tuple[StatementDraft, Words], ...]
    figures: tuple[Figure, ...]
    doubts: tuple[Discrepancy, ...]
    actor_of: dict[int, str] = field(
        default_factory=dict[int, str]
    )  # who is meant by a spot that acts or speaks

    def settle(self) -> None:
        """Keep who acts and speaks, and give up all other places."""
        asked = [party.spot for told in self.reports for party in told.draft.parties]
        asked += [draft.speaker for draft, _ in self.statements if draft.speaker is not None]
        for spot in asked:
            if 0 <= spot < len(self.places) and (actor := self.places[spot].actor) is not None:
                self.actor_of[spot] = actor
        self.places, self.brackets = [], ()


class Parts:
    """Makes parts; equal names with equal titles are one object in all of them, however often they stand."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._spots: dict[tuple[object, ...], Spot] = {}
        self._offices: dict[int, str] = {}  # by the identity of a spot that is held above

    def of(self, prepared: Iterable[Prepared]) -> list[Part]:
        """Return the parts of the sources of a file."""
        return [self._part(one) for one in prepared]

    def _part(self, one: Prepared) -> Part:
        source = one.source.id
        places: list[Place] = []
        for index, s in enumerate(one.spots):
            spot = self._shared(s)
            places.append(Place(source, index, s.start, s.end, spot, s.title_span, self._offices[id(spot)]))
        brackets = tuple((places[name].spot, places[acronym].spot) for name, acronym in one.brackets)
        return Part(
            one.source, one.reference, one.published, places, brackets,
            one.reports, one.statements, one.figures, one.doubts,
        )  # fmt: skip

    def _shared(self, s: Spot) -> Spot:
        key = (
            s.surface, s.kind, s.title, s.office_of, s.known, s.adjective, s.stands_for, s.sure, s.author, s.handle,
            s.by,
        )  # fmt: skip
        spot = self._spots.get(key)
        if spot is None:
            spot = self._spots[key] = s
            self._offices[id(spot)] = office_key(spot, self._tables)
        return spot
