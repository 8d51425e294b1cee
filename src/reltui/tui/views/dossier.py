"""All that a corpus knows of one actor, as lines of which each leads to its words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reltui.tui.spots import Spot
from reltui.tui.words import day, event_type, plural

if TYPE_CHECKING:
    from reltui.model import Actor, Evidence, Office
    from reltui.store import Reader
    from reltui.store.rows import DoubtRow, EventRow, FigureRow, StatementRow

_MOST = 200  # lines of each part; a profile is for reading, the lists hold the rest


class Entry(NamedTuple):
    """A line of a profile: when, what, and a note at the right; or the heading of a part."""

    id: str
    text: str
    when: str = ""
    note: str = ""
    spot: Spot | None = None
    sign: str = ""
    status: str = ""


class Dossier(NamedTuple):
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
    parts: list[tuple[str, list[Entry]]] = [
        ("Names and spellings", _names(reader, actor)),
        ("Offices", _offices(actor)),
        ("Met and spoke with", _counterparts(happenings, actor_id)),
        (
            f"Chronology · {plural(len(events), 'event')}",
            [_event(reader, row, actor_id) for row in happenings],
        ),
        (f"In their own words · {plural(len(own), 'statement')}", [_said(row) for row in own.rows(0, _MOST)]),
        ("What others say where they are named", [_said(row, True) for row in others]),
        (
            "Figures beside their name",
            [Entry(f"f{row.id}", f"{row.what}: {row.verbatim}", spot=_lead(row)) for row in figures],
        ),
        ("Doubts", [Entry(f"d{row.id}", row.what, "", row.kind, _lead(row), "?") for row in doubts]),
    ]
    return Dossier(actor, tuple((heading, tuple(entries)) for heading, entries in parts if entries))


def _names(reader: Reader, actor: Actor) -> list[Entry]:
    """Each spelling with the first place that has it."""
    from reltui.query import parse

    def first(text: str) -> Spot | None:
        quoted = text.replace('"', " ")
        for hit in reader.search(parse(f'="{quoted}"'), limit=3, order="date"):
            if hit.kind == "passage" and hit.source and hit.spans:
                return Spot(hit.source, *hit.spans[0], actor=actor.id)
        return None

    texts = dict.fromkeys([actor.name, *(name.text for name in actor.names)])
    scripts = {name.text: name.script for name in actor.names}
    return [
        Entry(f"n{number}", text, "", scripts.get(text, ""), first(text)) for number, text in enumerate(texts)
    ]


def _offices(actor: Actor) -> list[Entry]:
    """Each office with when it is first attested, and how often it is."""
    told: dict[str, list[Office]] = {}
    for office in sorted(actor.offices, key=lambda office: office.at or "~"):
        told.setdefault(f"{office.title}{f', {office.of}' if office.of else ''}", []).append(office)
    made: list[Entry] = []
    for number, (text, same) in enumerate(told.items()):
        evidence = next((proof for office in same for proof in office.evidence), None)
        spot = _spot(evidence, actor=actor.id) if evidence else None
        note = f"told {len(same)} times" if len(same) > 1 else ""
        made.append(Entry(f"q{number}", text, day(same[0].at), note, spot))
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


def _said(row: StatementRow, by_another: bool = False) -> Entry:
    speaker = f"{row.speaker_name or 'Unnamed speaker'}: " if by_another else ""
    return Entry(
        f"{'o' if by_another else 's'}{row.id}",
        speaker + row.text,
        day(row.date),
        row.venue or "",
        _lead(row),
    )


def _lead(row: StatementRow | FigureRow | DoubtRow) -> Spot:
    return Spot(row.source, row.start, row.end, row.id)


def _spot(evidence: Evidence, fact: str = "", actor: str = "") -> Spot:
    return Spot(evidence.source, evidence.start, evidence.end, fact, actor)
