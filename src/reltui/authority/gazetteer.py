"""One dictionary of all proper names that the tables know, for scanning a text once.

`tables.gazetteer.scan(text)` yields `Hit(start, end, phrase, entries)`; each entry says which table row is meant and
how it is named: `Entry(kind, id, how, ambiguous)`.

kind `state`: how `name`, `adjective`, `demonym`, `capital` (the capital standing for the government), `seat`
(Kremlin, White House). kind `place`, `organisation` (how `name`, `acronym`, `alias`, `handle`), `person`.
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
    """What a phrase of the gazetteer stands for: a row (`kind`, `id`), named `how`; `ambiguous`: a common word too."""

    kind: str
    id: str
    how: str
    ambiguous: bool = False


def gazetteer(tables: Tables) -> Phrases[Entry]:
    """Build the gazetteer of all states, places, organisations and people."""
    return Phrases(_pairs(tables))


def _pairs(tables: Tables) -> Iterator[tuple[str, Entry]]:
    yield from _states(tables)
    for body in tables.organisations:
        doubt = body.ambiguous
        entry = Entry("organisation", body.id, "name", doubt)
        yield body.name, entry
        for form in (*body.aliases, *body.sr, *body.ru):
            yield form, entry
        short = Entry("organisation", body.id, "acronym", doubt)
        for form in body.acronyms:
            yield form, short
        handle = Entry("organisation", body.id, "handle")
        for form in body.handles:
            yield form, handle
    for who in tables.people:
        entry = Entry("person", who.id, "name")
        for form in (who.name, *((who.native,) if who.native else ()), *who.aliases, *who.forms):
            yield form, entry
    for where in tables.places:
        entry = Entry("place", where.id, "name", where.ambiguous)
        yield where.name, entry
        for form in (*where.aliases, *where.sr, *where.ru):
            yield form, entry


def _states(tables: Tables) -> Iterator[tuple[str, Entry]]:
    for row in tables.states:
        entry = Entry("state", row.id, "name")
        for form in (row.name, row.native, *row.aliases, *row.sr, *row.ru):
            if form:
                yield form, entry
        entry = Entry("state", row.id, "adjective")
        for form in (*row.adjectives, *row.adjective_forms("sr"), *row.adjective_forms("ru")):
            yield form, entry
        for form, how in (
            *((f, "demonym") for f in row.demonyms),
            *((f, "capital") for f in row.capital),
            *((f, "seat") for f in row.seats),
        ):
            yield form, Entry("state", row.id, how)
