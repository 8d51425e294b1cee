"""Lines that belong to the page, not to the text: links to more, hashtags, rules, a source's own cuts."""

from __future__ import annotations

import re
from functools import cache

from reltui.read.shapes.draft import lead
from reltui.read.tables import rows
from reltui.read.when import is_clock

_TAGS = re.compile(r"(?:#[\w\-]+[\s,]*)+")
_RULE = re.compile(r"[\W_]+")
_CUT = re.compile(r"[<\[(]?\s?(?:…|\.{3}|\. \. \.)\s?[>\])]?")

_STAGE = re.compile(r"\([^()]{2,120}\)|\[[^\[\]]{2,120}\]")


@cache
def _known() -> tuple[frozenset[str], tuple[str, ...]]:
    table = rows("reading/furniture")
    whole = frozenset(text.casefold() for _, match, text in table if match == "whole")
    return whole, tuple(text.casefold() for _, match, text in table if match == "prefix")


def is_noise(text: str) -> bool:
    """Return whether a line is furniture of the page."""
    if len(text) <= 80:
        if not text[0].isalnum() and not any(map(str.isalnum, text)):
            return True
        if "#" in text and _TAGS.fullmatch(text):
            return True
        whole, _ = _known()
        if text[lead(text) :].casefold().rstrip(" .:→»") in whole:
            return True
    elif len(text) > 300:
        return False
    _, prefixes = _known()
    return text[lead(text) :].casefold().startswith(prefixes)


def is_stage(text: str) -> bool:
    """Return whether a line in a transcript is a direction ("(Applause.)") or a time of day, not speech."""
    return _STAGE.fullmatch(text) is not None or is_clock(text)


def is_cut(text: str) -> bool:
    """Return whether a line only says that the source left something out here ("<…>")."""
    return len(text) <= 9 and _CUT.fullmatch(text) is not None
