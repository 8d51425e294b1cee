"""Finding what one entry after the other is about, and keeping what was not found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from reltui.corrections.anchors import Finder, Lost, Place
from reltui.corrections.entries import ActorRef, Anchor, Entry, EventRef
from reltui.corrections.happenings import EventReferences
from reltui.corrections.references import ActorReferences
from reltui.corrections.results import Orphan
from reltui.corrections.ties import mentions_of


class Seeker:
    """Finds targets for entries. `orphans` says which were not found, `touched` which entry shaped what.

    `dropped` are the events that the entries before have dropped.
    """

    def __init__(
        self, finder: Finder, actors: ActorReferences, events: EventReferences, dropped: Mapping[str, str]
    ) -> None:
        self.orphans: list[Orphan] = []
        self.touched: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.actor_ids: dict[str, str] = {}  # what entries call somebody: the id in these facts
        self.event_ids: dict[str, str] = {}
        self._actors = actors
        self._events = events
        self._finder = finder
        self._dropped = dropped

    def lose(self, entry: Entry, lost: Lost) -> None:
        """Keep the entry as an orphan."""
        self.orphans.append(Orphan(entry, f"{lost.reason[0].upper()}{lost.reason[1:]}.", lost.near))

    def actor(self, entry: Entry, ref: ActorRef) -> str | None:
        """Return the id of the actor, None for an orphan.

        An actor of whom the entry takes words may be gone once it is laid on: there the words lead to it too.
        """
        found = self._actors.actor(ref, mentions_of(entry))
        if isinstance(found, Lost):
            self.lose(entry, found)
            return None
        if found != ref.id:
            self.actor_ids[ref.id] = found
        self.touched["actor", found].append(entry.id)
        return found

    def event(self, entry: Entry, ref: EventRef, *, even_dropped: bool = False) -> str | None:
        """Return the id of the event, None for an orphan; what is dropped is gone for most later entries."""
        found = self._events.event(ref)
        if not isinstance(found, Lost) and found in self._dropped and not even_dropped:
            found = Lost(f"the event {found} is dropped by {self._dropped[found]}")
        if isinstance(found, Lost):
            self.lose(entry, found)
            return None
        if found != ref.id:
            self.event_ids[ref.id] = found
        self.touched["event", found].append(entry.id)
        return found

    def place(self, entry: Entry, anchor: Anchor) -> Place | None:
        """Return where words stand, None for an orphan."""
        found = self._finder.find(anchor)
        if isinstance(found, Lost):
            self.lose(entry, found)
            return None
        return found
