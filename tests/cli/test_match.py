"""`match`: one name with another, in a list, in the corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import factory
from tests.cli.conftest import Run
from tests.cli.running import piped


@pytest.mark.parametrize("other", ["Djuric", "Ђурић", "Джурич"])
def test_two_spellings_of_one_name(run: Run, other: str):
    code, out, _ = run("match", "Đurić", other)
    assert code == 0
    assert out.split("\t")[1] == "same"


def test_two_names(run: Run):
    code, out, _ = run("match", "Aleksandar Vučić", "Aleksandar Vulin")
    assert code == 1
    assert out.split("\t")[1] == "different"


def test_reasons_are_given_on_request(run: Run):
    (one,) = json.loads(run("match", "Марко Джурич", "Marko Đurić", "--json")[1])
    assert one["reasons"]
    assert "; ".join(one["reasons"]) in run("match", "Марко Джурич", "Marko Đurić", "--explain")[1]


@pytest.mark.parametrize("where", [[], ["--in", "corpus"]])
def test_who_in_the_corpus_bears_it(run: Run, where: list[str]):
    code, out, _ = run("match", "Маркo Джурич".replace("o", "о"), *where)
    assert code == 0
    assert out.splitlines()[0].endswith("\tdjuric")


def test_exactly_these_letters_only(run: Run):
    assert run("match", "Джурич", "--exact")[1].splitlines()[0].endswith("\tdjuric")
    assert run("match", "Dzhurich", "--exact")[0] == 1


def test_a_list_of_names(run: Run, tmp_path: Path):
    names = tmp_path / "names.txt"
    names.write_text("Ana Brnabić\n\nСергей Лавров\nIvan Petrov\n", encoding="utf-8")
    code, out, _ = run("match", "Sergey Lavrov", "--in", str(names))
    assert code == 0
    (line,) = out.splitlines()
    assert line.split("\t")[1:] == ["Сергей Лавров", "3"]


def test_names_from_the_standard_input(tmp_path: Path):
    done = piped("match", "Lavrov", "--in", "-", home=tmp_path, stdin="Лавров\n".encode())
    assert (done.code, done.out.rsplit("\t", 1)[1]) == (0, "1\n")


def test_nobody_of_that_name(run: Run):
    code, out, err = run("match", "Xi Jinping")
    assert (code, out) == (1, "")
    assert "nobody bears the name 'Xi Jinping'" in err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["A", "B", "--in", "names.txt"], 2, "leave one of them out"),
        (["A", "--in", "none.txt"], 2, "There is no file 'none.txt'"),
        (["A", "--in", "."], 2, "is a folder"),
        ([], 2, "NAME"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], code: int, said: str):
    got, out, err = run("match", *arguments)
    assert (got, out) == (code, "")
    assert said in err


def test_a_list_that_is_no_text(run: Run, tmp_path: Path):
    names = tmp_path / "names.txt"
    names.write_bytes(b"\xff\xfe\x00not text")
    code, _, err = run("match", "A", "--in", str(names))
    assert code == 3
    assert "UTF-8" in err


def test_bodies_are_compared_by_their_letters_only(run: Run):
    _, facts = factory.build()
    bodies = [actor for actor in facts.actors if actor.kind == "organisation"]
    assert bodies
    for body in bodies:
        assert f"\t{body.id}\n" not in run("match", body.name, "--in", "corpus")[1]
        assert f"\t{body.id}\n" in run("match", body.name, "--exact")[1]
