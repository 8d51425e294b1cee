"""Dates that leave something out, completed from what is known of the source, and saying from what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from reltui.dates import Edtf
from reltui.extract.dates.grammar import edtf_of
from reltui.extract.drafts import When
from reltui.model.vocab import Basis, Status

_LEAP = 8  # years between two of 366 days at the most
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}


@dataclass(frozen=True, slots=True)
class Reference:
    """What a source's own date allows: it was written on or between `lower` and `upper`.

    `words` says how that is known ("the dateline 19 August 2022"); `year` is a year that something in the
    text fixes for its undated days (a session's number), with `year_words`.
    """

    lower: date | None = None
    upper: date | None = None
    words: str = ""
    year: int | None = None
    year_words: str = ""

    @property
    def day(self) -> date | None:
        """The day of writing where it is known exactly."""
        return self.lower if self.lower is not None and self.lower == self.upper else None


@dataclass(frozen=True, slots=True)
class Dated:
    """A completed date: EDTF or None, whether some part of it was inferred, and from what."""

    edtf: str | None
    basis: Basis
    why: str


def complete(when: When | None, reference: Reference, status: Status, last: date | None = None) -> Dated:
    """Return the date of a report: one that is in the calendar, or None.

    `status` tells in which direction a missing year lies; `last` is the day that the text told last, for
    "two days later". Without any date expression the result is `Dated(None, "inferred", …)`.
    """
    try:
        dated = _completed(when, reference, status, last)
    except OverflowError:  # next to the first or the last day of the calendar
        return Dated(None, "inferred", "")
    if dated.edtf is None or Edtf.try_parse(dated.edtf).known:
        return dated
    # "from March 27 to March 4", "February 27-29" of a year without that day: the first day at least is told
    first = dated.edtf.partition("/")[0]
    return replace(dated, edtf=first if Edtf.try_parse(first).known else None)


def _completed(when: When | None, reference: Reference, status: Status, last: date | None) -> Dated:
    if when is None:
        return Dated(None, "inferred", "")
    if when.edtf is not None:
        if when.open:
            return Dated(when.edtf, "explicit", "")
        return Dated(when.edtf, when.basis, when.why or _weekday_note(when))
    if when.relative and not (when.month and when.day):
        return _relative(when, reference, last, status)
    if when.month is None:
        return Dated(None, "inferred", "")
    return _year(when, reference, status)


def _year(when: When, reference: Reference, status: Status) -> Dated:
    assert when.month is not None
    if reference.year is not None:
        return Dated(_with_year(when, reference.year), "inferred", f"year from {reference.year_words}")
    anchor = reference.upper if status == "occurred" else reference.lower
    anchor = anchor or reference.lower or reference.upper
    if anchor is None:
        return Dated(None, "inferred", "no year in the text, and nothing near it gives one")
    candidates = [y for y in range(anchor.year - 1, anchor.year + 2) if _day(y, when) is not None]
    if not candidates:  # 29 February
        candidates = [
            y for y in range(anchor.year - _LEAP, anchor.year + _LEAP + 1) if _day(y, when) is not None
        ]
    if not candidates:
        return Dated(None, "inferred", "no such day in the calendar")
    if when.weekday is not None:
        agreeing = [y for y in candidates if _weekday(y, when) == when.weekday]
        candidates = agreeing or candidates
    inside = [y for y in candidates if _within(y, when, reference)]
    nearest = min(candidates, key=lambda y: abs((_first_day(y, when) - anchor).days))
    if status == "occurred" and reference.upper is None:
        chosen = nearest  # nothing says how late the source is: near the other days that it tells
    elif len(inside) == 1 and reference.day is None:
        chosen = inside[0]
    elif status == "occurred":
        past = [y for y in candidates if _first_day(y, when) <= anchor]
        chosen = max(past) if past else min(candidates)
    elif status == "planned":
        coming = [y for y in candidates if _last_day(y, when) >= anchor - timedelta(days=1)]
        chosen = min(coming) if coming else max(candidates)
    else:
        chosen = nearest
    why = f"year from {reference.words}" if reference.words else "year from the source's date"
    if when.weekday is not None and _weekday(chosen, when) == when.weekday:
        why += "; the weekday agrees"
    return Dated(_with_year(when, chosen), "inferred", why)


def _relative(when: When, reference: Reference, last: date | None, status: Status) -> Dated:
    kind, _, amount = when.relative.partition(":")
    words = reference.words or "the source's date"
    if kind == "after":
        if last is None:
            return Dated(None, "inferred", "")
        day = last + timedelta(days=int(amount))
        return Dated(day.isoformat(), "inferred", f"counted from {last.isoformat()}, told before it")
    if kind == "year" and (anchor := reference.lower or reference.upper):
        year = anchor.year if reference.upper is None or reference.upper.year == anchor.year else None
        year = year if year is not None else (reference.upper or anchor).year
        year += int(amount)
        return Dated(edtf_of(year, when.month), "inferred", f"year from {words}")
    day = reference.day
    if day is None and kind == "weekday" and when.weekday is not None:
        return _only_weekday(when.weekday, reference)
    if day is None:
        return Dated(None, "inferred", "")
    if kind == "day":
        return Dated((day + timedelta(days=int(amount))).isoformat(), "inferred", f"counted from {words}")
    if kind == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=int(amount))
        last_day = monday + timedelta(days=6)
        if int(amount) == 0:
            last_day = max(day, monday)
        return Dated(f"{monday.isoformat()}/{last_day.isoformat()}", "inferred", f"the week of {words}")
    if kind == "month":
        if when.month is not None:
            year = (
                day.year
                - (when.month > day.month if amount == "-1" else 0)
                + (when.month < day.month if amount == "1" else 0)
            )
            return Dated(edtf_of(year, when.month), "inferred", f"year from {words}")
        index = day.year * 12 + day.month - 1 + int(amount)
        return Dated(edtf_of(index // 12, index % 12 + 1), "inferred", f"counted from {words}")
    if kind == "weekday" and when.weekday is not None:
        direction = int(amount)
        if not direction and status == "planned" and when.weekday != day.weekday():
            direction = 1  # "is expected to meet on Friday" is the Friday to come
        return _nearest_weekday(when.weekday, direction, day, words)
    if kind == "season":
        name, _, years = amount.partition(":")
        first, final = _SEASONS[name]
        year = day.year
        # "last spring" is the latest one that was over on the day of writing
        if int(years) < 0 and date(year, final, 28) >= day:
            year -= 1
        start = edtf_of(year - (final < first), first)
        return Dated(f"{start}/{edtf_of(year, final)}", "inferred", f"counted from {words}")
    return Dated(None, "inferred", "")


def _only_weekday(weekday: int, reference: Reference) -> Dated:
    """The one day of that name that lies in the days which the source allows."""
    if reference.lower is None or reference.upper is None or (reference.upper - reference.lower).days > 7:
        return Dated(None, "inferred", "")
    span = (reference.upper - reference.lower).days
    days = [
        d for d in (reference.lower + timedelta(days=n) for n in range(span + 1)) if d.weekday() == weekday
    ]
    if len(days) != 1:
        return Dated(None, "inferred", "")
    return Dated(days[0].isoformat(), "inferred", f"the only day of that name that fits: {reference.words}")


def _nearest_weekday(weekday: int, direction: int, day: date, words: str) -> Dated:
    back = (day.weekday() - weekday) % 7
    ahead = (weekday - day.weekday()) % 7
    if direction > 0:
        chosen = day + timedelta(days=ahead or 7)
    elif direction < 0:
        chosen = day - timedelta(days=back or 7)
    else:
        chosen = day - timedelta(days=back) if back <= 6 else day
    return Dated(chosen.isoformat(), "inferred", f"the weekday nearest to {words}")


def _with_year(when: When, year: int) -> str:
    start = edtf_of(year, when.month, when.day)
    if when.to_day is None:
        return start
    ends = when.to_year or (year + 1 if (when.to_month or 0) < (when.month or 0) else year)
    return f"{start}/{edtf_of(ends, when.to_month, when.to_day)}"


def _day(year: int, when: When) -> date | None:
    try:
        return date(year, when.month or 1, when.day or 1)
    except ValueError:
        return None


def _first_day(year: int, when: When) -> date:
    return _day(year, when) or date(year, 1, 1)


def _last_day(year: int, when: When) -> date:
    upper = Edtf.parse(edtf_of(year, when.month, when.day)).upper
    return date.fromisoformat(upper) if upper else _first_day(year, when)


def _weekday(year: int, when: When) -> int | None:
    day = _day(year, when)
    return day.weekday() if day is not None and when.day is not None else None


def _within(year: int, when: When, reference: Reference) -> bool:
    if reference.lower is not None and _last_day(year, when) < reference.lower:
        return False
    return not (reference.upper is not None and _first_day(year, when) > reference.upper)


def _weekday_note(when: When) -> str:
    if when.weekday is None or when.year is None or when.day is None:
        return ""
    agrees = _weekday(when.year, when) == when.weekday
    return "the weekday agrees" if agrees else "the weekday named does not fit this date"
