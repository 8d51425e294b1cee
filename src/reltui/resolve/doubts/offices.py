"""Doubts about offices: one that passes on, two holders at once, an actor in another office than before."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reltui.dates import Edtf
from reltui.model import Actor, Discrepancy, Facts, Office, Source
from reltui.model.ids import digest

if TYPE_CHECKING:
    from reltui.authority import Tables


class _Held(NamedTuple):
    day: str
    actor: Actor
    office: Office
    keys: frozenset[str]


def find(sources: Sequence[Source], facts: Facts, tables: Tables) -> list[Discrepancy]:
    """Return a note where an office or its holder changes, a conflict where two hold one at the same time."""
    from reltui.resolve.offices import unique_offices

    held: list[_Held] = []
    for actor in facts.actors:
        for office in actor.offices:
            day = Edtf.try_parse(office.at).lower if office.at else None
            keys = unique_offices(office.title, tables) if office.of and day else frozenset[str]()
            if day and keys:
                held.append(_Held(day, actor, office, keys))
    held.sort(key=lambda item: (item.day, item.actor.id))
    return [*_successions(held), *_careers(held)]


def _successions(held: Sequence[_Held]) -> Iterator[Discrepancy]:
    """Offices of which the sources name different holders."""
    holders: dict[tuple[str, str], list[_Held]] = defaultdict(list)
    for one in held:
        for key in one.keys:
            holders[key, one.office.of or ""].append(one)
    told: set[tuple[str, str, str]] = set()
    for (key, of), row in sorted(holders.items()):
        for one, two in itertools.pairwise(row):
            if one.actor.id == two.actor.id or (one.actor.id, two.actor.id, two.day) in told:
                continue
            told.add((one.actor.id, two.actor.id, two.day))
            same = one.day == two.day
            title = one.office.title
            what = title if of in title else f"{title} of {of}"
            yield Discrepancy(
                f"d{digest('office', key, of, one.actor.id, two.actor.id, one.day, two.day)}",
                "office",
                "conflict" if same else "note",
                f"{what}: {one.actor.name} and {two.actor.name} at the same time."
                if same
                else f"{what}: {one.actor.name} at {one.day}, {two.actor.name} at {two.day}.",
                (one.office.evidence[0], two.office.evidence[0]),
            )


def _careers(held: Sequence[_Held]) -> Iterator[Discrepancy]:
    """Actors whom the sources name under another high office of the same state than before."""
    careers: dict[tuple[str, str], list[_Held]] = defaultdict(list)
    for one in held:
        careers[one.actor.id, one.office.of or ""].append(one)
    for (actor, of), row in sorted(careers.items()):
        for day, group in itertools.groupby(row, key=lambda one: one.day):
            here = list(group)
            before = [one for one in row if one.day < day]
            if not before:
                continue
            last = [one for one in before if one.day == before[-1].day]
            now = frozenset[str]().union(*(one.keys for one in here))
            then = frozenset[str]().union(*(one.keys for one in last))
            if now & then:
                continue
            old, new = last[-1].office, here[0].office
            yield Discrepancy(
                f"d{digest('career', actor, of, before[-1].day, day)}",
                "office",
                "note",
                f"{here[0].actor.name}: “{old.title}” at {before[-1].day}, “{new.title}” at {day}.",
                (old.evidence[0], new.evidence[0]),
            )
