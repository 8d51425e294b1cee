"""What a number is of: currency signs, units and counted nouns behind it, qualifiers before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from reltui.authority.measures import Unit
from reltui.authority.phrases import tokens
from reltui.extract.figures.grammar import Clause, Grammar
from reltui.extract.figures.words import Words

_REACH = 48
_SIGN_WORDS = 4
_QUALIFIER_WORDS = 5
_NOUN_WORDS = 5
_SPACES = " \u00a0\u202f\n"
_MONEY = frozenset(("symbol", "currency"))
_LISTED = frozenset(("symbol", "currency", "unit", "period"))
_PERIOD = frozenset(("period",))
_QUALIFIER = frozenset(("qualifier",))
#: Qualifiers that say how exact a number is. Others of the table ("worth", "between") only lead to it.
_MEANINGS = frozenset(("about", "almost", "over", "at least", "up to", "less than", "another"))
_ADJECTIVE = re.compile(
    r"(?:ых|их|ой|ая|ое|ые|ого|ому|nih|kih|skih|ških|čkih|vnih|tih|rih|lih|нових|них|ких|ских)$"
)
_PLURAL = re.compile(r"[^su\W]s$|ies$|ches$|sses$")
_IRREGULAR = frozenset(
    ("people", "men", "women", "children", "staff", "personnel", "troops", "police", "militia", "aircraft")
)


class Measure(NamedTuple):
    """What is counted: `code` the unit, its words at [start, end), and what it multiplies by ("bcm").

    `kind` is "currency", "unit", "count" (listed things), "time", or "noun" (a word that no table has).
    """

    code: str
    kind: str
    start: int
    end: int
    factor: float = 1.0


def sign_before(clause: Clause, start: int, words: Words) -> Measure | None:
    """Return the currency whose sign or code stands right before a number ("$5", "EUR 12")."""
    row, stop = clause.tokens, clause.index(start)
    if not stop or clause.text[row[stop - 1].end : start].strip(_SPACES):
        return None
    for first in range(max(0, stop - _SIGN_WORDS), stop):
        found = words.unit_at(row, first, _MONEY)
        if found is None or first + found[1] != stop:
            continue
        token = row[first]
        glued = token.text[0].isalpha() and token.start > 0 and clause.text[token.start - 1].isalnum()
        if not glued and (not token.text.isalpha() or token.text.isupper()):
            return Measure(found[0].code, "currency", token.start, start)
    return None


def unit_behind(clause: Clause, stop: int, words: Words) -> Measure | None:
    """Return the listed unit right behind a number ("38-percent", "billion cubic metres")."""
    text = clause.text
    row, first = clause.tokens, clause.index(stop)
    if stop < clause.end and text[stop].isalnum():  # "10km" is one word of the sentence
        row, first = list(tokens(text, stop, min(clause.end, stop + _REACH))), 0
    first += int(first < len(row) and row[first].text in "-‑")
    if first >= len(row) or text[stop : row[first].start].strip(_SPACES + "-‑"):
        return None
    found = words.unit_at(row, first, _LISTED)
    if found is None or found[0].code.startswith(("per ", "each")):
        return None
    unit, count = found
    last = row[first + count - 1].end
    if text[last : last + 1].isalnum() and text[last - 1].isalnum():
        return None
    if unit.kind == "currency" and _is_adjective(text, last, unit, words):
        return None
    surface = text[row[first].start : last]
    return Measure(_code(unit, surface), _kind(unit), row[first].start, last, unit.value)


def rate_behind(clause: Clause, index: int, words: Words) -> str:
    """Return "/year" and the like where "per year" begins at token `index`, else ""."""
    found = words.unit_at(clause.tokens, index, _PERIOD)
    if found is None or not found[0].code.startswith("per "):
        return ""
    return "/" + found[0].code.removeprefix("per ")


def _kind(unit: Unit) -> str:
    if unit.kind in _MONEY:
        return "currency"
    if unit.kind == "period":
        return "time"
    # names of things that are counted are told from measures by being English plurals ("tanks", not "km")
    return "count" if unit.code.isalpha() and unit.code.islower() and is_plural(unit.code) else "unit"


def _code(unit: Unit, surface: str) -> str:
    if unit.code == "percent":
        return "%"
    if _kind(unit) == "count" and unit.language == "en":
        return " ".join(surface.lower().split())  # the table gathers agreements and contracts under one name
    return unit.code


def is_plural(word: str) -> bool:
    """Return whether an English word (lower case) looks like a plural."""
    return word in _IRREGULAR or (len(word) > 3 and _PLURAL.search(word) is not None)


def _is_adjective(text: str, stop: int, unit: Unit, words: Words) -> bool:
    """Return whether a short currency word is another word here: "2 real options", "5 won seats"."""
    word = text[stop - 5 : stop].split()[-1:] or [""]
    if unit.language != "en" or len(word[0]) > 4 or unit.code in ("EUR", "USD", "JPY"):
        return False
    following = re.match(r"[ \u00a0]([a-z]{3,})", text[stop : stop + 24])
    return following is not None and words.add(following.group(1)) is None


def noun_behind(clause: Clause, grammar: Grammar, stop: int) -> Measure | None:
    """Return the head of the words behind a number, where no table lists it ("20 governments who")."""
    first = clause.index(stop)
    if first >= len(clause.words) or clause.text[stop : clause.tokens[first].start].strip(_SPACES + "-"):
        return None
    first += int(clause.words[first] in ("-", "‑"))
    head = -1
    i = first
    while i < min(len(clause.words), first + 2 * _NOUN_WORDS):
        token = clause.tokens[i]
        if token.text in "-‑" and i > first and _hyphenated(clause, i):
            i += 1
            continue
        if len(token.text) == 1 and token.text.isupper() and clause.words[i + 1 : i + 2] == ["."]:
            i += 2  # "3,000 U.S. forces"
            continue
        small = grammar.starting(clause.words, i, "cut") or grammar.starting(clause.words, i, "small")
        if not token.text[0].isalpha() or small:
            break
        low = token.text.lower()
        i += 1
        if not token.text.isascii() and _ADJECTIVE.search(low):
            continue
        head = i - 1
        ends = not token.text.isascii() or is_plural(low)
        if ends and not _hyphenated(clause, i):
            break
    if head < 0:
        return None
    token = clause.tokens[head]
    return Measure(token.text.lower(), "noun", clause.tokens[first].start, token.end)


def _hyphenated(clause: Clause, index: int) -> bool:
    """Return whether token `index` is a hyphen inside a word ("middle-class families")."""
    row = clause.tokens
    return (
        0 < index < len(row) - 1
        and row[index].text in "-‑"
        and row[index - 1].end == row[index].start
        and row[index].end == row[index + 1].start
    )


def qualifier_before(clause: Clause, start: int, words: Words) -> tuple[str, int] | None:
    """Return (what the words before a number make of it, where they begin): "over", "about" ..."""
    row, stop = clause.tokens, clause.index(start)
    if not stop or clause.text[row[stop - 1].end : start].strip(_SPACES):
        return None
    for first in range(max(0, stop - _QUALIFIER_WORDS), stop):
        found = words.unit_at(row, first, _QUALIFIER)
        if found is not None and first + found[1] == stop and found[0].code in _MEANINGS:
            return found[0].code, row[first].start
    return None


def qualifier_behind(clause: Clause, stop: int, words: Words) -> tuple[str, int] | None:
    """Return the same for words behind a quantity ("12 people or more"), with where they end."""
    first = clause.index(stop)
    if first + 1 >= len(clause.words) or clause.words[first] != "or":
        return None
    found = words.unit_at(clause.tokens, first, _QUALIFIER)
    if found is None or found[0].code not in _MEANINGS:
        return None
    return found[0].code, clause.tokens[first + found[1] - 1].end
