"""The view of one event as its reports tell it, aspect by aspect, so that it is seen where they disagree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reltui.dates import Edtf
from reltui.present.counting import plural
from reltui.tui.look import DOUBT_SIGNS, EVENT_SIGNS
from reltui.tui.panes.masthead import origin
from reltui.tui.spots import Spot
from reltui.tui.views.entries import Collected, Entry, EntryView, Part
from reltui.tui.views.view import Asked
from reltui.tui.words import brief, dated

if TYPE_CHECKING:
    from reltui.model import Report, Source
    from reltui.store import Reader
    from reltui.store.rows import Mark
    from reltui.tui.workers.desk import Desk

SAME, DIFFER, MORE, ONE = "= the same", "≠ they differ", "± some say more", ""


class Telling(NamedTuple):
    """A report with what its words stand in."""

    number: int
    report: Report
    source: Source
    spot: Spot | None
    marks: Sequence[Mark]  # what stands on its words


class Reports(EntryView):
    """The reports of the selected event, one under the other for each aspect."""

    NAME = "reports"

    def fill(self, asked: Asked) -> None:
        """Show the event that is selected."""
        if asked.event:
            self.collect(lambda reader: gather(reader, asked.event), asked)
        else:
            self.nothing("Choose an event first: in the chronology, then {reports}.")


def gather(reader: Reader, event_id: str) -> Collected:
    """Read what each report says of an event; to be called at a desk. Raises KeyError for an unknown one."""
    event = reader.event(event_id)
    told = [
        _telling(reader, number, len(event.reports), report, event_id)
        for number, report in enumerate(event.reports, start=1)
    ]
    dates = [Edtf.try_parse(telling.report.date) for telling in told]
    places = [telling.report.place for telling in told]
    statuses = [telling.report.status for telling in told]
    parties = [participant.actor for participant in event.participants]
    named = [_named(telling, parties) for telling in told]
    names = {actor: reader.actor(actor).name for actor in dict.fromkeys(parties)}
    parts: list[Part] = [
        ("Told by", [_line(t, "s", origin(t.source), brief(t.source.published)) for t in told]),
        (
            f"Date  {dates_agree(dates)}",
            [_line(t, "d", _dated(t.report)) for t in told],
        ),
        (f"Place  {words_agree(places)}", [_line(t, "p", t.report.place or "not said") for t in told]),
        (
            f"Status  {words_agree(statuses)}",
            [_line(t, "t", f"{EVENT_SIGNS.get(t.report.status, '·')} {t.report.status}") for t in told],
        ),
        (
            f"Parties named  {names_agree(named)}",
            [
                _line(t, "n", ", ".join(names[actor] for actor in some) or "none by name")
                for t, some in zip(told, named, strict=True)
            ],
        ),
        ("Words", [_line(t, "w", _quoted(t)) for t in told]),
        ("Doubts", list(_doubts(reader, told).values())),
    ]
    return Collected(f"{event.title} · {plural(len(told), 'report')}", [part for part in parts if part[1]])


def _telling(reader: Reader, number: int, count: int, report: Report, event: str) -> Telling:
    spans = [(proof.start, proof.end) for proof in report.evidence if proof.source == report.source]
    over = [
        mark
        for mark in reader.marks(report.source)
        if any(mark.start < end and mark.end > start for start, end in spans)
    ]
    note = f"report {number} of {count}" if count > 1 else ""
    spot = Spot(report.source, *spans[0], event, note=note, also=tuple(spans[1:])) if spans else None
    return Telling(number, report, reader.source(report.source), spot, over)


def _line(telling: Telling, aspect: str, text: str, when: str = "") -> Entry:
    return Entry(f"{aspect}{telling.report.id}", text, when, "", telling.spot, str(telling.number), "number")


def _dated(report: Report) -> str:
    shown = dated(report.date, report.basis, report.why)
    return f"{shown}: {report.why}" if report.why else shown


def _named(telling: Telling, parties: Sequence[str]) -> list[str]:
    """The parties who are named in the words of a report."""
    there = {mark.id for mark in telling.marks if mark.kind == "mention"}
    return [actor for actor in dict.fromkeys(parties) if actor in there]


def _quoted(telling: Telling) -> str:
    return " … ".join(f"“{' '.join(proof.text.split())}”" for proof in telling.report.evidence)


def _doubts(reader: Reader, told: Sequence[Telling]) -> dict[str, Entry]:
    """What is doubtful on the words of the reports, each doubt once."""
    found: dict[str, Entry] = {}
    for telling in told:
        for mark in telling.marks:
            if mark.kind == "doubt" and mark.id not in found:
                doubt = reader.doubt(mark.id)
                spot = Spot(telling.report.source, mark.start, mark.end, mark.id)
                sign = DOUBT_SIGNS.get(doubt.severity, "?")
                found[mark.id] = Entry(f"x{mark.id}", doubt.what, "", doubt.kind, spot, sign)
    return found


def dates_agree(dates: Sequence[Edtf]) -> str:
    """Whether dates are the same, differ, or some are more exact than others."""
    known = [date for date in dates if date.lower or date.upper]
    if len(dates) < 2:
        return ONE
    if any(not one.overlaps(other) for one in known for other in known):
        return DIFFER
    return SAME if len({date.text for date in dates}) == 1 else MORE


def words_agree(values: Sequence[str | None]) -> str:
    """Whether what is told is the same, differs, or is not told by all."""
    if len(values) < 2:
        return ONE
    said = {" ".join(value.casefold().split()) for value in values if value}
    if not said:
        return ONE
    return DIFFER if len(said) > 1 else SAME if all(values) else MORE


def names_agree(named: Sequence[Sequence[str]]) -> str:
    """Whether all name the same parties; who names fewer does not contradict who names more."""
    if len(named) < 2 or not any(named):
        return ONE
    return SAME if len({frozenset(some) for some in named}) == 1 else MORE


def make(desk: Desk) -> EntryView:
    """The view, for the registry."""
    return Reports(desk)
