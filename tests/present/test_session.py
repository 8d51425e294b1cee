"""Where one was comes back by content, and only if it is still there."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.present.session import Place, anchor, find, load, save

TEXT = "The parties met. They spoke of energy. The parties met again, and spoke of gas."


def test_a_place_comes_back_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "session.json"
    place = Place(
        "a",
        "e",
        "s",
        17,
        "They spoke",
        "type:call",
        "ђурић",
        "hits",
        "source",
        "name",
        "newest",
        "nord",
        "apa",
        "r",
    )
    assert save("one.db", place, file)
    assert save("two.db", Place(actor="b"), file)
    assert load("one.db", file) == place
    assert load("two.db", file) == Place(actor="b")
    assert load("three.db", file) == Place()


def test_words_that_moved_are_found_again() -> None:
    offset = TEXT.index("They spoke")
    place = Place(offset=offset, words=anchor(TEXT, offset))
    assert find(TEXT, place) == offset
    assert find("New first line.\n" + TEXT, place) == offset + 16
    assert find(TEXT[4:], place) == offset - 4


def test_of_words_that_stand_twice_the_nearest() -> None:
    place = Place(offset=45, words="The parties met")
    assert find(TEXT, place) == TEXT.rindex("The parties met")
    assert find(TEXT, Place(offset=3, words="The parties met")) == 0


def test_words_that_are_gone_are_not_moved_to_a_lookalike() -> None:
    assert find(TEXT, Place(offset=17, words="They spoke of peace")) is None


def test_without_words_the_offset_counts_if_it_is_within() -> None:
    assert find(TEXT, Place(offset=5)) == 5
    assert find(TEXT, Place(offset=len(TEXT) + 1)) is None


@given(st.text(max_size=80), st.integers(0, 80), st.text(max_size=20))
def test_found_words_are_the_words(text: str, offset: int, before: str) -> None:
    offset = min(offset, len(text))
    place = Place(offset=offset, words=anchor(text, offset))
    moved = before + text
    found = find(moved, place)
    assert found is None or moved.startswith(place.words, found)
    if place.words:
        assert found is not None


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"one.db": 3}', '{"one.db": {"offset": "x", "actor": 7}}', "\x00"]
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "session.json"
    file.write_text(damage, encoding="utf-8")
    assert load("one.db", file) == Place()
    assert save("one.db", Place(actor="a"), file)
    assert load("one.db", file) == Place(actor="a")


def test_what_a_newer_version_kept_beside_is_no_trouble(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    file.write_text(json.dumps({"one.db": {"actor": "a", "mood": "calm", "offset": True}}), encoding="utf-8")
    assert load("one.db", file) == Place(actor="a")


def test_old_corpora_are_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    for number in range(60):
        save(f"{number}.db", Place(actor=str(number)), file)
    assert load("0.db", file) == Place()
    assert load("59.db", file) == Place(actor="59")
    assert len(json.loads(file.read_text(encoding="utf-8"))) == 50


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_said_by_the_answer(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert not save("one.db", Place(), tmp_path / "sub" / "session.json")


def test_a_file_in_the_way_is_said_by_the_answer(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("", encoding="utf-8")
    assert not save("one.db", Place(), tmp_path / "blocked" / "session.json")
