"""The words of dates, from `data/dates`: months, weekdays, and words relative to the day of writing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reltui.read.tables import rows


@dataclass(frozen=True, slots=True)
class DateWords:
    """Forms (lower case) to month number, weekday number (Monday 0) and relative rule."""

    months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, str]


@cache
def load_words() -> DateWords:
    """Return the shipped date words."""
    return DateWords(
        months={row[1].casefold(): int(row[2]) for row in rows("dates/months")},
        weekdays={row[1].casefold(): int(row[2]) for row in rows("dates/weekdays")},
        relative={row[1].casefold(): row[2] for row in rows("dates/relative")},
    )


def alternation(forms: list[str] | dict[str, int] | dict[str, str]) -> str:
    """Return a regular expression that matches any of the forms, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
