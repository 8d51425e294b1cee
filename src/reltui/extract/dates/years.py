"""Years that stand over a list of days: "2008", and below it "27 February: …", "October: …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

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
