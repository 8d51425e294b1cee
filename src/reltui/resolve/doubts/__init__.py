"""Where sources contradict each other, themselves or plain sense: one module a kind of doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.extract.document import Document
    from reltui.model import Discrepancy, Facts, Figure, Source

__all__ = ["doubts_of", "doubts_within"]


def doubts_of(
    sources: Sequence[Source],
    facts: Facts,
    tables: Tables,
    within: Mapping[str, Sequence[Discrepancy]] | None = None,
    texts: Iterable[tuple[str, str]] | None = None,
) -> list[Discrepancy]:
    """Return all doubts, the gravest first, each once.

    `within` are those that each source raises by itself (`doubts_within`), where they are known already;
    `texts` are (source, text) of all that can be gone through again and again, where `sources` have no texts.
    """
    from reltui.resolve.doubts import dates, duplicates, figures, homonyms, names, offices, status

    found = {
        d.id: d
        for module in (names, offices, dates, status, figures, duplicates)
        for d in module.find(sources, facts, tables)
    }
    texts = [(source.id, source.text) for source in sources] if texts is None else texts
    found.update((d.id, d) for d in homonyms.find(texts, facts, tables))
    if within is None:
        of_source: dict[str, list[Figure]] = {}
        for figure in facts.figures:
            if figure.evidence:
                of_source.setdefault(figure.evidence[0].source, []).append(figure)
        within = {s.id: doubts_within(s, of_source.get(s.id, ()), tables) for s in sources}
    for source in sources:
        found.update((d.id, d) for d in within.get(source.id, ()))
    return in_order(found.values())


def in_order(found: Iterable[Discrepancy]) -> list[Discrepancy]:
    """Return doubts in the order in which they are listed, the gravest first."""
    order = {"conflict": 0, "doubt": 1, "note": 2}
    return sorted(found, key=lambda d: (order[d.severity], d.kind, d.evidence, d.id))


def doubts_within(
    source: Source, stated: Sequence[Figure], tables: Tables, document: Document | None = None
) -> list[Discrepancy]:
    """Return the doubts that a source with these figures raises by itself, whatever other sources say.

    `document` is the source cut into sentences, where that was done before.
    """
    from reltui.resolve.doubts import acronyms, duplicates, figures, misprints

    return [
        *figures.within(source, stated, tables, document),
        *acronyms.within(source, tables),
        *duplicates.within(source),
        *misprints.within(source),
    ]
