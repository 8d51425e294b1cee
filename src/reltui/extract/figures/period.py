"""The period a figure is told of, where its sentence says so: "In 2021" → 2021, "since 2009" → 2009/.."""

from __future__ import annotations

from collections.abc import Sequence

from reltui.extract.drafts import When
from reltui.extract.figures.grammar import Clause, Grammar
from reltui.extract.order import within

#: How far behind a figure its period may stand, and what a comma between the two adds to the distance.
_BEHIND = 90
_CLAUSE = 40


def periods(
    clause: Clause, grammar: Grammar, dates: Sequence[When], published: str | None
) -> list[tuple[int, str]]:
    """Return all periods told in a clause as (offset, EDTF), in order.

    `dates` are the document's date expressions in order; "last year" is reckoned from `published` (EDTF).
    """
    found = _years(clause, grammar)
    year = int(published[:4]) if published and published[:4].isdigit() else None
    for use, distance in (("last year", 1), ("this year", 0)):
        if year is not None and grammar.occurs(clause.words, use):
            found += [
                (token.start, str(year - distance))
                for i, token in enumerate(clause.tokens)
                if grammar.starting(clause.words, i, use)
            ]
    if clause.tokens:
        found += _dated(clause, dates, [offset for offset, _ in found])
    return sorted(found)


def nearest(
    text: str, found: Sequence[tuple[int, str]], start: int, end: int, others: Sequence[tuple[int, int]]
) -> str | None:
    """Return the period of the figure at [start, end): the nearest, a clause away counting as farther.

    An open period ("since 2009") belongs to the figure right before it alone; `others` are all figures.
    """
    best: tuple[int, str] | None = None
    for offset, edtf in found:
        between = text[offset:start] if offset < start else text[end:offset]
        if offset >= end:
            if len(between) > _BEHIND or any(c in between for c in ";()"):
                continue
            if edtf.endswith("/..") and any(end <= a < offset for a, _ in others):
                continue
        distance = len(between) + _CLAUSE * between.count(",")
        if best is None or distance < best[0]:
            best = distance, edtf
    return best[1] if best else None


def _years(clause: Clause, grammar: Grammar) -> list[tuple[int, str]]:
    words = clause.words
    found: list[tuple[int, str]] = []
    taken = -1
    for i, word in enumerate(words):
        if i <= taken or not _is_year(word):
            continue
        offset = clause.tokens[i].start
        until = i + 1 + int(words[i + 1 : i + 2] == ["."])
        joined = grammar.starting(words, until, "until") or int(words[until : until + 1] in (["–"], ["-"]))
        last = until + joined
        spans = joined and last < len(words) and _is_year(words[last]) and word < words[last]
        if spans and (words[until] in "–-" or grammar.ending(words, i, "between")):
            found.append((offset, f"{word}/{words[last]}"))
            taken = last
            continue
        behind = grammar.ending(words, i, "year")
        at = i - behind
        at -= int(at > 0 and words[at - 1] == "the")
        # "with" and "from" are one word in Russian («с»), so a year word or English "since" must settle it
        if grammar.ending(words, at, "since"):
            found.append((offset, f"{word}/.."))
        elif grammar.ending(words, at, "within") or grammar.starting(words, until, "year"):
            found.append((offset, word))
    return found


def _dated(clause: Clause, dates: Sequence[When], known: list[int]) -> list[tuple[int, str]]:
    """Return full dates of the clause that no year found already stands in."""
    low, high = clause.tokens[0].start, clause.tokens[-1].end
    found: list[tuple[int, str]] = []
    for _, date in within(dates, low, high):
        plain = date.edtf is not None and not date.missing and date.edtf[:4].isdigit()
        if plain and date.edtf and not any(date.start <= offset < date.end for offset in known):
            found.append((date.start, date.edtf))
    return found


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and "1600" <= word < "2100"
