"""Names that belong to things: the Order of Alexander Nevsky, the Dayton Accords, the Patriarch Alexy II Award."""

from __future__ import annotations

import re
from functools import cache

from reltui.read.tables import rows

_NEXT = re.compile(r"\s(\w+)")
_SAINTLY = 9  # characters of "Святого. "
_SAINT = re.compile(r"(?:St|Saint|Sveti|Svetog|Свети|Светог|Святого)\.?\s$", re.IGNORECASE)


@cache
def _words() -> tuple[dict[str, bool], tuple[str, ...]]:
    """Words that follow a thing's name (and whether they are surnames too), words that stand before one."""
    found = rows("mentions/things")
    after = {row[0]: "surname" in row[2:] for row in found if row[1] == "after"}
    before = tuple(f"{row[0]} " for row in found if row[1] == "before")
    return after, before


def names_a_thing(text: str, start: int, end: int, *, addressed: bool = False) -> bool:
    """Whether the capitalised words text[start:end] are (part of) the name of a thing, not of a person.

    `addressed`: an honorific, or an office before a single word, stands before them; then only words that are
    no surnames ("Summit", "Award") make a thing of them.
    """
    after, before = _words()
    run = text[start:end].split()
    if run[-1] in after and not (addressed and after[run[-1]]):
        return len(run) > 1 or not after[run[-1]]
    following = _NEXT.match(text, end, end + 30)
    if following and following.group(1) in after and not addressed:
        return True
    saint = _SAINT.search(text, max(0, start - _SAINTLY), start)
    head = text[max(0, start - 40) : saint.start() if saint else start]
    return head.endswith(before) or head.removesuffix("the ").endswith(before)
