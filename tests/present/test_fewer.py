"""A query that finds nothing, with fewer words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reltui.present.fewer import fewer
from reltui.query import parse
from reltui.store import Reader


@pytest.fixture
def reader(db: Path) -> Iterator[Reader]:
    with Reader(db) as opened:
        yield opened


def test_names_are_kept_and_what_stands_nowhere_is_told(reader: Reader) -> None:
    shorter = fewer(reader, "when did lavrov and zzzqq vulin meet")
    assert shorter is not None
    assert {"lavrov", "vulin"} <= set(shorter.query.split())
    assert "zzzqq" in shorter.without.split(", ")
    assert set(shorter.query.split()).isdisjoint(shorter.without.split(", "))
    count = reader.count(parse(shorter.query))
    assert count["passages"] + count["events"]


@pytest.mark.parametrize("text", ["zzzqq yyyqq", "vulin", "", "vulin OR zzzqq yyyqq", "(vulin) zzzqq"])
def test_where_nothing_can_be_left_out_there_is_none(reader: Reader, text: str) -> None:
    assert fewer(reader, text) is None


def test_phrases_are_kept_or_left_whole(reader: Reader) -> None:
    shorter = fewer(reader, '"no such phrase" putin')
    assert shorter is not None
    assert (shorter.query, shorter.without) == ("putin", '"no such phrase"')


def test_a_filter_holds(reader: Reader) -> None:
    assert fewer(reader, "putin zzzqq", parse("date:1999")) is None
