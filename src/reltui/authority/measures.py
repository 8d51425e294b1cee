"""Series of meetings whose number gives a year, days that are remembered, and units of quantities."""

from __future__ import annotations

import re
from typing import NamedTuple

from reltui.authority.table import Layout
from reltui.authority.tsv import parts

SESSION_COLUMNS = (
    "id", "name", "patterns", "base", "step", "shifts", "month", "day", "place", "organisation", "note",
)  # fmt: skip
ANNIVERSARY_COLUMNS = ("id", "name", "date", "aliases", "sr", "ru", "states")
UNIT_COLUMNS = ("form", "language", "kind", "code", "value", "forms")
UNIT_KINDS = frozenset(["currency", "symbol", "multiplier", "unit", "qualifier", "period"])


class Session(NamedTuple):
    """A series of sessions, summits or forums.

    Year of number n = `base` + n × `step` (`base` 0: the number says nothing); `shifts` are (number, base):
    from that number on the base is another, because a year was left out. `month`, `day`: when it usually
    opens (0: not fixed). `place`: id of a place, or "" where it moves. `patterns`: regular expressions whose
    group `n`, where there is one, is the number in figures, Roman numerals or words.
    """

    id: str
    name: str
    patterns: tuple[str, ...]
    base: int
    step: int
    shifts: tuple[tuple[int, int], ...]
    month: int
    day: int
    place: str
    organisation: str
    note: str

    def year(self, number: int) -> int | None:
        """Return the year in which that number of the series opened, None where the series does not tell."""
        base = self.base
        for first, shifted in self.shifts:
            if number >= first:
                base = shifted
        return base + number * self.step if base else None


class Anniversary(NamedTuple):
    """A day of history that sources refer to by name; `date` is EDTF."""

    id: str
    name: str
    date: str
    aliases: tuple[str, ...]
    sr: tuple[str, ...]
    ru: tuple[str, ...]
    states: tuple[str, ...]


class Unit(NamedTuple):
    """A word or sign of quantities: `code` is an ISO 4217 code, or the normal form of a unit or qualifier."""

    form: str
    language: str
    kind: str
    code: str
    value: float
    forms: tuple[str, ...]


def session(c: list[str]) -> Session:
    """Make a series from its cells; raises ValueError where one is wrong."""
    try:
        base, step, month, day = (int(c[i] or 0) for i in (3, 4, 6, 7))
        shifts = tuple((int(a), int(b)) for a, _, b in (s.partition("=") for s in parts(c[5])))
    except ValueError:
        raise ValueError("base, step, month and day are whole numbers, shifts such as 26=1995.") from None
    if not 0 <= month <= 12 or not 0 <= day <= 31:
        raise ValueError(f"there is no day {day} of month {month}.")
    patterns = tuple(c[2].split(" || ")) if c[2] else ()
    return Session(c[0], c[1], patterns, base, step, shifts, month, day, c[8], c[9], c[10])


def anniversary(c: list[str]) -> Anniversary:
    """Make a remembered day from its cells; raises ValueError where one is wrong."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", c[2]):
        raise ValueError(f"date '{c[2]}' is not a year, a month or a day such as 1945-05-09.")
    return Anniversary(c[0], c[1], c[2], parts(c[3]), parts(c[4]), parts(c[5]), parts(c[6]))


def unit(c: list[str]) -> Unit:
    """Make a unit from its cells; raises ValueError where one is wrong."""
    if c[2] not in UNIT_KINDS:
        raise ValueError(f"kind '{c[2]}' is not one of {', '.join(sorted(UNIT_KINDS))}.")
    try:
        value = float(c[4]) if c[4] else 1.0
    except ValueError:
        raise ValueError(f"value '{c[4]}' is not a number.") from None
    return Unit(c[0], c[1], c[2], c[3], value, parts(c[5]) or (c[0],))


SESSIONS = Layout("sessions.tsv", SESSION_COLUMNS, session)
ANNIVERSARIES = Layout("anniversaries.tsv", ANNIVERSARY_COLUMNS, anniversary)
UNITS = Layout("units.tsv", UNIT_COLUMNS, unit, (0, 1, 2))
