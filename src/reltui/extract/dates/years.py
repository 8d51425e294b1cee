"""Years and days that stand as lines of their own over what happened then: "2008", "[12.04.2024 10:22]"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reltui.extract.dates.grammar import edtf_of
from reltui.extract.drafts import When

_YEAR_LINE = re.compile(
    r"^[ \t]*\(?(?P<y>(?:1[5-9]|20)\d\d)(?:\.? ?godin[ae]| год)?\)?[ \t]*[.:]?[ \t]*$", re.MULTILINE
)


def with_years(text: str, dates: Sequence[When]) -> list[When]:
    """Return the dates; those without a year below a line that is nothing but one have it, and say from where."""
    lines = [(m.start(), int(m["y"]), m["y"]) for m in _YEAR_LINE.finditer(text)]
    if not lines:
        return list(dates)
    starts = [start for start, _, _ in lines]
    found: list[When] = []
    for when in dates:
        at = bisect_right(starts, when.start) - 1
        if when.missing != "year" or when.relative or at < 0:
            found.append(when)
            continue
        year = lines[at][1]
        edtf = edtf_of(year, when.month, when.day)
        if when.to_day is not None:
            last = year + 1 if (when.to_month or 0) < (when.month or 0) else year
            edtf = f"{edtf}/{edtf_of(last, when.to_month, when.to_day)}"
        why = f"year from the line “{lines[at][2]}” above it"
        found.append(replace(when, edtf=edtf, missing="", basis="inferred", why=why, year=year))
    return found


_ALONE = re.compile(
    r"[\s\[\](){}.,:;·•|–—-]*(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?[\s\[\](){}.,:;·•|–—-]*(?:UTC|GMT|CET)?"
)
_BESIDE = 80  # characters on either side of a date that is a line
_POSTS = 2  # lines that are dates: fewer are a dateline


def day_lines(text: str, dates: Sequence[When]) -> list[When]:
    """Return the full dates that are a line each (an hour may stand beside): the heads of posts or entries."""
    found: list[When] = []
    for when in dates:
        if when.edtf is None or len(when.edtf) != 10:
            continue
        low, high = max(0, when.start - _BESIDE), when.end + _BESIDE
        before, behind = text[low : when.start], text[when.end : high]
        if (low and "\n" not in before) or (high < len(text) and "\n" not in behind):
            continue  # a longer line
        rest = before.rpartition("\n")[2] + " " + behind.partition("\n")[0]
        if _ALONE.fullmatch(rest):
            found.append(when)
    return found if len(found) >= _POSTS else []


def with_days(text: str, dates: Sequence[When]) -> list[When]:
    """Return the dates; "today", "tomorrow" below a line that is nothing but a date are counted from that day."""
    heads = day_lines(text, dates)
    if not heads:
        return list(dates)
    starts = [head.start for head in heads]
    found: list[When] = []
    for when in dates:
        at = bisect_right(starts, when.start) - 1
        kind, _, amount = when.relative.partition(":")
        if at < 0 or when.edtf is not None or (kind != "day" and when.missing != "year"):
            found.append(when)
            continue
        head = heads[at]
        day = date.fromisoformat(head.edtf or "")
        words = f"the line “{text[head.start : head.end]}” above it"
        if kind == "day":
            edtf, why = (day + timedelta(days=int(amount))).isoformat(), f"counted from {words}"
        elif when.to_day is not None or when.relative:
            found.append(when)
            continue
        else:
            edtf, why = edtf_of(day.year, when.month, when.day), f"year from {words}"
        found.append(replace(when, edtf=edtf, missing="", basis="inferred", why=why))
    return found
