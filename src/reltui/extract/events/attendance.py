"""Who else was there: sentences and lists of participants that add to a happening told before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reltui.extract.document import Document, Sentence
from reltui.extract.drafts import PartyDraft, ReportDraft, Spot
from reltui.extract.events.definite import CONTACT
from reltui.extract.lists import participants
from reltui.extract.order import within
from reltui.read.tables import rows

_GATHERING = frozenset((*CONTACT, "session", "ceremony", "agreement"))
_REACH = 5  # sentences between a happening and the words on who attended it


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """All patterns of a language as one, so that a sentence is gone through once."""
    told = [f"(?:{row[1]})" for row in rows("events/attendance") if row[0] == language]
    return re.compile("|".join(told) or r"(?!)", re.IGNORECASE)


def only_attends(sentence: Sentence, language: str) -> bool:
    """Whether the sentence only says who was present at what was told before."""
    words = " ".join(sentence.text.split())
    return _pattern(language).search(words) is not None


def met_before(found: Sequence[ReportDraft], document: Document, number: int) -> bool:
    """Whether a gathering is told in the few sentences before sentence `number`, which it may belong to."""
    return _gathering(found, document.sentences[max(0, number - _REACH)].start) is not None


def _gathering(found: Sequence[ReportDraft], first: int) -> int | None:
    """Return the place of the last gathering told at offset `first` or behind it; the reports are in order."""
    for k in range(len(found) - 1, -1, -1):
        if found[k].spans[0][0] < first:
            return None
        if found[k].type in _GATHERING:
            return k
    return None


def attended(
    found: list[ReportDraft], document: Document, spots: Sequence[Spot], number: int, sentence: Sentence
) -> bool:
    """Add the persons of sentence `number` to the gathering told just before it; return whether there was one."""
    people = [PartyDraft(i) for i, s in within(spots, sentence.start, sentence.end) if _somebody(s)]
    k = _gathering(found, document.sentences[max(0, number - _REACH)].start)
    if k is None:
        return False
    report = found[k]
    new = _others(report, people, spots)
    spans = (*report.spans, (sentence.start, sentence.end)) if new else report.spans
    found[k] = replace(report, parties=(*report.parties, *new), spans=spans)
    return True


def with_lists(
    found: list[ReportDraft], document: Document, spots: Sequence[Spot]
) -> list[ReportDraft]:  # fmt: skip
    """Add the persons of a list of participants to the document's own event."""
    lead = next((k for k, r in enumerate(found) if r.type in CONTACT or r.type == "session"), None)
    if lead is None:
        return found
    listed: list[PartyDraft] = []
    spans: list[tuple[int, int]] = []
    for start, end in participants(document):
        people = [PartyDraft(i) for i, s in within(spots, start, end) if _somebody(s)]
        listed += people[:1]
        spans += [(start, end)] if people else []
    new = _others(found[lead], listed, spots)
    if new:
        report = found[lead]
        found[lead] = replace(report, parties=(*report.parties, *new), spans=(*report.spans, *spans))
    return found


def _somebody(spot: Spot) -> bool:
    return spot.kind == "person" and spot.sure


def _others(report: ReportDraft, people: Sequence[PartyDraft], spots: Sequence[Spot]) -> list[PartyDraft]:
    known = {spots[p.spot].surface.split()[-1] for p in report.parties}
    new: list[PartyDraft] = []
    for party in people:
        last = spots[party.spot].surface.split()[-1]
        if last not in known:
            known.add(last)
            new.append(party)
    return new
