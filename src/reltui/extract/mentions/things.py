"""Names that belong to things: the Order of Alexander Nevsky, the Dayton Accords, the Patriarch Alexy II Award."""

from __future__ import annotations

import re
from functools import cache

from reltui.resources import shipped

_SAINT = re.compile(r"(?:St|Saint|Sveti|Svetog|Свети|Светог|Святого)\.?\s$", re.IGNORECASE)


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that follow the name of a thing, and words that stand before one, from data/mentions/things.tsv."""
    lines = (shipped("data") / "mentions" / "things.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")][1:]
    after = frozenset(word for word, side in rows if side == "after")
    before = tuple(f"{word} " for word, side in rows if side == "before")
    return after, before


def names_a_thing(text: str, start: int, end: int) -> bool:
    """Whether the capitalised words text[start:end] are (part of) the name of a thing, not of a person."""
    after, before = _words()
    run = text[start:end].split()
    if len(run) > 1 and run[-1] in after:
        return True
    following = re.match(r"\s(\w+)", text[end : end + 30])
    if following and following.group(1) in after:
        return True
    head = text[max(0, start - 40) : start]
    saint = _SAINT.search(head)
    if saint:
        head = head[: saint.start()]
    return head.endswith(before) or head.removesuffix("the ").endswith(before)
