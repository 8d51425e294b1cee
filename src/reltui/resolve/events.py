"""Events out of joined tellings: the best date, place and status, all parties, one report a telling."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import get_args

from reltui.dates import Edtf
from reltui.model import Actor, Event, Evidence, Participant, Report
from reltui.model.ids import digest, slug
from reltui.model.vocab import EventType, Precision, Status
from reltui.names import split
from reltui.read.tables import rows
from reltui.resolve.tellings import Telling, bounds

_ORDER: tuple[Status, Status, Status] = ("occurred", "cancelled", "planned")
_TYPES: tuple[EventType, ...] = get_args(EventType)
_TITLE = 72
_LEAD = 12  # characters before the telling word: its subject
_CUT = re.compile(r"[,;:]\s(?:and\s|that\s|where\s)?|\sincluding\s")


def events_of(
    groups: Sequence[Sequence[Telling]],
    actors: Mapping[str, Actor],
    offices: Mapping[tuple[str, str], str],
) -> list[Event]:
    """Return one event a group, in the order of their dates. `offices` gives (actor, source) → title."""
    events: list[Event] = []
    taken: dict[str, int] = {}
    for group in groups:
        event = _event(group, actors, offices)
        number = taken[event.id] = taken.get(event.id, 0) + 1
        events.append(event if number == 1 else replace(event, id=f"{event.id}-{number}"))
    return sorted(events, key=lambda e: (*(bounds(e.date) or ("9999", "9999")), e.id))


def _event(
    group: Sequence[Telling],
    actors: Mapping[str, Actor],
    offices: Mapping[tuple[str, str], str],
) -> Event:
    lead = _dating(group)
    date, basis, why = lead.dated.edtf, lead.dated.basis, lead.dated.why
    if date is None:
        date, why = _window(lead)
    if lead.draft.when is not None and lead.draft.when.padded and date and len(date) == 10:
        date = date[:7]
    if "shared out" in lead.draft.clues:
        respectively = "several dates and several parties in one sentence, read respectively"
        why = "; ".join(filter(None, (why, respectively)))
    type_ = _type(group)
    told = {t.draft.status for t in group}
    status: Status = next(s for s in _ORDER if s in told)
    participants = _participants(group, actors, offices)
    return Event(
        _identity(date, type_, participants, actors), type_, _title(group, participants, actors), date,
        _precision(date), basis, why, status, _place(group),
        participants, tuple(_report(t) for t in _in_order(group)),
    )  # fmt: skip


def _identity(
    date: str | None, type_: EventType, participants: Sequence[Participant], actors: Mapping[str, Actor]
) -> str:
    """An id that can be read and typed: "2024-10-20-call-putin-vucic"."""
    people = [p.actor for p in participants if actors[p.actor].kind == "person"]
    day = (date or "undated").strip("./~?").replace("/", "_")
    parts = (day, type_, *(_short(actors[a]) for a in (people or [p.actor for p in participants])[:3]))
    return slug("-".join(parts)) or digest(*parts)


def _dating(group: Sequence[Telling]) -> Telling:
    """The telling whose date the event takes: exact before spans, explicit before inferred, never a padded first."""

    def rank(t: Telling) -> tuple[bool, bool, int, bool]:
        found = bounds(t.dated.edtf)
        width = 0
        if found is not None:
            width = 0 if found[0] == found[1] else 1 if found[0][:7] == found[1][:7] else 2
        padded = t.draft.when is not None and t.draft.when.padded
        return (t.dated.edtf is None, padded, width, t.dated.basis != "explicit")

    return min(group, key=rank)


def _window(telling: Telling) -> tuple[str | None, str]:
    """A happening without a date lies before its telling (or after, where it is planned)."""
    window = telling.window
    if telling.draft.status == "planned" and window.lower is not None:
        return f"{window.lower.isoformat()}/..", f"planned after {window.words}"
    if telling.draft.status != "planned" and window.upper is not None:
        return f"../{window.upper.isoformat()}", f"not later than its telling, dated by {window.words}"
    return None, "no date in the text"


def _precision(date: str | None) -> Precision:
    return Edtf.parse(date).precision if date else "unknown"


def _type(group: Sequence[Telling]) -> EventType:
    """Talks make a visit a meeting; among the rest the first and best ranked decides."""
    types: list[EventType] = [t.draft.type for t in group]
    if "meeting" in types and "visit" in types:
        return "meeting"
    return max(types, key=lambda t: (types.count(t), -_TYPES.index(t)))


def _place(group: Sequence[Telling]) -> str | None:
    places = [t.draft.place for t in group if t.draft.place]
    if not places:
        return None
    return max(places, key=lambda p: (places.count(p), -len(p)))


def _participants(
    group: Sequence[Telling], actors: Mapping[str, Actor], offices: Mapping[tuple[str, str], str]
) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    people = frozenset(a for t in group for a in t.people)
    for telling in _in_order(group):
        for actor, role in telling.parties:
            if people and actor not in people and not telling.people:
                continue  # one telling names the persons, another only their states
            known = found.get(actor)
            if known is None or (known.role == "party" and role != "party"):
                office = (known.office if known else None) or offices.get((actor, telling.source))
                found[actor] = Participant(actor, role, office)
    return tuple(found.values())


def _in_order(group: Sequence[Telling]) -> list[Telling]:
    return sorted(group, key=lambda t: (t.dated.edtf is None, t.source, t.draft.spans[0][0]))


def _report(telling: Telling) -> Report:
    spans = zip(telling.draft.spans, telling.words, strict=True)
    evidence = tuple(Evidence(telling.source, a, b, words) for (a, b), words in spans)
    identity = digest(
        "report", telling.source, *(f"{a}-{b}" for a, b in telling.draft.spans), telling.dated.edtf
    )
    return Report(
        f"r{identity}", telling.source, telling.dated.edtf, telling.dated.basis, telling.dated.why,
        telling.draft.status, telling.draft.place, evidence,
    )  # fmt: skip


def _title(
    group: Sequence[Telling],
    participants: Sequence[Participant],
    actors: Mapping[str, Actor],
) -> str:
    people = [actors[p.actor] for p in participants if actors[p.actor].kind == "person"]
    if len(people) >= 2:
        return " – ".join(_short(a) for a in people)
    place = _place(group)
    if len(people) == 1 and place and _type(group) == "visit":
        return f"{_short(people[0])} → {place}"
    first = _in_order(group)[0]
    text = first.words[0]
    words = " ".join(text[_near(text, first.draft.trigger) :].split())
    return words if len(words) <= _TITLE else words[: _TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _near(text: str, trigger: str) -> int:
    """Where to begin the words of a long sentence so that they tell what happened: a clause before its trigger."""
    at = text.find(trigger) if trigger else 0
    if at <= _TITLE - len(trigger) - 10:
        return 0
    cuts = [m.end() for m in _CUT.finditer(text, 0, at)]
    return next((cut for cut in reversed(cuts) if at - cut >= _LEAD), 0)


@cache
def _family_first() -> frozenset[str]:
    return frozenset(row[0] for row in rows("names/family_first"))


def _short(actor: Actor) -> str:
    """A person's surname, the whole name where the family name stands first; anybody else's name."""
    if actor.kind != "person" or actor.country in _family_first():
        return actor.name
    return split(actor.name).surname or actor.name
