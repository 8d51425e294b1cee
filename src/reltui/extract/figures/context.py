"""Which numbers count nothing: dates, times, ordinals, labels ("Resolution 1244"), addresses, lists."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reltui.extract.drafts import When
from reltui.extract.figures.numbers import Number
from reltui.extract.figures.words import Words

_SIGN = re.compile(r"://|www\.|[@#+]|\.\w{2,4}/")
_PHONE = re.compile(r"\+\d[\d\s().-]{6,20}\d")
_SPACE = re.compile(r"\s")
_LONGEST_ADDRESS = 300
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d\Z")
_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)(?P<dot>\.?)[\s\u00a0]*[(№#]?[\s\u00a0]*\Z")
_LIST_MARK = re.compile(r"[.)\]]\s")
_LINE_START = re.compile(r"(?:\A|\n)[ \t\u00a0(\[]*\Z")
_CLOCK_AFTER = re.compile(r"[:.]\d\d\b|[\s\u00a0]*(?:[ap]\.?m\b|o['’]clock|hrs?\b|GMT|UTC|CET|MSK)|:\d", re.I)
_ORDINAL_AFTER = re.compile(
    r"(?:st|nd|rd|th|s|['’]s)\b|-(?:й|го|му|м|я|ю|е|х|ым|ми|ой)\b|\.[\s\u00a0]+[^\W\d_A-ZА-ЯЂЈЉЊЋЏŠĐČĆŽ]"
)
_AGE_AFTER = re.compile(r"[-\s]years?[-\s]olds?\b|[-\s]?год(?:а|и)š|[-\s]летн", re.I)
_AGO_AFTER = re.compile(
    r"[\s-]+(?:years?|months?|weeks?|days?|hours?|decades?|centur(?:y|ies))\s+(?:ago|later|earlier|before|after|old|since)\b",
    re.I,
)
_JOINT = re.compile(r"\s*(?:,|and|or|и|i|–|-|/|&)\s*\Z")


def addresses(text: str) -> list[tuple[int, int]]:
    """Return the spans of web and e-mail addresses, handles, hashtags and telephone numbers of a text."""
    spans: list[tuple[int, int]] = []
    for sign in _SIGN.finditer(text):
        at = sign.start()
        if spans and at < spans[-1][1]:
            continue
        if sign.group() == "+":
            phone = _PHONE.match(text, at)
            if phone is not None:
                spans.append(phone.span())
            continue
        low = max(0, at - _LONGEST_ADDRESS)
        start = max(low, *(text.rfind(blank, low, at) + 1 for blank in " \n\t\u00a0"))
        space = _SPACE.search(text, at, at + _LONGEST_ADDRESS)
        spans.append((start, space.start() if space else min(len(text), at + _LONGEST_ADDRESS)))
    return spans


class Context:
    """Tells numbers that count from numbers that name, within one document."""

    def __init__(self, text: str, dates: Sequence[When], words: Words) -> None:
        self._text = text
        self._words = words
        spans = sorted([*addresses(text), *((d.start, d.end) for d in dates)])
        self._starts = [a for a, _ in spans]
        self._ends = [b for _, b in spans]
        self._label_end = -1  # where the last rejected label number ended: "Resolutions 1031 and 1244"

    def names(self, number: Number, begin: int) -> bool:
        """Return whether the number names instead of counting; `begin` is where its sentence begins.

        To be asked in order of the text: a number joined to a label number is a label too.
        """
        verdict = self._inside(number) or (bool(number.raw) and self._glued(number))
        if not verdict and number.raw:
            verdict = self._label(number, begin)
            if verdict:
                self._label_end = number.end
            else:
                verdict = self._clock_or_list(number)
        return verdict or _AGO_AFTER.match(self._text, number.end) is not None

    def looks_like_year(self, number: Number) -> bool:
        """Return whether bare digits are a year unless a unit says otherwise."""
        return number.scale == 1 and _YEAR.match(number.raw) is not None

    def _inside(self, number: Number) -> bool:
        index = bisect_right(self._starts, number.start) - 1
        return index >= 0 and number.start < self._ends[index]

    def _glued(self, number: Number) -> bool:
        """Return whether the digits are part of a longer sign: "COVID-19", "10:30", "1990s", "13/2"."""
        text, start, stop = self._text, number.start, number.start + len(number.raw)
        before = text[start - 1] if start else " "
        if before in "-–‑" and start > 1 and (text[start - 2].isalpha() or text[start - 2] == "_"):
            return True
        if before in "/:@#№\\" or (
            before in "-–‑" and start > 2 and text[start - 3 : start - 1].endswith("/")
        ):
            return True
        if before == "+" and len(number.raw) < 2 and text[stop : stop + 1] in " (":
            return True  # a telephone number
        after = text[stop : stop + 1]
        if after and (after in "/\\_@" and text[stop + 1 : stop + 2].isalnum()):
            return True
        if (
            after in "-‑"
            and text[stop + 1 : stop + 2].isdigit()
            and before in "-‑"
            and text[start - 2 : start - 1].isdigit()
        ):
            return True  # the middle of 2024-10-20 or of a telephone number
        return after.isdigit() or _ORDINAL_AFTER.match(text, stop) is not None

    def _label(self, number: Number, begin: int) -> bool:
        text = self._text
        if 0 <= self._label_end < number.start and _JOINT.match(text, self._label_end, number.start):
            return number.scale == 1
        found = _BEFORE.search(text, max(begin, number.start - 40), number.start)
        if found is None or number.scale != 1:
            return False
        word = found.group("word")
        return self._words.is_label(word.lower())

    def _clock_or_list(self, number: Number) -> bool:
        text, stop = self._text, number.end
        if number.scale != 1:
            return False
        if _CLOCK_AFTER.match(text, stop) or _AGE_AFTER.match(text, stop):
            return True
        line_start = _LINE_START.search(text, max(0, number.start - 12), number.start) is not None
        return line_start and _LIST_MARK.match(text, stop) is not None
