"""What values are called on the screen: dates, types, kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.dates import display
from reltui.dates.display import inferred_part
from reltui.present.safe import safe

if TYPE_CHECKING:
    from reltui.model.vocab import Basis

_TYPES = {"press_conference": "press"}
TYPE_CELLS = 9
DAY_CELLS = 8


def event_type(type_: str) -> str:
    """An event's type in at most nine cells."""
    return _TYPES.get(type_, type_)


def day(date: str | None, basis: Basis | None = None, why: str | None = None) -> str:
    """A date in full, what was inferred of it in brackets; "n.d." for none.

    A date that is none (a database that something else wrote to) is shown as it stands.
    """
    if not date:
        return "n.d."
    try:
        return display(date, inferred=inferred_part(basis, why))
    except ValueError:
        return safe(date)


def brief(date: str | None, cells: int = 15) -> str:
    """A date for a narrow column: `≤2024-03-21` not after, `≥` not before, `2024-12…2025-02` a span by months.

    A span that does not fit says where it begins: `2024-12…`.
    """
    shown = day(date)
    for word, sign in (("before ", "≤"), ("from ", "≥"), ("c. ", "~")):
        if shown.startswith(word):
            return f"{sign}{shown[len(word) :]}"
    first, dash, last = shown.partition(" – ")
    if not dash:
        return shown
    if first[:7] == last[:7] and len(first) < cells:
        return f"{first}…"
    whole = f"{first[:7]}…{last[:7]}"
    return whole if len(whole) <= cells else whole[:8]


def dated(date: str | None, basis: Basis | None, why: str | None) -> str:
    """A date in full and, where it was inferred, what of it: "[2024-]05-06, year inferred"."""
    part = inferred_part(basis, why)
    shown = day(date, basis, why)
    if not date or part is None:
        return shown
    return f"{shown}, {'date' if part == 'all' else part} inferred"


def in_year(date: str | None, basis: Basis, why: str) -> str:
    """A date under the heading of its year: month and day, `*` where something of it was inferred.

    In at most eight cells where the date allows it: `05-06`, `11-24–25`, `≤08-14` (not after).
    """
    if not date:
        return "n.d."
    try:
        shown = display(date, inferred=None)
    except ValueError:
        return safe(date)
    star = "*" if basis == "inferred" else ""
    sign = ""
    for word, short in (("before ", "≤"), ("from ", "≥"), ("c. ", "~")):
        if shown.startswith(word):
            sign, shown = short, shown[len(word) :]
    first, dash, last = shown.partition(" – ")
    if dash and first[:4] == last[:4]:  # both ends in one year: it is said by the heading
        last = last[5:]
    if first[:4].isdigit() and first[4:5] == "-":
        first = first[5:]
    whole = f"{sign}{first}{'–' if dash else ''}{last}"
    return whole + star if len(whole) < DAY_CELLS else whole


def surname(name: str) -> str:
    """The last word of a person's name, with the small words before it: "Vučić", "von der Leyen"."""
    words = name.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].islower():
        first -= 1
    return " ".join(words[max(0, first) :])
