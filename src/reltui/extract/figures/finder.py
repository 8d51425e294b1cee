"""All figures of a document: numbers that count something, with unit, qualifier and period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reltui.authority import Tables
from reltui.authority.phrases import Tokens
from reltui.extract.document import Document
from reltui.extract.drafts import FigureDraft, Spot, When
from reltui.extract.figures import groups, period, phrase, separators, units
from reltui.extract.figures.collect import Collector, Quantity
from reltui.extract.figures.context import Context
from reltui.extract.figures.grammar import LONGEST, Clause, Grammar, grammar_of
from reltui.extract.figures.numbers import Mark, Number, clean
from reltui.extract.figures.words import Words, words_of

_RATE_WORDS = 6
_PEOPLE = "people"
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
    collector = Collector(Context(text, ordered, words), grammar, words)
    writer = _Writer(document, ordered, words, grammar)
    found: list[FigureDraft] = []
    group = 0
    for start, end, in_letters, row in _pieces(document, words):
        numbers = collector.numbers(text, start, end, in_letters=in_letters)
        if not numbers:
            continue
        clause = Clause(text, start, end, row)
        drafts = writer.drafts(clause, collector.quantities(clause, numbers))
        amounts = [groups.Amount(d.start, d.end, d.value, d.unit) for d in drafts]
        for members in groups.sums(clause, grammar, amounts):
            for index, part in members.items():
                drafts[index] = replace(drafts[index], group=group, part=part)
            group += 1
        found += drafts
    return tuple(found)


def _pieces(document: Document, words: Words) -> Iterator[tuple[int, int, bool, Tokens | None]]:
    """Yield the spans of all sentences that may have a number, whether in letters, and their tokens.

    Very long ones are cut: of such pieces the tokens are not known.
    """
    text = document.text
    for sentence, row in zip(document.sentences, document.words, strict=True):
        tells = set(map(words.tells.__getitem__, row.texts))
        if tells == {""}:
            continue
        in_letters = "letters" in tells
        start = sentence.start
        while sentence.end - start > LONGEST:
            cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            stop = cut if cut > 0 else start + LONGEST
            yield start, stop, in_letters, None
            start = stop
        yield start, sentence.end, in_letters, row if start == sentence.start else None


class _Writer:
    """Makes drafts of quantities: their words, value, unit, period, and what is counted."""

    def __init__(self, document: Document, dates: Sequence[When], words: Words, grammar: Grammar) -> None:
        self._published = document.source.published
        self._dates = dates
        self._mark: Mark = separators.decimal_mark(document.source.language)
        self._words = words
        self._grammar = grammar

    def drafts(self, clause: Clause, quantities: Sequence[Quantity]) -> list[FigureDraft]:
        """Return one draft for each quantity of a clause."""
        if not quantities:
            return []
        told = period.periods(clause, self._grammar, self._dates, self._published)
        places = [(q.number.start, q.number.end) for q in quantities]
        found: list[FigureDraft] = []
        for index, quantity in enumerate(quantities):
            near = [q.number for q in quantities[max(0, index - 6) : index + 7]]
            draft = self._draft(clause, quantity, near, found[-1] if found else None)
            when = period.nearest(clause.text, told, draft.start, draft.end, places)
            found.append(replace(draft, period=when))
        return found

    def _draft(
        self, clause: Clause, quantity: Quantity, near: list[Number], previous: FigureDraft | None
    ) -> FigureDraft:
        number, measure, words = quantity.number, quantity.measure, self._words
        whole = measure is not None and measure.kind in ("noun", "count")
        value, _, doubt = separators.settle(number, near, self._mark, clause.text, whole=whole)
        start, end, unit = number.start, number.end, ""
        if measure is not None:
            value = clean(value * measure.factor)
            unit = measure.code
            start = min(start, measure.start)
            # the unit of a range stands behind its second number and is not this one's to span
            if measure.start - end <= 2:
                end = max(end, measure.end)
        qualifier = units.qualifier_before(clause, start, words)
        if qualifier is not None:
            start = qualifier[1]
        else:
            qualifier = units.qualifier_behind(clause, end, words)
            end = qualifier[1] if qualifier is not None else end
        if unit and unit != "%" and "/" not in unit:
            unit += self._rate(clause, end)
        return FigureDraft(
            start,
            end,
            self._what(clause, quantity, start, end, previous)[:_MAX_WHAT] or clause.text[start:end],
            value,
            unit,
            qualifier=qualifier[0] if qualifier else None,
            separator_doubt=doubt,
        )

    def _rate(self, clause: Clause, stop: int) -> str:
        """Return "/year" where the quantity is one a year, and the like."""
        first = clause.index(stop)
        for i in range(first, min(len(clause.words), first + _RATE_WORDS)):
            if not clause.words[i][0].isalnum():
                break
            rate = units.rate_behind(clause, i, self._words)
            if rate:
                return rate
        return ""

    def _what(
        self, clause: Clause, quantity: Quantity, start: int, end: int, previous: FigureDraft | None
    ) -> str:
        """Return the source's words for what is counted."""
        grammar, measure = self._grammar, quantity.measure
        first, last = clause.index(start), clause.index(end)
        ahead, joint = phrase.before(clause, grammar, first)
        if joint == "bracket" and previous and not clause.text[previous.end : start].strip(" (\u00a0\n"):
            return previous.what  # the same amount in another currency
        kind = measure.kind if measure is not None else ""
        whole = joint == "bracket" or (joint == "behind" and grammar.ending(clause.words, first, "of") > 0)
        if measure is not None and kind in ("noun", "count") and not (whole and ahead):
            counted = phrase.after(clause, grammar, clause.index(measure.start))
            # "another 40 thousand people" is told by what stands before it
            return ahead if ahead and counted.lower() == measure.code == _PEOPLE else counted
        of = grammar.starting(clause.words, last, "of") > 0
        if of and measure is not None and (measure.code == "%" or joint not in ("link", "behind")):
            return phrase.after(clause, grammar, last) or ahead
        if joint and ahead:
            return ahead
        behind = phrase.after(clause, grammar, last)
        told = clause.words[last : last + 1] != [","] and not grammar.starting(clause.words, last, "small")
        if kind in _MEASURED and behind and told and not self._past(behind):
            return behind
        return ahead or behind

    def _past(self, words: str) -> bool:
        """Return whether the words behind a quantity only say when ("two percent last year")."""
        plain = words.lower().split()
        return any(self._grammar.starting(plain, 0, use) > 0 for use in ("last year", "this year"))
