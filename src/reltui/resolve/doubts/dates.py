"""Doubts about dates: padded firsts of months, weekdays that do not fit, one event told on several days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reltui.dates import Edtf, display
from reltui.model import Discrepancy, Event, Facts, Report, Source
from reltui.model.ids import digest

if TYPE_CHECKING:
    from reltui.authority import Tables


def find(sources: Sequence[Source], facts: Facts, tables: Tables) -> list[Discrepancy]:
    """Return the date doubts of all events."""
    found: list[Discrepancy] = []
    for event in facts.events:
        for report in event.reports:
            found += _of_report(event, report)
        found += _between(event)
    return found


def _of_report(event: Event, report: Report) -> list[Discrepancy]:
    found: list[Discrepancy] = []
    if "perhaps only the month is known" in report.why:
        found.append(
            Discrepancy(
                f"d{digest('padded', report.id)}",
                "date",
                "doubt",
                f"{display(report.date or '', style='long')} is a first of the month: it may be a whole month.",
                report.evidence[:1],
            )
        )
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
