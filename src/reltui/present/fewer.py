"""What stands somewhere of a query that finds nothing: as many of its words as can be had together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reltui.query import Query
    from reltui.store import Reader

_WORDS = 18  # of a query; longer ones are no slip of the hand
_PARTS = re.compile(r'[^\s"]*"[^"]*"\S*|\S+')  # words, and phrases whole


class Fewer(NamedTuple):
    """A query that finds something, and the words that were left out of it."""

    query: str
    without: str


def fewer(reader: Reader, text: str, filter_: Query | None = None) -> Fewer | None:
    """A query of as many words of a text as stand somewhere together, where all of them stand nowhere.

    Words that name actors count most, then the rarer ones: of "when did lavrov and vulin meet" that
    keeps the names. None where nothing can be left out, or nothing would be left.
    """
    from reltui.query import parse

    words = _PARTS.findall(text)
    if not 1 < len(words) <= _WORDS or any(word == "OR" or set(word) & set("()") for word in words):
        return None

    def count(some: list[str]) -> int:
        query = parse(" ".join(some))
        found = reader.count(filter_ & query if filter_ is not None else query)
        return found["passages"] + found["events"]

    weighed: list[tuple[bool, int, int]] = []
    for place, word in enumerate(words):
        if there := count([word]):
            weighed.append((not len(reader.actors(parse(word))), there, place))
    kept: list[int] = []
    for _, _, place in sorted(weighed):
        some = sorted([*kept, place])
        if count([words[number] for number in some]):
            kept = some
    if not 0 < len(kept) < len(words):
        return None
    return Fewer(
        " ".join(words[number] for number in kept),
        ", ".join(word for number, word in enumerate(words) if number not in kept),
    )
