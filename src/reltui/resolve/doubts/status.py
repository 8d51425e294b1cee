"""Doubts about what became of plans: announced in one source, told as done in another, or never told again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reltui.dates import Edtf
from reltui.model import Discrepancy, Facts, Source
from reltui.model.ids import digest

if TYPE_CHECKING:
    from reltui.authority import Tables

_CONTACT = ("visit", "meeting", "call", "press_conference", "session", "ceremony")


class _Later:
    """Which persons the sources written after a day name: only their silence says that nothing came of a plan."""

    def __init__(self, sources: Sequence[Source], facts: Facts, people: set[str]) -> None:
        inferred = {source: edtf for source, edtf, _ in facts.published}
        days = {s.id: Edtf.try_parse(s.published or inferred.get(s.id)).lower for s in sources}
        self._naming: dict[str, set[str]] = {person: set() for person in people}  # the sources that name each
        self._days = {source: day for source, day in days.items() if day}
        for mention in facts.mentions:
            naming = self._naming.get(mention.actor)
            if naming is not None and mention.source in self._days:
                naming.add(mention.source)

    def name(self, who: set[str], after: str) -> bool:
        """Whether a source written after that day names all of them, two or more."""
        if len(who) < 2:
            return False
        rarest, *others = sorted((self._naming[person] for person in who), key=len)
        return any(
            self._days[source] > after and all(source in sources for sources in others) for source in rarest
        )


def find(sources: Sequence[Source], facts: Facts, tables: Tables) -> list[Discrepancy]:
    """Return a note where a plan was carried out or cancelled, and one where nothing more is heard of it."""
    people = {a.id for a in facts.actors if a.kind == "person"}
    planned = [e for e in facts.events if all(r.status == "planned" for r in e.reports)]
    later = _Later(sources, facts, {p.actor for e in planned for p in e.participants} & people)
    found: list[Discrepancy] = []
    for event in facts.events:
        told = {r.status for r in event.reports}
        if len(told) > 1:
            first = {s: next(r for r in event.reports if r.status == s) for s in sorted(told)}
            words = ", ".join(f"{s} in one source" for s in sorted(told))
            found.append(
                Discrepancy(
                    f"d{digest('status', event.id)}",
                    "status",
                    "note",
                    f"{event.title}: {words}.",
                    tuple(r.evidence[0] for r in first.values()),
                )
            )
        elif told == {"planned"} and event.type in _CONTACT and event.date:
            upper = Edtf.parse(event.date).upper
            who = {p.actor for p in event.participants if p.actor in people}
            if upper is not None and later.name(who, upper):
                found.append(
                    Discrepancy(
                        f"d{digest('unheard', event.id)}",
                        "status",
                        "note",
                        f"{event.title}: announced, and no source tells that it took place.",
                        event.reports[0].evidence[:1],
                    )
                )
    return found
