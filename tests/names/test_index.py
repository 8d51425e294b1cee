"""The index of names on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.names import BadIndex, Index

_NAMES = [
    ("vucic", "Aleksandar Vučić"), ("vulin", "Aleksandar Vulin"), ("lavrov", "Sergey Lavrov"),
    ("ivanov", "Sergei Ivanov"), ("brnabic", "Ana Brnabić"), ("dacic", "Ivica Dačić"),
    ("djuric", "Marko Đurić"), ("putin", "Vladimir Putin"), ("kim", "KIM Jong Un"),
    ("zhou", "Zhou En-lai"), ("gaddafi", "Muammar Gaddafi"), ("clinton", "William Clinton"),
    ("wright", "Simon Wright"), ("lavrov", "Сергеј Лавров"), ("abd", "Abdul Rahman Khan"),
]  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    path = tmp_path_factory.mktemp("names") / "names.index"
    Index.build(path, _NAMES)
    return Index.open(path)


@pytest.mark.parametrize(
    ("typed", "ident"),
    [
        ("Александр Вучич", "vucic"),
        ("vulin", "vulin"),
        ("Лавровом", "lavrov"),
        ("Лавров Сергей", "lavrov"),
        ("Bil Klinton", "clinton"),
        ("Bill Clinton", "clinton"),
        ("Djuric", "djuric"),
        ("Dzhurich", "djuric"),
        ("Vladmir Puttin", "putin"),
        ("Lvarov", "lavrov"),
        ("김정은", "kim"),
        ("Chou Enlai", "zhou"),
        ("معمر القذافي", "gaddafi"),
        ("Саймон Райт", "wright"),
        ("عبدالرحمن خان", "abd"),
    ],
)
def test_finds_a_name_in_another_script_or_with_errors(index: Index, typed: str, ident: str) -> None:
    assert index.query(typed)[0][0] == ident


@pytest.mark.parametrize(
    ("typed", "ident"),
    [("d", "djuric"), ("dj", "djuric"), ("ђ", "djuric"), ("дж", "djuric"), ("l", "lavrov"), ("лав", "lavrov"),
     ("marko dj", "djuric"), ("sergey l", "lavrov"), ("серг ива", "ivanov"), ("brna", "brnabic")],
)  # fmt: skip
def test_finds_a_name_as_one_types(index: Index, typed: str, ident: str) -> None:
    assert ident in [found for found, _ in index.query(typed, 5, prefix=True)]


def test_a_beginning_of_the_last_word_chooses_among_namesakes(index: Index) -> None:
    assert index.query("aleksandar vuč", 3, prefix=True)[0][0] == "vucic"
    assert index.query("aleksandar vul", 3, prefix=True)[0][0] == "vulin"


def test_an_id_comes_once_best_first_and_no_more_than_asked(index: Index) -> None:
    found = index.query("Sergey Lavrov", 3)
    assert [ident for ident, _ in found].count("lavrov") == 1
    assert len(found) <= 3
    assert [value for _, value in found] == sorted((value for _, value in found), reverse=True)
    assert all(0.0 <= value <= 1.0 for _, value in found)
    assert index.query("Lavrov", 0) == []


def test_counts_its_names(index: Index) -> None:
    assert len(index) == len(_NAMES)


@given(st.text(max_size=30), st.booleans())
def test_no_query_is_too_strange(index: Index, text: str, prefix: bool) -> None:
    assert len(index.query(text, 5, prefix)) <= 5


def test_a_second_build_replaces_the_first_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "names.index"
    Index.build(path, [("a", "Ana Brnabić")])
    Index.build(path, [("b", "Ivica Dačić")])
    with Index.open(path) as index:
        assert index.query("Dacic")[0][0] == "b"
        assert all(ident != "a" for ident, _ in index.query("Ana Brnabić"))
    assert [file.name for file in tmp_path.iterdir()] == ["names.index"]


def test_a_build_that_fails_leaves_the_old_index(tmp_path: Path) -> None:
    path = tmp_path / "names.index"
    Index.build(path, [("a", "Ana Brnabić")])

    def broken() -> object:
        yield ("b", "Ivica Dačić")
        raise KeyError("no more")

    with pytest.raises(KeyError):
        Index.build(path, broken())  # type: ignore[arg-type]  # what a careless caller might pass
    with Index.open(path) as index:
        assert index.query("Brnabic")[0][0] == "a"
    assert [file.name for file in tmp_path.iterdir()] == ["names.index"]


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "names.index"
    Index.build(path, [])
    with Index.open(path) as index:
        assert len(index) == 0
        assert index.query("Lavrov") == []
        assert index.query("l", prefix=True) == []


def test_what_is_no_index_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadIndex, match="there is no such file"):
        Index.open(tmp_path / "none")
    path = tmp_path / "text"
    path.write_text("no index " * 100, encoding="utf-8")
    with pytest.raises(BadIndex, match=r"text: the file cannot be read .*; build the name index again"):
        Index.open(path)
    empty = tmp_path / "empty"
    empty.write_bytes(b"")
    with pytest.raises(BadIndex, match="this is not a name index"):
        Index.open(empty)


def test_a_damaged_index_is_named(tmp_path: Path) -> None:
    path = tmp_path / "names.index"
    Index.build(path, [(str(i), f"Name{i} Surname{i}") for i in range(500)])
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 3])
    with pytest.raises(BadIndex, match="build the name index again"), Index.open(path) as index:
        index.query("Name1 Surname1")
