"""The words of quantities: numbers and labels from `data/figures`, multipliers from the units."""

from __future__ import annotations

from typing import NamedTuple
from weakref import WeakKeyDictionary

from reltui.authority import Tables
from reltui.authority.slavic import latin
from reltui.authority.table import rows

NUMBER_COLUMNS = ("form", "language", "rule")
LABEL_COLUMNS = ("form", "language")


class NumberWord(NamedTuple):
    """A word that is a number: `adds` 20 of "twenty", or `times` 100 of "hundred" (the other is 0)."""

    form: str
    adds: float
    times: float


class Label(NamedTuple):
    """A word before a number that makes it a name ("Resolution 1244"); `stem` stands for any ending."""

    form: str
    stem: bool


class Words:
    """What `find_numbers` and its callers look words up in; all forms are lower case."""

    def __init__(self, tables: Tables) -> None:
        numbers = rows(tables.folders, "figures/numbers.tsv", NUMBER_COLUMNS, _number_word, (0, 1))
        labels = rows(tables.folders, "figures/labels.tsv", LABEL_COLUMNS, _label, (0, 1))
        self.adds = {n.form: n.adds for n in numbers.values() if not n.times}
        self.scales = {n.form: n.times for n in numbers.values() if n.times}
        for unit in tables.units:
            if unit.kind == "multiplier":
                for form in unit.forms:
                    self.scales[form.casefold().rstrip(".")] = unit.value
        self._labels = frozenset(label.form for label in labels.values() if not label.stem)
        self._label_stems = tuple(label.form for label in labels.values() if label.stem)

    def add(self, word: str) -> float | None:
        """Return the number a word stands for, None where it is none (multipliers are none)."""
        found = self.adds.get(word)
        return found if found is not None or word.isascii() else self.adds.get(latin(word))

    def scale(self, word: str) -> float | None:
        """Return what a multiplier multiplies by, None where the word is none."""
        found = self.scales.get(word)
        return found if found is not None or word.isascii() else self.scales.get(latin(word))

    def is_label(self, word: str) -> bool:
        """Return whether the number behind the word is part of a name."""
        plain = latin(word)
        return word in self._labels or plain in self._labels or plain.startswith(self._label_stems)


def _number_word(cells: list[str]) -> NumberWord:
    rule = cells[2]
    try:
        value = float(rule[1:])
    except ValueError:
        value = 0.0
    if rule[:1] not in ("=", "*") or (rule[:1] == "*" and value <= 0):
        raise ValueError(f"rule '{rule}' is not =N or *N with a number N.")
    return NumberWord(cells[0], value, 0.0) if rule[0] == "=" else NumberWord(cells[0], 0.0, value)


def _label(cells: list[str]) -> Label:
    return Label(cells[0].rstrip("*"), cells[0].endswith("*"))


_known: WeakKeyDictionary[Tables, Words] = WeakKeyDictionary()


def words_of(tables: Tables) -> Words:
    """Return the words of these tables; made once for each."""
    found = _known.get(tables)
    if found is None:
        found = _known[tables] = Words(tables)
    return found
