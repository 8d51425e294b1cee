"""What the corrections ask of the facts: who is named at a place, what is told there, who has an id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from reltui.corrections.anchors import Place
from reltui.model import Actor, Event, Facts, Mention

MentionKey = tuple[str, int, int, str]  # source, start, end, actor


def key_of(mention: Mention) -> MentionKey:
    """Return what tells a mention from all others."""
    return mention.source, mention.start, mention.end, mention.actor


class Lookup:
    """Facts by id and by place; what is not asked for is not worked out."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors by id."""
        return {actor.id: actor for actor in self.facts.actors}

    @cached_property
    def events(self) -> dict[str, Event]:
        """The events by id."""
        return {event.id: event for event in self.facts.events}

    @cached_property
    def _mentions(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.facts.mentions:
            found[mention.source].append(mention)
        return found

    @cached_property
    def _told(self) -> dict[str, list[tuple[int, int, str]]]:
        found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for event in self.facts.events:
            for piece in event.evidence:
                found[piece.source].append((piece.start, piece.end, event.id))
        return found

    def named_at(self, place: Place) -> list[Mention]:
        """Return the mentions at a place: those of its very span, else those that overlap it."""
        near = [
            m for m in self._mentions.get(place.source, ()) if m.start < place.end and place.start < m.end
        ]
        exact = [m for m in near if (m.start, m.end) == (place.start, place.end)]
        return exact or near

    def told_at(self, place: Place) -> set[str]:
        """Return the ids of the events with evidence that shares a character with the place."""
        return {
            ident for start, end, ident in self._told.get(place.source, ())
            if start < place.end and place.start < end
        }  # fmt: skip


class Classes:
    """Ids that corrections say are one, and under which of them each class goes.

    Joinings are kept in their order, so that one can be taken out again when a later entry contradicts it.
    `is_there` says of an id whether there is anything of it: a class goes under one that is there, if any is.
    """

    def __init__(self, is_there: Callable[[str], bool]) -> None:
        self._is_there = is_there
        self._joined: list[tuple[str, str, str]] = []  # id, into, entry
        self._class: dict[str, list[str]] = {}  # of each id all of its class, its head first

    def join(self, one: str, into: str, entry: str) -> None:
        """Say that two ids are one, which goes under that of `into` (or whatever that one goes under)."""
        self._joined.append((one, into, entry))
        self._apply(one, into)

    def _apply(self, one: str, into: str) -> None:
        mine, theirs = self._class.get(one, [one]), self._class.get(into, [into])
        if into in mine:
            theirs = [into]
        several = [*theirs, *(ident for ident in mine if ident not in theirs)]
        self._class |= dict.fromkeys(several, several)

    def head(self, ident: str) -> str:
        """Return the id under which this one goes."""
        several = self.fellows(ident)
        return next(filter(self._is_there, several), several[0])

    def same(self, one: str, other: str) -> bool:
        """Whether two ids are one."""
        return other in self.fellows(one)

    def fellows(self, ident: str) -> Sequence[str]:
        """Return all ids that are one with this one, it among them."""
        return self._class.get(ident, (ident,))

    def members(self) -> Iterable[str]:
        """Return all ids that were ever joined to another one."""
        return self._class.keys()

    def rank(self, ident: str) -> int:
        """Return the place of an id in its class: what the first lacks is taken from the second."""
        return self._class.get(ident, [ident]).index(ident)

    def part(self, one: str, other: str) -> list[str]:
        """Take joinings out, the latest first, until the two are not one; return their entries."""
        gone: list[str] = []
        while self.same(one, other):
            chain = self.between(one, other)
            last = max(chain)
            gone.append(self._joined.pop(last)[2])
            self._class.clear()
            for a, b, _ in self._joined:
                self._apply(a, b)
        return gone

    def entry(self, one: str, other: str) -> str:
        """Return the last entry on the way from one id to another of its class."""
        return self._joined[max(self.between(one, other))][2]

    def between(self, one: str, other: str) -> list[int]:
        """Return the numbers of the joinings on a way from one id to another of its class."""
        ways: dict[str, list[int]] = {one: []}
        queue = [one]
        for at in queue:
            for number, (a, b, _) in enumerate(self._joined):
                for here, there in ((a, b), (b, a)):
                    if here == at and there not in ways:
                        ways[there] = [*ways[at], number]
                        queue.append(there)
        return ways[other]
