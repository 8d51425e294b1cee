"""Datelines: the place, the day and the agency that open a report ("Moscow, 19 August 2022 (TDI): ...")."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reltui.read import when
from reltui.read.shapes.draft import lead
from reltui.read.shapes.turns import words_that
from reltui.read.tables import rows

_SEPARATOR = re.compile(r"(?::|\s?[–—]|\s-{1,2}|(?<=/)\.|(?<=/))\s+")
_HEAD = re.compile(
    r"(?P<place>[^\d(/:]+?)[,./]?\s*(?P<date>\b(?:[^\W\d_]+\.?\s+)?\d[^(/]*?)?[\s.,]*"
    r"(?:\((?P<agency>[^()]{2,40})\)|/(?P<slashed>[^/]{2,30})/|(?<=[\s.])(?P<bare>[A-Z]{3,}(?:\.[A-Z]{2,3})?))?\s*\.?"
)


_NAME = 3  # words of an agency's name


class Dateline(NamedTuple):
    """A dateline: where its words end, where the report begins, its date (EDTF) and agency."""

    start: int
    end: int
    begin: int
    date: str | None
    agency: str | None


@cache
def agencies() -> dict[str, str]:
    """Return the agencies that datelines name, and their full names."""
    return {row[0]: row[1] for row in rows("reading/agencies")}


def dateline(text: str) -> Dateline | None:
    """Return the dateline that opens a paragraph, or None. Offsets are those of the text given."""
    start = lead(text)
    for separator in _SEPARATOR.finditer(text, start, start + 130):
        head = text[start : separator.start()]
        if len(text) - separator.end() < 20:
            return None
        if (match := _HEAD.fullmatch(head)) and (found := _weigh(match, separator.group())):
            date, agency = found
            if not agency and (after := _after(text, separator.end())):
                return Dateline(start, after[0], after[1], date, after[2])
            return Dateline(start, separator.start(), separator.end(), date, agency)
    return None


def _after(text: str, start: int) -> tuple[int, int, str] | None:
    """Return where an agency named behind the dash ends, where the report begins, and the agency."""
    stop = text.find(". ", start, start + 40)
    return (stop, stop + 2, text[start:stop]) if stop > 0 and text[start:stop] in agencies() else None


def _weigh(match: re.Match[str], separator: str) -> tuple[str | None, str | None] | None:
    place = match["place"].strip(" ,.")
    words = place.replace(",", " ").split()
    if not 1 <= len(words) <= 8 or not words[0][0].isupper() or not words[-1][0].isupper():
        return None
    if words[0].casefold() in words_that("small"):  # "On 6 May 2024 – the parties agreed"
        return None
    agency = match["agency"] or match["slashed"] or match["bare"]
    known = agency in agencies() or (
        agency is not None and agency.isupper() and agency.replace(".", "").isalpha()
    )
    if agency and not known and not (match["date"] and agency[0].isupper() and len(agency.split()) <= _NAME):
        return None  # beside a date any name is an agency's: "ANKARA, March 16 (Anadolu Wire) - "
    if match["bare"] and not (match["date"] or agency in agencies()):
        return None  # two words in capitals are anything: "MR. PRICE:", "JOINT STATEMENT:"
    told = when.whole(match["date"]) if match["date"] else None
    if match["date"] and told is None:
        return None
    loud = place.isupper() and len(words[0]) > 3 and separator.strip() in "–—--"
    if not (told or agency or (loud and separator.strip())):
        return None
    return (told.edtf if told else None, agency)
