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


def find(sources: Sequence[Source], facts: Facts, tables: Tables) -> list[Discrepancy]:
    """Return a note where a plan was carried out or cancelled, and one where nothing more is heard of it."""
    last = max((s.published or "" for s in sources), default="")
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
            if upper is not None and upper < last[:10]:
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
