"""Report drafts with their dates completed and their parties known: what joining compares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from reltui.authority import Tables
from reltui.dates import Edtf
from reltui.extract.drafts import ReportDraft
from reltui.model.vocab import Role
from reltui.resolve.dates import Dated, Reference, complete

if TYPE_CHECKING:
    from reltui.resolve.parts import Part
    from reltui.resolve.places import Places


@dataclass(frozen=True, slots=True)
class Telling:
    """One source's telling: the draft, its date, and its parties as actor ids with roles."""

    source: str
    draft: ReportDraft
    dated: Dated
    parties: tuple[tuple[str, Role], ...]
    people: frozenset[str]
    actors: frozenset[str]  # the ids of all parties
    window: Reference
    cities: frozenset[str]  # the place's words and, for a seat of power, the city it lies in, case-folded
    states: frozenset[str]  # ids of the states that it is or lies in
    country: bool  # the place is no closer than a state
    news: bool  # tells what has just happened: a post, release or article, not a profile or chronology
    words: tuple[str, ...]  # what stands in the spans of the draft


def tellings_of(part: Part, places: Places, persons: frozenset[str], tables: Tables) -> list[Telling]:
    """Return the source's tellings; a report none of whose parties is known is left out."""
    source, reference = part.source, part.reference
    found: list[Telling] = []
    last: date | None = None
    for report in part.reports:
        draft, words, told = report.draft, report.words, report.year
        parties: dict[str, Role] = {}
        for party in draft.parties:
            actor = places.actor(part.places[party.spot])
            if actor is not None:
                parties.setdefault(actor, party.role)
        if not parties and not draft.when:
            continue
        known = replace(reference, year=told, year_words="the date told before it") if told else reference
        dated = _dated(draft, known, last, report.session)
        if draft.status == "occurred" and _to_come(dated, reference):
            draft = replace(draft, status="planned")  # "visits Oslo on 5 May", written on 3 May
        people = frozenset(a for a in parties if a in persons)
        if dated.edtf is None and draft.when is None and (before := _beside(draft, people, found)):
            first = before.draft.spans[0]
            draft = replace(draft, place=draft.place or before.draft.place, spans=(*draft.spans, first))
            words = (*words, before.words[0])
            dated = Dated(before.dated.edtf, "inferred", "the day of what it tells before of the same people")
        if dated.edtf and len(dated.edtf) == 10:
            last = date.fromisoformat(dated.edtf)
        cities, states = _places(draft, tables)
        country = draft.place is not None and tables.states.by_name(draft.place) is not None
        news = source.kind not in ("profile", "page", "document")
        found.append(
            Telling(
                source.id,
                draft,
                dated,
                tuple(parties.items()),
                people,
                frozenset(parties),
                reference,
                cities,
                states,
                country,
                news,
                words,
            )
        )
    return [t for t in found if t.parties]


def _beside(draft: ReportDraft, people: frozenset[str], before: Sequence[Telling]) -> Telling | None:
    """Return what was told last of the same people on one day: they signed there and then."""
    if draft.type != "agreement" or draft.status != "occurred":
        return None
    for last in reversed(before):
        met = last.draft.status == "occurred" and last.dated.edtf and len(last.dated.edtf) == 10
        if met and len(people & last.people) >= 2:
            return last
    return None


def _to_come(dated: Dated, reference: Reference) -> bool:
    """Whether a happening lies after the day on which the source was written."""
    day = Edtf.try_parse(dated.edtf).lower
    return day is not None and reference.day is not None and day > reference.day.isoformat()


def _places(draft: ReportDraft, tables: Tables) -> tuple[frozenset[str], frozenset[str]]:
    """Return the cities that the place names or lies in, and, where it names only states, their ids.

    A seat of power lies in its state's capital; a city brings the state it lies in along.
    """
    if draft.place is None:
        return frozenset(), frozenset()
    cities = {draft.place.casefold()}
    states: set[str] = set()
    for hit in tables.gazetteer.scan(draft.place):
        for entry in hit.entries:
            if entry.kind == "place" and (place := tables.places.get(entry.id)) is not None:
                cities.add(place.name.casefold())
                states.add(place.state)
            elif entry.kind == "state" and (state := tables.states.get(entry.id)) is not None:
                states.add(state.id)
                if entry.how in ("seat", "capital"):
                    cities |= {city.casefold() for city in state.capital}
    return frozenset(cities), frozenset(states)


def _dated(
    draft: ReportDraft, reference: Reference, last: date | None, session: tuple[int, str] | None
) -> Dated:
    when = draft.when
    if when is None:
        if "lead" in draft.clues and draft.status == "occurred" and reference.day is not None:
            return Dated(reference.day.isoformat(), "inferred", f"the day of {reference.words}")
        return Dated(None, "inferred", "")
    if session is not None:
        reference = replace(reference, year=session[0], year_words=session[1])
    tense = "cancelled" if "noun" in draft.clues and draft.status == "occurred" else draft.status
    if draft.status == "cancelled" and when.relative.startswith("weekday"):
        tense = "planned"  # what is called off was to come
    dated = complete(when, reference, tense, last)  # without a tense, the nearest year
    if dated.basis == "explicit" and {"shared", "of the trip"}.intersection(draft.clues):
        dated = Dated(dated.edtf, "inferred", "the day of what this source tells before it")
    if when.padded and dated.edtf:
        return replace(
            dated,
            why="; ".join(filter(None, (dated.why, "a first of the month: perhaps only the month is known"))),
        )
    return dated


def bounds(edtf: str | None) -> tuple[str, str] | None:
    """Return the first and last ISO day of a date, None where it is open or unknown."""
    if edtf is None:
        return None
    parsed = Edtf.try_parse(edtf)
    return (parsed.lower, parsed.upper) if parsed.lower and parsed.upper else None
