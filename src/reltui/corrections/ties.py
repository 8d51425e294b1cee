"""Whom the lines in force speak of together: what is so before they are laid on is so afterwards.

Facts that hold corrections do not show what they were before: who was merged is not there, words that were
split off name somebody else. So whether a line speaks of the words at a place is not asked of the facts alone.
A merging ties its two actors everywhere, a splitting ties its two at its words; whoever is tied to the actor
that the words name is meant. Laying lines on leads along these ties only, and the ties are those of the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reltui.corrections.anchors import Finder, Place
from reltui.corrections.entries import (
    ActorRef,
    Anchor,
    DropMention,
    Entry,
    MergeActors,
    NewActor,
    SplitActor,
    made_id,
)
from reltui.corrections.log import Log
from reltui.corrections.lookup import Classes


@dataclass(frozen=True, slots=True)
class Move:
    """What one line says of words at a place: they do not name `actor` but `into`, or (None) nobody."""

    entry: Entry
    anchor: Anchor
    place: Place
    actor: str
    into: str | None


class Ties:
    """Says who is tied to whom by joinings, and by moves of the words that are asked about."""

    def __init__(self, joined: Iterable[tuple[str, str]] = ()) -> None:
        self._group: dict[str, list[str]] = {}
        for one, other in joined:
            self.tie(one, other)

    def tie(self, one: str, other: str) -> None:
        """Join two ids, and all that are tied to either."""
        mine, theirs = self._group.get(one, [one]), self._group.get(other, [other])
        if mine is not theirs:
            both = [*mine, *theirs]
            self._group |= dict.fromkeys(both, both)

    def tied(self, one: str, other: str, moves: Sequence[Move] = ()) -> bool:
        """Whether a way leads from one to the other, over joinings and the moves, forth or back."""
        ends = [(self._of(move.actor), self._of(move.into)) for move in moves if move.into is not None]
        reached = {self._of(one)}
        more = True
        while more:
            further = {end for pair in ends if not reached.isdisjoint(pair) for end in pair} - reached
            reached |= further
            more = bool(further)
        return self._of(other) in reached

    def joined_to(self, ident: str) -> Sequence[str]:
        """Return all ids that joinings tie to one, that one among them."""
        return self._group.get(ident, [ident])

    def _of(self, ident: str) -> str:
        return self.joined_to(ident)[0]


class Said:
    """What the lines in force say, by the ids that stand in the file, whether they have a target or not."""

    def __init__(self, log: Log, finder: Finder) -> None:
        bodies = [entry.body for entry in log.active]
        joined = [(b.actor.id, b.into.id) for b in bodies if isinstance(b, MergeActors)]
        self.ties = Ties(joined)
        self.classes = Classes(lambda _: True)  # who is one in the end, and under which id
        self._at: dict[str, list[Move]] = defaultdict(list)
        for entry in log.active:
            self._class(entry)
            for anchor in mentions_of(entry):
                place = finder.find(anchor)
                if isinstance(place, Place):
                    self._at[place.source].append(Move(entry, anchor, place, *_ends(entry)))
        moves = [move for there in self._at.values() for move in there]
        self._anywhere = Ties([*joined, *((m.actor, m.into) for m in moves if m.into is not None)])

    def _class(self, entry: Entry) -> None:
        match entry.body:
            case MergeActors(actor, into) if actor.id != into.id:
                self.classes.join(actor.id, into.id, entry.id)
            case SplitActor(actor, _, ActorRef(into)) if actor.id != into and self.classes.same(
                actor.id, into
            ):
                self.classes.part(into, actor.id)
            case _:
                pass

    def at(self, place: Place) -> list[Move]:
        """Return what is said of words that share a character with the place."""
        near = self._at.get(place.source, ())
        return [move for move in near if move.place.start < place.end and place.start < move.place.end]

    def dropped(self, place: Place, actor: str) -> bool:
        """Whether a line says that the words there name nobody, which were an actor's, or became so."""
        moves = self.at(place)
        return any(move.into is None and self.ties.tied(move.actor, actor, moves) for move in moves)

    def alike(self, actors: Iterable[str]) -> set[str]:
        """Return one id for all whom any lines tie to each other: what a group of actors is before and after."""
        return {self._anywhere.joined_to(actor)[0] for actor in actors}


def mentions_of(entry: Entry) -> tuple[Anchor, ...]:
    """Return the words that an entry takes from somebody."""
    match entry.body:
        case SplitActor(_, mentions, _):
            return mentions
        case DropMention(_, mention):
            return (mention,)
        case _:
            return ()


def _ends(entry: Entry) -> tuple[str, str | None]:
    body = entry.body
    if isinstance(body, DropMention):
        return body.actor.id, None
    assert isinstance(body, SplitActor)  # only these two take words away
    return body.actor.id, made_id(entry, body.into.name) if isinstance(body.into, NewActor) else body.into.id
