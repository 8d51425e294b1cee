"""How a place is written elsewhere: in other languages, scripts and cases, under former names.

A search for places asks this for each place that is named in it, so it must be quick: the tables are looked
through as text, without making rows of them.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from reltui.authority.slavic import latin
from reltui.authority.tables import Tables, load

_APART = str.maketrans({"đ": "dj", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'"})


@lru_cache(maxsize=512)
def place_names(name: str, tables: Tables | None = None) -> tuple[str, ...]:
    """Return all spellings of the places and states that have the name in some language, script or case.

    Small letters, and letters without their diacritics, count as the others. Empty for a name that no table
    has; every one of namesakes is meant.
    """
    if "|" in name or "\n" in name:  # what parts the names in the tables
        return ()
    known = tables or load()
    sought = {f"|{plain}|" for plain in (_plain(name), _plain(latin(name))) if plain.strip()}
    found: dict[str, None] = {}
    for line, names in _lines(known):
        if any(one in line for one in sought):
            found.update(dict.fromkeys(names.strip("|").split("|")))
    return tuple(one for one in found if one)


@lru_cache(maxsize=4)
def _lines(tables: Tables) -> tuple[tuple[str, str], ...]:
    """Each place's and state's names in a row, as they are compared and as they are written."""
    rows = ["|".join(("", c[1], c[4], c[5], c[6], "")) for _, c in tables.places.raw()]
    rows += ["|".join(("", s.name, s.native, *s.aliases, *s.sr, *s.ru, "")) for s in tables.states]
    return tuple(zip(_plain("\n".join(rows)).split("\n"), rows, strict=True))


def _plain(text: str) -> str:
    small = text.casefold().translate(_APART)
    if small.isascii():
        return small
    return "".join(c for c in unicodedata.normalize("NFD", small) if not unicodedata.combining(c))
