"""Finding what one entry after the other is about, and keeping what was not found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from reltui.corrections.anchors import Finder, Lost, Place
from reltui.corrections.entries import ActorRef, Anchor, Entry, EventRef
from reltui.corrections.lookup import Classes, Lookup, MentionKey, key_of
from reltui.corrections.plan import Fate
from reltui.corrections.references import References
from reltui.corrections.results import Orphan
from reltui.model import Mention

_SHOWN = 40


class Seeker:
    """Finds targets for entries. `orphans` says which were not found, `touched` which entry shaped what.

    `fates` and `dropped` are what the entries before have decided; `actors` says who is one by them.
    """

    def __init__(
        self,
        lookup: Lookup,
        refs: References,
        actors: Classes,
        fates: Mapping[MentionKey, Fate],
        dropped: Mapping[str, str],
    ) -> None:
        self.orphans: list[Orphan] = []
        self.touched: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.actor_ids: dict[str, str] = {}  # what entries call somebody: the id in these facts
        self.event_ids: dict[str, str] = {}
        self._lookup = lookup
        self._refs = refs
        self._finder: Finder = refs.finder
        self._actors = actors
        self._fates = fates
        self._dropped = dropped

    def lose(self, entry: Entry, lost: Lost) -> None:
        """Keep the entry as an orphan."""
        self.orphans.append(Orphan(entry, f"{lost.reason[0].upper()}{lost.reason[1:]}.", lost.near))

    def actor(self, entry: Entry, ref: ActorRef) -> str | None:
        """Return the id of the actor, None for an orphan."""
        found = self._refs.actor(ref)
        if isinstance(found, Lost):
            self.lose(entry, found)
            return None
        if found != ref.id:
            self.actor_ids[ref.id] = found
        self.touched["actor", found].append(entry.id)
        return found

    def event(self, entry: Entry, ref: EventRef) -> str | None:
        """Return the id of the event, None for an orphan; what is dropped is gone for later entries."""
        found = self._refs.event(ref)
        if not isinstance(found, Lost) and found in self._dropped:
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

    def is_gone(self, ref: EventRef) -> bool:
        """Whether an event is dropped already: by an entry before, or in the facts as they came."""
        if ref.id in self._lookup.events:
            return ref.id in self._dropped
        return any(isinstance(self._finder.find(anchor), Place) for anchor in ref.words)

    def is_held(self, actor: ActorRef, anchors: Iterable[Anchor], into: str | None) -> bool:
        """Whether the facts as they came hold already that words of somebody who is gone name another, or nobody."""
        if actor.id in self._lookup.actors or actor.id in self._refs.born:
            return False
        places = [self._finder.find(anchor) for anchor in anchors]
        there = [self._lookup.named_at(place) for place in places if isinstance(place, Place)]
        return len(there) == len(places) and all(
            not named or into in {mention.actor for mention in named} for named in there
        )

    def mention(self, entry: Entry, anchor: Anchor, actor: str, into: str | None = None) -> Mention | None:
        """Return the mention of the actor at a place.

        None where there is none: said as an orphan, unless another entry in force has taken the words away
        or the facts already are as the entry wants them.
        """
        place = self.place(entry, anchor)
        if place is None:
            return None
        there = self._lookup.named_at(place)
        mine = [m for m in there if self._actors.same(self._holder(m), actor)]
        mine = mine or [m for m in there if self._actors.same(m.actor, actor)]  # the later one wins
        mine = mine or [m for m in there if self._holder(m) == into]
        if len(mine) == 1:
            return mine[0]
        taken = self._refs.taken(place, entry.id)
        if not mine and (taken & {actor, into} or (into is None and not there)):
            return None
        self.lose(entry, Lost(self._why(anchor, actor, there, bool(mine)), place))
        return None

    def _holder(self, mention: Mention) -> str:
        fate = self._fates.get(key_of(mention))
        return (fate.actor if fate else None) or mention.actor  # a later entry may revive what was dropped

    def _why(self, anchor: Anchor, actor: str, there: list[Mention], several: bool) -> str:
        shown = f"“{' '.join(anchor.exact[:_SHOWN].split())}”"
        if several:
            return f"{shown} holds several names of {actor}, and it is not clear which one is meant"
        known = self._lookup.actors
        names = sorted({known[m.actor].name if m.actor in known else m.actor for m in there})
        return f"{shown} names {', '.join(names)} now, not {actor}" if names else f"{shown} is no name now"
