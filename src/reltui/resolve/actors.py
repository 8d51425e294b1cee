"""Actors out of clusters of mentions: names, offices, and the mentions themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reltui.authority import Tables
from reltui.extract.drafts import Spot
from reltui.model import Actor, Mention, Name
from reltui.model.ids import digest, slug
from reltui.names import fold, split
from reltui.resolve.bodies import Bodies
from reltui.resolve.clusters import Cluster
from reltui.resolve.offices import offices_of
from reltui.resolve.parts import Part
from reltui.resolve.people import People
from reltui.resolve.scripts import script_of


class Cast:
    """The actors of a corpus and the mentions; each place is told who is meant."""

    def __init__(self, parts: Sequence[Part], tables: Tables) -> None:
        places = [place for part in parts for place in part.places]
        self.mentions: list[Mention] = []
        self._tables = tables
        self._said: dict[str, str] = {}
        days = {part.source.id: part.published for part in parts}
        clusters = People(tables).join([p for p in places if p.spot.kind == "person"])
        bodies = Bodies(tables)
        acting = frozenset(
            (part.source.id, p.spot) for part in parts for told in part.reports for p in told.draft.parties
        )
        brackets = ((part.source.id, one, two) for part in parts for one, two in part.brackets)
        bodies.join([p for p in places if p.spot.kind != "person"], brackets, acting)
        self.actors: dict[str, Actor] = {}
        for cluster in clusters:
            actor = self._person(cluster, days)
            self.actors[actor.id] = actor
            cluster.places.clear()
        for actor in bodies.actors:
            self.actors.setdefault(actor.id, actor)
        for place in places:
            if place.spot.kind != "person" and place.actor is not None:
                s = place.spot
                why = self._once(
                    _with_model("in the authority table" if s.known else "named so in the corpus", s)
                )
                self.mentions.append(
                    Mention(
                        place.actor, place.source, place.start, place.end, s.surface, None, 1.0, why, None
                    )
                )
        self.mentions.sort(key=lambda m: (m.source, m.start))
        self.persons = frozenset(a.id for a in self.actors.values() if a.kind == "person")

    def _once(self, words: str) -> str:
        """Return one string for all that are equal: the same reasons are given for very many mentions."""
        return self._said.setdefault(words, words)

    def _person(self, cluster: Cluster, days: Mapping[str, str | None]) -> Actor:
        name = _name(cluster)
        identity = cluster.person.id if cluster.person else slug(name) or slug(fold(name)) or digest(name)
        while identity in self.actors:
            identity += "-2"
        spellings: dict[str, int] = {}
        for place, score, why, doubt in cluster.places:
            s = place.spot
            spellings[s.surface] = spellings.get(s.surface, 0) + 1
            place.actor = identity
            self.mentions.append(
                Mention(
                    identity,
                    place.source,
                    place.start,
                    place.end,
                    s.surface,
                    s.title,
                    score,
                    self._once(_with_model(why, s)),
                    doubt,
                )
            )
        ordered = sorted(spellings, key=lambda text: (-spellings[text], text))
        natives = [t for t in ordered if script_of(t) != "Latn"]
        told = [(place, days.get(place.source)) for place, *_ in cluster.places]
        return Actor(
            identity, "person", name,
            _native(cluster, natives, name),
            (cluster.person.country if cluster.person else _country(cluster, self._tables)) or None,
            (cluster.person.wikidata if cluster.person else None) or None,
            "authority" if cluster.person else "corpus",
            tuple(Name(text, script_of(text), "corpus") for text in ordered),
            offices_of(told, self._tables),
        )  # fmt: skip


def _native(cluster: Cluster, found: Sequence[str], name: str) -> str | None:
    """The authority's native name, else one that the corpus uses; None where it would only repeat the name."""
    native = (cluster.person.native if cluster.person else None) or next(iter(found), None)
    return native if native and native != name else None


def _name(cluster: Cluster) -> str:
    """The authority's name, else the fullest Latin spelling, with diacritics before without, then the most frequent."""
    if cluster.person is not None:
        return cluster.person.name
    surfaces = [place.spot.surface for place, *_ in cluster.places if not place.spot.handle] or list(
        cluster.names
    )

    def rank(text: str) -> tuple[bool, bool, bool, int, str]:
        parts = split(text)
        return (script_of(text) == "Latn", bool(parts.given), not text.isascii(), counted[text], text)

    counted = Counter(surfaces)
    return max(counted, key=rank)


def _country(cluster: Cluster, tables: Tables) -> str | None:
    """The state whose offices the cluster holds."""
    for office, _ in cluster.offices.most_common():
        _, _, of = office.partition(" ")
        state = tables.states.get(of)
        if state is not None and state.iso2:
            return state.iso2
    return None


def _with_model(why: str, spot: Spot) -> str:
    """Say also which statistical model took the words for a name, where one did."""
    return f"{why}; taken for a name by the model {spot.by}" if spot.by else why
