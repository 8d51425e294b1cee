"""Lay a plan over events, what was said, and the doubts about both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from reltui.corrections.entries import EventField
from reltui.corrections.following import Following
from reltui.corrections.lookup import key_of
from reltui.corrections.plan import Plan, Setting
from reltui.dates import Edtf
from reltui.model import Actor, Discrepancy, Event, Facts, Participant, Statement
from reltui.model.vocab import EventType, Status

_BEST: tuple[Status, ...] = ("occurred", "cancelled", "planned")  # what is told as done has been done
_BETWEEN = (" – ", " → ")


def events_of(
    facts: Facts, plan: Plan, following: Following, actors: Mapping[str, Actor]
) -> tuple[Event, ...]:
    """Return the events as they are now, in the order in which they came."""
    before = {actor.id: actor for actor in facts.actors}
    members: dict[str, list[Event]] = defaultdict(list)
    for event in facts.events:
        head = plan.event(event.id)
        if head is not None:
            members[head].append(event)
    touched = following.actors | plan.actor_of.keys() | plan.names.keys()
    found: list[Event] = []
    for event in facts.events:
        if event.id not in members:
            continue
        same = len(members[event.id]) == 1 and event.id not in plan.settings
        if same and touched.isdisjoint(party.actor for party in event.participants):
            found.append(event)
            continue
        whole = _united(sorted(members[event.id], key=lambda e: plan.ranks.get(e.id, 0)), plan, following)
        shown = [(before.get(a), actors.get(b)) for a, b in _renamed(event, following, plan)]
        title = _title(whole.title, [(a, b) for a, b in shown if a and b and a.name != b.name])
        found.append(_set(replace(whole, title=title), plan.settings.get(event.id, {})))
    return tuple(found)


def _united(events: list[Event], plan: Plan, following: Following) -> Event:
    """Return one event of several: the first one's id, type and title, what it lacks from the others."""
    head = events[0]
    parties: dict[str, Participant] = {}
    for party in (p for event in events for p in following.participants(event)):
        actor = plan.actor(party.actor)
        known = parties.get(actor)
        if known is None:
            parties[actor] = replace(party, actor=actor)
        else:
            role = party.role if known.role == "party" else known.role
            parties[actor] = replace(known, role=role, office=known.office or party.office)
    head = replace(head, participants=tuple(parties.values()))
    if len(events) == 1:
        return head
    dated = next((event for event in events if Edtf.try_parse(event.date).known), head)
    told = {event.status for event in events}
    return replace(
        head,
        date=dated.date, precision=dated.precision, basis=dated.basis, why=dated.why,
        status=next(status for status in _BEST if status in told),
        place=next((event.place for event in events if event.place), None),
        reports=tuple({report.id: report for event in events for report in event.reports}.values()),
    )  # fmt: skip


def _set(event: Event, settings: Mapping[EventField, Setting]) -> Event:
    for field, setting in settings.items():
        if field == "date":
            date = Edtf.try_parse(setting.value)
            event = replace(
                event, date=setting.value, precision=date.precision, basis="inferred", why=setting.why
            )
        elif field == "type":
            event = replace(event, type=cast("EventType", setting.value))
        elif field == "status":
            event = replace(event, status=cast("Status", setting.value))
        else:
            event = replace(event, place=setting.value)
    return event


def _renamed(event: Event, following: Following, plan: Plan) -> list[tuple[str, str]]:
    """Return, for the actors of an event, who stood there before and who stands there now."""
    pairs: list[tuple[str, str]] = []
    now = following.participants(event)
    staying = {party.actor for party in now}
    gone = [p.actor for p in event.participants if p.actor not in staying]
    come = [p.actor for p in now if p.actor not in {q.actor for q in event.participants}]
    pairs += zip(gone, come, strict=False)
    pairs += [(p.actor, p.actor) for p in event.participants if p.actor in staying]
    return [(old, plan.actor(new)) for old, new in pairs]


def _title(title: str, changes: Iterable[tuple[Actor, Actor]]) -> str:
    """Return a title put together from names ("Lavrov – Vulin", "Vučić → Moscow") with the new ones."""
    new = {short: other for old, now in changes for short, other in _shorts(old, now)}
    for sign in _BETWEEN:
        parts = title.split(sign)
        if len(parts) > 1 and any(part in new for part in parts):
            return sign.join(dict.fromkeys(new.get(part, part) for part in parts))
    return title


def _shorts(old: Actor, now: Actor) -> list[tuple[str, str]]:
    """Return how the two are called in titles: by the whole name, and persons by the surname."""
    if old.kind != "person":
        return [(old.name, now.name)]
    from reltui.names import split

    return [(split(old.name).surname or old.name, split(now.name).surname or now.name), (old.name, now.name)]


def statements_of(
    facts: Facts, plan: Plan, following: Following, events: Iterable[Event]
) -> tuple[Statement, ...]:
    """Return the statements with their speakers, and the day and place of an event that was corrected."""
    before = {event.id: event for event in facts.events}
    now = {event.id: event for event in events}
    found: list[Statement] = []
    for statement in facts.statements:
        speaker = following.speaker(statement)
        changed = replace(statement, speaker=plan.actor(speaker) if speaker else None)
        if statement.event is not None:
            changed = replace(changed, event=plan.event(statement.event))
            old, new = before.get(statement.event), now.get(changed.event or "")
            settings = plan.settings.get(changed.event or "", {})
            if old and new and "date" in settings and statement.date and statement.date == old.date:
                changed = replace(changed, date=new.date)
            if old and new and "place" in settings and statement.venue and statement.venue == old.place:
                changed = replace(changed, venue=new.place)
        found.append(changed if changed != statement else statement)
    return tuple(found)


def doubts_left(facts: Facts, plan: Plan) -> tuple[Discrepancy, ...]:
    """Return the doubts but for those that a correction has settled.

    Settled is whom a name stands for where the user has said it, and what was told of a dropped event.
    """
    said = {
        (m.source, m.start, m.end): m.doubt for m in facts.mentions
        if m.doubt and (fate := plan.fates.get(key_of(m))) and fate.actor != m.actor
    }  # fmt: skip
    titles = {f"{event.title}:" for event in facts.events if event.id in plan.dropped}
    told = {piece for event in facts.events if event.id in plan.dropped for piece in event.evidence}
    return tuple(d for d in facts.discrepancies if not _settled(d, said, titles, told))


def _settled(
    doubt: Discrepancy, said: Mapping[tuple[str, int, int], str], titles: set[str], told: Iterable[object]
) -> bool:
    if doubt.kind == "name" and doubt.evidence:
        first = doubt.evidence[0]
        return said.get((first.source, first.start, first.end), "\0") in doubt.what
    if doubt.kind not in ("status", "date") or not doubt.evidence:
        return False
    return all(piece in told for piece in doubt.evidence) and any(doubt.what.startswith(t) for t in titles)
