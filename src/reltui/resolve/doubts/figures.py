"""Doubts about figures: sums, mixed decimal marks, exchange rates, and sources that differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from reltui.extract.document import Document
from reltui.extract.figures.grammar import LONGEST, Clause, Grammar, grammar_of
from reltui.extract.figures.groups import Amount, sums
from reltui.extract.figures.numbers import Mark, find_numbers
from reltui.extract.figures.separators import decimal_mark
from reltui.extract.figures.words import Words, words_of
from reltui.model import Discrepancy, Evidence, Facts, Figure, Source
from reltui.model.ids import digest
from reltui.model.noun import noun

if TYPE_CHECKING:
    from reltui.authority import Tables

#: Parts that miss the total by more than this share were perhaps never meant to be all of it.
_NEAR_TOTAL = 0.05
#: Two figures of one thing that differ by more than this factor are rather figures of two things.
_FAR_APART = 3.0
_LIKE = 0.6
_LARGEST_SHELF = 200
_BRACKET = re.compile(r"\s*\(\s*")
_CURRENCY = re.compile(r"[A-Z]{3}")


@noun
class _Stated:
    """A figure with its place, its rounding, and whether its mark was read against the language."""

    figure: Figure
    evidence: Evidence
    slack: float
    turned: bool


def find(sources: Sequence[Source], facts: Facts, tables: Tables) -> list[Discrepancy]:
    """Return where two sources differ on one thing."""
    del sources, tables
    return _between_sources(facts.figures)


def within(
    source: Source, figures: Sequence[Figure], tables: Tables, document: Document | None = None
) -> list[Discrepancy]:
    """Return the doubts about the figures of one source, each with the figures that disagree as evidence.

    `document` is the source cut into sentences, where that was done before.
    """
    figures = [figure for figure in figures if figure.evidence]
    if len(figures) < 2:
        return []
    found: list[Discrepancy] = []
    words, grammar = words_of(tables, source.language), grammar_of(tables, source.language)
    stated = sorted((_stated(f, source, words) for f in figures), key=lambda s: s.evidence)
    for start, end, here in _sentences(document or Document(source), stated):
        found += _separators(here)
        found += _sums(source, start, end, here, grammar)
    found += _rates(source, stated)
    return found


def _stated(figure: Figure, source: Source, words: Words) -> _Stated:
    evidence = figure.evidence[0]
    mark = decimal_mark(source.language)
    other: Mark = "," if mark == "." else "."
    slack, turned = 0.0, False
    for number in find_numbers(evidence.text, 0, len(evidence.text), words):
        if _same(number.read(mark), figure.value):
            slack = number.step(mark) / 2
        elif _same(number.read(other), figure.value):
            slack, turned = number.step(other) / 2, True
        else:
            continue
        break
    return _Stated(figure, evidence, slack, turned)


def _same(one: float, two: float) -> bool:
    return abs(one - two) <= 1e-9 * max(1.0, abs(two))


def _sentences(document: Document, stated: Sequence[_Stated]) -> Iterator[tuple[int, int, list[_Stated]]]:
    """Yield (start, end, figures) of each sentence that has two figures or more."""
    groups: dict[tuple[int, int], list[_Stated]] = defaultdict(list)
    for one in stated:
        sentence = document.sentence_at(one.evidence.start)
        if sentence is not None:
            groups[sentence.start, sentence.end].append(one)
    for (start, end), here in groups.items():
        if len(here) > 1:
            yield start, end, here


def _separators(here: Sequence[_Stated]) -> list[Discrepancy]:
    """A comma that is a decimal mark beside a point that is one."""
    turned = [one for one in here if one.turned]
    other = next((one for one in here if not one.turned and one.slack and one.figure.unit != "%"), None)
    if not turned or other is None:
        return []
    read = ", ".join(f"“{_plain(one)}” as {amount(one.figure.value, one.figure.unit)}" for one in turned)
    return [
        Discrepancy(
            f"d{digest('separator', *(one.evidence for one in turned))}",
            "separator",
            "doubt",
            f"Decimal marks are mixed: beside “{_plain(other)}” this reads {read}.",
            (*(one.evidence for one in turned), other.evidence),
        )
    ]


def _sums(
    source: Source, start: int, end: int, here: Sequence[_Stated], grammar: Grammar
) -> list[Discrepancy]:
    """Parts that do not make the stated total, beyond what rounding allows."""
    if len(here) < 3 or end - start > LONGEST:
        return []
    clause = Clause(source.text, start, end)
    amounts = [Amount(s.evidence.start, s.evidence.end, s.figure.value, s.figure.unit) for s in here]
    found: list[Discrepancy] = []
    for members in sums(clause, grammar, amounts):
        total = next(here[i] for i, part in members.items() if part == "total")
        parts = [here[i] for i, part in members.items() if part == "part"]
        if any(one.figure.qualifier not in (None, "exactly") for one in (total, *parts)):
            continue
        made = sum(one.figure.value for one in parts)
        gap = total.figure.value - made
        slack = total.slack + sum(one.slack for one in parts)
        if abs(gap) <= slack * (1 + 1e-9) or (gap > 0 and gap > _NEAR_TOTAL * abs(total.figure.value)):
            continue
        unit = total.figure.unit
        found.append(
            Discrepancy(
                f"d{digest('sum', total.evidence, *(one.evidence for one in parts))}",
                "sum",
                "conflict",
                f"The parts do not make the total: {' + '.join(amount(p.figure.value, '') for p in parts)} = "
                f"{amount(made, unit)}, stated {amount(total.figure.value, unit)}; "
                f"{amount(abs(gap), unit)} {'short' if gap > 0 else 'too much'}.",
                (total.evidence, *(one.evidence for one in parts)),
            )
        )
    return found


def _rates(source: Source, stated: Sequence[_Stated]) -> list[Discrepancy]:
    """Amounts given in two currencies whose ratios cannot be one exchange rate."""
    pairs: dict[tuple[str, str, str | None], list[tuple[_Stated, _Stated]]] = defaultdict(list)
    for one, two in pairwise(stated):
        units = one.figure.unit, two.figure.unit
        if units[0] == units[1] or not all(_CURRENCY.fullmatch(unit) for unit in units):
            continue
        between = source.text[one.evidence.end : two.evidence.start]
        exact = not one.figure.qualifier and not two.figure.qualifier
        if exact and two.figure.value and _BRACKET.fullmatch(between):
            pairs[units[0], units[1], one.figure.period].append((one, two))
    found: list[Discrepancy] = []
    for (first, second, _), same in pairs.items():
        spans = [_ratio(*pair) for pair in same]
        if not any(a[2] < b[1] or b[2] < a[1] for a, b in combinations(spans, 2)):
            continue
        told = "; ".join(f"{r:.3f} for “{_plain(a)}”" for (r, _, _), (a, _) in zip(spans, same, strict=True))
        found.append(
            Discrepancy(
                f"d{digest('rate', *(one.evidence for pair in same for one in pair))}",
                "sum",
                "note",
                f"The implied {first} for one {second} differ by more than rounding: {told}.",
                tuple(one.evidence for pair in same for one in pair),
            )
        )
    return found


def _ratio(one: _Stated, two: _Stated) -> tuple[float, float, float]:
    """Return the ratio of two amounts with the least and the greatest that their rounding allows."""
    a, b = one.figure.value, two.figure.value
    least = (a - one.slack) / (b + two.slack)
    most = (a + one.slack) / (b - two.slack) if b > two.slack else float("inf")
    return a / b, least, most


def _between_sources(figures: Sequence[Figure]) -> list[Discrepancy]:
    """One thing in one period that two sources give differently."""
    shelves: dict[tuple[str, str], list[tuple[frozenset[str], Figure]]] = defaultdict(list)
    ranged = _ranged(figures)
    for figure in figures:
        key = _key_words(figure.what)
        told_of = figure.period and figure.unit and figure.evidence and len(key) >= 3
        if told_of and figure.period and figure.id not in ranged:
            shelves[figure.unit, figure.period].append((key, figure))
    found: list[Discrepancy] = []
    for shelf in shelves.values():
        if len(shelf) > _LARGEST_SHELF:
            continue  # many things under like words
        told: dict[tuple[str, frozenset[str]], set[float]] = defaultdict(set)
        for words, figure in shelf:
            told[figure.evidence[0].source, words].add(figure.value)
        for (words, one), (others, two) in combinations(shelf, 2):
            if one.evidence[0].source == two.evidence[0].source or _agree(one, two):
                continue
            if len(words & others) < _LIKE * len(words | others):
                continue
            values = set[float]()
            for (_, like), given in told.items():
                if len(words & like) >= _LIKE * len(words | like):
                    values |= given
            if len(values) != 2:
                continue  # a range, or a count that goes on from source to source
            found.append(
                Discrepancy(
                    f"d{digest('differ', one.evidence[0], two.evidence[0])}",
                    "sum",
                    "doubt",
                    f"Two sources differ on {one.what}, {one.period}: {amount(one.value, one.unit)} and "
                    f"{amount(two.value, two.unit)}.",
                    (one.evidence[0], two.evidence[0]),
                )
            )
    return found


def _ranged(figures: Sequence[Figure]) -> set[str]:
    """Return the ids of figures that are two ends of a range ("50 to 52 percent")."""
    found: set[str] = set()
    for one, two in pairwise(sorted((f for f in figures if f.evidence), key=lambda f: f.evidence)):
        first, second = one.evidence[0], two.evidence[0]
        if first.source == second.source and one.unit == two.unit and 0 <= second.start - first.end <= 5:
            found |= {one.id, two.id}
    return found


def _agree(one: Figure, two: Figure) -> bool:
    """Return whether two figures may be one, told differently, or are of two things altogether."""
    low, high = sorted((abs(one.value), abs(two.value)))
    if one.qualifier or two.qualifier:
        return True
    return low == 0 or high / low > _FAR_APART or high / low < 1.01


def _key_words(what: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[^\W\d_]+", what.casefold()) if len(w) > 3)


def _plain(one: _Stated) -> str:
    return " ".join(one.evidence.text.split())


def amount(value: float, unit: str) -> str:
    """Return an amount in words of English for a sentence ("2.802 billion USD", "977 million")."""
    words = ""
    for scale, name in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= scale:
            value, words = value / scale, name
            break
    digits = f"{value:,.6f}".rstrip("0").rstrip(".")
    if unit == "%":
        return f"{digits}{words}%"
    return f"{digits}{words} {unit}".rstrip()
