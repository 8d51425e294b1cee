"""All figures of a document: numbers that count something, with unit, qualifier and period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reltui.authority import Tables
from reltui.extract.document import Document, Sentence
from reltui.extract.drafts import FigureDraft, Spot, When
from reltui.extract.figures import groups, period, phrase, separators, units
from reltui.extract.figures.collect import Collector, Quantity
from reltui.extract.figures.context import Context
from reltui.extract.figures.grammar import REACH, Clause, Grammar, grammar_of
from reltui.extract.figures.numbers import Mark, clean
from reltui.extract.figures.units import Measure
from reltui.extract.figures.words import Words, words_of

_RATE_WORDS = 6
_MAX_WHAT = 120
_MEASURED = frozenset(("unit", "currency"))


def find_figures(
    document: Document, spots: Sequence[Spot], dates: Sequence[When], tables: Tables
) -> tuple[FigureDraft, ...]:
    """Return the figures of a document in order of the text.

    Dates, times, ordinals, numbers of documents, lists and telephones, addresses and small numbers in words
    before plain nouns ("two countries") are no figures. `dates` are the document's date expressions. Values
    are in units of `unit`: ISO 4217 codes, "%", units of the table, else the noun itself ("" for none).
    """
    del spots  # whom a figure is about is told by `what`, in the source's own words
    text = document.text
    ordered = sorted(dates, key=lambda d: d.start)
    language = document.source.language
    words, grammar = words_of(tables, language), grammar_of(tables, language)
    collector = Collector(text, Context(text, ordered, words), grammar, words)
    mark = separators.decimal_mark(language)
    found: list[FigureDraft] = []
    group = 0
    for sentence in document.sentences:
        quantities = collector.quantities(sentence.start, sentence.end)
        if not quantities:
            continue
        told = _Sentence(document, sentence, ordered, mark, words, grammar)
        drafts = told.drafts(quantities)
        for members in told.sums(drafts):
            for index, part in members.items():
                drafts[index] = replace(drafts[index], group=group, part=part)
            group += 1
        found += drafts
    return tuple(found)


class _Sentence:
    """Makes drafts of the quantities of one sentence."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        dates: Sequence[When],
        mark: Mark,
        words: Words,
        grammar: Grammar,
    ) -> None:
        self._text = document.text
        self._start, self._end = sentence.start, sentence.end
        self._published = document.source.published
        self._dates = dates
        self._mark: Mark = mark
        self._words = words
        self._grammar = grammar
        self._clause = Clause(self._text, self._start, self._start)
        self._periods: list[tuple[int, str]] = []
        self._numbers: list[tuple[int, int]] = []
        self._reach = (0, -1)

    def drafts(self, quantities: Sequence[Quantity]) -> list[FigureDraft]:
        """Return one draft for each quantity."""
        found: list[FigureDraft] = []
        self._numbers = [(q.number.start, q.number.end) for q in quantities[:64]]
        for index, quantity in enumerate(quantities):
            self._look(quantity.number.start, quantity.number.end)
            near = [q.number for q in quantities[max(0, index - 6) : index + 7]]
            found.append(self._draft(quantity, near, found[-1] if found else None))
        return found

    def sums(self, drafts: Sequence[FigureDraft]) -> list[dict[int, groups.Part]]:
        """Return the sums told in the sentence (see `groups.sums`)."""
        if len(drafts) < 3 or self._end - self._start > 4 * REACH:
            return []
        clause = Clause(self._text, self._start, self._end)
        return groups.sums(
            clause, self._grammar, [groups.Amount(d.start, d.end, d.value, d.unit) for d in drafts]
        )

    def _look(self, start: int, end: int) -> None:
        """Cut the words around a quantity; a sentence of ordinary length is cut once."""
        if self._reach[0] <= start - REACH // 4 and end + REACH // 4 <= self._reach[1]:
            return
        low, high = max(self._start, start - REACH), min(self._end, end + REACH)
        if (low, high) == self._reach or (low >= self._reach[0] and high <= self._reach[1]):
            return
        while low > self._start and not self._text[low - 1].isspace():
            low -= 1
        self._reach = (low, high)
        self._clause = Clause(self._text, low, high)
        self._periods = period.periods(self._clause, self._grammar, self._dates, self._published)

    def _draft(
        self, quantity: Quantity, near: list[separators.Number], previous: FigureDraft | None
    ) -> FigureDraft:
        number, measure = quantity.number, quantity.measure
        whole = measure is not None and measure.kind in ("noun", "count")
        value, _, doubt = separators.settle(number, near, self._mark, self._text, whole=whole)
        start, end = number.start, number.end
        if measure is not None:
            value = clean(value * measure.factor)
            start = min(start, measure.start)
            # the unit of a range stands behind its second number and is not this one's to span
            if measure.start - end <= 2:
                end = max(end, measure.end)
        qualifier = units.qualifier_before(self._text, self._start, start, self._words)
        if qualifier is not None:
            start = qualifier[1]
        behind = (
            units.qualifier_behind(self._text, end, self._end, self._words) if qualifier is None else None
        )
        if behind is not None:
            end = behind[1]
        meaning = qualifier[0] if qualifier else behind[0] if behind else None
        unit = measure.code if measure is not None else ""
        return FigureDraft(
            start,
            end,
            self._what(quantity, start, end, previous) or self._text[start:end],
            value,
            unit + self._rate(end) if unit and unit != "%" and "/" not in unit else unit,
            period.nearest(self._text, self._periods, start, end, self._numbers),
            meaning,
            doubt,
        )

    def _rate(self, stop: int) -> str:
        """Return "/year" where the quantity is one a year, and the like."""
        clause = self._clause
        first = clause.index(stop)
        for i in range(first, min(len(clause.words), first + _RATE_WORDS)):
            if not clause.words[i][0].isalnum():
                break
            rate = units.rate_behind(clause, i, self._words)
            if rate:
                return rate
        return ""

    def _what(self, quantity: Quantity, start: int, end: int, previous: FigureDraft | None) -> str:
        """Return the source's words for what is counted."""
        clause, grammar, measure = self._clause, self._grammar, quantity.measure
        first, last = clause.index(start), clause.index(end)
        ahead, joint = phrase.before(clause, grammar, first)
        if (
            joint == "bracket"
            and previous is not None
            and not self._text[previous.end : start].strip(" (\u00a0\n")
        ):
            return previous.what  # the same amount in another currency
        of = grammar.starting(clause.words, last, "of") > 0
        kind = measure.kind if measure is not None else ""
        whole = joint == "bracket" or (joint == "behind" and grammar.ending(clause.words, first, "of") > 0)
        if kind in ("noun", "count") and measure is not None and not (whole and ahead):
            counted = phrase.after(clause, grammar, clause.index(measure.start))
            # "another 40 thousand people" is told by what stands before it
            return (ahead if ahead and counted.lower() == measure.code else counted)[:_MAX_WHAT]
        if of and (measure is not None and (measure.code == "%" or joint not in ("link", "behind"))):
            return phrase.after(clause, grammar, last)[:_MAX_WHAT] or ahead
        if joint and ahead:
            return ahead[:_MAX_WHAT]
        behind = phrase.after(clause, grammar, last)
        told = clause.words[last : last + 1] != [","] and not grammar.starting(clause.words, last, "small")
        if kind in _MEASURED and behind and told and not self._lasts(measure) and not self._past(behind):
            return behind[:_MAX_WHAT]
        return (ahead or behind)[:_MAX_WHAT]

    def _lasts(self, measure: Measure | None) -> bool:
        return measure is not None and measure.kind == "time"

    def _past(self, words: str) -> bool:
        """Return whether the words behind a quantity only say when ("two percent last year")."""
        plain = words.lower().split()
        return (
            self._grammar.starting(plain, 0, "last year") > 0
            or self._grammar.starting(plain, 0, "this year") > 0
        )
