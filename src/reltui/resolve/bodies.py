"""Which mentions are one organisation or state: the authority's ids, names of the corpus, acronyms in brackets."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from reltui.authority import Tables
from reltui.extract.drafts import Spot
from reltui.model import Actor, Name
from reltui.model.ids import slug
from reltui.names import fold
from reltui.resolve.clusters import Place
from reltui.resolve.scripts import script_of

_ARTICLE = re.compile(r"^(?:the|a)\s", re.IGNORECASE)


class Bodies:
    """Joins the organisation and state mentions of a corpus; notes in each place who is meant."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.actors: list[Actor] = []

    def join(
        self,
        places: Sequence[Place],
        brackets: Iterable[tuple[str, Spot, Spot]],
        acting: Collection[tuple[str, int]],
    ) -> None:
        """Give every place its actor; acronyms that nothing explains are left out unless they recur.

        An adjective ("the Serbian Prime Minister") names its state only where it is a party (`acting`).
        `brackets` are names of bodies with the acronyms in brackets right behind them.
        """
        groups: dict[tuple[str, str], list[Place]] = defaultdict(list)
        acronyms = self._defined(brackets)
        for place in places:
            spot = place.spot
            if spot.adjective and (place.source, place.index) not in acting:
                continue
            key = (
                spot.known
                or acronyms.get((place.source, spot.surface))
                or fold(_ARTICLE.sub("", spot.stands_for or spot.surface))
            )
            groups[spot.kind, key].append(place)
        known = {key for kind, key in groups if kind == "organisation"}
        for (kind, key), group in sorted(groups.items()):
            if all(not p.spot.sure for p in group) and key not in known:
                continue
            if (
                all(not p.spot.sure for p in group)
                and len(group) < 2
                and not self._tables.organisations.get(key)
            ):
                continue
            actor = self._actor(kind, key, group)
            self.actors.append(actor)
            for place in group:
                place.actor = actor.id

    def _defined(self, brackets: Iterable[tuple[str, Spot, Spot]]) -> dict[tuple[str, str], str]:
        """Acronyms in brackets right behind a body's name: "Humanitarian Center (RSHC)"."""
        return {
            (source, acronym.surface): name.known or fold(_ARTICLE.sub("", name.surface))
            for source, name, acronym in brackets
            if acronym.known is None
        }

    def _actor(self, kind: str, key: str, group: list[Place]) -> Actor:
        spellings = Counter(_ARTICLE.sub("", p.spot.surface) for p in group)
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
