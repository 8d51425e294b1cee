"""The words of dates, from `data/dates`: months, weekdays, and words relative to the day of writing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reltui.resources import shipped


@dataclass(frozen=True, slots=True)
class DateWords:
    """Forms (lower case) to month number, weekday number (Monday 0) and relative rule."""

    months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, str]


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return rows[1:]  # the first row names the columns


@cache
def load_words() -> DateWords:
    """Return the shipped date words."""
    folder = shipped("data") / "dates"
    return DateWords(
        months={form.casefold(): int(n) for _, form, n, *_ in _rows(folder / "months.tsv")},
        weekdays={form.casefold(): int(n) for _, form, n, *_ in _rows(folder / "weekdays.tsv")},
        relative={form.casefold(): rule for _, form, rule, *_ in _rows(folder / "relative.tsv")},
    )


def alternation(forms: list[str] | dict[str, int] | dict[str, str]) -> str:
    """Return a regular expression that matches any of the forms, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
