"""Whether a text is somebody's own words: pronouns of the first and second person outside quotation marks."""

from __future__ import annotations

import re
from functools import cache

from reltui.read.tables import rows

_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def _pronouns(persons: str) -> frozenset[str]:
    """Return the pronouns, each also with a capital as at the beginning of a sentence."""
    words = {
        word for _, person, all_ in rows("languages/pronouns") if person in persons for word in all_.split()
    }
    return frozenset(words | {word[0].upper() + word[1:] for word in words})


def first_person(text: str) -> int:
    """Return how many pronouns of the first person a text has outside quotation marks."""
    if "“" in text or '"' in text or "«" in text or "„" in text:
        text = _QUOTED.sub(" ", text)
    return sum(map(_pronouns("1").__contains__, _WORD.findall(text)))


def speaks(text: str) -> bool:
    """Return whether a text addresses somebody, asks, quotes or speaks of its speaker."""
    if "?" in text or "？" in text or text[:1] in '“„«"':
        return True
    words = _pronouns("12")
    return any(word in words for word in _WORD.findall(text))
