"""`build`: what is read, what is not, and that no corpus is ever left half made."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reltui.__main__ import main

TEXT = """Moscow, 19 August 2022 (TDI): Foreign Minister Sergey Lavrov met Foreign Minister Nikola Selakovic
of Serbia in Moscow on 19 August 2022. They discussed trade, which reached 2.8 billion dollars in 2021.
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    (folder / "deeper").mkdir(parents=True)
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "deeper" / "two.txt").write_text(
        "President Vladimir Putin visited Belgrade in May 2024.\n", encoding="utf-8"
    )
    return folder


def test_what_is_built_can_be_searched(notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    db = tmp_path / "own.db"
    assert main(["build", str(notes), "--db", str(db), "--title", "Notes"]) == 0
    out, err = capsys.readouterr()
    assert out == f"{db}\n"
    assert "built 'Notes': 2 sources" in err
    assert main(["search", "Лавров", "--db", str(db), "--json"]) == 0
    assert any(hit["match"] == "Lavrov" for hit in json.loads(capsys.readouterr().out))


def test_a_place_is_found_and_found_again(notes: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["build", str(notes)]) == 0
    first, said = capsys.readouterr()
    assert "built" in said
    assert main(["build", str(notes)]) == 0
    second, said = capsys.readouterr()
    assert second == first
    assert "nothing changed" in said
    assert Path(first.strip()).is_file()


def test_a_change_is_noticed(notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    db = str(tmp_path / "own.db")
    main(["build", str(notes), "--db", db])
    (notes / "three.txt").write_text(
        "Aleksandar Vucic spoke with Vladimir Putin on 5 May 2025.\n", encoding="utf-8"
    )
    capsys.readouterr()
    assert main(["build", str(notes), "--db", db, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["built"] is True
    assert report["counts"]["sources"] == 3


def test_a_file_that_cannot_be_read_stops_nothing(
    notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (notes / "broken.pdf").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3 and then nothing of the kind")
    db = tmp_path / "own.db"
    assert main(["build", str(notes), str(notes / "broken.pdf"), "--db", str(db), "--json"]) == 3
    out, err = capsys.readouterr()
    (problem,) = json.loads(out)["unreadable"]
    assert problem["path"].endswith("broken.pdf")
    assert "broken.pdf could not be read" in err
    assert main(["sources", "--db", str(db)]) == 0
    assert main(["build", str(notes), str(notes / "broken.pdf"), "--db", str(db)]) == 3, (
        "also when nothing changed"
    )


@pytest.mark.parametrize("name", ["none.txt", "", "\0", "a" * 5000, "*.nothing"])
def test_an_input_that_is_not_there_is_wrong_usage(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["build", str(tmp_path / name) if name else name, "--db", str(tmp_path / "own.db")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "own.db").exists()


def test_a_folder_without_anything_readable(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "empty").mkdir()
    assert main(["build", str(tmp_path / "empty"), "--db", str(tmp_path / "own.db")]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert not (tmp_path / "own.db").exists()


def test_a_file_of_somebody_else_is_not_replaced(
    notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    precious = tmp_path / "thesis.db"
    precious.write_bytes(b"years of work")
    assert main(["build", str(notes), "--db", str(precious)]) == 4
    assert precious.read_bytes() == b"years of work"
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_cannot_be_written(notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    assert main(["build", str(notes), "--db", str(locked / "own.db")]) == 5
    assert str(locked) in capsys.readouterr().err


def test_a_place_that_is_no_folder(notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["build", str(notes), "--db", str(notes / "one.txt" / "own.db")]) == 5
    assert capsys.readouterr().err.count("\n") == 1


def test_the_standard_input(tmp_path: Path):
    from tests.cli.running import piped

    db = str(tmp_path / "own.db")
    done = piped("build", "-", "--db", db, home=tmp_path, stdin=TEXT.encode())
    assert done.code == 0, done.err
    assert "Lavrov" in piped("search", "lavrov", "--db", db, home=tmp_path).out
