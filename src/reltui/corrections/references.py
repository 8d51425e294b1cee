"""Who and what an entry is about, in the facts as they are now; a doubtful answer is none.

An id alone is not trusted where it may come to mean another: a corpus numbers namesakes ("ivan-ivanov-2"), so
what was the second may be the first once a file is gone. There the anchored words decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from reltui.corrections.anchors import Finder, Lost, Place
from reltui.corrections.entries import (
    ActorRef,
    Anchor,
    DropEvent,
    DropMention,
    EventRef,
    MergeActors,
    MergeEvents,
    NewActor,
    SplitActor,
    made_id,
)
from reltui.corrections.log import Log
from reltui.corrections.lookup import Lookup
from reltui.dates import Edtf
from reltui.model import Actor

_Same = Callable[[str, str], bool]


class References:
    """Finds what entries are about. `same` says which ids are one by the corrections applied so far."""

    def __init__(
        self, lookup: Lookup, finder: Finder, log: Log, same_actor: _Same, same_event: _Same
    ) -> None:
        self.lookup = lookup
        self.finder = finder
        self.born: set[str] = set()  # actors that splits made so far
        self._same_actor = same_actor
        self._same_event = same_event
        self._made = {
            made_id(e, e.body.into.name): e.id for e in log.entries
            if isinstance(e.body, SplitActor) and isinstance(e.body.into, NewActor)
        }  # fmt: skip
        self._in_force = {entry.id for entry in log.active}
        bodies = [entry.body for entry in log.active]
        self._merged = {b.actor.id: b.into for b in bodies if isinstance(b, MergeActors)}
        self._joined = {b.event.id: b.into for b in bodies if isinstance(b, MergeEvents)}
        self._dropped = {b.event.id for b in bodies if isinstance(b, DropEvent)}
        self._taken: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
        for entry in log.active:
            if isinstance(entry.body, SplitActor | DropMention):
                self._remember(entry.id, entry.body)

    def _remember(self, entry: str, body: SplitActor | DropMention) -> None:
        """Note whose words were taken from whom: facts may hold that correction already."""
        for anchor in body.mentions if isinstance(body, SplitActor) else (body.mention,):
            place = self.finder.find(anchor)
            if isinstance(place, Place):
                self._taken[place.source].append((place.start, place.end, body.actor.id, entry))

    def taken(self, place: Place, but: str = "") -> set[str]:
        """Return the ids of actors from whom entries in force, but for one, take the words at a place."""
        return {
            actor for start, end, actor, entry in self._taken.get(place.source, ())
            if start < place.end and place.start < end and entry != but
        }  # fmt: skip

    # -- actors ----------------------------------------------------------------------------------------

    def actor(self, ref: ActorRef) -> str | Lost:
        """Return the id of the actor that is meant, or why it cannot be said."""
        return self._actor(ref, frozenset())

    def _actor(self, ref: ActorRef, asked: frozenset[str]) -> str | Lost:
        found: str | Lost
        if ref.id in self.born:
            return ref.id
        known = self.lookup.actors.get(ref.id)
        places = self._places(ref.words)
        if known is None and ref.id in self._made:  # the words alone would lead to whom it was split from
            found = Lost(f"{ref.id} is made by {self._made[ref.id]}, which is not in force, or comes later")
            if self._made[ref.id] not in self._in_force:
                return found
        else:
            found = self._at_its_id(ref, known, places) if known else self._by_words(ref, places)
        if isinstance(found, Lost) and known is None and ref.id in self._merged and ref.id not in asked:
            # who is said to be somebody else, and is not there alone, is meant with that one
            onward = self._actor(self._merged[ref.id], asked | {ref.id})
            return found if isinstance(onward, Lost) else onward
        return found

    def _at_its_id(self, ref: ActorRef, known: Actor, places: list[Place | Lost]) -> str | Lost:
        if known.origin != "corpus" or not places:
            return ref.id
        others: set[str] = set()
        for place in places:
            if isinstance(place, Lost):
                continue
            if ref.id in self.taken(place):
                return ref.id
            for mention in self.lookup.named_at(place):
                if self._same_actor(mention.actor, ref.id):
                    return ref.id
                others.add(self._name(mention.actor))
        if others:
            return Lost(f"the words it was made on now name {', '.join(sorted(others))}, and not {ref.id}")
        return _first_loss(places) or Lost(
            f"the words it was made on name nobody now, so {ref.id} is not sure"
        )

    def _by_words(self, ref: ActorRef, places: list[Place | Lost]) -> str | Lost:
        there: set[str] = set()
        own = self._line(ref.id)
        for place in places:
            if isinstance(place, Place) and own.isdisjoint(self.taken(place)):
                there |= {m.actor for m in self.lookup.named_at(place)}
        if len(there) == 1 and self._is_called(actor := there.pop(), ref.name):
            return actor
        return _first_loss(places) or Lost(
            f"there is no actor {ref.id}, and no words lead to one of that name"
        )

    def _line(self, ident: str) -> set[str]:
        """Return an id and those that it goes under by entries in force: what is taken from them is not its own."""
        line = {ident}
        while (into := self._merged.get(ident)) and into.id not in line:
            ident = into.id
            line.add(ident)
        return line

    def _is_called(self, ident: str, name: str) -> bool:
        from reltui import names

        actor = self.lookup.actors.get(ident)
        if actor is None or not name:
            return False
        spellings = {actor.name, actor.native_name or actor.name, *(n.text for n in actor.names)}
        return any(names.similarity(name, spelling) >= names.THRESHOLD for spelling in spellings)

    def _name(self, ident: str) -> str:
        actor = self.lookup.actors.get(ident)
        return actor.name if actor else ident

    # -- events ----------------------------------------------------------------------------------------

    def event(self, ref: EventRef) -> str | Lost:
        """Return the id of the event that is meant, or why it cannot be said."""
        return self._event(ref, frozenset())

    def _event(self, ref: EventRef, asked: frozenset[str]) -> str | Lost:
        places = self._places(ref.words)
        known = ref.id in self.lookup.events
        if known and not places:
            return ref.id
        told = {e for place in places if isinstance(place, Place) for e in self.lookup.told_at(place)}
        if known:
            if any(self._same_event(event, ref.id) for event in told):
                return ref.id
            return _first_loss(places) or Lost(f"the words it was made on do not tell of {ref.id} now")
        if ref.id not in self._dropped:
            if onward := [event for event in sorted(told) if self._is_that(event, ref)]:
                return onward[0] if len(onward) == 1 else Lost(f"{ref.id} may be {' or '.join(onward)} now")
            if ref.id in self._joined and ref.id not in asked:
                found = self._event(self._joined[ref.id], asked | {ref.id})
                if not isinstance(found, Lost):
                    return found
        return _first_loss(places) or Lost(f"there is no event {ref.id}, and no words lead to one like it")

    def _is_that(self, ident: str, ref: EventRef) -> bool:
        """Whether an event has the kind, people and time that the entry was made on, under a new id."""
        event = self.lookup.events[ident]
        then, now = Edtf.try_parse(ref.date), Edtf.try_parse(event.date)
        when = then.overlaps(now) or not (then.known or now.known)
        return bool(ref.who) and event.type == ref.type and when and self._people(event.id) == set(ref.who)

    def _people(self, ident: str) -> set[str]:
        return {p.actor for p in self.lookup.events[ident].participants}

    def _places(self, words: tuple[Anchor, ...]) -> list[Place | Lost]:
        return [self.finder.find(anchor) for anchor in words]


def _first_loss(places: list[Place | Lost]) -> Lost | None:
    """Return why the words are not found, where none of them is."""
    lost = [place for place in places if isinstance(place, Lost)]
    return lost[0] if lost and len(lost) == len(places) else None
