"""Doubts about names: mentions that were joined with a doubt, and one person under several given names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reltui.model import Discrepancy, Evidence, Facts, Mention, Source
from reltui.model.ids import digest

if TYPE_CHECKING:
    from reltui.authority import Tables


def find(sources: Sequence[Source], facts: Facts, tables: Tables) -> list[Discrepancy]:
    """Return a doubt for each mention joined with one, beside a mention under the usual name."""
    names = {a.id: a.name for a in facts.actors}
    plain: dict[str, Mention] = {}
    doubted: list[Mention] = []
    for mention in facts.mentions:
        if mention.doubt is not None:
            doubted.append(mention)
        elif " " in mention.surface:
            plain.setdefault(mention.actor, mention)
    found: list[Discrepancy] = []
    for mention in doubted:
        evidence = [_evidence(mention)]
        if mention.actor in plain:
            evidence.append(_evidence(plain[mention.actor]))
        found.append(
            Discrepancy(
                f"d{digest('name', mention.source, mention.start, mention.surface)}",
                "name",
                "conflict",
                f"“{mention.surface}” is taken for {names[mention.actor]}: {mention.doubt}",
                tuple(evidence),
            )
        )
    return found


def _evidence(mention: Mention) -> Evidence:
    return Evidence(mention.source, mention.start, mention.end, mention.surface)
