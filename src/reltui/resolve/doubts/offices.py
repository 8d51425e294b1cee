"""Doubts about offices: an actor under different offices at different times, two holders of one office."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reltui.dates import Edtf
from reltui.model import Actor, Discrepancy, Facts, Office, Source
from reltui.model.ids import digest

if TYPE_CHECKING:
    from reltui.authority import Tables


def find(sources: Sequence[Source], facts: Facts, tables: Tables) -> list[Discrepancy]:
    """Return a note where an office passes from one actor to another, a conflict where two hold it at once."""
    unique = {row.office for row in tables.offices if row.unique}
    holders: dict[tuple[str, str], list[tuple[str, Actor, Office]]] = defaultdict(list)
    for actor in facts.actors:
        for office in actor.offices:
            key = _key(office, tables)
            day = Edtf.try_parse(office.at).lower if office.at else None
            if office.of and day and key in unique:
                holders[key, office.of].append((day, actor, office))
    found: list[Discrepancy] = []
    for (key, of), told in sorted(holders.items()):
        told.sort(key=lambda item: (item[0], item[1].id))
        for (day, one, first), (next_day, two, second) in itertools.pairwise(told):
            if one.id == two.id:
                continue
            same = day == next_day
            what = f"{first.title} of {of}" if of not in first.title else first.title
            found.append(
                Discrepancy(
                    f"d{digest('office', key, of, one.id, two.id, day, next_day)}",
                    "office",
                    "conflict" if same else "note",
                    f"{what}: {one.name} and {two.name} at the same time."
                    if same
                    else f"{what}: {one.name} at {day}, {two.name} at {next_day}.",
                    (first.evidence[0], second.evidence[0]),
                )
            )
    return found


def _key(office: Office, tables: Tables) -> str:
    from reltui.extract.drafts import Spot
    from reltui.resolve.offices import office_key

    return office_key(Spot("person", 0, 0, "", title=office.title), tables)
