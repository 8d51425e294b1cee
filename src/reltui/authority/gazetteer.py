"""One dictionary of all proper names that the tables know, for scanning a text once.

`tables.gazetteer.scan(text)` yields `Hit(start, end, phrase, entries)`; each entry says which row of which
table is meant and how it is named: `Entry(kind, id, how, ambiguous)`.

kind `state`: how `name`, `adjective`, `demonym`, `capital` (the capital standing for the government), `seat`
(Kremlin, White House). kind `place`, `organisation` (how `name`, `acronym`, `handle`: with its @), `person`.
One phrase may have several entries ("Moscow": the place and Russia's capital); which one is meant is for
extraction to say. English "Georgia" is a state and a region, and so on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from reltui.authority.phrases import Phrases

if TYPE_CHECKING:
    from reltui.authority.tables import Tables


class Entry(NamedTuple):
    """What a phrase stands for: a row (`kind`, `id`), named `how`; `ambiguous`: a common word too."""

    kind: str
    id: str
    how: str
    ambiguous: bool = False


def gazetteer(tables: Tables) -> Phrases[Entry]:
    """Build the gazetteer of all states, places, organisations and people."""

    def same(entry: Entry) -> Entry:
        return entry

    return Phrases(_groups(tables), same, more=lambda: Phrases(_slavic(tables), same))


def _groups(tables: Tables) -> Iterator[tuple[list[str], Entry]]:
    # Built from cells, not rows: most rows of these tables are never asked for. Column numbers: see the rows.
    for row in tables.states:
        yield [row.name, row.native, *row.aliases], Entry("state", row.id, "name")
        yield list(row.adjectives), Entry("state", row.id, "adjective")
        yield list(row.demonyms), Entry("state", row.id, "demonym")
        yield list(row.capital), Entry("state", row.id, "capital")
        yield list(row.seats), Entry("state", row.id, "seat")
    for key, c in tables.organisations.raw():
        doubt = "ambiguous" in c[10]
        yield _split(c[1], c[5]), Entry("organisation", key, "name", doubt)
        if c[4]:
            yield _split(c[4]), Entry("organisation", key, "acronym", doubt)
        if c[6]:
            yield ["@" + handle for handle in _split(c[6])], Entry("organisation", key, "handle")
    for key, c in tables.people.raw():
        yield _split(c[1], c[2], c[6]), Entry("person", key, "name")
    for key, c in tables.places.raw():
        yield _split(c[1], c[4]), Entry("place", key, "name", "ambiguous" in c[8])


def _slavic(tables: Tables) -> Iterator[tuple[list[str], Entry]]:
    """Russian forms, and Serbian ones by themselves: some are English words or names ("Island", "Luck")."""
    for row in tables.states:
        yield [*row.sr, *row.ru], Entry("state", row.id, "name")
        yield row.adjective_forms("sr") + row.adjective_forms("ru"), Entry("state", row.id, "adjective")
    for key, c in tables.organisations.raw():
        if c[7] or c[8]:
            yield _split(c[7], c[8]), Entry("organisation", key, "name", "ambiguous" in c[10])
    for key, c in tables.people.raw():
        if c[7]:
            yield _split(c[7]), Entry("person", key, "name")
    for key, c in tables.places.raw():
        if c[5] or c[6]:
            yield _split(c[5], c[6]), Entry("place", key, "name", "ambiguous" in c[8])


def _split(*cells: str) -> list[str]:
    joined = "|".join([cell for cell in cells if cell])
    return (joined.replace("’", "'") if "’" in joined else joined).split("|")
