"""Saved searches: kept in a file that people may edit, and that loses nothing they wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.present.searches import Saved, delete, load, save


def test_a_search_is_kept_found_replaced_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "config" / "searches.txt"
    assert load(path) == []
    save("trade", "has:figure trade", path)
    save("", 'with:lavrov "foreign minister"', path)
    assert load(path) == [
        Saved("trade", "has:figure trade"),
        Saved('with:lavrov "foreign minister"', 'with:lavrov "foreign minister"'),
    ]
    save("Trade", "trade 2021", path)
    assert [saved.query for saved in load(path)] == ['with:lavrov "foreign minister"', "trade 2021"]
    assert delete("TRADE", path)
    assert not delete("trade", path)
    assert len(load(path)) == 1


def test_what_somebody_wrote_by_hand_stays(tmp_path: Path) -> None:
    path = tmp_path / "searches.txt"
    path.write_text("# mine\n\nnot a search\na = b = c\n#x = y\n", encoding="utf-8")
    assert load(path) == [Saved("a", "b = c")]
    save("new", "gas", path)
    delete("a", path)
    assert path.read_text(encoding="utf-8") == "# mine\n\nnot a search\n#x = y\nnew = gas\n"


@given(st.text(max_size=60), st.text(min_size=1, max_size=80))
def test_whatever_is_kept_comes_back_as_one_search(tmp_path_factory, name: str, query: str) -> None:
    path = tmp_path_factory.mktemp("searches") / "searches.txt"
    try:
        saved = save(name, query, path)
    except ValueError:
        assert load(path) == []
    else:
        assert load(path) == [saved]
        assert delete(saved.name, path)


@pytest.mark.parametrize("query", ["", "  ", "x" * 3000])
def test_what_cannot_be_kept_is_refused(tmp_path: Path, query: str) -> None:
    with pytest.raises(ValueError, match="query"):
        save("n", query, tmp_path / "searches.txt")


def test_a_file_that_is_no_text_holds_none(tmp_path: Path) -> None:
    path = tmp_path / "searches.txt"
    path.write_bytes(b"\xff\xfe\x00\x00")
    assert load(path) == []
    assert load(tmp_path) == []
