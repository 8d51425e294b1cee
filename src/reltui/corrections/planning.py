"""From entries to a plan: each entry in its turn finds what it is about, and the later one wins.

Everything is looked for in the facts as they came, not in what the entries before have made of them: so
entries that do not touch each other may stand in any order, and laying the same entries over facts that hold
them already changes nothing.
"""

from __future__ import annotations

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
from reltui.corrections.log import Log
from reltui.corrections.lookup import Classes, Lookup, MentionKey, key_of
from reltui.corrections.plan import Born, Fate, Naming, Plan, Setting
from reltui.corrections.references import References
from reltui.corrections.results import Overruled
from reltui.corrections.seeking import Seeker
from reltui.model import Mention


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
        self._actors = Classes()
        self._events = Classes()
        self._fates: dict[MentionKey, Fate] = {}
        self._dropped: dict[str, str] = {}
        self._born: dict[str, Born] = {}
        self._names: list[tuple[str, Naming]] = []
        self._aliases: list[tuple[str, str, str]] = []
        self._settings: list[tuple[str, EventField, Setting]] = []
        self._refs = References(lookup, finder, log, self._actors.same, self._events.same)
        self.seek = Seeker(lookup, self._refs, self._actors, self._fates, self._dropped)
        for entry in log.active:
            before = len(self.seek.orphans)
            did = self._take(entry)
            if did or len(self.seek.orphans) == before:
                self.applied.append(entry.id)

    def _take(self, entry: Entry) -> bool:
        """Take one entry into account; return whether something came of it."""
        match entry.body:
            case MergeActors(actor, into):
                return self._join(
                    self._actors, self.seek.actor(entry, actor), self.seek.actor(entry, into), entry
                )
            case MergeEvents(event, into):
                return self._join(
                    self._events, self.seek.event(entry, event), self.seek.event(entry, into), entry
                )
            case SplitActor():
                return self._split(entry, entry.body)
            case RenameActor(actor, name, native):
                if ident := self.seek.actor(entry, actor):
                    self._names.append((ident, Naming(name, native, entry.id)))
            case Alias(actor, name):
                if ident := self.seek.actor(entry, actor):
                    self._aliases.append((ident, name, entry.id))
            case DropMention(actor, place):
                if self.seek.is_held(actor, (place,), None):
                    return False
                ident = self.seek.actor(entry, actor)
                mention = self.seek.mention(entry, place, ident) if ident else None
                return self._decide(entry, mention, None)
            case SetEvent(event, field, value):
                if ident := self.seek.event(entry, event):
                    self._settings.append((ident, field, Setting(value, _whose(entry), entry.id)))
            case DropEvent(event):
                self._drop(entry, event)
            case Remark(_, on):
                self._pin(entry, on)
            case _:
                pass  # a log's entries in force are no `Undo` and of known kinds
        return False

    def _join(self, classes: Classes, one: str | None, into: str | None, entry: Entry) -> bool:
        if one is None or into is None or one == into:
            return False
        classes.join(one, into, entry.id)
        return True

    def _split(self, entry: Entry, body: SplitActor) -> bool:
        target = made_id(entry, body.into.name) if isinstance(body.into, NewActor) else body.into.id
        if self.seek.is_held(body.actor, body.mentions, target):
            return False
        actor = self.seek.actor(entry, body.actor)
        into = self._bear(entry, body.into, actor) if actor else None
        if actor is None or into is None:
            return False
        if into != actor and self._actors.same(into, actor):
            for gone in self._actors.part(into, actor):
                say = f"{actor} and {into} are held apart by {entry.id}, which came later."
                self.overruled.append(Overruled(gone, entry.id, say))
        found = [self.seek.mention(entry, anchor, actor, into) for anchor in body.mentions]
        for mention in found:
            self._decide(entry, mention, into)
        return any(mention is not None for mention in found)

    def _bear(self, entry: Entry, into: ActorRef | NewActor, parent: str) -> str | None:
        if isinstance(into, ActorRef):
            return self.seek.actor(entry, into)
        ident = made_id(entry, into.name)
        self._born[ident] = Born(ident, into.name, into.kind, parent, entry.id)
        self._refs.born.add(ident)
        self.seek.touched["actor", ident].append(entry.id)
        return ident

    def _decide(self, entry: Entry, mention: Mention | None, into: str | None) -> bool:
        if mention is None:
            return False
        before = self._fates.get(key_of(mention))
        if before and before.actor != into:
            say = f"Whom “{mention.surface}” names was decided again by {entry.id}, which came later."
            self.overruled.append(Overruled(before.entry, entry.id, say))
        self._fates[key_of(mention)] = Fate(into, entry.id)
        return True

    def _drop(self, entry: Entry, event: EventRef) -> None:
        if self.seek.is_gone(event):
            return
        ident = self.seek.event(entry, event)
        if ident is not None:
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
