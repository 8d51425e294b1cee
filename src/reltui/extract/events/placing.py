"""The place of a report: in its clause, its sentence, the heading, the dateline, or what was told before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from reltui.authority import Tables
from reltui.extract.document import Document
from reltui.extract.drafts import PartyDraft, When
from reltui.extract.events.company import Clause
from reltui.extract.events.context import Context
from reltui.extract.events.places import place_name, place_of
from reltui.extract.events.referents import Referents
from reltui.extract.events.story import Shared
from reltui.extract.events.telling import Telling
from reltui.extract.mentions.spotter import Read
from reltui.model.vocab import EventType, Status

Span = tuple[int, int]
_RELATIVE = re.compile(r",?\s(?:who|which|where)\b", re.IGNORECASE)
_IN_PERSON: frozenset[EventType] = frozenset(
    ("meeting", "session", "ceremony", "agreement", "press_conference")
)
_TODAY = ("day:0", "day:-1", "weekday:0", "after:0")
#: A seat of power that a gathering is called by: "White House Roundtable", "Kremlin talks".
_SEATED = re.compile(r"K[NnPMxTUG]{0,2}$")


class Seat(NamedTuple):
    """A town of the dateline, where it stands, and the state it lies in."""

    name: str
    span: Span
    state: str


class Placing:
    """Places the reports of one document."""

    def __init__(
        self, document: Document, read: Read, context: Context, referents: Referents, tables: Tables
    ) -> None:
        self._document = document
        self._text = document.text
        self._rows = read.rows
        self._spots = read.spots
        self._context = context
        self._referents = referents
        self._tables = tables

    def told(
        self, clause: Clause, telling: Telling | None, trigger: Span, *, alone: bool = False
    ) -> tuple[str, Span] | None:
        """Return the place that the clause tells, or its sentence (`alone`: the clause only), with its span."""
        row = self._rows[clause.number]
        travels = telling is not None and telling.travels
        hosts = telling is not None and telling.entry.lemma.startswith("host")
        found = place_of(row, clause.span, trigger[1], self._tables, travels=travels, hosts=hosts)
        if alone:
            return found
        if found is None and clause.span[0] > clause.sentence.start:
            # what was said of the place before holds on; what comes after a clause is another's
            before = (clause.sentence.start, clause.span[0])
            found = place_of(row, before, trigger[1], self._tables, travels=travels, hosts=hosts)
        if found is None and _RELATIVE.match(self._text, clause.span[1], clause.sentence.end):
            after = (clause.span[1], clause.sentence.end)  # "… who is arriving in Moscow"
            found = place_of(row, after, trigger[1], self._tables, travels=travels, hosts=hosts)
        return found

    def complete(
        self, clause: Clause, telling: Telling | None, place: str | None, when: When | None,
        parties: Sequence[PartyDraft], status: Status, shared: Shared | None,
    ) -> tuple[str | None, list[Span]]:  # fmt: skip
        """Return the place, with what the page as a whole says of it, and the spans that say so."""
        entry = telling.entry if telling is not None else None
        if entry is None or entry.type == "call" or status != "occurred":
            return place or (
                shared.place if shared is not None and entry and entry.type != "call" else None
            ), []
        vague = place is None or self._tables.states.by_name(place) is not None
        venue = self._context.venue
        if vague and clause.lead and venue is not None:
            return self._text[slice(*venue)], [venue]
        if place is None and shared is not None and shared.place is not None:
            return shared.place, []
        if entry.type not in _IN_PERSON:
            return place, []
        if place is None and clause.lead and self._heading is not None:
            return self._heading[0], [self._heading[1]]
        seat = self._seat
        today = when is None or when.relative in _TODAY or when.edtf == self._document.source.published
        if seat is None or not today or not (clause.lead or shared is not None or when is not None):
            return place, []
        at_home = any(self._referents.state_of(self._spots[p.spot]) == seat.state for p in parties)
        if place is None:
            return (seat.name, [seat.span]) if at_home else (None, [])
        return (f"{place}, {seat.name}", [seat.span]) if at_home and self._is_building(place) else (place, [])

    def _is_building(self, place: str) -> bool:
        """Whether the words name no town, region or state."""
        return not any(
            entry.kind in ("place", "state")
            for hit in self._tables.gazetteer.inside[place]
            for entry in hit.entries
        )

    @cached_property
    def _heading(self) -> tuple[str, Span] | None:
        """The place that the title gives: "… meet in Tirana", "Readout of White House Roundtable"."""
        for number in sorted(self._context.leads):
            sentence = self._document.sentences[number]
            if self._document.blocks[sentence.block].kind not in ("title", "heading"):
                continue
            row = self._rows[number]
            found = place_of(row, (sentence.start, sentence.end), sentence.end, self._tables, travels=False)
            if found is not None:
                return found if self._tables.states.by_name(found[0]) is None else None
            for hit in self._tables.trigger_phrases.scan(self._text, sentence.start, sentence.end):
                if not any(e.type in _IN_PERSON for e in hit.entries):
                    continue
                upto = sum(chunk.start < hit.start for chunk in row.chunks)
                match = _SEATED.search(row.letters[:upto])
                chunk = row.chunks[match.start()] if match is not None else None
                if chunk is not None and any(e.how == "seat" for e in chunk.entries):
                    return chunk.text, (chunk.start, chunk.end)
        return None

    @cached_property
    def _seat(self) -> Seat | None:
        """The town of the dateline: "Doha, March 3 (QNA)", "Lima, 15 February 2023"."""
        for number, sentence in enumerate(self._document.sentences):
            kind = self._document.blocks[sentence.block].kind
            if kind != "dateline" and not (
                kind == "caption" and set(self._rows[number].letters) <= set("KL,.S")
            ):
                continue
            for chunk in self._rows[number].chunks:
                if chunk.cls not in "KL":
                    continue
                for entry in chunk.entries:
                    place = self._tables.places.get(entry.id) if entry.kind == "place" else None
                    state = place.state if place is not None else entry.id if entry.kind == "state" else None
                    if state:
                        name = place_name(chunk, self._tables)
                        name = name.title() if name.isupper() else name
                        return Seat(name, (chunk.start, chunk.end), state)
        return None

    def states(self, clause: Clause, parties: Sequence[PartyDraft]) -> frozenset[str]:
        """Return the states of a clause's place, else those that its persons act for."""
        found = place_of(self._rows[clause.number], clause.span, clause.span[0], self._tables, travels=False)
        if found is not None:
            return states_of(found[0], self._tables)
        states = (self._referents.state_of(self._spots[p.spot]) for p in parties)
        return frozenset(s for s in states if s is not None)


def states_of(place: str | None, tables: Tables) -> frozenset[str]:
    """Return the ids of the states that a place is or lies in."""
    found: set[str] = set()
    for hit in tables.gazetteer.inside[place] if place else ():
        for entry in hit.entries:
            if entry.kind == "state":
                found.add(entry.id)
            elif entry.kind == "place" and (known := tables.places.get(entry.id)) is not None and known.state:
                found.add(known.state)
    return frozenset(found)
