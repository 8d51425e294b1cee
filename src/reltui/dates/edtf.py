"""`Edtf`: one date of a text as a value, with bounds one can sort and compare by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reltui.dates.calendar import days_in_month

if TYPE_CHECKING:  # the nouns cost more to import than dates do
    from reltui.model.vocab import Precision

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_OPEN = ".."
_FORMS = (
    "write it like 2024, 2024-12, 2025-02-17, 2021-11-24/2021-11-25, ../2024-08-14, 2025-01/.., 2025-02~ or ?"
)
_FIRST, _LAST = "", "~"  # sort before and after every ISO day


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as a text gives it: a day, a month, a year, a span, bounded on one side, or unknown.

    `text` is the EDTF string and the identity of the value. `start` and `end` are ISO at the
    precision given ("2024-12"), the same for a single date, None where open or unknown. `lower`
    and `upper` are the first and the last day it may mean ("2024-12-01", "2024-12-31"), None where
    open. `approximate` and `uncertain` are the marks `~` and `?` (`%` is both); they leave the
    bounds as they are. Make one with `Edtf.parse` or the functions of `reltui.dates.make`.
    """

    text: str
    start: str | None
    end: str | None
    precision: Precision
    lower: str | None
    upper: str | None
    approximate: bool = False
    uncertain: bool = False

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Return the value of an EDTF string; spaces around it do not matter.

        Raises ValueError, its message one sentence, for anything else: another notation, a day
        that the calendar does not have, the year 0, a span that ends before it begins.
        """
        return _parse(text.strip())

    @classmethod
    def try_parse(cls, text: str | None) -> Edtf:
        """Return the value of an EDTF string, the unknown date for None, "" and what is no EDTF."""
        try:
            return cls.parse(text or "?")
        except ValueError:
            return UNKNOWN

    def __str__(self) -> str:
        return self.text

    @property
    def known(self) -> bool:
        """Whether anything at all is said of when it was."""
        return self.precision != "unknown"

    @property
    def key(self) -> tuple[str, str, str]:
        """What to sort by: earliest first, the wider of two that begin together after the narrower.

        A date that is only bounded above stands at that bound; unknown dates come last.
        """
        if not self.known:
            return (_LAST, _LAST, self.text)
        return (self.lower or self.upper or _LAST, self.upper or _LAST, self.text)

    def overlaps(self, other: Edtf) -> bool:
        """Whether both may mean the same day. Nothing can be said of an unknown date: False."""
        if not (self.known and other.known):
            return False
        return (self.lower or _FIRST) <= (other.upper or _LAST) and (other.lower or _FIRST) <= (
            self.upper or _LAST
        )

    def contains(self, other: Edtf) -> bool:
        """Whether every day that `other` may mean lies in this date; False where one is unknown."""
        if not (self.known and other.known):
            return False
        return (self.lower or _FIRST) <= (other.lower or _FIRST) and (other.upper or _LAST) <= (
            self.upper or _LAST
        )


UNKNOWN = Edtf("?", None, None, "unknown", None, None)
"""The date of what has none: EDTF text `?`."""


# Corpora repeat their dates; values are immutable, so one object serves them all.
@lru_cache(maxsize=16384)
def _parse(text: str) -> Edtf:
    if text == "?":
        return UNKNOWN
    head, slash, tail = text.partition("/")
    if not slash:
        return _point(text, text)
    if head == tail == _OPEN:
        raise ValueError(_sentence(text, "it is open on both sides (an unknown date is written ?)"))
    first = None if head == _OPEN else _point(head, text)
    last = None if tail == _OPEN else _point(tail, text)
    lower = first.lower if first else None
    upper = last.upper if last else None
    if lower and upper and lower > upper:
        raise ValueError(_sentence(text, "it ends before it begins"))
    ends = [end for end in (first, last) if end]
    return Edtf(
        text,
        first.start if first else None,
        last.end if last else None,
        "span" if len(ends) == 2 else "bounded",
        lower,
        upper,
        any(end.approximate for end in ends),
        any(end.uncertain for end in ends),
    )


def _point(text: str, whole: str) -> Edtf:
    """Return a single date (no span); `whole` is what an error message quotes."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(_sentence(whole, _FORMS))
    y, m, d, mark = match.groups()
    if y == "0000":
        raise ValueError(_sentence(whole, "years go from 0001 to 9999"))
    if m and not 1 <= int(m) <= 12:
        raise ValueError(_sentence(whole, f"there is no month {m}"))
    last_day = days_in_month(int(y), int(m)) if m else 31
    if d and not 1 <= int(d) <= last_day:
        raise ValueError(_sentence(whole, f"{y}-{m} has no day {d}"))
    bare = text.removesuffix(mark)
    approximate, uncertain = mark in {"~", "%"}, mark in {"?", "%"}
    if d:
        return Edtf(text, bare, bare, "day", bare, bare, approximate, uncertain)
    if m:
        return Edtf(text, bare, bare, "month", f"{bare}-01", f"{bare}-{last_day}", approximate, uncertain)
    return Edtf(text, bare, bare, "year", f"{y}-01-01", f"{y}-12-31", approximate, uncertain)


def _sentence(text: str, reason: str) -> str:
    shown = text if len(text) <= 40 else text[:39] + "…"
    return f"'{shown}' is not a date that can be used: {reason}"
