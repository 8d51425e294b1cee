"""The view of one actor: names, offices, counterparts, chronology, words, figures, doubts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reltui.present.counting import plural
from reltui.tui.hand.signs import hand_of, yours
from reltui.tui.spots import Spot
from reltui.tui.views.entries import Collected, Entry, EntryView, Part, event_entry, lead, said_entry
from reltui.tui.views.view import Asked
from reltui.tui.words import brief

if TYPE_CHECKING:
    from reltui.model import Actor, Office
    from reltui.store import Reader
    from reltui.store.rows import EventRow
    from reltui.tui.workers.desk import Desk

_MOST = 200  # lines of each part; a profile is for reading, the lists hold the rest


class Profile(EntryView):
    """What the corpus knows of the actor that is selected."""

    NAME = "profile"

    def fill(self, asked: Asked) -> None:
        """Show the profile of an actor."""
        if asked.actor:
            hand = hand_of(self)

            def job(reader: Reader) -> Collected:
                found = gather(reader, asked.actor)
                own = [
                    Entry(f"y{n}", text.strip()) for n, text in enumerate(yours(hand, "actor", asked.actor))
                ]
                return found._replace(parts=[("Yours", own), *found.parts]) if own else found

            self.collect(job, asked)
        else:
            self.nothing()


def gather(reader: Reader, actor_id: str) -> Collected:
    """Read all that is known of an actor; to be called at a desk. Raises KeyError if there is none."""
    from reltui.query import parse

    actor = reader.actor(actor_id)
    with_, says, about = (parse(f'{field}:"{actor_id}"') for field in ("with", "says", "actor"))
    events = reader.events(with_)
    happenings = events.rows(0, _MOST)
    own = reader.statements(says)
    others = [row for row in reader.statements(about).rows(0, _MOST) if row.speaker != actor_id]
    figures = reader.figures(about).rows(0, _MOST)
    doubts = reader.doubts(about).rows(0, _MOST)
    chronology = [event_entry(reader, row, (actor_id,)) for row in happenings]
    parts: list[Part] = [
        ("Names and spellings", _names(reader, actor)),
        ("Offices", _offices(actor)),
        ("Met and spoke with", counterparts(happenings, actor_id, "actor:")),
        (f"Chronology · {plural(len(events), 'event')}", chronology),
        (
            f"In their own words · {plural(len(own), 'statement')}",
            [said_entry(row) for row in own.rows(0, _MOST)],
        ),
        ("What others say where they are named", [said_entry(row, True) for row in others]),
        (
            "Figures beside their name",
            [Entry(f"f{row.id}", f"{row.what}: {row.verbatim}", spot=lead(row)) for row in figures],
        ),
        ("Doubts", [Entry(f"d{row.id}", row.what, "", row.kind, lead(row), "?") for row in doubts]),
    ]
    native = f" · {actor.native_name}" if actor.native_name else ""
    return Collected(actor.name + native, [part for part in parts if part[1]])


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
        proof = next((proof for office in same for proof in office.evidence), None)
        spot = Spot(proof.source, proof.start, proof.end, actor=actor.id) if proof else None
        note = f"told {len(same)} times" if len(same) > 1 else ""
        made.append(Entry(f"q{number}", text, brief(same[0].at), note, spot))
    return made


def counterparts(rows: Sequence[EventRow], actor_id: str, goes: str) -> list[Entry]:
    """With whom an actor had to do, how often, and how many of the contacts took place."""
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
        Entry(f"a{id_}", names[id_], "", f"{plural(count, 'event')}, {held[id_]} held", goes=goes + id_)
        for id_, count in met.most_common(20)
    ]


def make(desk: Desk) -> EntryView:
    """The view, for the registry."""
    return Profile(desk)
