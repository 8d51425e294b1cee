"""The year that a numbered session fixes for a day without one ("at the 77th session ... on 20 September")."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from reltui.authority import Tables
from reltui.authority.measures import Session

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def session_year(words: str, month: int, tables: Tables) -> tuple[int, str] | None:
    """Return the year that a numbered session in the words fixes for a day of that month, and how."""
    places = [match.start() for match in _NUMERAL.finditer(words)]
    for series, pattern in _numbered(tables):
        if pattern.pattern.startswith(_NUMBER) and not _anywhere(pattern, words, places):
            continue  # to look for it at every letter, as what follows does, takes ten times as long
        match = pattern.search(words)
        if match is None or not match["n"]:
            continue
        number = _number(match["n"])
        year = series.year(number) if number is not None else None
        if year is None:
            continue
        opened = year
        if series.month and month < series.month and series.month >= 9:
            year += 1  # a session that opened in autumn goes on in the next year
        return year, f"number {match['n']} of {series.name}, which opened in {opened}"
    return None


def _anywhere(pattern: re.Pattern[str], words: str, places: list[int]) -> bool:
    """Whether a pattern matches at one of these places."""
    return any(pattern.match(words, at) is not None for at in places)


_NUMBER = "(?P<n>"  # a pattern that begins so begins with the number
_NUMERAL = re.compile(r"\d|[IVXLC]")  # with which every number begins that can be read, see `_number`
_known: WeakKeyDictionary[Tables, list[tuple[Session, re.Pattern[str]]]] = WeakKeyDictionary()


def _numbered(tables: Tables) -> list[tuple[Session, re.Pattern[str]]]:
    """Return the patterns that give a number, of those series whose numbers tell a year."""
    found = _known.get(tables)
    if found is None:
        told = [series for series in tables.sessions if series.base or series.shifts]
        every = ((series, re.compile(one, re.IGNORECASE)) for series in told for one in series.patterns)
        found = _known[tables] = [(series, one) for series, one in every if "n" in one.groupindex]
    return found


def _number(text: str) -> int | None:
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    if not re.fullmatch(r"[IVXLC]+", text):
        return None
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < nxt else v for v, nxt in zip(values, [*values[1:], 0], strict=True))
