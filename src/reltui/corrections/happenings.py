"""Which event an entry is about, in the facts as they are now; a doubtful answer is none.

As with actors, an id alone is not trusted: events of one day are numbered. The anchored words decide, and where
the event has gone, the kind, the people and the time that the entry was made on.
"""

from __future__ import annotations

from reltui.corrections.anchors import Finder, Lost, Place, first_loss
from reltui.corrections.entries import DropEvent, EventRef, MergeEvents
from reltui.corrections.log import Log
from reltui.corrections.lookup import Classes, Lookup
from reltui.corrections.ties import Said
from reltui.dates import Edtf


class EventReferences:
    """Finds the events that entries are about."""

    def __init__(self, lookup: Lookup, finder: Finder, log: Log, said: Said) -> None:
        self._lookup = lookup
        self._finder = finder
        self._said = said
        # by the ids in the file: what is joined, under which id, and what is dropped with all joined to it before
        self._classes = Classes(lambda _: True)
        self._into: dict[str, EventRef] = {}
        self._dropped: set[str] = set()
        for entry in log.active:
            match entry.body:
                case MergeEvents(event, into) if self._dropped.isdisjoint((event.id, into.id)):
                    self._into[into.id] = into
                    self._classes.join(event.id, into.id, entry.id)
                case DropEvent(event):
                    self._dropped.update(self._classes.fellows(event.id))
                case _:
                    pass

    def event(self, ref: EventRef) -> str | Lost:
        """Return the id of the event that is meant, or why it cannot be said.

        It may be the id of an event that is not there, where lines in force say why: merged, or dropped.
        """
        places = [place for anchor in ref.words if isinstance(place := self._finder.find(anchor), Place)]
        told = {event for place in places for event in self._lookup.told_at(place)}
        lost = first_loss(self._finder.find(anchor) for anchor in ref.words)
        if ref.id in self._lookup.events:
            if not ref.words or any(self._classes.same(event, ref.id) for event in told):
                return ref.id
            return lost or Lost(f"the words it was made on do not tell of {ref.id} now")
        if ref.id in self._dropped:
            return lost or (ref.id if ref.words else Lost(f"there is no event {ref.id}"))
        if onward := [event for event in sorted(told) if self._is_that(event, ref)]:
            return onward[0] if len(onward) == 1 else Lost(f"{ref.id} may be {' or '.join(onward)} now")
        if self._is_merged(ref.id):
            return ref.id
        return lost or Lost(f"there is no event {ref.id}, and no words lead to one like it")

    def _is_merged(self, ident: str) -> bool:
        """Whether an event goes under the id of another one that is found."""
        head = self._classes.head(ident)
        if head == ident:
            return False
        there = any(one in self._lookup.events for one in self._classes.fellows(ident))
        return there or isinstance(self.event(self._into[head]), str)

    def _is_that(self, ident: str, ref: EventRef) -> bool:
        """Whether an event has the kind, people and time that the entry was made on, under a new id."""
        event = self._lookup.events[ident]
        then, now = Edtf.try_parse(ref.date), Edtf.try_parse(event.date)
        when = then.overlaps(now) or not (then.known or now.known)
        people = self._said.alike(party.actor for party in event.participants)
        return bool(ref.who) and event.type == ref.type and when and people == self._said.alike(ref.who)
