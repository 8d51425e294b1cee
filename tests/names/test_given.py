"""The table of given names, and a user's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reltui import names
from reltui.names import THRESHOLD, TableError, extend_given, keys, score
from reltui.names import given as table


@pytest.fixture
def forgetful() -> Iterator[None]:
    """Undo what a test adds to the tables."""
    before = list(table.extra)
    yield
    table.extra[:] = before
    names.forget()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bob", "Robert"),
        ("Saša", "Aleksandar"),
        ("Ioannes", "Jan"),
        ("Volodymyr", "Владимир"),
        ("Mikalai", "Nikolai"),
    ],
)
def test_forms_and_pet_names_are_one(one: str, other: str) -> None:
    assert score(f"{one} Kowalski", f"{other} Kowalski").score >= THRESHOLD


def test_a_user_adds_names(tmp_path: Path, forgetful: None) -> None:
    path = tmp_path / "mine.tsv"
    assert score("Zvezdan Petrović", "Zed Petrović").score < THRESHOLD
    path.write_text("# mine\nZvezdan, Zvjezdan | Zed\n", encoding="utf-8")
    extend_given(path)
    found = score("Zvezdan Petrović", "Zed Petrović")
    assert found.score >= THRESHOLD
    assert "Zed ~ Zvezdan (given-name variant)" in found.reasons
    assert set(keys("Zvjezdan")) & set(keys("Звездан"))


@pytest.mark.parametrize("line", ["Solo", "| Zed", "Zvezdan |", ","])
def test_a_line_of_another_form_is_named(tmp_path: Path, forgetful: None, line: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(f"Ana, Anna\n{line}\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"mine\.tsv, line 2: expected"):
        extend_given(path)


def test_a_table_that_is_not_there_is_named(tmp_path: Path, forgetful: None) -> None:
    with pytest.raises(TableError, match=r"none\.tsv"):
        extend_given(tmp_path / "none.tsv")


def test_the_shipped_table_has_no_name_twice_in_a_line() -> None:
    for forms, pets in table.read(table.shipped_path()):
        found = [name.lower() for name in (*forms, *pets)]
        assert len(set(found)) == len(found), found
