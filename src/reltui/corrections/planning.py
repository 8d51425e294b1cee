"""From entries to a plan: each entry in its turn finds what it is about, and the later one wins.

Everything is looked for in the facts as they came, not in what the entries before have made of them: so
entries that do not touch each other may stand in any order, and laying the same entries over facts that hold
them already changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reltui.corrections.anchors import Finder, Place
from reltui.corrections.entries import (
    ActorRef,
    Alias,
    Anchor,
    DropEvent,
    DropMention,
    Entry,
    EventField,
    EventRef,
    MergeActors,
    MergeEvents,
    NewActor,
    Remark,
    RenameActor,
    SetEvent,
    SplitActor,
    made_id,
)
from reltui.corrections.happenings import EventReferences
from reltui.corrections.log import Log
from reltui.corrections.lookup import Classes, Lookup
from reltui.corrections.moves import decide
from reltui.corrections.plan import Born, Naming, Plan, Setting
from reltui.corrections.references import ActorReferences
from reltui.corrections.results import Overruled
from reltui.corrections.seeking import Seeker
from reltui.corrections.ties import Move, Said, Ties


@dataclass(frozen=True, slots=True)
class Pinned:
    """A remark and the id or place it is on, as it was before other corrections."""

    entry: Entry
    on: str | Place


class Planner:
    """Makes a plan of the entries in force; keeps beside what it could not use and what was contradicted."""

    def __init__(self, lookup: Lookup, finder: Finder, log: Log) -> None:
        self.overruled: list[Overruled] = []
        self.pinned: list[Pinned] = []
        self.applied: list[str] = []
        self._lookup = lookup
        self._joined: list[tuple[str, str]] = []
        self._actors = Classes(self._can_bear)
        self._events = Classes(lookup.events.__contains__)
        self._moves: list[Move] = []
        self._dropped: dict[str, str] = {}
        self._born: dict[str, Born] = {}
        self._names: list[tuple[str, Naming]] = []
        self._aliases: list[tuple[str, str, str]] = []
        self._settings: list[tuple[str, EventField, Setting]] = []
        said = Said(log, finder)
        self._refs = ActorReferences(lookup, finder, log, said)
        happenings = EventReferences(lookup, finder, log, said)
        self.seek = Seeker(finder, self._refs, happenings, self._dropped)
        for entry in log.active:
            self._take(entry)
        ties = Ties(self._joined)
        decided = decide(self._moves, lookup, said, ties, self._can_bear_as_one)
        self._fates = decided.fates
        self.overruled += decided.overruled
        for entry, why in decided.lost:
            self.seek.lose(entry, why)
        order = {entry.id: number for number, entry in enumerate(log.active)}
        self.seek.orphans.sort(key=lambda orphan: order[orphan.entry.id])
        without = {orphan.entry.id for orphan in self.seek.orphans} - decided.found
        self.applied = [entry.id for entry in log.active if entry.id not in without]

    def _can_bear(self, ident: str) -> bool:
        return ident in self._lookup.actors or ident in self._born

    def _can_bear_as_one(self, ident: str) -> bool:
        return self._can_bear(self._actors.head(ident))

    def _take(self, entry: Entry) -> None:
        match entry.body:
            case MergeActors(actor, into):
                self._join(self._actors, self.seek.actor(entry, actor), self.seek.actor(entry, into), entry)
            case MergeEvents(event, into):
                self._join(self._events, self.seek.event(entry, event), self.seek.event(entry, into), entry)
            case SplitActor():
                self._split(entry, entry.body)
            case RenameActor(actor, name, native):
                if ident := self.seek.actor(entry, actor):
                    self._names.append((ident, Naming(name, native, entry.id)))
            case Alias(actor, name):
                if ident := self.seek.actor(entry, actor):
                    self._aliases.append((ident, name, entry.id))
            case DropMention(actor, place):
                if ident := self.seek.actor(entry, actor):
                    self._move(entry, (place,), ident, None)
            case SetEvent(event, field, value):
                if ident := self.seek.event(entry, event):
                    self._settings.append((ident, field, Setting(value, _whose(entry), entry.id)))
            case DropEvent(event):
                self._drop(entry, event)
            case Remark(_, on):
                self._pin(entry, on)
            case _:
                pass  # a log's entries in force are no `Undo` and of known kinds

    def _join(self, classes: Classes, one: str | None, into: str | None, entry: Entry) -> None:
        if one is None or into is None or one == into:
            return
        classes.join(one, into, entry.id)
        if classes is self._actors:
            self._joined.append((one, into))

    def _split(self, entry: Entry, body: SplitActor) -> None:
        actor = self.seek.actor(entry, body.actor)
        into = self._bear(entry, body.into, actor) if actor else None
        if actor is None or into is None:
            return
        if into != actor and self._actors.same(into, actor):
            for gone in self._actors.part(into, actor):
                say = f"{actor} and {into} are held apart by {entry.id}, which came later."
                self.overruled.append(Overruled(gone, entry.id, say))
        self._move(entry, body.mentions, actor, into)

    def _bear(self, entry: Entry, into: ActorRef | NewActor, parent: str) -> str | None:
        if isinstance(into, ActorRef):
            return self.seek.actor(entry, into)
        ident = made_id(entry, into.name)
        self._born[ident] = Born(ident, into.name, into.kind, parent, entry.id)
        self._refs.born.add(ident)
        self.seek.touched["actor", ident].append(entry.id)
        return ident

    def _move(self, entry: Entry, anchors: Iterable[Anchor], actor: str, into: str | None) -> None:
        for anchor in anchors:
            if place := self.seek.place(entry, anchor):
                self._moves.append(Move(entry, anchor, place, actor, into))

    def _drop(self, entry: Entry, event: EventRef) -> None:
        ident = self.seek.event(entry, event, even_dropped=True)
        if ident is not None and ident not in self._dropped:
            head = self._events.head(ident)
            for member in {ident, *self._events.members()}:
                if self._events.head(member) == head:
                    self._dropped[member] = entry.id

    def _pin(self, entry: Entry, on: ActorRef | EventRef | Anchor) -> None:
        found: str | Place | None
        if isinstance(on, ActorRef):
            found = self.seek.actor(entry, on)
        elif isinstance(on, EventRef):
            found = self.seek.event(entry, on)
        else:
            found = self.seek.place(entry, on)
        if found is not None:
            self.pinned.append(Pinned(entry, found))

    # -- the plan --------------------------------------------------------------------------------------

    def plan(self) -> Plan:
        """Return the plan; what a later entry says otherwise is told as overruled."""
        self._undone_splits()
        fates = {
            key: fate for key, fate in self._fates.items()
            if fate.actor is None or not self._actors.same(fate.actor, key[3])
        }  # fmt: skip
        names: dict[str, Naming] = {}
        for ident, naming in self._names:
            head = self._actors.head(ident)
            if head in names and (names[head].name, names[head].native) != (naming.name, naming.native):
                self._say_later(names[head].entry, naming.entry, f"the name {naming.name}")
            names[head] = naming
        settings: dict[str, dict[EventField, Setting]] = {}
        for ident, field, setting in self._settings:
            of = settings.setdefault(self._events.head(ident), {})
            if field in of and of[field].value != setting.value:
                self._say_later(of[field].entry, setting.entry, f"the {field} {setting.value or 'unknown'}")
            of[field] = setting
        joiners = {**_joiners(self._actors), **_joiners(self._events)}
        return Plan(
            fates, self._born, _ways(self._actors, self.seek.actor_ids),
            _ways(self._events, self.seek.event_ids), joiners, names,
            tuple((self._actors.head(ident), name, entry) for ident, name, entry in self._aliases),
            settings, self._dropped, {i: c.rank(i) for c in (self._actors, self._events) for i in c.members()},
        )  # fmt: skip

    def _say_later(self, entry: str, by: str, what: str) -> None:
        self.overruled.append(Overruled(entry, by, f"A later correction, {by}, gives {what}."))

    def _undone_splits(self) -> None:
        """Tell of words that a split gave to somebody who, by a later entry, is the same after all."""
        told: set[str] = set()
        for key, fate in self._fates.items():
            into, actor = fate.actor, key[3]
            if into and into != actor and self._actors.same(into, actor) and fate.entry not in told:
                told.add(fate.entry)
                by = self._actors.entry(into, actor)
                say = f"{into} and {actor} are one by {by}, which came later."
                self.overruled.append(Overruled(fate.entry, by, say))


def _ways(classes: Classes, called: dict[str, str]) -> dict[str, str]:
    """Return where each id leads that is not its own head."""
    ways = {old: classes.head(new) for old, new in called.items()}
    ways |= {old: classes.head(old) for old in classes.members()}
    return {old: new for old, new in ways.items() if old != new}


def _joiners(classes: Classes) -> dict[str, str]:
    """Return the entry that joined each id to another one's."""
    return {
        ident: classes.entry(ident, classes.head(ident)) for ident in classes.members()
        if classes.head(ident) != ident
    }  # fmt: skip


def _whose(entry: Entry) -> str:
    """Return how a date that the user set says so; it begins like no reason of a date found in a text."""
    said = " ".join(entry.why.split())
    return f"set by hand (correction {entry.id}){f': {said}' if said else ''}"
