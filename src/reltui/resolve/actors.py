"""Actors out of clusters of mentions: names, offices, and the mentions themselves."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reltui.authority import Tables
from reltui.model import Actor, Evidence, Name
from reltui.model.ids import digest, slug
from reltui.names import fold, split
from reltui.resolve.bodies import Bodies
from reltui.resolve.clusters import Cluster
from reltui.resolve.offices import Held, offices_of
from reltui.resolve.parts import Part
from reltui.resolve.people import People
from reltui.resolve.places import Places
from reltui.resolve.scripts import script_of


class Cast:
    """The actors of a corpus and the mentions; each place is told who is meant."""

    def __init__(self, parts: Sequence[Part], places: Places, tables: Tables) -> None:
        self._tables = tables
        self._places = places
        days = {part.source.id: part.published for part in parts}
        person = [said.spot.kind == "person" for said in places.said]
        numbers = [array("i"), array("i")]  # of bodies, and of persons
        for part in parts:
            for number in part.places:
                numbers[person[places.said_of[number]]].append(number)
        clusters = People(tables, places).join(numbers[True])
        bodies = Bodies(tables, places)
        acting = {part.places[p.spot] for part in parts for told in part.reports for p in told.draft.parties}
        brackets = ((part.source.id, one, two) for part in parts for one, two in part.brackets)
        bodies.join(numbers[False], brackets, acting)
        self.actors: dict[str, Actor] = {}
        for cluster in clusters:
            actor = self._person(cluster, days)
            self.actors[actor.id] = actor
            places.mean(cluster.places, actor.id)
            del cluster.places[:]
        for actor in bodies.actors:
            self.actors.setdefault(actor.id, actor)
        self.mentions = places.mentions()
        self.persons = frozenset(a.id for a in self.actors.values() if a.kind == "person")

    def _person(self, cluster: Cluster, days: Mapping[str, str | None]) -> Actor:
        places = self._places
        name = _name(cluster, places)
        identity = cluster.person.id if cluster.person else slug(name) or slug(fold(name)) or digest(name)
        while identity in self.actors:
            identity += "-2"
        spellings = Counter(places.spot(number).surface for number in cluster.places)
        ordered = sorted(spellings, key=lambda text: (-spellings[text], text))
        natives = [t for t in ordered if script_of(t) != "Latn"]
        return Actor(
            identity, "person", name,
            _native(cluster, natives, name),
            (cluster.person.country if cluster.person else _country(cluster, self._tables)) or None,
            (cluster.person.wikidata if cluster.person else None) or None,
            "authority" if cluster.person else "corpus",
            tuple(Name(text, script_of(text), "corpus") for text in ordered),
            offices_of(self._told(cluster, days), self._tables),
        )  # fmt: skip

    def _told(self, cluster: Cluster, days: Mapping[str, str | None]) -> Iterator[Held]:
        places = self._places
        for number in cluster.places:
            spot, office = places.said[places.said_of[number]]
            span = places.title_span(number)
            if spot.title and span is not None and office:
                source = places.source(number)
                yield Held(office, spot, Evidence(source, *span, spot.title), days.get(source))


def _native(cluster: Cluster, found: Sequence[str], name: str) -> str | None:
    """The authority's native name, else one that the corpus uses; None where it would only repeat the name."""
    native = (cluster.person.native if cluster.person else None) or next(iter(found), None)
    return native if native and native != name else None


def _name(cluster: Cluster, places: Places) -> str:
    """The authority's name, else the fullest Latin spelling, with diacritics before without, then the most frequent."""
    if cluster.person is not None:
        return cluster.person.name
    spots = map(places.spot, cluster.places)
    counted = Counter(spot.surface for spot in spots if not spot.handle) or Counter(list(cluster.names))

    def rank(text: str) -> tuple[bool, bool, bool, int, str]:
        parts = split(text)
        return (script_of(text) == "Latn", bool(parts.given), not text.isascii(), counted[text], text)

    return max(counted, key=rank)


def _country(cluster: Cluster, tables: Tables) -> str | None:
    """The state whose offices the cluster holds."""
    for office, _ in cluster.offices.most_common():
        _, _, of = office.partition(" ")
        state = tables.states.get(of)
        if state is not None and state.iso2:
            return state.iso2
    return None
