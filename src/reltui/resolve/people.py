"""Which mentions are one person: full names first, then initials and surnames, then doubtful words.

A full name joins the authority's person or a cluster of its like (`names.similarity`); a surname alone
joins somebody of that surname in its own source, then in the corpus, and says so. One surname with one
office but another given name of the same initial is taken for a wrongly expanded initial: joined, with
a doubt.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reltui import names
from reltui.authority import Tables
from reltui.authority.bodies import Person
from reltui.resolve import spelling
from reltui.resolve.clusters import Cluster, Place, in_turn, office_words

_NEAR = 0.9
_SURNAME = 4  # letters at the least of a surname read out of an account's name


class People:
    """Joins the person mentions of a corpus."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.clusters: list[Cluster] = []
        self._by_key: dict[str, list[Cluster]] = defaultdict(list)
        self._by_id: dict[str, Cluster] = {}
        self._said: dict[str, str] = {}
        self._together: dict[str, list[Cluster]] = defaultdict(list)  # by names without spaces, for handles
        self._authority: dict[str, list[Person]] = defaultdict(list)
        for person in tables.people:
            for key in names.keys(spelling.split(person.name).surname.split(" ")[-1]):
                self._authority[key].append(person)

    def join(self, places: Sequence[Place]) -> list[Cluster]:
        """Return the clusters of all places; doubtful words that are nobody's name are left out."""
        full, short, doubtful = in_turn(places)
        for surface, group in full:
            self._full(surface, group)
        self._wrong_initials()
        for place in short:
            if place.spot.stands_for is None or not self._called(place, place.spot.stands_for):
                self._short(place)
        for place in doubtful:
            self._doubtful(place)
        return [c for c in self.clusters if c.places]

    # -- full names ------------------------------------------------------------------------------------

    def _full(self, surface: str, group: list[Place]) -> None:
        cluster, score, why = self._find(surface, group)
        if cluster is None:
            cluster = Cluster(names=Counter({surface: 0}))
            self._register(cluster, surface)
            score, why = 1.0, "its own name"
        cluster.names[surface] += len(group)
        self._index(cluster, surface)
        for place in group:
            cluster.add(place, score, why)

    def _find(self, surface: str, group: list[Place]) -> tuple[Cluster | None, float, str]:
        known = next((p.spot.known for p in group if p.spot.known), None)
        if known is not None:
            return self._of_person(self._tables.people[known]), 1.0, "spelt as in the authority table"
        parts = spelling.split(surface)
        candidates = {id(c): c for key in spelling.keys(surface) for c in self._by_key.get(key, ())}
        best: tuple[float, Cluster] | None = None
        for cluster in candidates.values():
            value = max(spelling.alike(surface, other) for other in (cluster.head, *cluster.names))
            if value >= names.THRESHOLD and (best is None or value > best[0]):
                best = (value, cluster)
        for person in {
            p.id: p for key in spelling.keys(surface) for p in self._authority.get(key, ())
        }.values():
            value = spelling.alike(surface, person.name)
            if parts.given and value >= names.THRESHOLD and (best is None or value > best[0]):
                best = (value, self._of_person(person))
        if best is None:
            return None, 0.0, ""
        reasons = spelling.reasons(surface, best[1].head)
        return best[1], best[0], "; ".join(reasons) or "the same name"

    def _of_person(self, person: Person) -> Cluster:
        cluster = self._by_id.get(person.id)
        if cluster is None:
            cluster = Cluster(person=person)
            self._by_id[person.id] = cluster
            self._register(cluster, person.name)
        return cluster

    def _register(self, cluster: Cluster, name: str) -> None:
        self.clusters.append(cluster)
        self._index(cluster, name)

    def _index(self, cluster: Cluster, name: str) -> None:
        # every word: in "HAYASHI Yoshimasa" and "Xi Jinping" the first one is what others call them by
        words = [w for w in spelling.spaced(name).split() if len(w) > 1]
        for key in dict.fromkeys((*spelling.keys(name), *(key for w in words for key in names.keys(w)))):
            if all(c is not cluster for c in self._by_key[key]):
                self._by_key[key].append(cluster)

    # -- wrongly expanded initials ------------------------------------------------------------------------

    def _wrong_initials(self) -> None:
        """Join "Mikhail Djuric" to Marko Đurić where both hold one office: М. was expanded wrongly."""
        for cluster in sorted(self.clusters, key=lambda c: sum(c.names.values())):
            if cluster.person is not None or not cluster.offices or not cluster.names:
                continue
            mine = spelling.split(cluster.head)
            for other in self._namesakes(cluster):
                theirs = spelling.split(other.head)
                if not mine.given or not theirs.given:
                    continue
                same_office = next((o for o in cluster.offices if o in other.offices and " " in o), None)
                if same_office and names.fold(mine.given[0])[:1] == names.fold(theirs.given[0])[:1]:
                    self._absorb(cluster, other, mine.given[0], same_office)
                    break

    def _namesakes(self, cluster: Cluster) -> list[Cluster]:
        surname = spelling.split(cluster.head).surname
        found = {
            id(c): c for key in names.keys(surname) for c in self._by_key.get(key, ()) if c is not cluster
        }
        return [
            c for c in found.values()
            if c.places and spelling.alike(surname, spelling.split(c.head).surname) >= _NEAR
        ]  # fmt: skip

    def _absorb(self, cluster: Cluster, other: Cluster, given: str, office: str) -> None:
        usual = spelling.split(other.head).given[0]
        doubt = (
            f"the source says {given}, the others {usual}: same surname, same initial, same office "
            f"({office_words(office)}); probably an initial expanded wrongly"
        )
        for place, score, _, _ in cluster.places:
            other.add(place, min(score, 0.6), "same surname and office", doubt)
        other.names.update(cluster.names)
        for name in cluster.names:
            self._index(other, name)
        cluster.places.clear()
        cluster.offices.clear()
        for bucket in self._by_key.values():
            bucket[:] = [c for c in bucket if c is not cluster]

    # -- initials, surnames, handles, doubtful words ---------------------------------------------------------

    def _short(self, place: Place) -> None:
        surface = place.spot.surface
        cluster, why = self._best(place)
        if cluster is not None:
            value = spelling.alike(surface, cluster.head)
            cluster.add(place, round(value, 3), why)
            return
        person = self._from_authority(place)
        if person is not None:
            cluster = self._of_person(person)
            cluster.add(place, 0.8, f"the only {person.name} of the authority table with this surname")
            return
        cluster = Cluster(names=Counter({surface: 1}))
        self._register(cluster, surface)
        cluster.add(place, 1.0, "its own name")

    def _called(self, place: Place, name: str) -> bool:
        """Join a given name alone to the person whom its source introduces by it."""
        bearer = next((c for c in self.clusters if name in c.names and c.sources[place.source]), None)
        if bearer is not None:
            bearer.add(place, 0.9, f"the given name of {bearer.head}, the only one here who bears it")
        return bearer is not None

    def _doubtful(self, place: Place) -> None:
        if place.spot.handle:
            self._handle(place)
            return
        cluster, why = self._best(place, strict=True)
        if cluster is not None:
            value = spelling.alike(place.spot.surface, cluster.head)
            cluster.add(place, round(value, 3), why)
            if len(place.spot.surface.split()) > 1:
                cluster.names[place.spot.surface] += 1
                if self._together:
                    self._write_together(cluster, place.spot.surface)

    def _write_together(self, cluster: Cluster, name: str) -> None:
        for key in names.keys("".join(name.split())):
            self._together[key].append(cluster)

    def _handle(self, place: Place) -> None:
        """Join "@markodjuric" to the one person whose name, written together, sounds so."""
        for cluster in () if self._together else self.clusters:
            for name in (cluster.head, *cluster.names):
                self._write_together(cluster, name)
        handle = names.keys(place.spot.surface.lstrip("@").replace("_", ""))
        fits = list({id(c): c for key in handle for c in self._together.get(key, ()) if c.places}.values())
        if len(fits) == 1:
            fits[0].add(place, 0.9, f"an account called by the name of {fits[0].head}, written together")
        elif not fits:
            self._cut_handle(place)

    def _cut_handle(self, place: Place) -> None:
        """Read "@ABaerbock" as A. Baerbock and "@MevlutCavusoglu" as Mevlut Cavusoglu, where they are somebody."""
        parts = spelling.split(place.spot.surface)
        if not parts.given or len(parts.surname) < _SURNAME:
            return
        name = " ".join(f"{word}." if len(word) == 1 else word for word in (*parts.given, parts.surname))
        read = replace(place, spot=replace(place.spot, surface=name))
        why = f"an account whose name reads as {name}"
        cluster, reason = self._best(read, strict=True)
        person = None if cluster else self._from_authority(read)
        if person is not None:
            cluster, reason = self._of_person(person), f"{person.name} of the authority table"
        if cluster is not None:
            cluster.add(place, 0.8, f"{why}: {reason}")

    def _best(self, place: Place, *, strict: bool = False) -> tuple[Cluster | None, str]:
        surface = place.spot.surface
        fits: list[tuple[tuple[bool, bool, int, int], Cluster]] = []
        for cluster in {
            id(c): c for key in spelling.keys(surface) for c in self._by_key.get(key, ())
        }.values():
            if not cluster.places:
                continue
            value = spelling.alike(surface, cluster.head)
            if value < (max(names.THRESHOLD, 0.8) if strict else names.THRESHOLD):
                continue
            here = cluster.sources[place.source]
            fits.append(
                ((here > 0, place.office in cluster.offices, here, sum(cluster.sources.values())), cluster)
            )
        if not fits:
            return None, ""
        fits.sort(key=lambda item: item[0], reverse=True)
        rank, cluster = fits[0]
        where = "in this source" if rank[0] else "in the corpus"
        only = "the only" if len(fits) == 1 else "the most named"
        reasons = "; ".join(spelling.reasons(surface, cluster.head))
        why = f"{only} {cluster.head} {where}" + (f"; {reasons}" if reasons else "")
        return cluster, self._said.setdefault(why, why)  # one string for very many places

    def _from_authority(self, place: Place) -> Person | None:
        parts = spelling.split(place.spot.surface)
        found = {
            p.id: p for key in names.keys(parts.surname) for p in self._authority.get(key, ())
            if spelling.alike(place.spot.surface, p.name) >= names.THRESHOLD
        }  # fmt: skip
        if place.spot.office_of and len(found) > 1:
            state = self._tables.states.get(place.spot.office_of)
            found = {i: p for i, p in found.items() if state is not None and p.country == state.iso2}
        if len(found) > 1 and self._heads(place.spot.title):
            # "President Trump": of a family the one whom the table has first
            return next((p for p in self._tables.people if p.id in found), None)
        return next(iter(found.values())) if len(found) == 1 else None

    def _heads(self, title: str | None) -> bool:
        """Whether the title is that of a head of state or government."""
        hits = self._tables.office_phrases.scan(title) if title else ()
        return any(e.level == 1 for hit in hits for e in hit.entries)
