"""Organisations and people that the tables know, and the words by which others are recognised."""

from __future__ import annotations

from typing import NamedTuple

from reltui.authority.table import Layout
from reltui.authority.tsv import parts

ORGANISATION_COLUMNS = (
    "id", "name", "kind", "state", "acronyms", "aliases", "handles", "sr", "ru", "wikidata", "flags",
)  # fmt: skip
ORGANISATION_KINDS = frozenset(
    [
        "international",
        "ministry",
        "government",
        "parliament",
        "court",
        "party",
        "company",
        "bank",
        "media",
        "church",
        "university",
        "institute",
        "armed",
        "agency",
        "association",
        "group",
        "team",
    ]
)  # fmt: skip
WORD_COLUMNS = ("word", "language", "forms", "kind", "position", "strength")
POSITIONS = frozenset(["first", "last", "any"])
PERSON_COLUMNS = ("id", "name", "native", "country", "gender", "wikidata", "aliases", "forms")


class Organisation(NamedTuple):
    """A body that acts: an international organisation, ministry, company … `state`: a state's id or ""."""

    id: str
    name: str
    kind: str
    state: str
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    handles: tuple[str, ...]
    sr: tuple[str, ...]
    ru: tuple[str, ...]
    wikidata: str
    flags: tuple[str, ...]

    @property
    def ambiguous(self) -> bool:
        """Whether its name or acronym is also a common word."""
        return "ambiguous" in self.flags


class OrganisationWord(NamedTuple):
    """A head word of organisations' names: "Ministry" (first: "Ministry of X"), "Bank" (any), "JSC" (last).

    `strength` 3: a capitalised phrase with it is an organisation; 2: one with a further capitalised word;
    1: weak.
    """

    word: str
    language: str
    forms: tuple[str, ...]
    kind: str
    position: str
    strength: int


class Person(NamedTuple):
    """A public figure: usual Latin name, native name, other spellings. Offices come from sources."""

    id: str
    name: str
    native: str
    country: str
    gender: str
    wikidata: str
    aliases: tuple[str, ...]
    forms: tuple[str, ...]


def organisation(c: list[str]) -> Organisation:
    """Make an organisation from its cells; raises ValueError where one is wrong."""
    if c[2] not in ORGANISATION_KINDS:
        raise ValueError(f"kind '{c[2]}' is not one of {', '.join(sorted(ORGANISATION_KINDS))}.")
    _qid(c[9])
    a, b, h, sr, ru = (parts(cell) for cell in c[4:9])
    return Organisation(c[0], c[1], c[2], c[3], a, b, h, sr, ru, c[9], parts(c[10]))


def organisation_word(c: list[str]) -> OrganisationWord:
    """Make a head word from its cells; raises ValueError where one is wrong."""
    if c[4] not in POSITIONS:
        raise ValueError(f"position '{c[4]}' is not one of first, last, any.")
    if c[5] not in ("1", "2", "3"):
        raise ValueError(f"strength '{c[5]}' is not 1, 2 or 3.")
    return OrganisationWord(c[0], c[1], parts(c[2]) or (c[0],), c[3], c[4], int(c[5]))


def person(c: list[str]) -> Person:
    """Make a person from its cells; raises ValueError where one is wrong."""
    if c[3] and (len(c[3]) != 2 or not c[3].isupper()):
        raise ValueError(f"country '{c[3]}' is not two capital letters.")
    _qid(c[5])
    return Person(c[0], c[1], c[2], c[3], c[4], c[5], parts(c[6]), parts(c[7]))


def _qid(text: str) -> None:
    if text and not (text[0] == "Q" and text[1:].isdecimal()):
        raise ValueError(f"wikidata '{text}' is not a Q followed by digits.")


ORGANISATIONS = Layout("organisations.tsv", ORGANISATION_COLUMNS, organisation)
WORDS = Layout("organisation_words.tsv", WORD_COLUMNS, organisation_word, (0, 1))
PEOPLE = Layout("people.tsv", PERSON_COLUMNS, person)
