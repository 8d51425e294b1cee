"""Headlines that say whose words follow: "X’s remarks at ...", "Statement by X on", "X Statement on"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reltui.read.shapes.turns import words_that
from reltui.read.tables import rows

_BEFORE = re.compile(r"[\w.\-]+$")
_AFTER = re.compile(r"\s*([\w.\-]+)(,?)")


class Speech(NamedTuple):
    """Whose words a headline announces: the span of the name, and the role of the section it heads."""

    start: int
    end: int
    role: str


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], dict[str, str]]:
    roles = {noun: role for _, noun, role in rows("reading/speech")}
    nouns = "|".join(sorted(map(re.escape, roles), key=len, reverse=True))
    owned = re.compile(rf"[’'](?:s\b)?\s+(?:[\w\-]+\s+){{0,2}}({nouns})\b", re.I)
    given = re.compile(rf"^(?:[\w\-]+\s+){{0,2}}({nouns})\s+(?:by|from|of)\s+(?=\w)", re.I)
    plain = re.compile(
        rf"^(\S+(?:\s\S+){{1,7}}?)\s({nouns})\s(?:on|regarding|about|at|following|before|after)\b", re.I
    )
    return owned, given, plain, roles


def headline_speaker(text: str) -> Speech | None:
    """Return the speaker whom a headline names, or None."""
    owned, given, plain, roles = _patterns()
    if ("’" in text or "'" in text) and (match := owned.search(text)):
        start = _backward(text, match.start())
        if start < match.start():
            return Speech(start, match.start(), roles[match.group(1).lower()])
    if match := given.search(text):
        end = _forward(text, match.end())
        if end > match.end() and " " in text[match.end() : end]:
            return Speech(match.end(), end, roles[match.group(1).lower()])
    if (match := plain.match(text)) and _backward(text, match.end(1)) == 0 and " " in match.group(1):
        words = {word.casefold().strip(".") for word in match.group(1).split()}
        if words & words_that("title"):  # "Joint Statement on" names nobody
            return Speech(0, match.end(1), roles[match.group(2).lower()])
    return None


def _backward(text: str, end: int) -> int:
    """Return where the capitalised words that end at `end` begin."""
    start = at = end
    small = words_that("small")
    while word := _BEFORE.search(text, 0, at):
        if word.group()[0].isupper():
            start = word.start()
        elif word.group() not in small:
            break
        at = len(text[: word.start()].rstrip())
        if at == word.start():  # it begins after a bracket, a quotation mark, another possessive
            break
    return start


def _forward(text: str, start: int) -> int:
    """Return where the capitalised words that begin at `start` end; two people are nobody's speech."""
    at = end = start
    small, stop = words_that("small"), words_that("stop")
    while word := _AFTER.match(text, at):
        folded = word.group(1).casefold()
        if word.group(1)[0].isupper():
            end = word.end(1)
        elif folded == "and":
            return start
        elif folded in stop or folded not in small:
            break
        at = word.end()
    return end
