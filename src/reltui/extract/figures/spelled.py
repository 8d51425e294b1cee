"""Numbers in words: "twenty-five", "two hundred and fifty thousand", "half a million", «двести тысяч»."""

from __future__ import annotations

import re
from typing import NamedTuple

from reltui.extract.figures.words import Words

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile("[\u00a0 ]\n?|-|\n")
_AND = frozenset(("and", "и", "i"))
_ARTICLES = frozenset(("a", "an"))


class Spelled(NamedTuple):
    """A number in words at [start, end); `scale` is its last multiplier (what it is rounded to)."""

    start: int
    end: int
    value: float
    scale: float


def in_words(text: str, first: re.Match[str], end: int, words: Words) -> Spelled | None:
    """Read the number that begins with the word `first`; None for a bare multiplier ("millions")."""
    start, total, current, scale = first.start(), 0.0, 0.0, 1.0
    if words.add(first.group().lower()) is None:  # a bare multiplier
        start = _article(text, start)
        if start == first.start():
            return None
        current = 1.0
    word: re.Match[str] | None = first
    stop = first.start()
    while word is not None:
        form = word.group().lower()
        value, worth = words.add(form), words.scale(form)
        if value is not None and (worth is None or current == 0):  # «сто», «тысяча» are both
            if not _fits(value, current):
                break
            current += value
            scale = 1.0
        elif worth is not None:
            if worth <= 100:
                current = max(current, 1.0) * worth if current else worth
            else:
                total += (current or 1.0) * worth
                current = 0.0
            scale = worth
        else:
            word = _joined(text, word, end, current, words)
            if word is None:
                break
            continue
        stop = word.end()
        word = _next(text, stop, end)
    return Spelled(start, stop, total + current, scale) if stop > first.start() else None


def _next(text: str, position: int, end: int) -> re.Match[str] | None:
    gap = _GAP.match(text, position, end)
    return _WORD.match(text, gap.end(), end) if gap else None


def _fits(value: float, current: float) -> bool:
    """Return whether a number word may follow: "twenty five", "hundred twelve", but not "two three"."""
    if current == 0:
        return True
    low = current % 100
    return value < 100 and (low == 0 or (low >= 20 and low % 10 == 0 and 0 < value < 10))


def _joined(text: str, joint: re.Match[str], end: int, current: float, words: Words) -> re.Match[str] | None:
    """Return the number word behind "and" ("two hundred and five") or "a" ("half a million"), else None."""
    form = joint.group().lower()
    follower = _next(text, joint.end(), end)
    if follower is None:
        return None
    word = follower.group().lower()
    if form in _ARTICLES:
        return follower if current == 0.5 and words.scale(word) is not None else None
    value = words.add(word)
    whole = form in _AND and current >= 100 and current % 100 == 0
    return follower if whole and value is not None and value < 100 else None


def _article(text: str, start: int) -> int:
    """Return where "a" or "an" before the multiplier begins, or the multiplier's own start."""
    for article in ("a ", "an "):
        at = start - len(article)
        if at >= 0 and text[at:start].lower() == article and not text[max(0, at - 1) : at].strip():
            return at
    return start
