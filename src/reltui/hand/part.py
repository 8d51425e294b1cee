"""A large corpus: only what the user's file speaks of is laid out anew, beside the corpus and not in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.hand.delta import Delta
from reltui.hand.raw import Raw
from reltui.hand.whole import Read
from reltui.model import Facts, File
from reltui.store import ActorRow, Reader, write

if TYPE_CHECKING:
    from reltui.corrections.difference import Before
    from reltui.corrections.entries import Entry
    from reltui.corrections.log import Log
    from reltui.corrections.plan import Plan
    from reltui.corrections.results import Corrected
    from reltui.model import Actor, Event, Mention

MOST = 120
"""Sources laid out anew only because they name an actor; of one named in more, the rest goes by id and name."""


def lay_part(db: Path, before: Before, log: Log, shown: Path) -> tuple[Corrected, Delta]:
    """Lay the entries over what they speak of, written to `shown`; return what comes of it and what it changes."""
    from reltui.corrections.laying import overlay

    with Reader(db) as reader:
        raw = Raw(reader, before)
        entries = _concerned(log, before)
        sources, facts = raw.gather(entries, MOST)
        corrected = overlay(facts, list(sources.values()), log, whole=False)
        taken = raw.taken
        now = corrected.facts
        readings = [
            Read(File(source.path, source.sha256, "", ""), (source,), tuple(reader.passages(source.id)))
            for source in sources.values()
        ]
        kept = replace(now, mentions=tuple(m for m in now.mentions if m.source in taken))
        write(shown, _by_file(readings), kept, reader.meta, notes=corrected.notes)
        rows, parts = _people(reader, raw, facts, now, corrected.plan, taken)
        speakers = _speaking(now)
        nobody = {
            ident
            for ident, row in rows.items()
            if not row.mentions and not row.events and ident not in speakers
        }
        after = {actor.id: actor for actor in now.actors if actor.id not in nobody or actor.offices}
        rows = {ident: row for ident, row in rows.items() if ident in after}
        changed = {a.id for a in now.actors if a.id in after and raw.stored_actor(a.id) != a}
        changed |= {actor for actor in rows if actor in after}
        gone = {a for a in (*corrected.plan.actor_of, *before.actors, *nobody) if a not in after}
        events = {event.id: event for event in now.events}
        statements = {said.id: said for said in now.statements}
        doubts = {doubt.id for doubt in now.discrepancies}
        delta = Delta(
            shown,
            corrected.plan,
            taken,
            {ident: events.get(ident) for ident in {*events, *(e.id for e in facts.events), *before.events}},
            {
                i: statements.get(i)
                for i in {*statements, *(s.id for s in facts.statements), *before.statements}
            },
            {ident: after.get(ident) for ident in changed | gone},
            _moved(raw, now),
            frozenset(doubt.id for doubt in facts.discrepancies if doubt.id not in doubts),
            {actor.id: actor for actor in facts.actors},
            rows,
            parts,
        )
    return corrected, delta


def _moved(raw: Raw, now: Facts) -> frozenset[str]:
    """Return the events and statements of another date than they are stored with."""
    events = {e.id for e in now.events if (was := raw.stored_event(e.id)) is None or was.date != e.date}
    return frozenset(events | {s.id for s in now.statements if raw.statement(s.id).date != s.date})


def _speaking(facts: Facts) -> set[str]:
    """Return who says something."""
    return {said.speaker for said in facts.statements if said.speaker}


def _concerned(log: Log, before: Before) -> list[Entry]:
    """Return the entries that are in force, and those that the build laid on and that are not any more."""
    baked = set(before.entries)
    active = {entry.id for entry in log.active}
    return [entry for entry in log.entries if entry.id in baked | active]


def _by_file(readings: Iterable[Read]) -> list[Read]:
    found: dict[str, Read] = {}
    for one in readings:
        known = found.get(one.file.path)
        found[one.file.path] = (
            Read(known.file, (*known.sources, *one.sources), (*known.passages, *one.passages))
            if known
            else one
        )
    return list(found.values())


def _people(
    reader: Reader, raw: Raw, then: Facts, now: Facts, plan: Plan, taken: frozenset[str]
) -> tuple[dict[str, ActorRow], dict[str, tuple[str, ...]]]:
    """Return the rows of the actors that are shown otherwise now, and which of the corpus go under each."""
    known = {actor.id for actor in now.actors}
    under: dict[str, list[str]] = defaultdict(list)
    for ident in dict.fromkeys([*(actor.id for actor in then.actors), *raw.before.actors, *known]):
        if raw.stored_actor(ident) is not None:
            under[plan.actor(ident)].append(ident)
    stored_mentions = [m for source in taken for m in reader.mentions(source)]
    stored_events = [event for ident in raw.event_ids if (event := raw.stored_event(ident)) is not None]
    had = _counted(stored_mentions, stored_events)
    has = _counted([m for m in now.mentions if m.source in taken], now.events)
    window = reader.actors()
    rows: dict[str, ActorRow] = {}
    parts: dict[str, tuple[str, ...]] = {}
    for actor in now.actors:
        own = tuple(under.get(actor.id, ()))
        places = [place for ident in own if (place := window.index_of(ident)) is not None]
        there = [window.rows(place, place + 1)[0] for place in places]
        named = sum(row.mentions for row in there) - sum(had[0][i] for i in own) + has[0][actor.id]
        told = sum(row.events for row in there) - sum(had[1][i] for i in own) + has[1][actor.id]
        doubt = next((row.doubt for row in there if row.doubt), None)
        row = _row(actor, named, told, doubt)
        if len(there) != 1 or _shown(there[0]) != _shown(row):
            rows[actor.id] = row
        if own != (actor.id,) or actor.id in rows:
            parts[actor.id] = own
    return rows, parts


def _counted(mentions: Iterable[Mention], events: Iterable[Event]) -> tuple[Counter[str], Counter[str]]:
    """Return how often actors are named, and in how many events they take part or are named."""
    mentions = list(mentions)
    by_source: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_source[mention.source].append(mention)
    told: Counter[str] = Counter()
    for event in events:
        here = {party.actor for party in event.participants}
        for piece in event.evidence:
            here |= {
                m.actor for m in by_source[piece.source] if piece.start <= m.start and m.end <= piece.end
            }
        told.update(here)
    return Counter(mention.actor for mention in mentions), told


def _row(actor: Actor, mentions: int, events: int, doubt: str | None) -> ActorRow:
    others = dict.fromkeys(
        name.text for name in actor.names if name.text not in (actor.name, actor.native_name)
    )
    return ActorRow(
        actor.id, actor.kind, actor.name, actor.native_name, actor.country, max(0, mentions), max(0, events),
        tuple(others), doubt,
    )  # fmt: skip


def _shown(row: ActorRow) -> Sequence[object]:
    """Return what tells two rows of one actor apart; the order of spellings does not."""
    return (row.name, row.native_name, row.country, row.mentions, row.events, set(row.spellings))
