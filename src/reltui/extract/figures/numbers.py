"""Numbers in running text: digits with their separators, number words, multipliers.

A number is read in two steps. `find_numbers` says where a number stands and what its digits are;
`Number.read` gives its value once the decimal mark is settled, which needs the whole document
("2,374 billion euros" beside "2.802 billion dollars").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from reltui.extract.figures.spelled import in_words
from reltui.extract.figures.words import Words
from reltui.model.noun import noun

Mark = Literal["", ",", "."]

_SPACES = "\u00a0\u202f\u2009 "
#: Digits in groups of three behind a space, or with points and commas; or a word. One pass over the text.
_DIGITS = (
    rf"(?<![\w.,])(?P<digits>\d{{1,3}}(?:[{_SPACES}]\d{{3}}(?![\d{_SPACES}]?\d))+(?:,\d{{1,2}}(?!\d))?"
    r"|\d{1,15}(?:[.,]\d{1,15}){0,6})"
)
_FIGURES = re.compile(_DIGITS)
_TOKEN = re.compile(_DIGITS + r"|[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(rf"[{_SPACES}]\n?|-|\n")
_GLUED = re.compile(r"(k|mn|mln|m|bn|bln|b|tn|trn)(?![\w'’])", re.I)
_GLUED_WORTH = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
_CURRENCY = "$€£¥₽₴₺₹₩₪"
_DECIMAL_RUN = re.compile(r"\d{1,3}([.,])\d{3}\Z")


@noun
class Number:
    """A number at [start, end): `raw` its digits as they stand ("" for words), `scale` its multiplier.

    `worded` is the value of a number in words. `unclear` is the mark that may be of thousands or of
    decimals: a single comma or point before exactly three digits.
    """

    start: int
    end: int
    raw: str = ""
    scale: float = 1.0
    worded: float = 0.0
    unclear: Mark = ""

    def read(self, decimal: Mark = ".") -> float:
        """Return the value; an unclear mark is taken for a decimal one when it equals `decimal`."""
        if not self.raw:
            return self.worded
        return clean(float(_plain(self.raw, self.unclear, decimal)) * self.scale)

    def step(self, decimal: Mark = ".") -> float:
        """Return the worth of one unit of the last stated digit; the rounding is half of that."""
        if not self.raw:
            return self.scale
        _, _, decimals = _plain(self.raw, self.unclear, decimal).partition(".")
        return self.scale * 10.0 ** -len(decimals)


def find_numbers(
    text: str, start: int, end: int, words: Words, in_letters: bool | None = None
) -> Iterator[Number]:
    """Yield the numbers of text[start:end] in order; a bare multiplier ("millions") is none.

    `in_letters`: whether some number may stand there in words, where that is known.
    """
    adds, scales = words.adds, words.scales
    position = start
    # most sentences have no number in words, many none at all: then there is little to go through
    if in_letters is None:
        in_letters = words.spells_number(text[start:end])
    pattern = _TOKEN if in_letters else _FIGURES
    for match in pattern.finditer(text, start, end):
        at = match.start()
        if at < position:
            continue
        number: Number | None = None
        if match.lastgroup:
            number = _in_digits(text, at, match.end(), end, words)
        else:
            word = match.group().lower()
            if (
                word in adds
                or word in scales
                or (not word.isascii() and (words.add(word) or words.scale(word)))
            ):
                spelled = in_words(text, match, end, words)
                if spelled is not None:
                    number = Number(
                        spelled.start, spelled.end, scale=spelled.scale, worded=clean(spelled.value)
                    )
        if number is not None:
            yield number
            position = number.end


def clean(value: float) -> float:
    """Undo what binary fractions add: 2.802 × 10⁹ is 2802000000."""
    near = round(value)
    return float(near) if abs(value) >= 1 and abs(value - near) < 1e-9 * abs(value) else round(value, 9)


def _plain(raw: str, unclear: Mark, decimal: Mark) -> str:
    """Return the digits with a point as decimal mark and nothing else."""
    digits = "".join(c for c in raw if c not in _SPACES)
    if unclear:
        return digits.replace(unclear, "." if unclear == decimal else "")
    marks = [c for c in digits if c in ".,"]
    if not marks:
        return digits
    if marks.count(marks[-1]) > 1:  # 1.234.567
        return digits.replace(",", "").replace(".", "")
    whole, _, decimals = digits.rpartition(marks[-1])
    return whole.replace(",", "").replace(".", "") + "." + decimals


def _unclear(raw: str) -> Mark:
    """Return the mark of "2,374" and "1.800"; "0.125" and "12,5" are clear."""
    found = _DECIMAL_RUN.match(raw)
    if found is None or raw[0] == "0":
        return ""
    return "," if found.group(1) == "," else "."


def _in_digits(text: str, start: int, stop: int, end: int, words: Words) -> Number:
    raw = text[start:stop]
    number = Number(start, stop, raw, unclear=_unclear(raw))
    glued = _GLUED.match(text, stop, end)
    if glued is None:
        return _with_scales(text, number, end, words)
    short = glued.group(1).lower()
    # a single letter is a multiplier only of money: "5m" is five metres, "$5m" five million
    priced = any(c in _CURRENCY for c in text[max(0, start - 2) : start])
    if len(short) > 1 or priced:
        return replace(number, end=glued.end(), scale=_GLUED_WORTH[short])
    return number


def _with_scales(text: str, number: Number, end: int, words: Words) -> Number:
    """Take in the multipliers behind a number: "2.8 billion", "5 hundred thousand", "12 млн."."""
    scale, stop = number.scale, number.end
    for _ in range(2):
        gap = _GAP.match(text, stop, end)
        word = _WORD.match(text, gap.end(), end) if gap else None
        worth = words.scale(word.group().lower()) if word else None
        if word is None or worth is None:
            break
        scale *= worth
        stop = word.end()
        # the full stop of an abbreviation belongs to it, that of a sentence does not
        if (
            word.end() - word.start() <= 4
            and text[stop : stop + 1] == "."
            and text[stop + 2 : stop + 3].islower()
        ):
            stop += 1
    return number if stop == number.end else replace(number, end=stop, scale=scale)
