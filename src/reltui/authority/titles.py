"""Offices, the parts from which titles are composed, given names and what surnames look like."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reltui.authority.slavic import bases, is_cyrillic, latin
from reltui.authority.table import Layout, Table
from reltui.authority.tsv import parts

LANGUAGES = frozenset(("en", "sr", "ru", "-"))
OFFICE_COLUMNS = ("title", "language", "office", "forms", "level", "flags")
PART_COLUMNS = ("word", "language", "part", "forms", "means")
OFFICE_FLAGS = frozenset(
    ["unique", "honorific", "postnominal", "relational", "military", "religious", "ambiguous", "plural"]
)
PART_KINDS = frozenset(["modifier", "portfolio", "head", "linker", "suffix"])
GIVEN_COLUMNS = ("name", "gender", "regions", "flags")
HINT_COLUMNS = ("text", "kind", "regions", "flags")
COMMON_COLUMNS = ("word", "language")
HINT_KINDS = frozenset(["suffix", "prefix", "particle", "name"])


class Office(NamedTuple):
    """A title in one language; `office` is the same id in all languages ("foreign-minister")."""

    title: str
    language: str
    office: str
    forms: tuple[str, ...]
    level: int  # 1 head of state or government … 5 low; 0 none (honorifics)
    flags: tuple[str, ...]

    @property
    def unique(self) -> bool:
        """Whether a state or organisation has one holder at a time."""
        return "unique" in self.flags

    @property
    def honorific(self) -> bool:
        """Whether it is an address (Mr, Dr, H.E., gospodin), not an office."""
        return "honorific" in self.flags


class OfficePart(NamedTuple):
    """A word of which titles are composed: modifier "deputy", head "minister", portfolio "health"."""

    word: str
    language: str
    part: str
    forms: tuple[str, ...]
    means: str


class Given(NamedTuple):
    """A given name: gender "m", "f" or "-" (both); regions where it is usual."""

    name: str
    gender: str
    regions: tuple[str, ...]
    flags: tuple[str, ...]

    @property
    def ambiguous(self) -> bool:
        """Whether it is an ordinary word, a place or a title as well ("Will", "Grant", "Major")."""
        return "ambiguous" in self.flags


class SurnameHint(NamedTuple):
    """What marks a surname: an ending, a beginning, a particle before it, or a whole frequent surname."""

    text: str
    kind: str
    regions: tuple[str, ...]
    flags: tuple[str, ...]


class CommonWord(NamedTuple):
    """An ordinary word, in small letters: with a capital it is no name by itself."""

    word: str
    language: str


def common_word(c: list[str]) -> CommonWord:
    """Make an ordinary word from its cells; raises ValueError where one is wrong."""
    if c[0] != c[0].lower():
        raise ValueError(f"word '{c[0]}' is not in small letters.")
    return CommonWord(c[0], c[1])


def office(c: list[str]) -> Office:
    """Make an office from its cells; raises ValueError where one is wrong."""
    _language(c[1])
    if c[4] not in ("0", "1", "2", "3", "4", "5"):
        raise ValueError(f"level '{c[4]}' is not 0 to 5.")
    flags = parts(c[5])
    if not OFFICE_FLAGS.issuperset(flags):
        raise ValueError(f"flags '{c[5]}' are not among {', '.join(sorted(OFFICE_FLAGS))}.")
    return Office(c[0], c[1], c[2], parts(c[3]) or (c[0],), int(c[4]), flags)


def office_part(c: list[str]) -> OfficePart:
    """Make a part of titles from its cells; raises ValueError where one is wrong."""
    _language(c[1])
    if c[2] not in PART_KINDS:
        raise ValueError(f"part '{c[2]}' is not one of {', '.join(sorted(PART_KINDS))}.")
    return OfficePart(c[0], c[1], c[2], parts(c[3]) or (c[0],), c[4])


def given(c: list[str]) -> Given:
    """Make a given name from its cells; raises ValueError where one is wrong."""
    if c[1] not in ("m", "f", "-"):
        raise ValueError(f"gender '{c[1]}' is not m, f or -.")
    return Given(c[0], c[1], parts(c[2]), parts(c[3]))


def surname_hint(c: list[str]) -> SurnameHint:
    """Make a surname hint from its cells; raises ValueError where one is wrong."""
    if c[1] not in HINT_KINDS:
        raise ValueError(f"kind '{c[1]}' is not one of {', '.join(sorted(HINT_KINDS))}.")
    return SurnameHint(c[0], c[1], parts(c[2]), parts(c[3]))


def _language(text: str) -> None:
    if text not in LANGUAGES:
        raise ValueError(f"language '{text}' is not en, sr, ru or -.")


OFFICES = Layout("offices.tsv", OFFICE_COLUMNS, office, (0, 1))
OFFICE_PARTS = Layout("office_parts.tsv", PART_COLUMNS, office_part, (0, 1, 2))
COMMON = Layout("common_words.tsv", COMMON_COLUMNS, common_word)
GIVEN = Layout("given_names.tsv", GIVEN_COLUMNS, given)
HINTS = Layout("surname_hints.tsv", HINT_COLUMNS, surname_hint, (0, 1))


class GivenNames(Table[Given]):
    """The given names; `find` also reads Serbian Cyrillic and case forms."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__(GIVEN, folders)

    def find(self, token: str, language: str = "") -> Given | None:
        """Return the given name that the token is, or a case form of it where `language` is "sr" or "ru"."""
        found = self.get(token)
        if found is not None or not token:
            return found
        if not is_cyrillic(token):
            return self._case_form(token, "sr") if language == "sr" else None
        found = self.get(latin(token))
        if found is not None:
            return found
        return self._case_form(token, "ru") if language == "ru" else self._case_form(latin(token), "sr")

    def _case_form(self, token: str, language: str) -> Given | None:
        for base in bases(token, language):
            found = self.get(base)
            if found is not None:
                return found
        return None


class SurnameHints(Table[SurnameHint]):
    """What surnames look like."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__(HINTS, folders)
        marks: dict[str, list[str]] = {"suffix": [], "weak": [], "prefix": [], "particle": []}
        for key in [key for key in self.keys() if not key.endswith(" name")]:
            text, _, kind = key.rpartition(" ")
            marks["weak" if self[key].flags else kind].append(text)
        self.suffixes = tuple(marks["suffix"])
        self.weak_suffixes = tuple(marks["weak"])
        self.prefixes = tuple(marks["prefix"])
        self.particles = frozenset(marks["particle"])

    def strength(self, token: str) -> int:
        """Return 2 for a listed unambiguous surname, 1 for an ambiguous one or a typical ending, else 0."""
        listed = self.get(f"{token} name") or self.get(f"{latin(token)} name")
        if listed is not None:
            return 1 if "ambiguous" in listed.flags else 2
        if len(token) > 4 and (token.endswith(self.suffixes) or latin(token).endswith(self.suffixes)):
            return 1
        return int(token.startswith(self.prefixes) and len(token) > 4)
