"""Nouns that wait in a file come back as a tuple would give them, however they are asked for."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.corpus.aside import Aside
from reltui.model import Evidence

_NOUNS = st.builds(Evidence, st.text(max_size=4), st.integers(0, 9), st.integers(0, 9), st.text(max_size=9))


def _aside(groups: list[list[Evidence]]) -> Aside[Evidence]:
    file = BytesIO()

    def write(data: bytes) -> int:
        begin = file.seek(0, 2)
        file.write(data)
        return begin

    def read(begin: int, length: int) -> bytes:
        file.seek(begin)
        return file.read(length)

    made: Aside[Evidence] = Aside(write, read)
    for group in groups:
        made.extend(group)
    return made


@given(st.lists(st.lists(_NOUNS, max_size=5), max_size=60), st.data())
def test_it_is_the_sequence_of_all_groups(groups: list[list[Evidence]], data: st.DataObject) -> None:
    plain = [noun for group in groups for noun in group]
    made = _aside(groups)
    assert len(made) == len(plain)
    assert list(made) == plain
    assert list(made.all()) == plain  # a second time as well
    for index in data.draw(st.lists(st.integers(-len(plain), len(plain) - 1), max_size=40)) if plain else ():
        assert made[index] == plain[index]
    some = data.draw(st.slices(len(plain)))
    assert list(made[some]) == plain[some]


@given(st.lists(st.lists(_NOUNS, max_size=3), max_size=5))
def test_nothing_stands_behind_the_last_one(groups: list[list[Evidence]]) -> None:
    made = _aside(groups)
    for index in (len(made), -len(made) - 1):
        with pytest.raises(IndexError, match="none at"):
            made[index]
