"""Which event an entry is about, in the facts as they are now; a doubtful answer is none.

As with actors, an id alone is not trusted: events of one day are numbered. The anchored words decide, and where
the event has gone, the kind, the people and the time that the entry was made on.
"""

from __future__ import annotations

from reltui.corrections.anchors import Finder, Lost, Place, first_loss
from reltui.corrections.entries import DropEvent, EventRef, MergeEvents
from reltui.corrections.log import Log
from reltui.corrections.lookup import Lookup
from reltui.corrections.ties import Said, Ties
from reltui.dates import Edtf


class EventReferences:
    """Finds the events that entries are about."""

    def __init__(self, lookup: Lookup, finder: Finder, log: Log, said: Said) -> None:
        self._lookup = lookup
        self._finder = finder
        self._said = said
        self._joined: dict[str, EventRef] = {}
        self._dropped: set[str] = (
            set()
        )  # by the ids in the file: with an event those that were joined to it before
        self._ties = Ties()
        for body in (entry.body for entry in log.active):
            if isinstance(body, MergeEvents) and self._dropped.isdisjoint((body.event.id, body.into.id)):
                self._joined[body.event.id] = body.into
                self._ties.tie(body.event.id, body.into.id)
            elif isinstance(body, DropEvent):
                self._dropped.update(self._ties.joined_to(body.event.id))

    def event(self, ref: EventRef) -> str | Lost:
        """Return the id of the event that is meant, or why it cannot be said.

        It may be the id of an event that is not there, where lines in force say why: merged, or dropped.
        """
        return self._event(ref, frozenset())

    def _event(self, ref: EventRef, asked: frozenset[str]) -> str | Lost:
        places = [place for anchor in ref.words if isinstance(place := self._finder.find(anchor), Place)]
        told = {event for place in places for event in self._lookup.told_at(place)}
        lost = first_loss(self._finder.find(anchor) for anchor in ref.words)
        if ref.id in self._lookup.events:
            if not ref.words or any(self._ties.tied(event, ref.id) for event in told):
                return ref.id
            return lost or Lost(f"the words it was made on do not tell of {ref.id} now")
        if ref.id in self._dropped:
            return lost or (ref.id if ref.words else Lost(f"there is no event {ref.id}"))
        if onward := [event for event in sorted(told) if self._is_that(event, ref)]:
            return onward[0] if len(onward) == 1 else Lost(f"{ref.id} may be {' or '.join(onward)} now")
        into = self._joined.get(ref.id)
        if into and ref.id not in asked and isinstance(self._event(into, asked | {ref.id}), str):
            return ref.id
        return lost or Lost(f"there is no event {ref.id}, and no words lead to one like it")

    def _is_that(self, ident: str, ref: EventRef) -> bool:
        """Whether an event has the kind, people and time that the entry was made on, under a new id."""
        event = self._lookup.events[ident]
        then, now = Edtf.try_parse(ref.date), Edtf.try_parse(event.date)
        when = then.overlaps(now) or not (then.known or now.known)
        people = self._said.alike(party.actor for party in event.participants)
        return bool(ref.who) and event.type == ref.type and when and people == self._said.alike(ref.who)
