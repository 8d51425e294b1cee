"""Figures and namings answer by the passage in which they stand; figures by what only they say too."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reltui.model import Evidence, Facts, Figure, File, Mention, Passage, Source
from reltui.query import parse
from reltui.store import Reader, write
from reltui.store.places import FILE_OF_PATH
from tests import factory
from tests.conftest import meta

CASES: list[tuple[str, list[str]]] = [
    # what the paragraph says, or the figure alone, or both together
    ("tonnes", ["deal", "gas", "far"]),
    ("usd", ["deal", "far"]),
    ("us*", ["deal", "far"]),
    ("agreed", ["deal", "gas", "far"]),
    ("agreed usd", ["deal", "far"]),
    ("agreed -usd", ["gas"]),
    ("-agreed", ["lone"]),
    ("-agreed -usd", ["lone"]),
    ("usd OR tonnes", ["deal", "gas", "far"]),
    ("(usd agreed) OR lone", ["deal", "far", "lone"]),
    # two paragraphs of one figure count as one text
    ("lone usd", ["far"]),
    ('"they agreed"', ["deal", "gas", "far"]),
    ('"agreed they"', []),
    ('"they agreed" OR unit', ["deal", "gas", "far", "lone"]),
    ("has:figure", ["deal", "gas", "far", "lone"]),
    ("actor:brnabic", ["deal", "gas", "far"]),
    ("-actor:brnabic", ["lone"]),
    # of the passage, not of the figure
    ("has:event", []),
    ("agreed has:statement", []),
    ("has:statement,figure usd", ["deal", "far"]),
    ("-has:event", ["deal", "gas", "far", "lone"]),
    ("type:meeting", []),
    ("says:brnabic", []),
    ("nothing", []),
    ("date:2024", ["deal"]),
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    text = "Ana said they agreed on 5 and on 7 tonnes.\n\nA lone 9 is here."
    source = Source("s", "f.txt", 1, 1, "page", text, "0", published="2020-02-02")
    passages = tuple(factory.paragraphs("s", text))

    def proof(words: str) -> Evidence:
        start = text.index(words)
        return Evidence("s", start, start + len(words), words)

    figures = (
        Figure("deal", "deal", 5.0, "USD", "2024", None, "5", (proof("5"),)),
        Figure("gas", "gas", 7.0, "tonnes", None, None, "7 tonnes", (proof("7 tonnes"),)),
        Figure("far", "sum", 6.0, "USD", None, None, "7", (proof("7"), proof("lone"))),
        Figure("lone", "unit", 9.0, "number", None, None, "9", (proof("9"),)),
    )
    ana = factory.actors()[5]
    mention = Mention(ana.id, "s", 0, 3, "Ana", None, 1.0, "its own name", None)
    path = tmp_path_factory.mktemp("standing") / "c.db"
    reading = factory.Reading(File("f.txt", "0", "text", "utf-8"), (source,), passages)
    write(path, [reading], Facts(actors=(ana,), mentions=(mention,), figures=figures), meta())
    with Reader(path) as opened:
        yield opened


@pytest.mark.parametrize(("query", "expected"), CASES)
def test_who_answers(reader: Reader, query: str, expected: list[str]) -> None:
    window = reader.figures(parse(query))
    assert sorted(row.id for row in window.rows(0, 9)) == sorted(expected)


def test_who_is_named_between_passages_is_named_in_the_one_before(tmp_path: Path) -> None:
    text = "Title\n\nOne two.\n\nNoise\n\nThree four."
    source = Source("s", "f.txt", 1, 1, "page", text, "0")
    passages = tuple(Passage("s", place, *span) for place, span in enumerate(((7, 15), (24, 35)), 1))
    people = factory.actors()[:3]
    named = [(people[0], 0, 5), (people[1], 17, 22), (people[2], 30, 34), (people[2], 30, 34)]
    mentions = tuple(
        Mention(actor.id, "s", start, end, text[start:end], None, 1.0, "so", None)
        for actor, start, end in named
    )
    reading = factory.Reading(File("f.txt", "0", "text", "utf-8"), (source,), passages)
    write(tmp_path / "c.db", [reading], Facts(actors=people, mentions=mentions), meta())
    with Reader(tmp_path / "c.db") as reader:
        for actor, ordinal in zip(people, (1, 1, 2), strict=True):
            query = parse(f"actor:{actor.id}")
            assert [hit.ordinal for hit in reader.search(query) if hit.kind == "passage"] == [ordinal]
            facets = reader.facets(query).actors
            assert actor.id in {facet.value for facet in facets}
            assert {row.id for row in reader.actors(query, related=True).rows(0, 9)} == {
                facet.value for facet in facets
            }
        # the same said twice is kept once
        assert [mention.surface for mention in reader.mentions("s")] == ["Title", "Noise", "four"]


def test_files_are_found_by_the_ends_of_their_paths(tmp_path: Path) -> None:
    write(tmp_path / "c.db", *factory.build(), meta())
    with closing(sqlite3.connect(tmp_path / "c.db")) as connection:
        sql = f"SELECT f.key FROM files f WHERE {FILE_OF_PATH}"
        paths = [path for (path,) in connection.execute("SELECT path FROM files")]
        found = [connection.execute(sql, (path,)).fetchall() for path in paths]
        assert [len(rows) for rows in found] == [1] * len(paths)
        assert connection.execute(sql, (f"no/{paths[0]}",)).fetchall() == []
        (plan,) = connection.execute(f"EXPLAIN QUERY PLAN {sql}", (paths[0],))
        assert "files_path" in plan[-1]
