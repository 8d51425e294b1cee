"""Buildings and towns that no table knows, told by their words and by the preposition before them."""

from __future__ import annotations

import re
from functools import cache

from reltui.authority import Tables
from reltui.extract.mentions.chunks import Row
from reltui.read.tables import rows

_NAME = "NnGgWTPOLlKUMASHZp"
_RUN = re.compile(rf"[{_NAME}]+(?:ff?[{_NAME}]+)*")
_TOWN = re.compile(r"N{1,3}(?=[,.;:)(idfcx\"]|$)")
_IN = frozenset(("in",))
_LONGEST = 9  # chunks of a venue's name


@cache
def _words() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("events/venues")}


def words(row: Row, first: int, last: int) -> str:
    """Return the words of chunks first to last as they stand, white space made one space."""
    parts = [row.chunks[first].text]
    for before, chunk in zip(row.chunks[first:last], row.chunks[first + 1 : last + 1], strict=True):
        parts.append(" " * (chunk.start > before.end) + chunk.text)
    return " ".join("".join(parts).split())


def venue(row: Row, first: int) -> int | None:
    """Return the last chunk of the building's name that begins at chunk `first`, None where none does.

    One word alone ("the House", "the Ministry") names no building. What stands behind a word such as "Airport"
    is not part of the name; "of …" is: "the Great Hall of the People".
    """
    match = _RUN.match(row.letters, first)
    if match is None:
        return None
    words = _words()
    stop = min(match.end(), first + _LONGEST)
    for k in range(first, stop):
        chunk = row.chunks[k]
        if chunk.owner and k + 1 < stop:
            continue
        position = words.get(chunk.text.split()[-1]) or (words.get(chunk.text.split()[0]) and "any")
        if not position:
            continue
        if position == "last":
            return k if k > first or " " in chunk.text else None
        last = k
        while last + 1 < stop and (position != "any" or row.letters[last + 1] == "f" or last > k):
            last += 1
        if row.letters[last] == "f":
            last -= 1
        return last if last > first or " " in chunk.text else None
    return None


def town(row: Row, before: str, first: int, tables: Tables) -> int | None:
    """Return the last chunk of a town that the tables do not know: capitals behind "in", no common word among them."""
    if before not in _IN or row.title_case:
        return None
    match = _TOWN.match(row.letters, first)
    if match is None:
        return None
    chunks = row.chunks[first : match.end()]
    if any(c.owner or c.low in tables.common_words for c in chunks):
        return None
    return match.end() - 1
