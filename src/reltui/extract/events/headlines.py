"""What a headline tells without a date, dated by the text below it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reltui.extract.document import Document, Sentence
from reltui.extract.drafts import ReportDraft, Spot
from reltui.extract.order import begins
from reltui.model import Block

_GATHERINGS = frozenset(("visit", "meeting", "session", "ceremony", "press_conference"))


def dated_below(
    found: list[ReportDraft], document: Document, spots: Sequence[Spot], leads: Iterable[int]
) -> list[ReportDraft]:
    """Give what a title tells without a date the day that the text below gives it: "Yesterday, X hosted …".

    `leads` are the numbers of the headline's and the lead's sentences; only these are looked at.
    """
    titled = _standing_in(found, [b for b in document.blocks if b.kind in ("title", "heading")])
    led = _standing_in(found, [document.sentences[n] for n in sorted(leads)])
    for k in titled:
        report = found[k]
        if report.when is not None:
            continue
        names = _last_names(report, spots)
        for number in led[bisect_right(led, k) :]:
            other = found[number]
            kinds = other.type == report.type or {other.type, report.type} <= _GATHERINGS
            shared = names & _last_names(other, spots)
            if other.when is not None and kinds and len(shared) >= min(2, len(names)) > 0:
                when = (other.when.start, other.when.end)
                spans = (*report.spans, when)
                found[k] = replace(report, when=other.when, status=other.status, spans=spans)
                break
            if other.when is None and kinds and "lead" in other.clues and shared:
                break  # told again without a date: of the day of the text
    return found


def _standing_in(found: Sequence[ReportDraft], places: Sequence[Block | Sentence]) -> list[int]:
    """Return which reports are told in one of the places, which are in order of the text and apart."""
    standing: list[int] = []
    for k, report in enumerate(found):
        start = report.spans[0][0]
        at = bisect_right(places, start, key=begins) - 1
        if at >= 0 and start < places[at].end:
            standing.append(k)
    return standing


def _last_names(report: ReportDraft, spots: Sequence[Spot]) -> set[str]:
    return {
        spots[p.spot].surface.split()[-1].casefold() for p in report.parties if spots[p.spot].kind == "person"
    }
