"""How a query is understood in a corpus."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reltui.query import explain, parse
from reltui.store import Reader
from tests.store.corpora import Asked, queries


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("actor:lavrov", ["names “lavrov”, in any spelling", "  means Sergey Lavrov (actor:lavrov)"]),
        ("actor:zzzqqq", ["  nobody in this corpus has that name", "  in 0 passages"]),
        (
            "ђурић",
            ["the word “ђурић”, in any script", "  names Marko Đurić (actor:djuric)", "  in 5 passages"],
        ),
        ("luk*", ["a word that begins with “luk”, in any script"]),
        ("=Niš", ["  in at most 3 passages"]),
        ("外", ["  “外”: 外", "  in 0 passages"]),
        ("lavrov", ["ordered by relevance, unless by date"]),
        ("type:nonsense", ["! type:nonsense is none of visit, meeting"]),
        ("", ["everything"]),
    ],
)
def test_what_it_comes_to_here(reader: Reader, text: str, said: list[str]) -> None:
    lines = reader.explain(parse(text))
    for piece in said:
        assert any(line.startswith(piece) for line in lines), (piece, lines)


def test_a_sound_is_said(reader: Reader) -> None:
    assert any("sounds" in line and "quric" in line for line in reader.explain(parse("djuric")))
    assert not any("sounds" in line for line in reader.explain(parse("=Djuric")))


def test_a_beginning_names_the_words_of_the_corpus(reader: Reader) -> None:
    typed = reader.explain(parse("lavr"), typing=True)
    assert any(line.startswith("  begins ") and "lavrov" in line for line in typed)
    assert not any(line.startswith("  begins ") for line in reader.explain(parse("lavr")))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(queries.map(Asked.text), st.text()))
def test_it_says_what_the_grammar_says_and_more(reader: Reader, text: str) -> None:
    query = parse(text)
    lines = reader.explain(query)
    assert [line for line in lines if not line.startswith(("  ", "ordered", "too many"))] == explain(query)
