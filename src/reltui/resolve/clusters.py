"""The places where somebody is named, sorted by how much they tell, and the persons that they make."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from reltui.authority.bodies import Person
from reltui.extract.drafts import Spot
from reltui.resolve import spelling


@dataclass(slots=True, eq=False)
class Place:
    """A spot of a source: where somebody is named. There are as many as names in all texts, so they are small."""

    source: str
    index: int
    start: int
    end: int
    spot: Spot  # what it says; its offsets are those of the first place that says just the same
    title_span: tuple[int, int] | None = None
    office: str = ""  # the normalised office its title gives, with the state: "foreign-minister russia"
    actor: str | None = None  # who is meant, once that is known


@dataclass
class Cluster:
    """One person in the making."""

    person: Person | None = None
    names: Counter[str] = field(default_factory=Counter[str])
    places: list[tuple[Place, float, str, str | None]] = field(
        default_factory=list[tuple[Place, float, str, str | None]]
    )
    offices: Counter[str] = field(default_factory=Counter[str])
    sources: Counter[str] = field(default_factory=Counter[str])

    @property
    def head(self) -> str:
        """The name that stands for the cluster when names are compared."""
        if self.person:
            return self.person.name
        return next(iter(self.names)) if len(self.names) == 1 else self.names.most_common(1)[0][0]

    def add(self, place: Place, score: float, why: str, doubt: str | None = None) -> None:
        """Take a mention in."""
        self.places.append((place, score, why, doubt))
        self.sources[place.source] += 1
        if place.office:
            self.offices[place.office] += 1


def in_turn(places: Iterable[Place]) -> tuple[list[tuple[str, list[Place]]], list[Place], list[Place]]:
    """Cut the places into full names (by surface, the most frequent first), short names, doubtful words."""
    full: dict[str, list[Place]] = defaultdict(list)
    short: list[Place] = []
    doubtful: list[Place] = []
    for place in places:
        spot = place.spot
        if not spot.sure or spot.handle:
            doubtful.append(place)
            continue
        parts = spelling.split(spot.surface)
        if (
            spot.known
            or parts.given
            or (len(spelling.spaced(spot.surface).split()) > 1 and not parts.initials)
        ):
            full[spot.surface].append(place)
        else:
            short.append(place)
    short.sort(key=lambda p: -len(p.spot.surface.split()))
    ordered = sorted(
        full.items(), key=lambda item: (not any(p.spot.known for p in item[1]), -len(item[1]), item[0])
    )
    return ordered, short, doubtful


def office_words(office: str) -> str:
    """Return a normalised office in plain words: "foreign minister of Serbia"."""
    title, _, state = office.partition(" ")
    return (
        f"{title.replace('-', ' ')} of {state.replace('-', ' ').title()}"
        if state
        else title.replace("-", " ")
    )
