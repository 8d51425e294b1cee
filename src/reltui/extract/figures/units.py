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
    "people men women children staff personnel troops police media data militia infantry aircraft".split()
)


class Measure(NamedTuple):
    """What is counted: `code` the unit, `kind` (currency, unit, noun), `end` where its words end (`start` where they begin)."""

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
    """Return the listed unit right behind a number ("38-percent", "billion cubic metres", "12 billion US dollars")."""
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
    """Return the noun that an unlisted unit is: the head of the words behind the number ("20 governments who")."""
    first = clause.index(stop)
    if first >= len(clause.words) or clause.text[stop : clause.tokens[first].start].strip(" \u00a0\n-"):
        return None
    first += int(clause.words[first] in ("-", "‑"))
    head = -1
    for i in range(first, min(len(clause.words), first + _NOUN_WORDS)):
        token = clause.tokens[i]
        if (
            not token.text[0].isalpha()
            or grammar.starting(clause.words, i, "cut")
            or grammar.starting(clause.words, i, "small")
        ):
            break
        if token.text[0].isupper() and i == first and not token.text.isupper() and len(clause.words) > i + 1:
            pass  # "6 Russian companies"
        if not token.text.isascii() and _ADJECTIVE.search(token.text.lower()):
            continue
        head = i
        low = token.text.lower()
        if not token.text.isascii() or low in _IRREGULAR or _PLURAL.search(low):
            break
    if head < 0:
        return None
    token = clause.tokens[head]
    return Measure(token.text.lower(), "noun", clause.tokens[first].start, token.end)


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
