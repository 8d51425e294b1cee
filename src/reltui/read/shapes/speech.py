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


class _Patterns(NamedTuple):
    owned: re.Pattern[str]  # X's remarks
    given: re.Pattern[str]  # Remarks by X
    plain: re.Pattern[str]  # X Remarks at
    follows: re.Pattern[str]  # Выступление X в


@cache
def _patterns() -> tuple[_Patterns, dict[str, str]]:
    table = rows("reading/speech")
    roles = {noun.casefold(): role for _, _, noun, role in table}

    def nouns(form: str) -> str:
        found = sorted((noun for _, of, noun, _ in table if of == form), key=len, reverse=True)
        return "(" + "|".join(map(re.escape, found)) + ")"

    owned, follows = nouns("owned"), nouns("follows")
    after = r"(?:on|regarding|about|at|following|before|after)\b"
    patterns = _Patterns(
        re.compile(rf"[’'](?:s\b)?\s+(?:[\w\-]+\s+){{0,2}}{owned}\b", re.I),
        re.compile(rf"^(?:[^:]{{1,60}}:\s+)?(?:[\w\-]+\s+){{0,2}}{owned}\s+(?:by|from|of)\s+(?=\w)", re.I),
        re.compile(rf"^(\S+(?:\s\S+){{1,7}}?)\s{owned}\s{after}", re.I),
        re.compile(rf"^{follows}\s+(?=\w)", re.I),
    )
    return patterns, roles


def headline_speaker(text: str) -> Speech | None:
    """Return the speaker whom a headline names, or None."""
    patterns, roles = _patterns()
    if ("’" in text or "'" in text) and (match := patterns.owned.search(text)):
        start = _backward(text, match.start())
        if start < match.start():
            return Speech(start, match.start(), roles[match.group(1).casefold()])
    if match := patterns.given.search(text):
        end = _forward(text, match.end())
        if end > match.end() and " " in text[match.end() : end]:
            return Speech(match.end(), end, roles[match.group(1).casefold()])
    match = patterns.plain.match(text)
    if match and " " in match.group(1) and _backward(text, match.end(1)) == 0:
        words = {word.casefold().strip(".") for word in match.group(1).split()}
        if words & words_that("title"):  # "Joint Statement on" names nobody
            return Speech(0, match.end(1), roles[match.group(2).casefold()])
    if match := patterns.follows.match(text):
        end = _until_stop(text, match.end())
        if end > match.end():
            return Speech(match.end(), end, roles[match.group(1).casefold()])
    return None


def _until_stop(text: str, start: int) -> int:
    """Return where the office and name that begin at `start` end: at the last capital before a stop."""
    at = end = start
    stop = words_that("stop")
    while (word := _AFTER.match(text, at)) and word.group(1).casefold() not in stop:
        if word.group(1)[0].isupper():
            end = word.end(1)
        at = word.end()
        if word.group(2):
            break
    return end


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
