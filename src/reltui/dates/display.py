"""How a date is shown: on the screen, in a table, in a sentence.

`short` is ISO ("2024-05-06"), `long` is for sentences ("6 May 2024"), `medium` the same with months
of three letters. What was not in the words but inferred stands in square brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from reltui.dates.calendar import MONTHS, MONTHS_SHORT
from reltui.dates.edtf import Edtf

if TYPE_CHECKING:  # the nouns cost more to import than dates do
    from reltui.model.vocab import Basis

Shape = Literal["short", "medium", "long"]
Inferred = Literal["year", "month", "all"]
"""How much of a date was inferred: the year, the month (and year), or all of it."""

_FIELDS: dict[Inferred | None, int] = {None: 0, "year": 1, "month": 2, "all": 3}
_MARKS = "~?%"


def inferred_part(basis: Basis | None, why: str | None) -> Inferred | None:
    """Return what of a date is inferred, read from its basis and the beginning of its reason.

    Reasons begin with the part they speak of ("year from the dateline …", "month and year from …");
    one that names no part stands for the whole date. None where the date is explicit.
    """
    if basis != "inferred":
        return None
    words = [word.strip(" :,;").casefold() for word in (why or "").split(maxsplit=3)[:3]]
    named = words[:1] if words[1:2] != ["and"] else words[::2]
    if not named or not {"year", "month"}.issuperset(named):
        return "all"
    return "month" if "month" in named else "year"


def display(date: Edtf | str | None, style: Shape = "short", inferred: Inferred | bool | None = None) -> str:
    """Return a date as readers write it: "[2024-]05-06", "6 May 2024", "24–25 November 2021".

    A string is parsed first (ValueError if it is none); no date and an unknown one give "n.d.".
    `inferred` puts that part of it in square brackets; True means all of it.
    """
    value = Edtf.parse(date) if isinstance(date, str) else date
    if value is None or not value.known:
        return "n.d."
    part: Inferred | None = "all" if inferred is True else (inferred or None)
    head, _, tail = value.text.partition("/")
    if value.precision == "bounded":
        word, point = ("before", tail) if head == ".." else ("from", head)
        return f"{word} {_one(point, style, part)}"
    if value.precision != "span":
        return _one(head, style, part)
    return _two(head, tail, style, part)


def _one(point: str, style: Shape, inferred: Inferred | None) -> str:
    """Show one date with its marks: "c. 6 May 2024", "6 May [2024?]"."""
    bare = point.rstrip(_MARKS)
    mark = point[len(bare) :]
    fields = bare.split("-")
    shown = _iso(fields, inferred) if style == "short" else _words(fields, style, inferred)
    if mark in {"?", "%"}:
        shown = f"{shown[:-1]}?]" if shown.endswith("]") else f"{shown}?"
    return f"c. {shown}" if mark in {"~", "%"} else shown


def _iso(fields: list[str], inferred: Inferred | None) -> str:
    guess, rest = fields[: _FIELDS[inferred]], fields[_FIELDS[inferred] :]
    if not guess:
        return "-".join(rest)
    return f"[{'-'.join(guess)}{'-' if rest else ''}]{'-'.join(rest)}"


def _words(fields: list[str], style: Shape, inferred: Inferred | None) -> str:
    months = MONTHS if style == "long" else MONTHS_SHORT
    words = [fields[0].lstrip("0")]
    if len(fields) > 1:
        words.insert(0, months[int(fields[1]) - 1])
    if len(fields) > 2:
        words.insert(0, str(int(fields[2])))
    known = min(_FIELDS[inferred], len(words))
    if known:
        at = len(words) - known
        words[at] = f"[{words[at]}"
        words[-1] += "]"
    return " ".join(words)


def _two(head: str, tail: str, style: Shape, inferred: Inferred | None) -> str:
    """Show a span; what both ends share is said once: "24–25 November 2021"."""
    if head == tail:
        return _one(head, style, inferred)
    one, two = head.split("-"), tail.split("-")
    guessed = _FIELDS[inferred]
    if guessed and guessed >= max(len(one), len(two)):
        return f"[{_two(head, tail, style, None)}]"
    if len(one) == len(two) == 1:
        return f"{_one(head, style, inferred)}–{_one(tail, style, inferred)}"
    if len(one) == len(two) and not (head + tail).strip("0123456789-"):
        if one[:-1] == two[:-1]:
            return _shared(one, two, style, inferred)
        if style != "short" and one[0] == two[0] and guessed < 2:
            return f"{_words(['', *one[1:]], style, None).strip()} – {_words(two, style, inferred)}"
    return f"{_one(head, style, inferred)} – {_one(tail, style, inferred)}"


def _shared(one: list[str], two: list[str], style: Shape, inferred: Inferred | None) -> str:
    """Show a span whose ends differ in their last field alone."""
    if style == "short":
        return f"{_iso(one, inferred)}–{two[-1]}"
    if len(one) == 3:
        return f"{int(one[2])}–{_words(two, style, inferred)}"
    first = _words(["", *one[1:]], style, None).strip()
    return f"{first}–{_words(two, style, inferred)}"
