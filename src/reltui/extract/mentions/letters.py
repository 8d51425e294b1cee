"""What letters stand for in one text: "the Inflation Reduction Act (IRA)" is about no army.

An acronym of the tables is that of a body only as long as the text does not say otherwise. It does where it puts
the letters in brackets behind a name that they are the initials of (or that name in brackets behind the letters),
and the name shares too little with the names of the body.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache

from reltui.authority import Tables
from reltui.extract.mentions.chunks import Row
from reltui.names import fold

_WORD = r"[^\W\d_][\w’'.-]*"
_SMALL = r"(?:[^\W\d_A-ZА-ЯЂЈЉЊЋЏ][\w’'-]{0,4}[ \u00a0\n]+){0,3}"  # of, for the, des, и
_BRACKET = re.compile(r"\(")
_INSIDE = re.compile(r"[“\"„«]?([^\W\d_]{2,})(?!\w)")
_OUTSIDE = re.compile(r"(?<![\w’'-])([^\W\d_]{2,})\s?\Z")
_ROOM = 60  # characters for a word of a name, with the small ones before it
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
        for chunk in row.chunks if "O" in row.letters else ():
            if chunk.cls == "O" and chunk.text.isupper() and chunk.text.isalpha() and len(chunk.text) > 1:
                bodies = [e.id for e in chunk.entries if e.kind == "organisation"]
                if bodies and named.isdisjoint(bodies):
                    meant.setdefault(chunk.text, set()).update(bodies)
    if not meant:
        return frozenset()
    return frozenset(
        letters
        for letters, long in _long_forms(text, meant.keys())
        if not _shares(long, meant[letters], tables)
    )


def _long_forms(text: str, wanted: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield wanted letters and a name whose initials they are, where one stands in brackets behind the other.

    Only what stands beside a bracket is looked at: a long text has many acronyms and few that it explains.
    """
    for bracket in _BRACKET.finditer(text):
        at = bracket.start()
        inside = _INSIDE.match(text, at + 1)
        if inside is not None and inside[1] in wanted:
            low = max(0, at - _ROOM * len(inside[1]))
            before = _pattern(inside[1])[0].search(text, low, inside.end())
            if before is not None:
                yield inside[1], before["name"]
        outside = _OUTSIDE.search(text, max(0, at - _ROOM), at)
        if outside is not None and outside[1] in wanted:
            behind = _pattern(outside[1])[1].match(text, at + 1)
            if behind is not None:
                yield outside[1], behind["name"]


@cache
def _pattern(letters: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name that the letters shorten, before the bracket that they stand in, and inside one behind them."""
    words = [f"{re.escape(letter)}[\\w’'.-]*" for letter in letters]
    between = rf"(?:[ \u00a0\n-]+{_SMALL})"
    name = f"(?P<name>{between.join(words)})"
    return (
        re.compile(rf"(?<![\w’'-]){name}\s?\([“\"„«]?{letters}\Z"),
        re.compile(rf"[“\"„«]?{name}[”\"“»]?[),;]"),
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
