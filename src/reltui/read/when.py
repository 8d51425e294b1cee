"""Dates as headings, datelines and publication lines write them, in any language of the month table."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from reltui.read.tables import rows


class Told(NamedTuple):
    """A date in a text: its span, and its EDTF value where year, month and (mostly) day are given."""

    start: int
    end: int
    edtf: str | None


_NUMERIC = (
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"),
    re.compile(r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})\b"),
    re.compile(r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日"),
)
_SLASHED = re.compile(r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})\b")


@cache
def months() -> dict[str, int]:
    """Return the forms of month names, case-folded, and their numbers."""
    return {form.casefold(): int(number) for _, form, number in rows("dates/months")}


_DIGIT = re.compile(r"\d")
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|\.|-?го|-?е)?"
_YEAR = r"(?:,?\s{0,2}(?P<y>\d{4})\b)"
_NAME = r"(?P<name>[^\W\d_]{3,12})\b\.?"
_NAMED = (
    re.compile(rf"\b{_DAY}\s{{0,2}}(?:of\s|de\s)?{_NAME}(?:\sde)?{_YEAR}?"),
    re.compile(rf"\b{_NAME}\s{_DAY}\b{_YEAR}?"),
    re.compile(rf"(?<!\d[\s.])(?<!\d\.\s)\b{_NAME}{_YEAR}"),
)


def find(text: str) -> Told | None:
    """Return the first date of a short text, or None. A date without a year has no EDTF value."""
    if not _DIGIT.search(text):
        return None
    for pattern in _NUMERIC:
        if match := pattern.search(text):
            return _told(match, int(match["m"]))
    if match := _SLASHED.search(text):
        return _slashed(match)
    best: Told | None = None
    for pattern in _NAMED:
        for match in pattern.finditer(text):
            told = _told(match, months().get(match["name"].casefold(), 0))
            if told:
                if best is None or (told.start, -told.end) < (best.start, -best.end):
                    best = told
                break
    return best


def _slashed(match: re.Match[str]) -> Told | None:
    """Return the date of "17/02/2025" or "2/17/2025"; where the two can be exchanged it has no value."""
    one, two, year = int(match["a"]), int(match["b"]), int(match["y"])
    readings = {
        (month, day) for month, day in ((one, two), (two, one)) if 1 <= month <= 12 and 1 <= day <= 31
    }
    if not readings:
        return None
    if len(readings) > 1:
        return Told(match.start(), match.end(), None)
    month, day = readings.pop()
    return Told(match.start(), match.end(), f"{year}-{month:02}-{day:02}")


def _told(match: re.Match[str], month: int) -> Told | None:
    parts = match.groupdict()
    year, day = parts.get("y"), parts.get("d")
    if not 1 <= month <= 12:
        return None
    if year is None:
        return Told(match.start(), match.end(), None) if day and 1 <= int(day) <= 31 else None
    if day is None:
        return Told(match.start(), match.end(), f"{year}-{month:02}")
    try:
        value = date(int(year), month, int(day))
    except ValueError:
        return None
    return Told(match.start(), match.end(), value.isoformat())


_CLOCK = re.compile(
    r"[\s,T]*(?:(?:at|в|u|у)\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?[A-Z]{1,4}|[+-]\d\d:?\d\d)?(?:\s?(?:-|–|>>|→|/)\s?\d{1,2}[:.]\d{2})?",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{2,12},?\s*")
_RULED = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+")


@cache
def _year_words() -> re.Pattern[str]:
    found = sorted((word for _, word in rows("reading/year_words")), key=len, reverse=True)
    words = "|".join(map(re.escape, found))
    return re.compile(rf"[\s.,]*(?:(?:{words})(?!\w))?[\s.,]*", re.I)


def bare_end(text: str, end: int) -> int:
    """Return where a date that ends at `end` ends with the words that add nothing ("2025 года.")."""
    match = _year_words().match(text, end)
    return match.end() if match else end


def whole(text: str) -> Told | None:
    """Return the date of a line that holds a date and, at most, a weekday or rubric and a time; else None."""
    if len(text) > 60:
        return None
    told = find(text)
    if told is None:
        return None
    before, after = text[: told.start].strip(), text[bare_end(text, told.end) :]
    if (not before or _WORD.fullmatch(before)) and (not after or _CLOCK.fullmatch(after)):
        return told
    parts = _RULED.split(text)  # "Press release | 17 February 2025 | Belgrade"
    if len(parts) == 1 or any(len(part.split()) > 4 for part in parts):
        return None
    return next((found for part in parts if (found := whole(part))), None)


_BEHIND_MOST = 40  # characters behind a date that a label has announced: the hour, the zone, who posted it


def labelled(value: str) -> Told | None:
    """Return the date of what stands behind a label of publication ("16 AUG 2022 7:52PM by PIB Delhi")."""
    told = whole(value)
    if told is not None or len(value) > 80:
        return told
    told = find(value)
    if told is None or len(value) - told.end > _BEHIND_MOST:
        return None
    before = value[: told.start].strip()
    return told if not before or _WORD.fullmatch(before) or _CLOCK.fullmatch(before) else None


def is_clock(text: str) -> bool:
    """Return whether a line is a time of day and nothing else."""
    return len(text) <= 16 and _CLOCK.fullmatch(text) is not None
