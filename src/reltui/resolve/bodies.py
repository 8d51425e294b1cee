"""Which mentions are one organisation or state: the authority's ids, names of the corpus, acronyms in brackets."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable

from reltui.authority import Tables
from reltui.extract.drafts import Spot
from reltui.model import Actor, Name
from reltui.model.ids import slug
from reltui.names import fold
from reltui.resolve.places import Places, Verdict
from reltui.resolve.scripts import script_of

_ARTICLE = re.compile(r"^(?:the|a)\s", re.IGNORECASE)


class Bodies:
    """Joins the organisation and state mentions of a corpus; notes in each place who is meant."""

    def __init__(self, tables: Tables, places: Places) -> None:
        self._tables = tables
        self._places = places
        self.actors: list[Actor] = []

    def join(
        self, numbers: Iterable[int], brackets: Iterable[tuple[str, Spot, Spot]], acting: Collection[int]
    ) -> None:
        """Give the places with these numbers their actors; acronyms that nothing explains must recur to be somebody.

        An adjective ("the Serbian Prime Minister") names its state only where it is a party: where its number is
        among `acting`. `brackets` are (source, name, acronym) of bodies with an acronym in brackets right behind.
        """
        places = self._places
        groups: dict[tuple[str, str], array[int]] = {}
        acronyms = self._defined(brackets)
        usual: dict[int, str] = {}  # by what is said
        for number in numbers:
            said = places.said_of[number]
            spot = places.said[said].spot
            if spot.adjective and number not in acting:
                continue
            key = spot.known or (acronyms.get((places.source(number), spot.surface)) if acronyms else None)
            if key is None:
                key = usual.get(said)
                if key is None:
                    key = usual[said] = fold(_ARTICLE.sub("", spot.stands_for or spot.surface))
            group = groups.get((spot.kind, key))
            if group is None:
                group = groups[spot.kind, key] = array("i")
            group.append(number)
        known = {key for kind, key in groups if kind == "organisation"}
        for (kind, key), group in sorted(groups.items()):
            if not any(places.spot(n).sure for n in group) and (
                key not in known or (len(group) < 2 and not self._tables.organisations.get(key))
            ):
                continue
            actor = self._actor(kind, key, group)
            self.actors.append(actor)
            places.mean(group, actor.id)
            why = Verdict(1.0, "in the authority table"), Verdict(1.0, "named so in the corpus")
            for number in group:
                places.judge(number, why[not places.spot(number).known])

    def _defined(self, brackets: Iterable[tuple[str, Spot, Spot]]) -> dict[tuple[str, str], str]:
        """Acronyms in brackets right behind a body's name: "Humanitarian Center (RSHC)"."""
        return {
            (source, acronym.surface): name.known or fold(_ARTICLE.sub("", name.surface))
            for source, name, acronym in brackets
            if acronym.known is None
        }

    def _actor(self, kind: str, key: str, group: array[int]) -> Actor:
        spellings = Counter(_ARTICLE.sub("", self._places.spot(n).surface) for n in group)
        state = self._tables.states.get(key) if kind == "state" else None
        body = self._tables.organisations.get(key) if kind == "organisation" else None
        names = tuple(Name(text, script_of(text), "corpus") for text, _ in spellings.most_common())
        if state is not None:
            return Actor(
                state.id,
                "state",
                state.name,
                state.native or None,
                state.iso2 or None,
                None,
                "authority",
                names,
            )
        if body is not None:
            home = self._tables.states.get(body.state)
            native = (
                next(iter((*body.sr, *body.ru)), None)
                if home is not None and home.iso2 in ("RS", "RU")
                else None
            )
            return Actor(
                body.id, "organisation", body.name, native, home.iso2 if home is not None else None,
                body.wikidata or None, "authority", names,
            )  # fmt: skip
        longest = max(spellings, key=lambda text: (len(text), text))
        return Actor(slug(longest) or slug(fold(longest)) or key, "organisation", longest, names=names)
