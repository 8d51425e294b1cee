"""Who was what when: found by title, state, holder and date, each row at its words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reltui.model import Office
from reltui.query import parse
from reltui.store import Reader, write
from tests import factory


@pytest.fixture
def offices(tmp_path: Path):
    """A corpus in which three people hold offices, one of them two."""
    facts = factory.facts()
    proof = (factory.piece("brief", "Foreign Minister"),)
    told = {
        "djuric": (Office("Foreign Minister of Serbia", "Serbia", "2024-05-06/2024-08-14", proof),
                   Office("Minister of Foreign Affairs", "Serbia", "2025-02-17", proof)),
        "lavrov": (Office("Foreign Minister", None, "2024-05-06", proof),),
        "vucic": (Office("President", "Serbia", None, proof),),
    }  # fmt: skip
    actors = tuple(replace(actor, offices=told.get(actor.id, ())) for actor in facts.actors)
    path = tmp_path / "offices.db"
    write(path, factory.readings(), replace(facts, actors=actors), factory_meta())
    with Reader(path) as reader:
        yield reader


def factory_meta():
    from reltui.store import Meta

    return Meta("t", "2025-01-01T00:00:00Z", "reltui 0", 0, "f", {})


def holders(reader: Reader, query: str) -> list[tuple[str, str | None]]:
    return [(row.actor, row.at) for row in reader.offices(parse(query)).rows(0, 99)]


EVERYTHING = [
    ("djuric", "2024-05-06/2024-08-14"),
    ("lavrov", "2024-05-06"),
    ("djuric", "2025-02-17"),
    ("vucic", None),
]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", EVERYTHING),
        ("foreign minister", EVERYTHING[:3]),
        ("Serbia's foreign minister", [EVERYTHING[0], EVERYTHING[2]]),
        ("foreign minister serbia date:2024-06-30", [EVERYTHING[0]]),
        ("minister date:2025", [EVERYTHING[2]]),
        ("minister ђурић", [EVERYTHING[0], EVERYTHING[2]]),
        ("actor:lavrov", [EVERYTHING[1]]),
        ("minister -serbia", [EVERYTHING[1]]),
        ("president OR actor:lavrov", [EVERYTHING[1], EVERYTHING[3]]),
        ("astronaut", []),
        ("date:2030", []),
    ],
)  # fmt: skip
def test_offices_by_words_holders_and_dates(offices: Reader, query: str, expected) -> None:
    assert holders(offices, query) == expected


def test_a_row_leads_to_its_words_and_is_found_again(offices: Reader) -> None:
    window = offices.offices(parse("lavrov"))
    [row] = window.rows(0, 9)
    assert row.source is not None
    assert offices.source(row.source).text[row.start : row.end] == "Foreign Minister"
    assert (row.name, row.told) == ("Sergey Lavrov", 1)
    everything = offices.offices()
    assert [everything.index_of(one.id) for one in everything.rows(0, 9)] == [0, 1, 2, 3]
    assert everything.index_of("nobody") is None
