"""Signs in the text itself that a machine translated it. Few and sure, for the reader is told of them."""

from __future__ import annotations

import re
from functools import cache

from reltui.read.tables import rows

_FRAGMENT = re.compile(r"\w[\w.]*(?: \w[\w.]*){0,3}")
_HYPHEN = re.compile(r"\u2011|\.-")
#: A Latin word with a Cyrillic letter in it, or the other way round, is a slip of a converter.
_MIXED = re.compile(
    r"\b[A-Za-z]{2,}[\u0400-\u04ff]+[A-Za-z]+\b|\b[\u0400-\u04ff]{2,}[A-Za-z]+[\u0400-\u04ff]+\b"
)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ENOUGH = 3  # slips of a kind that anybody makes once


def translated(text: str) -> bool:
    """Return whether a machine translation is to be suspected."""
    return _given_twice(text) or _lost_stops(text) or _mixed_words(text)


def _given_twice(text: str) -> bool:
    """Whether a fragment stands twice about a hyphen ("St. Petersburg.\u2011St. Petersburg")."""
    if "\u2011" not in text and ".-" not in text:
        return False
    for hyphen in _HYPHEN.finditer(text):
        if match := _FRAGMENT.match(text, hyphen.end()):
            before = text[max(0, hyphen.start() - 80) : hyphen.start()].rstrip(".,")
            words = match.group().rstrip(".").split(" ")
            pieces = (" ".join(words[:count]) for count in range(len(words), 0, -1))
            if any(len(piece) > 3 and before.endswith(piece) for piece in pieces):
                return True
    return False


@cache
def _openers() -> tuple[str, ...]:
    return tuple(f" {word} " for _, word in rows("reading/openers"))


def _lost_stops(text: str) -> bool:
    """Whether words that open a sentence stand with a capital after small letters, again and again."""
    count = 0
    for word in _openers():
        at = text.find(word)
        while at > 0:
            after = text[at + len(word) : at + len(word) + 1]
            count += text[at - 1].islower() and after.islower()
            at = text.find(word, at + 1)
    return count >= _ENOUGH


def _mixed_words(text: str) -> bool:
    return not text.isascii() and _CYRILLIC.search(text) is not None and len(_MIXED.findall(text)) >= _ENOUGH
