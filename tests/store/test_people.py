"""Whom a name means, and what is offered where nothing is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from reltui.model import Actor, Facts, File, Passage, Source
from reltui.store import Reader, write
from reltui.store.near import one_away
from tests.conftest import meta
from tests.factory import Reading


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("lavrof", "Sergey Lavrov"),
        ("djuritsh", "Marko Đurić"),
        ("вулен", "Aleksandar Vulin"),
        ("telefone", "telephone"),
        ("telephone conversations", "telephone conversation"),
        ("2.802 bilions", "2.802 billion"),
        ("sergei lavrof", "Sergey Lavrov"),
        ("actor:lavrof date:2024", 'actor:"Sergey Lavrov" date:2024'),
        ("-gas telefone", "-gas telephone"),
        ("kind:post telefone OR moscow", "kind:post telephone OR moscow"),
    ],
)
def test_suggestions(reader: Reader, text: str, first: str) -> None:
    assert reader.suggest(text)[0] == first


@pytest.mark.parametrize("text", ["", "😀", "qqqqqqqqqq", "\0", '"' * 50])
def test_no_suggestions(reader: Reader, text: str) -> None:
    assert reader.suggest(text) == []


def test_suggestions_are_limited(reader: Reader) -> None:
    assert len(reader.suggest("aleksandar", limit=1)) <= 1
    assert reader.suggest("lavrof", limit=0) == []


@given(st.text(alphabet="abcdefgh123", min_size=1, max_size=8))
def test_one_letter_away(word: str) -> None:
    near = one_away(word)
    assert word not in near
    assert all(OSA.distance(word, other) == 1 for other in near)
    # what one letter more makes of it has it among its own neighbours
    assert all(word in one_away(other) for other in list(near)[:5])


def test_whom_a_name_means(tmp_path: Path) -> None:
    names = ("United Nations", "United Nations Security Council", "Marko Đurić", "Ivan Đurić")
    actors = tuple(Actor(f"a{n}", "organisation", name) for n, name in enumerate(names))
    source = Source("s", "f.txt", 1, 1, "page", "x", "0")
    reading = Reading(File("f.txt", "0", "text", "utf-8"), (source,), (Passage("s", 1, 0, 1),))
    write(tmp_path / "c.db", [reading], Facts(actors=actors), meta())
    with Reader(tmp_path / "c.db") as reader:
        people = reader._filter.people  # pyright: ignore[reportPrivateUsage]

        def meant(value: str, prefix: bool = False) -> list[str]:
            by_name = [row.name for row in reader.actors(order="name").rows(0, 4)]
            return [by_name[key - 1] for key in people.resolve(value, prefix)]

        assert meant("United Nations") == ["United Nations"]  # somebody's whole name
        assert meant("united") == ["United Nations", "United Nations Security Council"]
        assert meant("nations security") == ["United Nations Security Council"]
        assert meant("джурич") == ["Ivan Đurić", "Marko Đurić"]
        assert meant("Марко Джурич") == ["Marko Đurić"]
        assert meant("M. Djuric") == ["Marko Đurić"]  # no such word, but a name that is alike
        assert meant("mar", prefix=True) == ["Marko Đurić"]
        assert meant("Nations of old men") == []
        assert meant("nobody") == []
