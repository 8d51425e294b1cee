"""Where dates may stand: near the words that tell of them; and where a shape may begin there.

Most sentences have no date, and a long one is searched only near what looks like one. A shape is tried only
where it can begin: to try each at every letter took ten times as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from reltui.authority.memo import Memo
from reltui.authority.phrases import Tokens
from reltui.extract.dates.words import load_words

_ROOM = 60  # characters on either side of a telling word: "from Wednesday, 30 September 2020 to Friday, 2 "
_BY_YEAR = (
    "part_year", "year_first", "iso", "dots", "years", "cyr_year", "year", "and_year", "heading_year",
    "bracket_year",
)  # fmt: skip
_BY_MONTH = (
    "across_month_first", "across_day_first", "month_first", "day_first", "month_year", "month_rel", "month_only",
    "month_owner", "month_line",
)  # fmt: skip
#: What a sentence must have for a shape to be looked for at all.
NEED: dict[str, str] = {
    **dict.fromkeys(_BY_YEAR, "year"),
    **dict.fromkeys(_BY_MONTH, "month"),
    "relative": "relative",
    "weekday": "weekday",
}
#: What a shape begins with; of those that are not here nothing is known. No digit may stand before a year or day.
_BEGINS: dict[str, str] = {
    **dict.fromkeys(
        ("year_first", "iso", "years", "cyr_year", "and_year", "heading_year", "bracket_year"), "year"
    ),
    **dict.fromkeys(("across_month_first", "month_year", "month_rel", "month_owner", "month_line"), "month"),
    "month_first": "weekday or month",
    "day_first": "weekday or day",
    **dict.fromkeys(("across_day_first", "dots"), "day"),
    "relative": "relative",
}
_FOUR_DIGITS = re.compile(r"(?:1[5-9]|20)\d\d")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"\w+")


def kinds_of(words: Tokens) -> list[str]:
    """Return the kind of date that each word tells of: month, weekday, relative, year, "" for nearly all."""
    return list(map(_kinds.__getitem__, words.texts))


def _kind(word: str) -> str:
    if word[0].isdigit():
        return "year" if _FOUR_DIGITS.fullmatch(word[:4]) else ""
    return _telling_words().get(word.casefold(), "")


_kinds = Memo(_kind)


@cache
def _telling_words() -> dict[str, str]:
    """The longest word of each form, and the kind it tells of: without it the form cannot be there.

    Of two equally long ones the last, which is the rarer: "this *year*", "that *same* day". Months and weekdays
    are single words.
    """
    words = load_words()
    kinds: dict[str, str] = {}
    for kind, forms in (("relative", words.relative), ("weekday", words.weekdays), ("month", words.months)):
        for form in forms:
            kinds[max(reversed(_WORD.findall(form)), key=len, default=form)] = kind
    return kinds


@cache
def _first_words() -> frozenset[str]:
    """The words with which relative forms begin."""
    return frozenset(_WORD.findall(form)[0] for form in load_words().relative)


class Places:
    """The places of one sentence, text[start:end], whose words are of these kinds."""

    def __init__(self, text: str, start: int, end: int, words: Tokens, kinds: Sequence[str]) -> None:
        self._text = text
        self._start, self._end = start, end
        self._words = words
        self._kinds = kinds
        self._known: dict[str, list[int]] = {}

    def windows(self) -> dict[str, list[tuple[int, int]]]:
        """Return where months, weekdays, relative words and years stand, each with room for a date around it."""
        found: dict[str, list[tuple[int, int]]] = {}
        for i, kind in enumerate(self._kinds):
            if kind:
                first = max(self._start, self._words.starts[i] - _ROOM)
                last = min(self._end, self._words.ends[i] + _ROOM)
                _open(found.setdefault(kind, []), first, last)
        return found

    def matches(self, name: str, pattern: re.Pattern[str], first: int, last: int) -> Iterator[re.Match[str]]:
        """Yield the matches of the shape of that name in text[first:last] from left to right, not overlapping."""
        begin = _BEGINS.get(name)
        if begin is None:
            yield from pattern.finditer(self._text, first, last)
            return
        places = self._known.get(begin)
        if places is None:
            places = self._known[begin] = _FINDERS[begin](self)
        over = first
        for at in places:
            if over <= at < last:
                match = pattern.match(self._text, at, last)
                if match is not None:
                    over = match.end()
                    yield match

    def of_kinds(self, *kinds: str) -> list[int]:
        """Return where the words of these kinds begin."""
        return [at for at, kind in zip(self._words.starts, self._kinds, strict=True) if kind in kinds]

    def of_pattern(self, pattern: re.Pattern[str]) -> list[int]:
        """Return where the matches of a pattern begin."""
        return [match.start() for match in pattern.finditer(self._text, self._start, self._end)]

    def of_words(self, words: frozenset[str]) -> list[int]:
        """Return where one of these words, in any case, begins."""
        return [
            at
            for at, word in zip(self._words.starts, self._words.texts, strict=True)
            if word.casefold() in words
        ]


_FINDERS: dict[str, Callable[[Places], list[int]]] = {
    "year": lambda places: places.of_pattern(_FOUR_DIGITS),
    "month": lambda places: places.of_kinds("month"),
    "weekday or month": lambda places: places.of_kinds("month", "weekday"),
    "weekday or day": lambda places: sorted([*places.of_kinds("weekday"), *places.of_pattern(_DIGITS)]),
    "day": lambda places: places.of_pattern(_DIGITS),
    "relative": lambda places: places.of_words(_first_words()),
}


def _open(windows: list[tuple[int, int]], first: int, last: int) -> None:
    """Add a window, joined to the one before where they touch."""
    if windows and first <= windows[-1][1]:
        windows[-1] = (windows[-1][0], last)
    else:
        windows.append((first, last))
