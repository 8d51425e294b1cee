"""Which class letter a word or a phrase of the tables has in a row of chunks; see `chunks` for the letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from reltui.authority import Tables
from reltui.authority.gazetteer import Entry
from reltui.authority.phrases import Hit, Tokens
from reltui.authority.titles import Office
from reltui.authority.together import Together

_LINKS = frozenset(("of", "for", "the", "a", "an", "de", "la", "du", "des", "za", "od", "по", "per"))
_PREPOSITIONS = frozenset(
    ("in", "at", "to", "on", "by", "from", "without", "u", "na", "bez", "у", "на", "в", "без", "при")
)
_AND = frozenset(("and", "&", "i", "и", "та", "й"))
_SIGNS = {"(": "(", ")": ")", ",": ",", ":": ":", ";": ";", "—": "-", "–": "-", "-": "-", "/": "/"}
_QUOTES = frozenset("\"“”„«»‘’'")
_PARTS = {"modifier": "M", "portfolio": "P", "head": "T"}
_ARABIC = ("al-", "el-", "ad-", "an-", "as-", "ash-", "at-", "az-", "ar-")


class Phrase(NamedTuple):
    """A phrase of the tables at [start, end) of the text: its letter, and the rows it may stand for."""

    cls: str
    start: int
    end: int
    entries: tuple[Any, ...]


def finders(tables: Tables) -> Together:
    """Return what finds the phrases that may have letters."""
    return Together(
        (
            tables.gazetteer,
            tables.office_phrases,
            tables.office_part_phrases,
            tables.organisation_word_phrases,
        ),
        lambda number, rows: number == _OFFICE_PARTS and rows[0].part not in _PARTS,
    )


_OFFICE_PARTS = 2  # which of the finders


def phrases_in(text: str, words: Tokens, together: Together, language: str) -> dict[int, Phrase]:
    """Return the phrases of a row of words that have a letter, by where they start; none overlaps another.

    The longest wins; of equal ones the first by the order of the tables: names, offices, their parts, bodies.
    """
    return _longest(list(_found(text, together.hits(words), language)))


def _found(text: str, hits: list[list[Hit[Any]]], language: str) -> Iterator[Phrase]:
    names, offices, parts, heads = hits
    for hit in names:
        letter = _name(hit.entries, text[hit.start])
        if letter:
            yield Phrase(letter, hit.start, hit.end, hit.entries)
    for hit in offices:
        letter = _office(hit.entries, text[hit.start].isupper())
        if letter:
            yield Phrase(letter, hit.start, hit.end, hit.entries)
    for hit in parts:
        letter = _PARTS.get(hit.entries[0].part, "")
        if letter and (letter != "P" or language != "en" or text[hit.start].isupper()):
            yield Phrase(letter, hit.start, hit.end, hit.entries)
    for hit in heads:
        if text[hit.start].isupper():
            yield Phrase("W", hit.start, hit.end, hit.entries)


@lru_cache(maxsize=1 << 13)
def _name(rows: tuple[Entry, ...], first: str) -> str:
    """Return the class letter for what a phrase of the gazetteer may stand for."""
    hows = {(e.kind, e.how) for e in rows}
    kinds = {e.kind for e in rows}
    if not (first.isupper() or first == "@" or ("state", "adjective") in hows):
        return ""
    if first == "@":
        return "@"
    if "person" in kinds:
        return "Z"
    if ("state", "name") in hows:
        return "S"
    if ("state", "capital") in hows or ("state", "seat") in hows:
        return "K"
    if ("state", "adjective") in hows or ("state", "demonym") in hows:
        return "A"
    if "organisation" in kinds:
        return "O"
    if "place" in kinds:
        return "l" if all(e.ambiguous for e in rows) else "L"
    return ""


@lru_cache(maxsize=1 << 11)
def _office(rows: tuple[Office, ...], capital: bool) -> str:
    if all(e.honorific for e in rows):
        return "H" if capital or rows[0].language != "en" else ""
    if not capital and all("ambiguous" in e.flags for e in rows):
        return "t"
    return "T"


def _longest(found: list[Phrase]) -> dict[int, Phrase]:
    """Keep the longest of overlapping phrases; of equal ones the first by the order of the tables."""
    inside = sorted(found, key=attrgetter("start"))
    if all(one.end <= two.start for one, two in pairwise(inside)):
        return {phrase.start: phrase for phrase in inside}  # as it is in most sentences
    taken: list[Phrase] = []
    for phrase in sorted(found, key=lambda p: p.start - p.end):
        if all(phrase.end <= other.start or phrase.start >= other.end for other in taken):
            taken.append(phrase)
    return {phrase.start: phrase for phrase in taken}


def letter_of(text: str, first: bool, tables: Tables, language: str) -> str:
    """Return the class letter of a word that no phrase covers; `first`: it begins its sentence."""
    if text[0] == "@":
        return "@"
    if not text[0].isalpha():
        return _SIGNS.get(text, '"' if text in _QUOTES else "d" if text[0].isdigit() else ".")
    word = low(text)
    if not text[0].isupper():
        if word.startswith(_ARABIC) and len(word) > 4 and any(c.isupper() for c in text):
            return "N"
        if word in _AND:
            return "c"
        if word in _LINKS:
            return "f"
        if word in _PREPOSITIONS:
            return "i"
        return "p" if text in tables.surname_hints.particles else "x"
    if len(text) > 1 and text[-1] == ".":
        return "I"
    if len(text) == 1:
        return "x"
    if first and (word in _LINKS or word in _AND or word in _PREPOSITIONS):
        return "f" if word in _LINKS else "c" if word in _AND else "i"
    return _name_letter(text, first, tables, language)


def _name_letter(text: str, first: bool, tables: Tables, language: str) -> str:
    upper = text.isupper() and text.isalpha()
    name = tables.given.find(text.title() if upper else text, language)
    if name is None and upper and len(text) <= 6:
        return "U"
    if name is None and "-" in text:
        name = tables.given.find(text.partition("-")[0], language)
    if name is not None:
        return "g" if name.ambiguous else "G"
    return "n" if first else "N"


def low(word: str) -> str:
    """Return the word in lower case, typographic apostrophes and hyphens made plain."""
    if word.isascii():
        return word.lower()
    return word.casefold().replace("’", "'").replace("ʼ", "'").replace("‑", "-")
