"""Names in lists of participants: "Marley Dias, Author, Girls for Peace; New Jersey", "Lambda Legal".

What stands in such a list is somebody or some body, whether or not a lexicon knows the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reltui.authority import Tables
from reltui.extract.drafts import Spot
from reltui.extract.mentions.chunks import Row

_PIECE = re.compile(r"[^,;:()\n•]+")
_WORD = re.compile(r"[\w’'.&+-]+")
_SMALL = frozenset("of for the and on in to de la du des & der und al i za и".split())  # noqa: SIM905 — a word list
_PERSON = re.compile(r"[NGgnIl]p?[NGgI]{1,3}")
_LONGEST = 10  # words of a body's name


def find_listed(
    row: Row, start: int, end: int, text: str, known: Sequence[Spot], tables: Tables
) -> list[Spot]:
    """Return what the item text[start:end] names beyond the `known` spots; the row is that of its sentence."""
    pieces = list(_pieces(text, start, end))
    if not pieces:
        return []
    found: list[Spot] = []
    people = [s for s in known if s.kind == "person" and s.sure and start <= s.start < end]
    first = pieces[0]
    if len(pieces) > 1 and not any(s.start < first[1] for s in people):
        letters = "".join(c.cls for c in row.chunks if first[0] <= c.start < first[1])
        if _PERSON.fullmatch(letters) and not _common(text, first, tables, every=False):
            found.append(Spot("person", *first, text[first[0] : first[1]]))
    if len(pieces) == 1 and people:
        return []
    somebody = bool(people or found)
    bodies = [
        piece
        for piece in (pieces[1:] if somebody else pieces[:1])
        if _body(row, text, piece, tables, alone=not somebody)
    ]
    return found + [Spot("organisation", *piece, text[piece[0] : piece[1]]) for piece in bodies]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _PIECE.finditer(text, start, end):
        words = match.group()
        first = match.start() + len(words) - len(words.lstrip(" \u00a0-–—*"))
        last = match.end() - (len(words) - len(words.rstrip()))
        if last - first > 2:
            yield first, last


def _body(row: Row, text: str, piece: tuple[int, int], tables: Tables, *, alone: bool) -> bool:
    """Whether a piece is the name of a body: all its words have capitals, and it is neither office nor place.

    Behind somebody's name ordinary words ("Literary Activist") are what the person is.
    """
    words = _WORD.findall(text[slice(*piece)])
    if not words or len(words) > _LONGEST:
        return False
    if any(not w[0].isupper() and not w[0].isdigit() and w not in _SMALL for w in words):
        return False
    letters = "".join(c.cls for c in row.chunks if piece[0] <= c.start < piece[1])
    if (
        not letters
        or set(letters) <= set("SLlKAdGgI")
        or letters[0] in "Tt"
        or (letters[-1] in "Tt" and not alone)
    ):
        return False
    if "W" in letters or "O" in letters:
        return True
    if len(words) == 1:
        return words[0].isupper() and len(words[0]) >= 3
    return alone or (not set(letters) & set("Tt") and not _common(text, piece, tables, every=True))


def _common(text: str, piece: tuple[int, int], tables: Tables, *, every: bool) -> bool:
    """Whether every (or any) word of the piece is an ordinary one."""
    words = [w.casefold() for w in _WORD.findall(text[slice(*piece)]) if w not in _SMALL]
    given = [w in tables.common_words and tables.given.find(w.title(), "en") is None for w in words]
    return all(given) if every else any(given)
