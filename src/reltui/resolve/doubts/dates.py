"""Doubts about dates: padded firsts of months, weekdays that do not fit, one event told on several days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reltui.dates import Edtf, display
from reltui.model import Discrepancy, Event, Facts, Report, Source
from reltui.model.ids import digest

if TYPE_CHECKING:
    from reltui.authority import Tables


_PADDED = "perhaps only the month is known"
_SHARED = "read respectively"


def find(sources: Sequence[Source], facts: Facts, tables: Tables) -> list[Discrepancy]:
    """Return the date doubts of all events."""
    found: list[Discrepancy] = []
    padded: dict[str, list[Report]] = {}
    for event in facts.events:
        for report in event.reports:
            found += _of_report(report)
            if _PADDED in report.why:
                padded.setdefault(report.source, []).append(report)
        found += _between(event)
    for source, reports in padded.items():
        found.append(_padded(source, reports))
    found += _respectively(facts.events)
    return found


def _padded(source: str, reports: Sequence[Report]) -> Discrepancy:
    """One doubt a source, with all its dates that may stand for whole months."""
    days = sorted({r.date for r in reports if r.date})
    words = ", ".join(display(day, style="long") for day in days)
    evidence = {r.evidence[0]: None for r in reports}
    what = f"{words} are firsts of months" if len(days) > 1 else f"{words} is a first of the month"
    return Discrepancy(
        f"d{digest('padded', source, *days)}",
        "date",
        "doubt",
        f"{what}, as all full dates of this source: they may stand for whole months.",
        tuple(evidence),
    )


def _respectively(events: Sequence[Event]) -> list[Discrepancy]:
    """Several dates and several parties in one sentence: whose day is which is a reading, not a fact."""
    shared: dict[tuple[str, int, int], list[Event]] = {}
    for event in events:
        if _SHARED in event.why:
            first = event.reports[0].evidence[0]
            shared.setdefault((first.source, first.start, first.end), []).append(event)
    return [
        Discrepancy(
            f"d{digest('respectively', *map(str, place))}",
            "date",
            "note",
            "Several dates and several parties in one sentence, read respectively: "
            + "; ".join(f"{e.title} on {display(e.date or '', style='long')}" for e in group)
            + ".",
            group[0].reports[0].evidence[:1],
        )
        for place, group in shared.items()
        if len(group) > 1
    ]


def _of_report(report: Report) -> list[Discrepancy]:
    found: list[Discrepancy] = []
    if "does not fit" in report.why:
        found.append(
            Discrepancy(
                f"d{digest('weekday', report.id)}",
                "date",
                "conflict",
                f"The weekday named is not that of {display(report.date or '', style='long')}.",
                report.evidence[:1],
            )
        )
    return found


def _between(event: Event) -> list[Discrepancy]:
    """Two reports of one event whose dates cannot both be right."""
    dated = [(r, Edtf.parse(r.date)) for r in event.reports if r.date and r.date.strip("./")]
    for i, (one, first) in enumerate(dated):
        for two, second in dated[i + 1 :]:
            if one.source != two.source and not first.overlaps(second):
                return [
                    Discrepancy(
                        f"d{digest('days', one.id, two.id)}",
                        "date",
                        "conflict",
                        f"{event.title}: {display(one.date or '', style='long')} in one source, "
                        f"{display(two.date or '', style='long')} in another.",
                        (*one.evidence[:1], *two.evidence[:1]),
                    )
                ]
    return []
