"""The words of quantities in one language: numbers, multipliers, units, qualifiers, labels."""

from __future__ import annotations

import re
from typing import NamedTuple
from weakref import WeakKeyDictionary

from reltui.authority import Tables
from reltui.authority.measures import Unit
from reltui.authority.memo import Memo
from reltui.authority.phrases import Token
from reltui.authority.phrases import tokens as cut
from reltui.authority.slavic import latin
from reltui.authority.table import Layout, Table

_CYRILLIC = re.compile("[Ѐ-ӿ]")
_WORD = re.compile(r"[^\W\d_]+")
#: Languages whose texts are read with the words of another: Serbian for its sisters, Russian for its.
_SISTERS = {"hr": "sr", "bs": "sr", "cnr": "sr", "sh": "sr", "uk": "ru", "be": "ru"}
_OWN = frozenset(("en", "sr", "ru"))


class NumberWord(NamedTuple):
    """A word that is a number: `adds` 20 of "twenty", or `times` 100 of "hundred" (the other is 0)."""

    form: str
    language: str
    adds: float
    times: float


class Label(NamedTuple):
    """A word before a number that makes it a name ("Resolution 1244"); `stem` stands for any ending."""

    form: str
    language: str
    stem: bool


def key_of(language: str | None) -> str:
    """Return the language whose words a text is read with: en, sr or ru, and "" (all) where it is another."""
    code = (language or "").partition("-")[0].lower()
    code = _SISTERS.get(code, code)
    return code if code in _OWN else ""


class Words:
    """What is looked up of quantities in texts of one language; see `words_of`."""

    def __init__(self, tables: Tables, language: str) -> None:
        def here(row_language: str) -> bool:
            return not language or row_language in ("-", language)

        numbers = list(Table(_NUMBERS, tables.folders))
        labels = list(Table(_LABELS, tables.folders))
        self.adds = {n.form: n.adds for n in numbers if not n.times and here(n.language)}
        self.scales = {n.form: n.times for n in numbers if n.times and here(n.language)}
        self._units: dict[str, list[tuple[tuple[str, ...], str, Unit]]] = {}
        for unit in tables.units:
            if not here(unit.language):
                continue
            for form in unit.forms:
                if unit.kind == "multiplier":
                    self._number(unit, form.lower().rstrip("."))
                else:
                    parts = tuple(token.text.lower() for token in cut(form))
                    self._units.setdefault(parts[0], []).append((parts, form, unit))
        for found in self._units.values():
            found.sort(key=lambda entry: -len(entry[0]))
        #: Token → how it may have a number in it: "digits", "letters" (or both) or "".
        self.tells = Memo(self._tells)
        self._numbers = frozenset((*self.adds, *self.scales))
        mine = [label for label in labels if here(label.language)]
        self._labels = frozenset(label.form for label in mine if not label.stem)
        self._label_stems = tuple(label.form for label in mine if label.stem)

    def _number(self, unit: Unit, form: str) -> None:
        if len(form) == 1 or " " in form:
            return  # "5 m" is five metres; "$5m" is read as the digits are
        if unit.code == "multiplier":
            self.scales[form] = unit.value
        elif unit.code == "number" or unit.value in (0.5, 1.5):
            self.adds[form] = unit.value

    def _tells(self, token: str) -> str:
        """Return "digits" or "letters" where a token may have a number in it, else ""."""
        if self.spells_number(token):
            return "letters"
        return "digits" if any(sign.isdecimal() for sign in token) else ""

    def spells_number(self, text: str) -> bool:
        """Return whether the text has a word that is a number or a multiplier."""
        found = _WORD.findall(text.lower())
        if not self._numbers.isdisjoint(found):
            return True
        return _CYRILLIC.search(text) is not None and not self._numbers.isdisjoint(map(latin, found))

    def add(self, word: str) -> float | None:
        """Return the number a word (lower case) stands for, None where it is none."""
        found = self.adds.get(word)
        return found if found is not None or word.isascii() else self.adds.get(latin(word))

    def scale(self, word: str) -> float | None:
        """Return what a multiplier (lower case) multiplies by, None where the word is none."""
        found = self.scales.get(word)
        return found if found is not None or word.isascii() else self.scales.get(latin(word))

    def is_label(self, word: str) -> bool:
        """Return whether the number behind the word (lower case) is part of a name."""
        plain = latin(word)
        return word in self._labels or plain in self._labels or plain.startswith(self._label_stems or ("\0",))

    def unit_at(self, row: list[Token], first: int, kinds: frozenset[str]) -> tuple[Unit, int] | None:
        """Return the unit of one of the kinds that begins at token `first`, and how many tokens it takes.

        The longest wins; codes and signs in capitals ("KM", "USD") must stand in capitals.
        """
        found: tuple[Unit, int] | None = None
        token = row[first]
        for parts, form, unit in (
            *self._units.get(token.text.lower(), ()),
            *(self._units.get(token.latin.lower(), ()) if token.latin != token.text else ()),
        ):
            if found is not None and len(parts) < found[1]:
                break
            if unit.kind not in kinds or first + len(parts) > len(row):
                continue
            here = row[first : first + len(parts)]
            if not all(_same(one, part) for one, part in zip(here, parts, strict=True)):
                continue
            exact = "".join(one.text for one in here) == form.replace(" ", "")
            if exact:
                return unit, len(parts)
            if found is None and not _strict(form):
                found = unit, len(parts)
        return found


def _same(token: Token, part: str) -> bool:
    return token.text.lower() == part or token.latin.lower() == part


def _strict(form: str) -> bool:
    """Return whether a form must stand as it is spelled: "KM", "t", "Rs"."""
    return len(form) <= 2 or (form.isupper() and form.isalpha())


def _number_word(cells: list[str]) -> NumberWord:
    rule = cells[2]
    try:
        value = float(rule[1:])
    except ValueError:
        value = 0.0
    if rule[:1] not in ("=", "*") or (rule[:1] == "*" and value <= 0):
        raise ValueError(f"rule '{rule}' is not =N or *N with a number N.")
    adds, times = (value, 0.0) if rule[0] == "=" else (0.0, value)
    return NumberWord(cells[0], cells[1], adds, times)


def _label(cells: list[str]) -> Label:
    return Label(cells[0].rstrip("*"), cells[1], cells[0].endswith("*"))


_NUMBERS = Layout("figures/numbers.tsv", ("form", "language", "rule"), _number_word, (0, 1))
_LABELS = Layout("figures/labels.tsv", ("form", "language"), _label, (0, 1))
_known: WeakKeyDictionary[Tables, dict[str, Words]] = WeakKeyDictionary()


def words_of(tables: Tables, language: str | None) -> Words:
    """Return the words for texts of a language (BCP 47; None: all words); made once for each."""
    shelf = _known.setdefault(tables, {})
    key = key_of(language)
    if key not in shelf:
        shelf[key] = Words(tables, key)
    return shelf[key]
