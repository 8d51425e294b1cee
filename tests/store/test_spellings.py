"""A name in every spelling: without its diacritics, in other alphabets, as other languages and cases have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from reltui.model import Actor, Facts, File, Name, Passage, Source
from reltui.query import parse
from reltui.store import Reader, write
from tests.conftest import meta
from tests.factory import Reading


def corpus(path: Path, texts: Sequence[str], people: Mapping[str, Sequence[str]]) -> Reader:
    """A corpus of one passage a source, and people by their names with other spellings of these."""
    readings: list[Reading] = []
    for number, text in enumerate(texts):
        source = Source(f"s{number}", f"{number}.txt", 1, 1, "page", text, str(number))
        passages = (Passage(source.id, 1, 0, len(text)),)
        readings.append(Reading(File(source.path, str(number), "txt", "utf-8"), (source,), passages))
    actors = tuple(
        Actor(f"a{place}", "person", name, names=tuple(Name(other, "", "corpus") for other in others))
        for place, (name, others) in enumerate(people.items())
    )
    database = path / "spelt.db"
    write(database, readings, Facts(actors=actors), meta())
    return Reader(database)


def found(reader: Reader, text: str) -> set[str]:
    """The texts of the passages that are found."""
    hits = (hit for hit in reader.search(parse(text), 100) if hit.kind == "passage")
    return {reader.source(hit.source or "").text for hit in hits}


SPELT = {
    "Dragan Đilas": ("Dragan Dilas", "Драган Джилас", "Драганом Джиласом", "Драган Ђилас"),
    "Marko Đurić": ("Marko Duric", "Marko Djuric", "Марко Джурич", "Марком Джуричем", "Марко Ђурић"),
    "Zoran Đinđić": ("Zoran Dindic", "Zoran Djindjic", "Зоран Джинджич", "Зоран Ђинђић"),
    "Abdullah Gül": ("Abdullah Gul", "Абдулла Гюль", "Абдуллой Гюлем"),
    "Lech Wałęsa": ("Lech Walesa", "Лех Валенса", "Лехом Валенсой"),
    "Karel Dvořák": ("Karel Dvorak", "Карел Дворжак", "Карелом Дворжаком"),
    "Hashim Thaçi": ("Hashim Thaci", "Хашим Тачи"),
    "Dmytro Kuleba": ("Дмитро Кулеба", "Дмитрием Кулебой"),
    "Volodymyr Zelenskyy": ("Volodymyr Zelensky", "Владимир Зеленский", "Володимира Зеленського"),
    "Alexander Lukashenko": ("Aliaksandr Lukashenka", "Александр Лукашенко", "Аляксандр Лукашэнка"),
}


@pytest.mark.parametrize("person", SPELT)
def test_every_spelling_finds_every_other(tmp_path: Path, person: str) -> None:
    names = (person, *SPELT[person])
    texts = [f"minister {name} said so" for name in names]
    reader = corpus(tmp_path, [*texts, "nobody is named in this one"], {person: SPELT[person]})
    for name in names:
        family = name.split()[-1]
        assert found(reader, family.lower()) == set(texts), family
        assert found(reader, f'"{name}"') >= {f"minister {name} said so"}


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("duric", "Джурич"), ("джурич", "Duric"), ("dindic", "Джинджич"), ("hadzic", "Хаџић"),
        ("dzaferovic", "Джаферович"), ("andelkovic", "Анђелковић"),
        ("sacharowa", "Захарова"), ("selenskyj", "Зеленський"), ("эрдоганом", "Erdoğan"),
    ],
)  # fmt: skip
def test_customs_hold_where_nobody_of_that_name_is_known(tmp_path: Path, asked: str, written: str) -> None:
    assert found(corpus(tmp_path, [f"it was {written}"], {}), asked) == {f"it was {written}"}


def test_what_is_found_so_is_marked(tmp_path: Path) -> None:
    reader = corpus(tmp_path, ["Драган Джилас и Лавров"], {"Dragan Đilas": ("Драган Джилас",)})
    assert reader.highlights(parse("dilas"), "s0") == [(7, 13)]
    (hit,) = [hit for hit in reader.search(parse("dilas")) if hit.kind == "passage"]
    assert hit.spans == ((7, 13),)
    assert reader.highlights(parse('"dragan dilas"'), "s0") == [(0, 13)]
    assert any("qilas" in line for line in reader.explain(parse("dilas")))


def test_counts_filters_and_negations_agree_with_the_search(tmp_path: Path) -> None:
    texts = ["it was Джилас", "it was Đilas", "it was Lavrov"]
    reader = corpus(tmp_path, texts, {"Dragan Đilas": ("Драган Джилас",)})
    assert reader.count(parse("dilas"))["passages"] == 2
    assert reader.facets(parse("dilas")).passages == 2
    assert len(reader.sources(parse("dilas"))) == 2
    assert found(reader, "was -dilas") == {"it was Lavrov"}
    assert found(reader, "=dilas") == set()
    assert found(reader, "dilas OR lavrov") == set(texts)


def test_other_people_stay_apart(tmp_path: Path) -> None:
    people = {
        "Mikhail Zakharov": ("Михаил Захаров",), "Andrei Sakharov": ("Андрей Сахаров",),
        "Jim Jones": (), "Dan Dean": (), "Aleksandar Vučić": (), "Aleksandar Vulin": (),
    }  # fmt: skip
    texts = [f"it was {name}" for name in ("Захаров", "Сахаров", "Jim", "Jean", "Vučić", "Vulin")]
    reader = corpus(tmp_path, texts, people)
    assert found(reader, "zakharov") == {"it was Захаров"}
    assert found(reader, "sakharov") == {"it was Сахаров"}
    assert found(reader, "vucic") == {"it was Vučić"}
    assert found(reader, "dim") == found(reader, "dean") == set()


def test_ordinary_words_are_joined_to_no_name(tmp_path: Path) -> None:
    texts = [*(f"store number {n}" for n in range(6)), "it was Стере", "Jonas Støre spoke"]
    reader = corpus(tmp_path, texts, {"Jonas Gahr Støre": ("Йонас Стере",)})
    assert "it was Стере" not in found(reader, "store")
    assert found(reader, "støre") >= {"Jonas Støre spoke", "it was Стере"}
