"""Which numbers of a sentence are quantities, and of what."""

from __future__ import annotations

from dataclasses import replace

from reltui.extract.figures.context import Context
from reltui.extract.figures.grammar import Clause, Grammar
from reltui.extract.figures.numbers import Number, find_numbers
from reltui.extract.figures.units import (
    Measure,
    is_plural,
    noun_behind,
    qualifier_before,
    sign_before,
    unit_behind,
)
from reltui.extract.figures.words import Words
from reltui.model.noun import noun

_JOINTS = frozenset(("-", "–", "—", "‑", "to", "and", "or", "до", "и", "или", "do", "i", "ili", "по"))
_SPANNING = frozenset(("-", "–", "—", "‑", "to", "до", "do", "по"))
#: From here on a number in words is told for its size: "twelve agreements", but not "two leaders".
_MANY = 11
_WORDS_BEFORE = 12
#: Persons are counted for their fate however few they are: "two killed".
_PERSONS = frozenset(("people", "killed", "wounded", "injured", "dead", "victims", "hostages", "prisoners"))


@noun
class Quantity:
    """A number and what it is of; `measure` None where a large amount stands without a unit."""

    number: Number
    measure: Measure | None


class Collector:
    """Finds the quantities of one document, clause by clause and in order."""

    def __init__(self, context: Context, grammar: Grammar, words: Words) -> None:
        self._context = context
        self._grammar = grammar
        self._words = words

    def numbers(self, text: str, start: int, end: int, *, in_letters: bool) -> list[Number]:
        """Return the numbers of text[start:end] that may count something; `in_letters`: also those in words."""
        found = find_numbers(text, start, end, self._words, in_letters)
        return [number for number in found if not self._context.names(number, start)]

    def quantities(self, clause: Clause, numbers: list[Number]) -> list[Quantity]:
        """Return which numbers of a clause are quantities, and of what."""
        found: list[Quantity] = []
        # from the last to the first, so that "from 5 to 10 percent" knows its unit
        behind: Quantity | None = None
        for number in reversed(numbers):
            quantity = (
                self._listed(clause, number)
                or self._joined(clause, number, behind)
                or self._counted(clause, number)
            )
            if quantity is not None:
                found.append(quantity)
            behind = quantity
        return found[::-1]

    def _listed(self, clause: Clause, number: Number) -> Quantity | None:
        """Return a quantity of money or of a listed unit."""
        measure = sign_before(clause, number.start, self._words) if number.raw else None
        if measure is None:
            measure = unit_behind(clause, number.end, self._words)
        if measure is None or (not number.raw and not self._tells(number, measure)):
            return None
        if measure.kind in ("time", "count") and self._context.looks_like_year(number):
            return None
        return Quantity(number, measure)

    def _tells(self, number: Number, measure: Measure) -> bool:
        """Return whether a number in words says how much: "two percent", not "one person" or "two years"."""
        if number.scale >= 100 or number.worded >= _MANY or measure.kind == "currency" or measure.code == "%":
            return True
        if measure.kind == "count":
            return number.worded > 1 and measure.code in _PERSONS
        return measure.kind == "unit" and number.worded != 1 and measure.code != "times"

    def _joined(self, clause: Clause, number: Number, behind: Quantity | None) -> Quantity | None:
        """Return the first number of a range or pair with the unit of the second ("from 5 to 10 percent")."""
        if behind is None or behind.measure is None or not number.raw:
            return None
        gap = clause.text[number.end : behind.number.start].strip(" \u00a0\n").lower()
        if gap not in _JOINTS or self._context.looks_like_year(number):
            return None
        scale = behind.number.scale if number.scale == 1 and gap in _SPANNING else number.scale
        return Quantity(replace(number, scale=scale), behind.measure)

    def _counted(self, clause: Clause, number: Number) -> Quantity | None:
        """Return a quantity of things that no table lists, or a large amount of nothing named."""
        if not number.raw and number.scale < 100 and number.worded < _MANY:
            return None
        if self._context.looks_like_year(number) or (number.raw and self._named(clause, number)):
            return None
        measure = noun_behind(clause, self._grammar, number.end)
        if measure is not None:
            head = clause.text[measure.end - len(measure.code) : measure.end]
            proper = head[:1].isupper() and not head.isupper() and not is_plural(measure.code)
            return None if proper else Quantity(number, measure)
        large = number.scale > 1 or len(number.raw) > 4 or (bool(number.raw) and not number.raw.isdigit())
        return Quantity(number, None) if large or self._numbered(clause, number) else None

    def _numbered(self, clause: Clause, number: Number) -> bool:
        """Return whether a bare number is told as one: "bringing the number of nominees to 90"."""
        index = clause.index(number.start)
        near = range(max(0, index - _WORDS_BEFORE), index)
        return len(number.raw) > 1 and any(self._grammar.starting(clause.words, i, "number") for i in near)

    def _named(self, clause: Clause, number: Number) -> bool:
        """Return whether a capitalised word before the number makes it part of a name ("Boeing 737")."""
        index = clause.index(number.start)
        if number.scale != 1 or not number.raw.isdigit() or index < 2:
            return False
        last = clause.tokens[index - 1]
        if not last.text[0].isupper() or clause.text[last.end : number.start].strip(" \u00a0-"):
            return False
        return qualifier_before(clause, number.start, self._words) is None
