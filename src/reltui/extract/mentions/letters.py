"""What letters stand for in one text: "the Inflation Reduction Act (IRA)" is about no army.

An acronym of the tables is that of a body only as long as the text does not say otherwise. It does where it puts
the letters in brackets behind a name that they are the initials of (or that name in brackets behind the letters),
and the name shares too little with the names of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from reltui.authority import Tables
from reltui.extract.mentions.chunks import Row
from reltui.names import fold

_WORD = r"[^\W\d_][\w’'.-]*"
_SMALL = r"(?:[^\W\d_A-ZА-ЯЂЈЉЊЋЏ][\w’'-]{0,4}[ \u00a0\n]+){0,3}"  # of, for the, des, и
_STEM = 4  # letters that tell a word of a name from another, whatever its ending
_SHARED = 0.5  # the part of a long form's words that must be in the body's name


def explained_otherwise(
    text: str, rows: Sequence[Row], named: frozenset[str], tables: Tables
) -> frozenset[str]:
    """Return the acronyms of the tables that this text spells out as something else.

    `named` are the ids of the bodies that it calls by their full names: their acronyms are theirs.
    """
    meant: dict[str, set[str]] = {}
    for row in rows if "(" in text else ():
        for chunk in row.chunks:
            if chunk.cls == "O" and chunk.text.isupper() and chunk.text.isalpha() and len(chunk.text) > 1:
                bodies = [e.id for e in chunk.entries if e.kind == "organisation"]
                if bodies and named.isdisjoint(bodies):
                    meant.setdefault(chunk.text, set()).update(bodies)
    return frozenset(
        letters
        for letters, bodies in meant.items()
        if any(not _shares(long, bodies, tables) for long in _long_forms(text, letters))
    )


def _long_forms(text: str, letters: str) -> Iterable[str]:
    """Yield the names whose initials the letters are, where the one stands in brackets behind the other."""
    for match in _pattern(letters).finditer(text):
        yield match["before"] or match["behind"]


@cache
def _pattern(letters: str) -> re.Pattern[str]:
    words = [f"{re.escape(letter)}[\\w’'.-]*" for letter in letters]
    name = rf"(?:[ \u00a0\n-]+{_SMALL})".join(words)
    return re.compile(
        rf"(?<![\w’'-])(?P<before>{name})\s?\([“\"„«]?{letters}(?!\w)"
        rf"|(?<![\w’'-]){letters}\s?\([“\"„«]?(?P<behind>{name})[”\"“»]?[),;]"
    )


def _shares(long: str, bodies: Iterable[str], tables: Tables) -> bool:
    """Whether a name is one of a body, in full or nearly."""
    words = _stems(long)
    for ident in bodies:
        body = tables.organisations[ident]
        for name in (body.name, *body.aliases, *body.sr, *body.ru):
            if len(words & _stems(name)) >= len(words) * _SHARED:
                return True
    return False


def _stems(name: str) -> set[str]:
    words = re.findall(_WORD, name)
    return {fold(word)[:_STEM].lower() for word in words if len(word) > _STEM or word[0].isupper()}
