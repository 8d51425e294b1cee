"""Whom an entry is about, in the facts as they are now; a doubtful answer is none.

An id alone is not trusted where it may come to mean another: a corpus numbers namesakes ("ivan-ivanov-2"), so
what was the second may be the first once a file is gone. There the anchored words decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reltui.corrections.anchors import Finder, Lost, Place, first_loss
from reltui.corrections.entries import (
    ActorRef,
    Anchor,
    MergeActors,
    NewActor,
    SplitActor,
    made_id,
    references,
)
from reltui.corrections.log import Log
from reltui.corrections.lookup import Lookup
from reltui.corrections.ties import Said
from reltui.model import Actor


class ActorReferences:
    """Finds the actors that entries are about."""

    def __init__(self, lookup: Lookup, finder: Finder, log: Log, said: Said) -> None:
        self._lookup = lookup
        self._finder = finder
        self._said = said
        self.born: set[str] = set()  # actors that splits made so far
        self._made = {
            made_id(e, e.body.into.name): e.id for e in log.entries
            if isinstance(e.body, SplitActor) and isinstance(e.body.into, NewActor)
        }  # fmt: skip
        bodies = [entry.body for entry in log.active]
        self._into = {body.into.id: body.into for body in bodies if isinstance(body, MergeActors)}
        self._known_as: dict[str, set[str]] = defaultdict(set)  # by old id: to whom words lead, in any line
        for ref in (ref for body in bodies for ref in references(body)):
            if isinstance(ref, ActorRef) and not (ref.id in lookup.actors or ref.id in self._made):
                found = self._by_words(ref, self._places(ref.words))
                if isinstance(found, str):
                    self._known_as[ref.id].add(found)

    def actor(self, ref: ActorRef, also: Iterable[Anchor] = ()) -> str | Lost:
        """Return the id of the actor that is meant, or why it cannot be said.

        It may be the id of somebody who is not there, where lines in force say why: merged, or left with
        nothing. `also` are more words that were that actor's.
        """
        if ref.id in self.born:
            return ref.id
        places = self._places(ref.words)
        if known := self._lookup.actors.get(ref.id):
            return self._at_its_id(ref, known, places)
        if ref.id in self._made:  # the words would lead to whom it was split from
            return Lost(f"{ref.id} is made by {self._made[ref.id]}, which is not in force, or comes later")
        found = self._by_words(ref, places)
        if not isinstance(found, Lost):
            return found
        words = [*places, *self._places(tuple(also))]
        others = self._known_as.get(ref.id, set[str]())
        meant = any(self._is_meant(ref.id, place) for place in words)
        meant = meant or not others.isdisjoint(self._named(places))
        # no words are needed to know who is merged where the id is sure; else there must be none that say otherwise
        meant = meant or ((ref.keeps_id or not ref.words) and self._is_merged(ref.id))
        if not meant:
            return found
        return next(iter(others)) if len(others) == 1 else ref.id

    def _is_merged(self, ident: str) -> bool:
        """Whether an actor goes, by lines in force, under the id of another one who is found."""
        classes = self._said.classes
        head = classes.head(ident)
        if head == ident:
            return False
        there = any(one in self._lookup.actors or one in self.born for one in classes.fellows(ident))
        into = self._into.get(head)
        return there or (into is not None and isinstance(self.actor(into), str))

    def _is_meant(self, ident: str, place: Place | Lost) -> bool:
        """Whether words are an actor's, or were so before the lines in force were laid on."""
        if isinstance(place, Lost):
            return False
        named, moves = self._lookup.named_at(place), self._said.at(place)
        if any(self._said.ties.tied(mention.actor, ident, moves) for mention in named):
            return True
        there = any((mention.start, mention.end) == (place.start, place.end) for mention in named)
        return not there and self._said.dropped(place, ident)

    def _at_its_id(self, ref: ActorRef, known: Actor, places: list[Place | Lost]) -> str | Lost:
        if known.origin != "corpus" or not places or any(self._is_meant(ref.id, place) for place in places):
            return ref.id
        if others := {self._name(actor) for actor in self._named(places)}:
            return Lost(f"the words it was made on now name {', '.join(sorted(others))}, and not {ref.id}")
        return first_loss(places) or Lost(
            f"the words it was made on name nobody now, so {ref.id} is not sure"
        )

    def _by_words(self, ref: ActorRef, places: list[Place | Lost]) -> str | Lost:
        there = self._named(
            place for place in places if isinstance(place, Place)
            and not any(self._said.ties.tied(move.actor, ref.id) for move in self._said.at(place))
        )  # fmt: skip
        one = next(iter(there)) if len(there) == 1 else None
        # who goes by a merging under the name of another is not that other: a splitting may part them again
        if one and not self._said.ties.tied(one, ref.id) and self._is_called(one, ref.name):
            return one
        return first_loss(places) or Lost(
            f"there is no actor {ref.id}, and no words lead to one of that name"
        )

    def _is_called(self, ident: str, name: str) -> bool:
        """Whether an actor, or one that is said to be the same, has a name that no correction gave."""
        from reltui import names

        several = (self._lookup.actors.get(one) for one in self._said.ties.joined_to(ident))
        spellings = {spelling for actor in several if actor for spelling in _found_names(actor)}
        return bool(name) and any(names.similarity(name, text) >= names.THRESHOLD for text in spellings)

    def _named(self, places: Iterable[Place | Lost]) -> set[str]:
        return {m.actor for place in places if isinstance(place, Place) for m in self._lookup.named_at(place)}

    def _name(self, ident: str) -> str:
        actor = self._lookup.actors.get(ident)
        return actor.name if actor else ident

    def _places(self, words: tuple[Anchor, ...]) -> list[Place | Lost]:
        return [self._finder.find(anchor) for anchor in words]


def _found_names(actor: Actor) -> set[str]:
    shown = {text for text in (actor.name, actor.native_name) if text}
    return shown.union(n.text for n in actor.names) - {
        n.text for n in actor.names if n.origin == "correction"
    }
