"""The words of dates, from `data/dates`: months, weekdays, and words relative to the day of writing."""

from __future__ import annotations

import re
from collections.abc import Iterable
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


def alternation(forms: Iterable[str]) -> str:
    """Return a regular expression that matches any of the forms, the longest that stands there.

    Forms that begin alike share their beginning, so that one letter turns most of a hundred forms away.
    """
    return _branches([form for form in dict.fromkeys(forms) if form])


def _branches(forms: list[str]) -> str:
    """Return an expression of these endings, where "" among them says that one may end here."""
    by_letter: dict[str, list[str]] = {}
    for form in forms:
        if form:
            by_letter.setdefault(form[0], []).append(form[1:])
    ends = "" in forms
    if not by_letter:
        return ""
    branches = [re.escape(letter) + _branches(rest) for letter, rest in by_letter.items()]
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"
