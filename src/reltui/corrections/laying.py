"""Corrections over facts: nothing is read, nothing written, the same input gives the same result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from reltui.corrections.actors import actors_of, mentions_of
from reltui.corrections.anchors import Finder, Place
from reltui.corrections.entries import ActorRef, Entry, Remark
from reltui.corrections.events import doubts_left, events_of, statements_of
from reltui.corrections.following import Following
from reltui.corrections.log import Log, log_of
from reltui.corrections.lookup import Lookup
from reltui.corrections.plan import Plan
from reltui.corrections.planning import Pinned, Planner
from reltui.corrections.results import Corrected, Note, Orphan
from reltui.model import Actor, Facts, Source

if TYPE_CHECKING:
    from reltui.authority import Tables


def overlay(
    facts: Facts,
    sources: Iterable[Source],
    corrections: Log | Iterable[Entry],
    tables: Tables | None = None,
    *,
    whole: bool = True,
) -> Corrected:
    """Return the facts with the corrections in force laid over them.

    `sources` are those that the facts are about. Every piece of evidence stays as it was found; what a
    correction made has the origin "correction" or says so in its reason. With `tables` the doubts are found
    anew in the corrected facts, else those that a correction settles are left out. `whole` says whether the
    facts are all of a corpus: only then it is known that nothing is left of an actor.
    """
    log = log_of(corrections)
    if not log.active:
        return Corrected(facts)
    known = list(sources)
    planner = Planner(Lookup(facts), Finder(known), log)
    plan = planner.plan()
    corrected = _lay(facts, plan, whole)
    if corrected != facts and tables is not None:
        from reltui.resolve.doubts import doubts_of

        corrected = replace(corrected, discrepancies=tuple(doubts_of(known, corrected, tables)))
    actors = {actor.id for actor in corrected.actors}
    events = {event.id for event in corrected.events}
    notes, lost = _notes(planner.pinned, plan, actors, events)
    lost += [
        Orphan(entry, "Another correction leaves nothing of the actor that it is about.") for entry in log.active
        if entry.id in {e for a, _, e in plan.aliases if a not in actors}
        | {naming.entry for a, naming in plan.names.items() if a not in actors}
    ]  # fmt: skip
    without = {orphan.entry.id for orphan in lost}
    applied = tuple(entry for entry in planner.applied if entry not in without)
    return Corrected(
        corrected, (*planner.seek.orphans, *lost), notes, tuple(planner.overruled), _ids(plan, actors),
        _by(planner, plan, {("actor", a) for a in actors} | {("event", e) for e in events}, set(applied)),
        applied, plan, tuple(entry.id for entry in log.active),
    )  # fmt: skip


def _ids(plan: Plan, actors: set[str]) -> dict[str, str]:
    """Return where the ids of actors and events lead that are gone."""
    ids = {**plan.actor_of, **plan.event_of}
    went: dict[str, set[str | None]] = {}
    for key, fate in plan.fates.items():
        if plan.actor(key[3]) not in actors:
            went.setdefault(key[3], set()).add(fate.actor)
    for actor, to in went.items():  # all that named them names one other now
        if len(to) == 1 and (one := to.pop()) and plan.actor(one) in actors:
            ids[actor] = plan.actor(one)
            ids |= {old: ids[actor] for old, new in plan.actor_of.items() if new == actor}
    return ids


def _by(
    planner: Planner, plan: Plan, there: set[tuple[str, str]], applied: set[str]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return which entries shaped what is there now."""
    by: dict[tuple[str, str], tuple[str, ...]] = {}
    for (kind, ident), entries in planner.seek.touched.items():
        key = (kind, (plan.actor(ident) if kind == "actor" else plan.event(ident)) or "")
        shaping = [entry for entry in entries if entry in applied]
        if key in there and shaping:
            by[key] = tuple(dict.fromkeys((*by.get(key, ()), *shaping)))
    return by


def _lay(facts: Facts, plan: Plan, whole: bool) -> Facts:
    following = Following(facts.mentions, plan.fates)
    mentions = mentions_of(facts, plan)
    actors = actors_of(facts, plan, following, whole)
    events = events_of(facts, plan, following, actors)
    statements = statements_of(facts, plan, following, events)
    changed = replace(facts, mentions=mentions, events=events, statements=statements)
    return replace(
        changed,
        actors=_with_something_left(actors, changed, following.actors if whole else frozenset()),
        discrepancies=doubts_left(facts, plan),
    )


def _with_something_left(actors: dict[str, Actor], facts: Facts, losing: frozenset[str]) -> tuple[Actor, ...]:
    """Return the actors without those who lost the last words that named them."""
    if not losing.intersection(actors):
        return tuple(actors.values())
    there = {mention.actor for mention in facts.mentions}
    there |= {party.actor for event in facts.events for party in event.participants}
    there |= {statement.speaker for statement in facts.statements if statement.speaker}
    return tuple(a for a in actors.values() if a.id not in losing or a.id in there or a.offices)


def _notes(
    pinned: Iterable[Pinned], plan: Plan, actors: set[str], events: set[str]
) -> tuple[tuple[Note, ...], list[Orphan]]:
    """Return the remarks where they belong now, those alike once, and those whose target is gone."""
    notes: dict[tuple[str, str, str, int, int, str], Note] = {}
    lost: list[Orphan] = []
    for pin in pinned:
        entry, body = pin.entry, pin.entry.body
        assert isinstance(body, Remark)
        if isinstance(pin.on, Place):
            note = Note(
                entry.id, entry.time, body.kind, "source", pin.on.source, body.text, pin.on.start, pin.on.end
            )
        elif isinstance(body.on, ActorRef):
            note = Note(entry.id, entry.time, body.kind, "actor", plan.actor(pin.on), body.text)
        else:
            note = Note(entry.id, entry.time, body.kind, "event", plan.event(pin.on) or "", body.text)
        if (note.on == "actor" and note.id not in actors) or (note.on == "event" and note.id not in events):
            lost.append(Orphan(entry, f"Another correction leaves nothing of the {note.on} that it is on."))
            continue
        notes.setdefault((note.kind, note.on, note.id, note.start, note.end, note.text), note)
    return tuple(notes.values()), lost
