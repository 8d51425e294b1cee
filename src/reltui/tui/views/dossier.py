"""All that a corpus knows of one actor, as lines of which each leads to its words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reltui.tui.spots import Spot
from reltui.tui.words import day, event_type, plural

if TYPE_CHECKING:
    from reltui.model import Actor, Evidence
    from reltui.store import Reader
    from reltui.store.rows import EventRow

_MOST = 200  # lines of each part; a profile is for reading, the lists hold the rest


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a profile: when, what, and a note at the right; or the heading of a part."""

    id: str
    text: str
    when: str = ""
    note: str = ""
    spot: Spot | None = None
    sign: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """The parts of a profile, each a heading with its lines; parts without lines are left out."""

    actor: Actor
    parts: tuple[tuple[str, tuple[Entry, ...]], ...]


def gather(reader: Reader, actor_id: str) -> Dossier:
    """Read all that is known of an actor; to be called at a desk. Raises KeyError if there is none."""
    from reltui.query import parse

    actor = reader.actor(actor_id)
    with_, says, about = (parse(f'{field}:"{actor_id}"') for field in ("with", "says", "actor"))
    events = reader.events(with_)
    happenings = list(events.rows(0, _MOST))
    own = reader.statements(says)
    others = [row for row in reader.statements(about).rows(0, _MOST) if row.speaker != actor_id]
    figures = reader.figures(about).rows(0, _MOST)
    doubts = reader.doubts(about).rows(0, _MOST)
    parts = [
        ("Names and spellings", _names(actor)),
        ("Offices", _offices(actor)),
        ("Met and spoke with", _counterparts(happenings, actor_id)),
        (f"Chronology · {plural(len(events), 'event')}", [_event(reader, row, actor_id) for row in happenings]),
        (
            f"In their own words · {plural(len(own), 'statement')}",
            [
                Entry(f"s{row.id}", row.text, day(row.date), row.venue or "", Spot(row.source, row.start, row.end, row.id))
                for row in own.rows(0, _MOST)
            ],
        ),
        (
            "What others say of them",
            [
                Entry(
                    f"o{row.id}", f"{row.speaker_name or 'Unnamed speaker'}: {row.text}", day(row.date), row.venue or "",
                    Spot(row.source, row.start, row.end, row.id),
                )
                for row in others
            ],
        ),
        (
            "Figures beside their name",
            [
                Entry(f"f{row.id}", f"{row.what}: {row.verbatim}", row.period or "", "", Spot(row.source, row.start, row.end, row.id))
                for row in figures
            ],
        ),
        (
            "Doubts",
            [Entry(f"d{row.id}", row.what, "", row.kind, Spot(row.source, row.start, row.end, row.id), "?") for row in doubts],
        ),
    ]  # fmt: skip
    return Dossier(actor, tuple((heading, tuple(entries)) for heading, entries in parts if entries))


def _names(actor: Actor) -> list[Entry]:
    shown = [Entry(f"n{number}", name.text, "", name.script) for number, name in enumerate(actor.names)]
    return shown or [Entry("n0", actor.name)]


def _offices(actor: Actor) -> list[Entry]:
    made: list[Entry] = []
    for number, office in enumerate(sorted(actor.offices, key=lambda office: office.at or "~")):
        spot = _spot(office.evidence[0], actor=actor.id) if office.evidence else None
        of = f", {office.of}" if office.of else ""
        made.append(Entry(f"q{number}", f"{office.title}{of}", day(office.at), "", spot))
    return made


def _counterparts(rows: list[EventRow], actor_id: str) -> list[Entry]:
    """With whom, how often, and how many of the contacts were planned or cancelled."""
    met: Counter[str] = Counter()
    names: dict[str, str] = {}
    held: Counter[str] = Counter()
    for row in rows:
        for id_, name in zip(row.party_ids, row.parties, strict=False):
            if id_ != actor_id:
                met[id_] += 1
                names[id_] = name
                held[id_] += row.status == "occurred"
    return [
        Entry(f"a{id_}", names[id_], "", f"{plural(count, 'event')}, {held[id_]} held")
        for id_, count in met.most_common(20)
    ]


def _event(reader: Reader, row: EventRow, actor_id: str) -> Entry:
    from reltui.tui.look import EVENT_SIGNS

    event = reader.event(row.id)
    evidence = next(iter(event.evidence), None)
    others = [name for id_, name in zip(row.party_ids, row.parties, strict=False) if id_ != actor_id]
    what = f"{event_type(row.type)}  {', '.join(others) or row.title}"
    spot = _spot(evidence, fact=row.id) if evidence else None
    when = day(row.date, row.basis, row.why)
    return Entry(
        f"e{row.id}", what, when, row.place or "", spot, EVENT_SIGNS.get(row.status, "·"), row.status
    )


def _spot(evidence: Evidence, fact: str = "", actor: str = "") -> Spot:
    return Spot(evidence.source, evidence.start, evidence.end, fact, actor)
