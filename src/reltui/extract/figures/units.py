"""What a number is of: currency signs, units and counted nouns behind it, qualifiers before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from reltui.authority import Tables
from reltui.authority.measures import Unit
from reltui.authority.phrases import Token, tokens
from reltui.extract.figures.grammar import Clause, Grammar

_REACH = 48
_SIGN_REACH = 6
_QUALIFIER_REACH = 40
_QUALIFIER_WORDS = 4
_NOUN_WORDS = 5
_ADJECTIVE = re.compile(
    r"(?:ых|их|ой|ая|ое|ые|ого|ому|nih|kih|skih|ških|čkih|vnih|tih|rih|lih|нових|них|ких|ских)$"
)
_PLURAL = re.compile(r"[^su\W]s$|ies$|ches$|sses$")
_IRREGULAR = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "staff",
        "personnel",
        "troops",
        "police",
        "media",
        "data",
        "militia",
        "infantry",
        "aircraft",
    ]
)


class Measure(NamedTuple):
    """What is counted: `code` the unit, `kind` (currency, unit, noun), its words at [start, end)."""

    code: str
    kind: str
    start: int
    end: int


def sign_before(text: str, start: int, tables: Tables) -> Measure | None:
    """Return the currency whose sign or code stands right before a number ("$5", "EUR 12")."""
    low = max(0, start - _SIGN_REACH)
    row = tokens(text, low, start)
    for first in range(len(row)):
        found = tables.unit_phrases.at(row, first)
        if found is None or first + found[0] != len(row):
            continue
        gap = text[row[-1].end : start]
        lead = text[row[first].start - 1 : row[first].start] if row[first].start > low else " "
        if gap.strip(" \u00a0\u202f") or (row[first].text[0].isalpha() and lead.isalnum()):
            continue
        money = next((u for u in found[2] if u.kind in ("symbol", "currency")), None)
        if money is not None and (not row[first].text.isalpha() or row[first].text.isupper()):
            return Measure(money.code, "currency", row[first].start, start)
    return None


def unit_behind(text: str, stop: int, end: int, tables: Tables) -> Measure | None:
    """Return the listed unit right behind a number ("38-percent", "billion cubic metres")."""
    row = tokens(text, stop, min(end, stop + _REACH))
    first = int(bool(row) and row[0].text in "-‑")
    if not row[first:] or text[row[first].end : row[first].end + 1] == "’":
        return None
    found = tables.unit_phrases.at(row, first)
    if found is None:
        return None
    last = row[first + found[0] - 1].end
    if text[stop : row[first].start].strip(" \u00a0\u202f\n-‑"):
        return None
    unit = next((u for u in found[2] if u.kind in ("currency", "symbol", "unit")), None)
    if unit is None or (text[last : last + 1].isalnum() and text[last - 1].isalnum()):
        return None
    kind = "currency" if unit.kind == "symbol" else unit.kind
    return Measure(unit.code, kind, row[first].start, last)


def noun_behind(clause: Clause, grammar: Grammar, stop: int) -> Measure | None:
    """Return the head of the words behind a number, where no table lists it ("20 governments who")."""
    first = clause.index(stop)
    if first >= len(clause.words) or clause.text[stop : clause.tokens[first].start].strip(" \u00a0\n-"):
        return None
    first += int(clause.words[first] in ("-", "‑"))
    head = -1
    i = first
    while i < min(len(clause.words), first + 2 * _NOUN_WORDS):
        token = clause.tokens[i]
        if token.text in "-‑" and i > first and _hyphenated(clause, i):
            i += 1
            continue
        small = grammar.starting(clause.words, i, "cut") or grammar.starting(clause.words, i, "small")
        if not token.text[0].isalpha() or small:
            break
        low = token.text.lower()
        i += 1
        if not token.text.isascii() and _ADJECTIVE.search(low):
            continue
        head = i - 1
        ends = not token.text.isascii() or low in _IRREGULAR or (len(low) > 3 and _PLURAL.search(low))
        if ends and not _hyphenated(clause, i):
            break
    if head < 0:
        return None
    token = clause.tokens[head]
    return Measure(token.text.lower(), "noun", clause.tokens[first].start, token.end)


def _hyphenated(clause: Clause, index: int) -> bool:
    """Return whether token `index` is a hyphen inside a word ("middle-class families")."""
    tokens = clause.tokens
    return (
        0 < index < len(tokens) - 1
        and tokens[index].text in "-‑"
        and tokens[index - 1].end == tokens[index].start
        and tokens[index].end == tokens[index + 1].start
    )


def qualifier_before(text: str, low: int, start: int, tables: Tables) -> tuple[str, int] | None:
    """Return (what the words before a number make of it, where they begin): "more than", "about" ..."""
    row = tokens(text, max(low, start - _QUALIFIER_REACH), start)
    for first in range(max(0, len(row) - _QUALIFIER_WORDS), len(row)):
        if text[row[-1].end : start].strip(" \u00a0\n"):
            return None
        found = tables.unit_phrases.at(row, first)
        if found is not None and first + found[0] == len(row):
            unit = _qualifier(found[2])
            if unit is not None:
                return unit.code, row[first].start
    return None


def qualifier_behind(text: str, stop: int, end: int, tables: Tables) -> tuple[str, int] | None:
    """Return the same for words behind a quantity ("12 people or more"), with where they end."""
    row: list[Token] = tokens(text, stop, min(end, stop + 16))
    if not row or row[0].text.lower() not in ("or", "или", "ili", "plus", "+"):
        return None
    found = tables.unit_phrases.at(row, 0)
    unit = _qualifier(found[2]) if found is not None else None
    return (unit.code, row[found[0] - 1].end) if found is not None and unit is not None else None


def _qualifier(units: tuple[Unit, ...]) -> Unit | None:
    return next((u for u in units if u.kind == "qualifier"), None)
