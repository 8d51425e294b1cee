"""The places where somebody is named, sorted by how much they tell, and the persons that they make."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from reltui.authority.bodies import Person
from reltui.extract.drafts import Spot
from reltui.resolve import spelling
from reltui.resolve.places import Places


@dataclass(slots=True, eq=False)
class Cluster:
    """One person in the making; places and sources are known by their numbers."""

    person: Person | None = None
    names: Counter[str] = field(default_factory=Counter[str])
    places: array[int] = field(default_factory=lambda: array("i"))
    offices: Counter[str] = field(default_factory=Counter[str])
    sources: Counter[int] = field(default_factory=Counter[int])
    keys: dict[str, None] = field(default_factory=dict[str, None])  # under which it is found
    total: int = 0  # places that ever were in it
    _head: str | None = None

    @property
    def head(self) -> str:
        """The name that stands for the cluster when names are compared."""
        if self.person:
            return self.person.name
        if self._head is None:
            self._head = max(self.names, key=self.names.__getitem__)
        return self._head

    def call(self, name: str, times: int = 1) -> bool:
        """Note that it is called by a name; return whether another name stands for it now."""
        before = self._head
        self.names[name] += times
        self._head = None
        return before is not None and not self.person and self.head != before

    def add(self, place: int, source: int, office: str) -> None:
        """Take a place in."""
        self.places.append(place)
        self.sources[source] += 1
        self.total += 1
        if office:
            self.offices[office] += 1


def in_turn(
    numbers: Iterable[int], places: Places
) -> tuple[list[tuple[str, array[int]]], list[int], list[int]]:
    """Cut the places into full names (by surface, the most frequent first), short names, doubtful words."""
    full: dict[str, array[int]] = {}
    short: list[int] = []
    doubtful: list[int] = []
    known: set[str] = set()
    kinds: dict[int, str] = {}
    for number in numbers:
        said = places.said_of[number]
        kind = kinds.get(said)
        if kind is None:
            kind = kinds[said] = _kind(places.said[said].spot)
        if kind == "full":
            spot = places.said[said].spot
            if spot.surface not in full:
                full[spot.surface] = array("i")
            full[spot.surface].append(number)
            if spot.known:
                known.add(spot.surface)
        else:
            (short if kind == "short" else doubtful).append(number)
    short.sort(key=lambda n: -len(places.spot(n).surface.split()))
    ordered = sorted(full.items(), key=lambda item: (item[0] not in known, -len(item[1]), item[0]))
    return ordered, short, doubtful


def _kind(spot: Spot) -> Literal["full", "short", "doubtful"]:
    if not spot.sure or spot.handle:
        return "doubtful"
    parts = spelling.split(spot.surface)
    several = len(spelling.spaced(spot.surface).split()) > 1
    return "full" if spot.known or parts.given or (several and not parts.initials) else "short"


def office_words(office: str) -> str:
    """Return a normalised office in plain words: "foreign minister of Serbia"."""
    title, _, state = office.partition(" ")
    return (
        f"{title.replace('-', ' ')} of {state.replace('-', ' ').title()}"
        if state
        else title.replace("-", " ")
    )
