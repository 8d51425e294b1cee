"""States and places: how they are named, which adjectives are theirs, and which words stand for them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reltui.authority.slavic import ENDINGS, latin
from reltui.authority.table import Layout, Table
from reltui.authority.tsv import parts

STATE_COLUMNS = (
    "id", "iso2", "name", "native", "aliases", "adjectives", "demonyms", "capital", "seats",
    "sr", "sr_adjectives", "ru", "ru_adjectives", "from", "until", "note",
)  # fmt: skip
PLACE_COLUMNS = ("id", "name", "kind", "state", "aliases", "sr", "ru", "population", "flags")
PLACE_KINDS = frozenset(
    ["city", "region", "territory", "residence", "venue", "sea", "island", "river", "mountain"]
)
PLACE_FLAGS = frozenset(["capital", "ambiguous"])


class State(NamedTuple):
    """A state of today or of history; see docs/data.md for the columns."""

    id: str
    iso2: str
    name: str
    native: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: tuple[str, ...]
    seats: tuple[str, ...]
    sr: tuple[str, ...]
    sr_adjectives: tuple[str, ...]
    ru: tuple[str, ...]
    ru_adjectives: tuple[str, ...]
    since: str
    until: str
    note: str

    @property
    def contested(self) -> bool:
        """Whether sources disagree that this is a state; the table takes no side."""
        return self.note.startswith("contested")

    def adjective_forms(self, language: str) -> list[str]:
        """All forms of its adjectives: stem + ending for "sr" (Latin letters) and "ru", the list for "en"."""
        if language == "en":
            return list(self.adjectives)
        stems = self.sr_adjectives if language == "sr" else self.ru_adjectives
        return [stem + ending for stem in stems for ending in ENDINGS[language]]


class Place(NamedTuple):
    """A city, region, residence or venue; `state` is the id of the state it is usually said to lie in."""

    id: str
    name: str
    kind: str
    state: str
    aliases: tuple[str, ...]
    sr: tuple[str, ...]
    ru: tuple[str, ...]
    population: int
    flags: tuple[str, ...]

    @property
    def capital(self) -> bool:
        """Whether it is the seat of a state's government."""
        return "capital" in self.flags

    @property
    def ambiguous(self) -> bool:
        """Whether the name is also a common word, a given name or a surname."""
        return "ambiguous" in self.flags


def state(c: list[str]) -> State:
    """Make a state from its cells; raises ValueError where one is wrong."""
    if c[1] and (len(c[1]) != 2 or not c[1].isupper()):
        raise ValueError(f"iso2 '{c[1]}' is not two capital letters.")
    if not c[2]:
        raise ValueError("the column 'name' is empty.")
    al, adj, dem, cap, seat, sr, sr_adj, ru, ru_adj = (parts(cell) for cell in c[4:13])
    return State(
        c[0], c[1], c[2], c[3], al, adj, dem, cap, seat, sr, sr_adj, ru, ru_adj, c[13], c[14], c[15]
    )  # fmt: skip


def place(c: list[str]) -> Place:
    """Make a place from its cells; raises ValueError where one is wrong."""
    if c[2] not in PLACE_KINDS:
        raise ValueError(f"kind '{c[2]}' is not one of {', '.join(sorted(PLACE_KINDS))}.")
    if c[7] and not c[7].isdecimal():
        raise ValueError(f"population '{c[7]}' is not a whole number.")
    flags = parts(c[8])
    if flags and not PLACE_FLAGS.issuperset(flags):
        raise ValueError(f"flags '{c[8]}' are not among {', '.join(sorted(PLACE_FLAGS))}.")
    return Place(c[0], c[1], c[2], c[3], parts(c[4]), parts(c[5]), parts(c[6]), int(c[7] or 0), flags)


STATES = Layout("states.tsv", STATE_COLUMNS, state)
PLACES = Layout("places.tsv", PLACE_COLUMNS, place)


class States(Table[State]):
    """The states, with look-up by any of their names."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__(STATES, folders)
        self._names: dict[str, State] | None = None
        self._adjectives: dict[str, State] | None = None

    def by_name(self, form: str) -> State | None:
        """Return the state of a name, alias or case form, whatever its capitals and (for Serbian) script."""
        if self._names is None:
            self._names = {}
            for row in self:
                for name in (row.name, row.native, *row.aliases, *row.sr, *row.ru):
                    self._names.setdefault(name.casefold(), row)
        return self._names.get(form.casefold()) or self._names.get(latin(form).casefold())

    def by_adjective(self, form: str) -> State | None:
        """Return the state of an adjective or demonym ("Serbian", "Serbs", "российского", "ruskim")."""
        if self._adjectives is None:
            self._adjectives = {}
            for row in self:
                for name in (
                    *row.adjectives,
                    *row.demonyms,
                    *row.adjective_forms("sr"),
                    *row.adjective_forms("ru"),
                ):
                    self._adjectives.setdefault(name.casefold(), row)
        return self._adjectives.get(form.casefold()) or self._adjectives.get(latin(form).casefold())

    def by_iso2(self, code: str) -> State | None:
        """Return today's state of an ISO 3166-1 alpha-2 code."""
        return next((row for row in self if row.iso2 == code and not row.until), None)


class Places(Table[Place]):
    """The places, with look-up by any of their names; of namesakes the most populous comes first."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__(PLACES, folders)
        self._names: dict[str, list[Place]] | None = None

    def by_name(self, form: str) -> tuple[Place, ...]:
        """Return all places of that name, alias or case form, capitals and large ones first."""
        if self._names is None:
            self._names = {}
            for row in sorted(self, key=lambda p: (-p.capital, -p.population)):
                for name in {n.casefold() for n in (row.name, *row.aliases, *row.sr, *row.ru)}:
                    self._names.setdefault(name, []).append(row)
        return tuple(self._names.get(form.casefold()) or self._names.get(latin(form).casefold()) or ())
