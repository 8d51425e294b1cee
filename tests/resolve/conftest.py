"""The shipped corpus, read, extracted and resolved once for all tests here."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from reltui.authority import load
from reltui.extract import extract
from reltui.model import Facts, Source
from reltui.read import discover, read
from reltui.resolve import resolve
from reltui.resources import shipped


@dataclass(frozen=True)
class Resolved:
    """Sources by id and the facts told by them."""

    sources: dict[str, Source]
    facts: Facts

    def name(self, actor: str) -> str:
        return next(a.name for a in self.facts.actors if a.id == actor)


def resolved(folder: str) -> Resolved:
    tables = load()
    readings = [read(found) for found in discover([folder])]
    sources = [source for reading in readings for source in reading.sources]
    facts = resolve(readings, [extract(source, tables) for source in sources], tables)
    return Resolved({s.id: s for s in sources}, facts)


@pytest.fixture(scope="session")
def seeds() -> Resolved:
    return resolved(str(shipped("seeds")))
