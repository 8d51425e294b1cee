"""Which numbers of a sentence are quantities, and of what."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reltui.extract.figures.context import Context
from reltui.extract.figures.grammar import Clause, Grammar
from reltui.extract.figures.numbers import Number, find_numbers
from reltui.extract.figures.units import Measure, noun_behind, qualifier_before, sign_before, unit_behind
from reltui.extract.figures.words import Words

_JOINTS = frozenset(("-", "–", "—", "‑", "to", "and", "or", "до", "и", "или", "do", "i", "ili", "по"))
_SPANNING = frozenset(("-", "–", "—", "‑", "to", "до", "do", "по"))
#: From here on a number in words is told for its size: "twelve agreements", but not "two leaders".
_MANY = 11
#: Persons are counted for their fate however few they are: "two killed".
_PERSONS = frozenset(("people", "killed", "wounded", "injured", "dead", "victims", "hostages", "prisoners"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it is of; `measure` None where a large amount stands without a unit."""

    number: Number
    measure: Measure | None


class Collector:
    """Finds the quantities of one document, sentence by sentence and in order."""

    def __init__(self, text: str, context: Context, grammar: Grammar, words: Words) -> None:
        self._text = text
        self._context = context
        self._grammar = grammar
        self._words = words

    def quantities(self, start: int, end: int) -> list[Quantity]:
        """Return the quantities of the sentence text[start:end]."""
        numbers = [
            n for n in find_numbers(self._text, start, end, self._words) if not self._context.names(n, start)
        ]
        found: list[Quantity] = []
        # from the last to the first, so that "from 5 to 10 percent" knows its unit
        behind: Quantity | None = None
        for number in reversed(numbers):
            quantity = (
                self._listed(number, end) or self._joined(number, behind) or self._counted(number, start, end)
            )
            if quantity is not None:
                found.append(quantity)
            behind = quantity
        return found[::-1]

    def _listed(self, number: Number, end: int) -> Quantity | None:
        """Return a quantity of money or of a listed unit."""
        text, words = self._text, self._words
        measure = sign_before(text, number.start, words) if number.raw else None
        if measure is None:
            measure = unit_behind(text, number.end, end, words)
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
            return measure.factor == 1 and number.worded > 1 and measure.code in _PERSONS
        return measure.kind == "unit" and number.worded != 1 and measure.code != "times"

    def _joined(self, number: Number, behind: Quantity | None) -> Quantity | None:
        """Return the first number of a range or pair with the unit of the second ("from 5 to 10 percent")."""
        if behind is None or behind.measure is None or not number.raw:
            return None
        gap = self._text[number.end : behind.number.start].strip(" \u00a0\n")
        if gap.lower() not in _JOINTS or (self._context.looks_like_year(number) and number.scale == 1):
            return None
        scale = behind.number.scale if number.scale == 1 and gap.lower() in _SPANNING else number.scale
        return Quantity(replace(number, scale=scale), behind.measure)

    def _counted(self, number: Number, start: int, end: int) -> Quantity | None:
        """Return a quantity of things that no table lists, or a large amount of nothing named."""
        if not number.raw and number.scale < 100 and number.worded < _MANY:
            return None
        if self._context.looks_like_year(number) or (number.raw and self._named(number, start)):
            return None
        clause = Clause(self._text, number.end, min(end, number.end + 80))
        measure = noun_behind(clause, self._grammar, number.end)
        if measure is not None and self._text[number.end : measure.start].strip("-‑ \u00a0\n"):
            measure = None
        if measure is not None:
            head = self._text[measure.end - len(measure.code) : measure.end]
            proper = head[:1].isupper() and not head.isupper()
            return None if proper else Quantity(number, measure)
        large = number.scale > 1 or len(number.raw) > 4 or (bool(number.raw) and not number.raw.isdigit())
        return Quantity(number, None) if large else None

    def _named(self, number: Number, start: int) -> bool:
        """Return whether a capitalised word before the number makes it part of a name ("Boeing 737")."""
        if number.scale != 1 or not number.raw.isdigit():
            return False
        clause = Clause(self._text, max(start, number.start - 40), number.start)
        if not clause.tokens or self._text[clause.tokens[-1].end : number.start].strip(" \u00a0-"):
            return False
        last = clause.tokens[-1]
        if not last.text[0].isupper() or last.start <= start:
            return False
        return qualifier_before(self._text, start, number.start, self._words) is None
