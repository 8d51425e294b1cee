"""Which mentions are one person: full names first, then initials and surnames, then doubtful words.

A full name joins the authority's person or a cluster of its like (`names.similarity`); a surname alone
joins somebody of that surname in its own source, then in the corpus, and says so. One surname with one
office but another given name of the same initial is taken for a wrongly expanded initial: joined, with
a doubt.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable

from reltui import names
from reltui.authority import Tables
from reltui.authority.bodies import Person
from reltui.extract.drafts import Spot
from reltui.resolve import spelling
from reltui.resolve.clusters import Cluster, in_turn, office_words
from reltui.resolve.places import Places, Verdict
from reltui.resolve.sounding import Sounding

_NEAR = 0.9
_SURNAME = 4  # letters at the least of a surname read out of an account's name


class People:
    """Joins the person mentions of a corpus."""

    def __init__(self, tables: Tables, places: Places) -> None:
        self._tables = tables
        self._places = places
        self.clusters: list[Cluster] = []
        self._number: dict[int, int] = {}  # by the identity of a cluster, when it was made
        self._sounding = Sounding()
        self._by_name: dict[str, list[Cluster]] = defaultdict(list)
        self._by_id: dict[str, Cluster] = {}
        self._together: dict[str, list[Cluster]] = defaultdict(list)  # by names without spaces, for handles
        self._authority: dict[str, list[Person]] = defaultdict(list)
        for person in tables.people:
            for key in names.keys(spelling.split(person.name).surname.split(" ")[-1]):
                self._authority[key].append(person)

    def join(self, numbers: Iterable[int]) -> list[Cluster]:
        """Return the clusters of the places with these numbers; doubtful words that are nobody's name are left out."""
        full, short, doubtful = in_turn(numbers, self._places)
        for surface, group in full:
            self._full(surface, group)
        self._wrong_initials()
        for place in short:
            called = self._places.spot(place).stands_for
            if called is None or not self._called(place, called):
                self._short(place)
        for place in doubtful:
            self._doubtful(place)
        return [c for c in self.clusters if c.places]

    def _add(self, cluster: Cluster, place: int, verdict: Verdict) -> None:
        """Take a place in, and note why."""
        places = self._places
        cluster.add(place, places.source_of[place], places.office(place))
        places.judge(place, verdict)

    def _call(self, cluster: Cluster, name: str, times: int) -> None:
        """Note that a cluster is called by a name."""
        if name not in cluster.names:
            self._by_name[name].append(cluster)
        if cluster.call(name, times):
            self._sounding.renamed()

    # -- full names ------------------------------------------------------------------------------------

    def _full(self, surface: str, group: array[int]) -> None:
        cluster, score, why = self._find(surface, group)
        if cluster is None:
            cluster = self._register(Cluster(), surface)
            score, why = 1.0, "its own name"
        self._call(cluster, surface, len(group))
        self._sounding.add(cluster, surface)
        verdict = Verdict(score, why)
        for place in group:
            self._add(cluster, place, verdict)

    def _find(self, surface: str, group: array[int]) -> tuple[Cluster | None, float, str]:
        spots = map(self._places.spot, group)
        known = next((spot.known for spot in spots if spot.known), None)
        if known is not None:
            return self._of_person(self._tables.people[known]), 1.0, "spelt as in the authority table"
        parts = spelling.split(surface)
        candidates = self._sounding.under(spelling.keys(surface))
        best: tuple[float, Cluster] | None = None
        for cluster in candidates:
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
            cluster = self._by_id[person.id] = self._register(Cluster(person=person), person.name)
        return cluster

    def _register(self, cluster: Cluster, name: str) -> Cluster:
        self._number[id(cluster)] = len(self.clusters)
        self.clusters.append(cluster)
        self._sounding.add(cluster, name)
        return cluster

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
        return [
            c for c in self._sounding.under(names.keys(surname))
            if c is not cluster and c.places and spelling.alike(surname, spelling.split(c.head).surname) >= _NEAR
        ]  # fmt: skip

    def _absorb(self, cluster: Cluster, other: Cluster, given: str, office: str) -> None:
        usual = spelling.split(other.head).given[0]
        doubt = (
            f"the source says {given}, the others {usual}: same surname, same initial, same office "
            f"({office_words(office)}); probably an initial expanded wrongly"
        )
        for place in cluster.places:
            score = self._places.verdict(place).score
            self._add(other, place, Verdict(min(score, 0.6), "same surname and office", doubt))
        for name, times in cluster.names.items():
            self._call(other, name, times)
        for name in cluster.names:
            self._sounding.add(other, name)
            self._by_name[name].remove(cluster)
        self._sounding.remove(cluster)
        del cluster.places[:]
        cluster.offices.clear()

    # -- initials, surnames, handles, doubtful words ---------------------------------------------------------

    def _short(self, place: int) -> None:
        spot = self._places.spot(place)
        fit = self._best(place, spot.surface)
        if fit is not None:
            self._add(*fit)
            return
        person = self._from_authority(spot.surface, spot)
        if person is not None:
            why = f"the only {person.name} of the authority table with this surname"
            self._add(self._of_person(person), place, Verdict(0.8, why))
            return
        cluster = self._register(Cluster(), spot.surface)
        self._call(cluster, spot.surface, 1)
        self._add(cluster, place, Verdict(1.0, "its own name"))

    def _called(self, place: int, name: str) -> bool:
        """Join a given name alone to the person whom its source introduces by it."""
        source = self._places.source_of[place]
        bearers = [c for c in self._by_name.get(name, ()) if c.sources[source]]
        bearer = min(bearers, key=lambda c: self._number[id(c)], default=None)
        if bearer is not None:
            why = f"the given name of {bearer.head}, the only one here who bears it"
            self._add(bearer, place, Verdict(0.9, why))
        return bearer is not None

    def _doubtful(self, place: int) -> None:
        spot = self._places.spot(place)
        if spot.handle:
            self._handle(place, spot)
            return
        fit = self._best(place, spot.surface, strict=True)
        if fit is not None:
            self._add(*fit)
            if len(spot.surface.split()) > 1:
                cluster = fit[0]
                self._call(cluster, spot.surface, 1)
                if self._together:
                    self._write_together(cluster, spot.surface)

    def _write_together(self, cluster: Cluster, name: str) -> None:
        for key in names.keys("".join(name.split())):
            self._together[key].append(cluster)

    def _handle(self, place: int, spot: Spot) -> None:
        """Join "@markodjuric" to the one person whose name, written together, sounds so."""
        for cluster in () if self._together else self.clusters:
            for name in (cluster.head, *cluster.names):
                self._write_together(cluster, name)
        handle = names.keys(spot.surface.lstrip("@").replace("_", ""))
        fits = list({id(c): c for key in handle for c in self._together.get(key, ()) if c.places}.values())
        if len(fits) == 1:
            why = f"an account called by the name of {fits[0].head}, written together"
            self._add(fits[0], place, Verdict(0.9, why))
        elif not fits:
            self._cut_handle(place, spot)

    def _cut_handle(self, place: int, spot: Spot) -> None:
        """Read "@ABaerbock" as A. Baerbock and "@MevlutCavusoglu" as Mevlut Cavusoglu, where they are somebody."""
        parts = spelling.split(spot.surface)
        if not parts.given or len(parts.surname) < _SURNAME:
            return
        name = " ".join(f"{word}." if len(word) == 1 else word for word in (*parts.given, parts.surname))
        why = f"an account whose name reads as {name}"
        fit = self._best(place, name, strict=True)
        person = None if fit else self._from_authority(name, spot)
        if person is not None:
            reason = f"{person.name} of the authority table"
            self._add(self._of_person(person), place, Verdict(0.8, f"{why}: {reason}"))
        elif fit is not None:
            self._add(fit[0], place, Verdict(0.8, f"{why}: {fit[2].why}"))

    def _best(self, place: int, surface: str, *, strict: bool = False) -> tuple[Cluster, int, Verdict] | None:
        """Return the cluster that a place called so belongs to, with the place and why; None where none fits."""
        fits = [fit for fit in self._sounding.fits(surface, strict) if fit[0].places]
        if not fits:
            return None
        source, office = self._places.source_of[place], self._places.office(place)

        def rank(fit: tuple[Cluster, float]) -> tuple[bool, bool, int, int]:
            cluster = fit[0]
            here = cluster.sources[source]
            return here > 0, office in cluster.offices, here, cluster.total

        cluster, value = fits[0] if len(fits) == 1 else max(fits, key=rank)
        where = "in this source" if cluster.sources[source] else "in the corpus"
        only = "the only" if len(fits) == 1 else "the most named"
        reasons = "; ".join(spelling.reasons(surface, cluster.head))
        why = f"{only} {cluster.head} {where}" + (f"; {reasons}" if reasons else "")
        return cluster, place, Verdict(round(value, 3), why)

    def _from_authority(self, surface: str, spot: Spot) -> Person | None:
        parts = spelling.split(surface)
        found = {
            p.id: p for key in names.keys(parts.surname) for p in self._authority.get(key, ())
            if spelling.alike(surface, p.name) >= names.THRESHOLD
        }  # fmt: skip
        if spot.office_of and len(found) > 1:
            state = self._tables.states.get(spot.office_of)
            found = {i: p for i, p in found.items() if state is not None and p.country == state.iso2}
        if len(found) > 1 and self._is_head(spot.title):
            # "President Trump": of a family the one whom the table has first
            return next((p for p in self._tables.people if p.id in found), None)
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_head(self, title: str | None) -> bool:
        """Whether the title is that of a head of state or government."""
        hits = self._tables.office_phrases.scan(title) if title else ()
        return any(e.level == 1 for hit in hits for e in hit.entries)
