"""Where sources contradict each other, themselves or plain sense: one module a kind of doubt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.model import Discrepancy, Facts, Source

__all__ = ["doubts_of"]


def doubts_of(sources: Sequence[Source], facts: Facts, tables: Tables) -> list[Discrepancy]:
    """Return all doubts, the gravest first, each once."""
    from reltui.resolve.doubts import acronyms, dates, duplicates, figures, names, offices, status

    order = {"conflict": 0, "doubt": 1, "note": 2}
    found = {
        d.id: d
        for module in (names, offices, dates, status, figures, acronyms, duplicates)
        for d in module.find(sources, facts, tables)
    }
    return sorted(found.values(), key=lambda d: (order[d.severity], d.kind, d.evidence, d.id))
