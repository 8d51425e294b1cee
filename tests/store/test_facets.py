"""Facets count what a narrower search finds."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reltui.query import EMPTY, parse
from reltui.store import Facet, Facets, Reader, write
from reltui.store import facets as counting
from tests.conftest import meta
from tests.store.corpora import Asked, Text, answers, corpus, queries, texts


def named(facets: tuple[Facet, ...]) -> dict[str, int]:
    return {facet.label: facet.count for facet in facets}


def every(found: Facets) -> list[Facet]:
    return [*found.actors, *found.years, *found.types, *found.kinds]


def test_what_the_hits_have_in_common(reader: Reader) -> None:
    found = reader.facets(parse("lavrov"))
    assert (found.passages, found.exact) == (5, True)
    assert named(found.actors)["Sergey Lavrov"] == 5
    assert sum(named(found.years).values()) == 5
    assert list(named(found.years)) == sorted(named(found.years), key=lambda year: (year != "undated", year))
    assert sum(named(found.kinds).values()) == 5
    for facet in every(found):
        if facet.query:
            assert reader.count(parse("lavrov") & parse(facet.query))["passages"] == facet.count, facet


def test_the_most_frequent_first_and_no_more_than_asked_for(reader: Reader) -> None:
    all_of_them = reader.facets(EMPTY, actors=1000)
    counts = [facet.count for facet in all_of_them.actors]
    assert counts == sorted(counts, reverse=True)
    assert reader.facets(EMPTY, actors=2).actors == all_of_them.actors[:2]
    assert [facet.count for facet in all_of_them.types] == sorted(
        (facet.count for facet in all_of_them.types), reverse=True
    )


def test_nothing_found_has_no_facets(reader: Reader) -> None:
    assert reader.facets(parse("zzzqqq")) == Facets(0, True, (), (), (), ())


def test_while_typing_the_end_is_open(reader: Reader) -> None:
    assert reader.facets(parse("lavr"), typing=True).passages == 5
    assert reader.facets(parse("lavr")).passages == 0


def test_what_narrows_is_a_query_whatever_the_value() -> None:
    assert Facet("type", "press_conference", "press conference", 1).query == "type:press_conference"
    assert Facet("actor", "sergey-lavrov", "Sergey Lavrov", 1).query == 'actor:"sergey-lavrov"'
    assert Facet("date", "", "undated", 1).query == ""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, queries)
def test_counts_are_those_of_the_reference(made: list[Text], asked: Asked) -> None:
    found = [text for number, text in enumerate(made) if answers(asked, number, text, False)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "c.db"
        write(path, *corpus(made), meta())
        with Reader(path) as reader:
            facets = reader.facets(parse(asked.text()))
            assert facets == reader.facets(parse(asked.text()), exact=True)
    assert (facets.passages, facets.exact) == (len(found), True)
    assert {facet.value: facet.count for facet in facets.actors} == _count(n for t in found for n in t.named)
    assert {facet.value: facet.count for facet in facets.types} == _count(t.event for t in found if t.event)
    assert {facet.value: facet.count for facet in facets.kinds} == _count(t.kind for t in found)
    assert sum(facet.count for facet in facets.years) == len(found)
    assert {facet.value: facet.count for facet in facets.years}.get("", 0) == sum(not t.date for t in found)


def _count(values: object) -> dict[str, int]:
    counted: dict[str, int] = {}
    for value in values:  # type: ignore[attr-defined]
        counted[value] = counted.get(value, 0) + 1
    return counted


def test_many_are_estimated_and_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [
        Text(("gas", "talks" if number % 2 else "oil"), "2024", "post" if number % 4 else "article")
        for number in range(400)
    ]
    monkeypatch.setattr(counting, "COUNTED", 100)
    monkeypatch.setattr(counting, "SAMPLED", 100)
    monkeypatch.setattr(counting, "LOOKED_AT", 50)
    write(tmp_path / "c.db", *corpus(made), meta())
    with Reader(tmp_path / "c.db") as reader:
        found = reader.facets(parse("gas"))
        assert (found.passages, found.exact) == (400, False)
        assert 370 <= named(found.years)["2024"] <= 430
        assert 250 <= named(found.kinds)["post"] <= 350
        assert 70 <= named(found.kinds)["article"] <= 130
        looked_at = reader.facets(parse('"gas talks"'))
        assert not looked_at.exact
        assert 150 <= looked_at.passages <= 250
        exactly = reader.facets(parse('"gas talks"'), exact=True)
        assert (exactly.passages, exactly.exact) == (200, True)
        assert named(exactly.kinds) == {"post": 200}
