"""Days whose year is that of the date told before: "on September 12 of that year"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reltui.extract.drafts import When
from reltui.read.tables import rows


@cache
def _words() -> re.Pattern[str]:
    words = "|".join(re.escape(row[1]).replace(r"\ ", r"\s") for row in rows("dates/that_year"))
    return re.compile(rf",?\s(?:{words})\b", re.IGNORECASE)


def of_that_year(text: str, when: When) -> bool:
    """Return whether the words behind a date without a year say that its year was told before."""
    return when.missing == "year" and _words().match(text, when.end) is not None


def that_year(text: str, when: When, dates: Sequence[When]) -> int | None:
    """Return the year of the last of `dates` before a date "of that year", None for other dates."""
    if not of_that_year(text, when):
        return None
    return next((d.year for d in reversed(dates) if d.end <= when.start and d.year is not None), None)
