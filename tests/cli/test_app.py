"""What is checked before the app takes the screen, and what it is handed."""

from __future__ import annotations

from pathlib import Path

import pytest

import reltui.tui
from reltui.__main__ import main
from reltui.cli import app


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """Let there be a terminal, and note what the app is asked to open instead of opening it."""
    asked: list[dict[str, object]] = []

    def note(**what: object) -> int:
        asked.append(what)
        return 0

    monkeypatch.setattr(reltui.tui, "run", note)
    monkeypatch.setattr(app, "need_terminal", lambda: None)
    return asked


def test_nothing_named_is_the_shipped_corpus(opened: list[dict[str, object]]):
    assert main([]) == 0
    assert opened == [{"paths": None, "db": None}]


def test_files_are_built(opened: list[dict[str, object]], tmp_path: Path):
    notes = tmp_path / "notes.txt"
    notes.write_text("Text", encoding="utf-8")
    assert main([str(notes), str(tmp_path)]) == 0
    assert opened == [{"paths": [notes, tmp_path], "db": None}]


def test_a_corpus_named_as_a_path_is_opened(opened: list[dict[str, object]], db: Path):
    assert main([str(db)]) == 0
    assert opened == [{"paths": None, "db": db}]


def test_the_place_of_what_is_built_can_be_chosen(opened: list[dict[str, object]], tmp_path: Path):
    assert main([str(tmp_path), "--db", "own.db"]) == 0
    assert opened == [{"paths": [tmp_path], "db": Path("own.db")}]


@pytest.mark.parametrize("name", ["none.txt", "serach", "*.none", "\0", "~nobody-of-that-name/x"])
def test_a_path_that_is_not_there_opens_nothing(
    opened: list[dict[str, object]], name: str, capsys: pytest.CaptureFixture[str]
):
    assert main([name]) == 2
    assert opened == []
    assert capsys.readouterr().err.count("\n") == 1


def test_the_standard_input_is_for_keys(opened: list[dict[str, object]], capsys: pytest.CaptureFixture[str]):
    assert main(["-"]) == 2
    assert opened == []
    assert "reltui build -" in capsys.readouterr().err
