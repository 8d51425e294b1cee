"""One sentence, several happenings: dates shared out to callers, calls made separately."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from reltui.extract.drafts import PartyDraft, ReportDraft, Spot, When

_AND = frozenset(("and", "i", "и", "as well as", "and on", "and in", "и в"))
_SEPARATELY = re.compile(
    r"\b(?:separate(?:ly)?|individually|each\sof|respectively|in\sturn|odvojeno|одвојено|по\sотдельности|отдельно)\b",
    re.IGNORECASE,
)


def listed(text: str, dates: Sequence[When]) -> list[When]:
    """Return the dates of a list ("October 20, 2024 and December 23, 2024"), none where they are not one."""
    days = [d for d in dates if (d.edtf is not None or d.day is not None) and not d.open]
    if len(days) < 2:
        return []
    for first, second in itertools.pairwise(days):
        if text[first.end : second.start].strip(" ,\n") not in _AND | {""}:
            return []
    return days


def share_dates(
    report: ReportDraft, dates: Sequence[When], spots: Sequence[Spot], trigger: tuple[int, int]
) -> list[ReportDraft]:
    """Return one report a date; as many subjects as dates are read respectively, each on its own day."""
    before = [p for p in report.parties if spots[p.spot].end <= trigger[0]]
    others = [p for p in report.parties if p not in before]
    share = len(before) == len(dates) and bool(others)
    clue = "shared out" if share else "several dates"
    return [
        replace(
            report, when=when, clues=(*report.clues, clue),
            parties=(before[i], *others) if share else report.parties,
        )
        for i, when in enumerate(dates)
    ]  # fmt: skip


def share_parties(
    report: ReportDraft, text: str, clause: tuple[int, int], spots: Sequence[Spot], trigger: tuple[int, int]
) -> list[ReportDraft]:
    """Return one report a counterpart where the clause says that they were met separately."""
    before = [p for p in report.parties if spots[p.spot].end <= trigger[0]]
    after = [p for p in report.parties if p not in before and spots[p.spot].kind == "person"]
    if len(after) < 2 or not before or _SEPARATELY.search(text, *clause) is None:
        return [report]
    return [replace(report, parties=(*before, other), clues=(*report.clues, "separately")) for other in after]


def union(reports: Sequence[ReportDraft]) -> tuple[PartyDraft, ...]:
    """Return the parties of all reports, each once."""
    return tuple(dict.fromkeys(p for r in reports for p in r.parties))
