"""What the first words on the command line lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

import reltui.tui
from reltui import __version__
from reltui.__main__ import main
from reltui.cli import app, route
from reltui.cli.exits import MEANINGS


def test_version(capsys: pytest.CaptureFixture[str]):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"reltui {__version__}\n"


def test_help_names_every_command_and_exit_code(capsys: pytest.CaptureFixture[str]):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    for name in route.COMMANDS:
        assert f"\n  {name} " in out
    for code, meaning in MEANINGS.items():
        assert f"{code}  {meaning}" in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("name", route.COMMANDS)
def test_every_command_explains_itself_with_examples(name: str, capsys: pytest.CaptureFixture[str]):
    assert main([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"usage: reltui {name}")
    assert f"examples:\n  reltui {name}" in out


@pytest.mark.parametrize("name", route.COMMANDS)
def test_help_of_a_command_is_found_from_the_front_too(name: str, capsys: pytest.CaptureFixture[str]):
    assert main(["help", name]) == 0
    assert capsys.readouterr().out.startswith(f"usage: reltui {name}")


def test_a_command_of_another_name_is_suggested(capsys: pytest.CaptureFixture[str]):
    assert main(["serach", "djuric"]) == 2
    said = capsys.readouterr().err
    assert "no file or folder 'serach'" in said
    assert "'search'" in said


def test_an_unknown_option_is_named(capsys: pytest.CaptureFixture[str]):
    assert main(["events", "--jsn"]) == 2
    said = capsys.readouterr().err
    assert "--jsn" in said
    assert "reltui events --help" in said


@pytest.mark.parametrize("words", [["--limit", "-1"], ["--limit", "many"], ["--limit", "9" * 40]])
def test_a_limit_is_a_whole_number(words: list[str], capsys: pytest.CaptureFixture[str]):
    assert main(["events", *words]) == 2
    assert "--limit" in capsys.readouterr().err


def test_db_may_stand_before_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    missing = tmp_path / "none.db"
    assert main(["--db", str(missing), "events"]) == main(["events", "--db", str(missing)]) == 4
    said = capsys.readouterr().err.splitlines()
    assert said[0] == said[1]
    assert str(missing) in said[0]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[dict[str, object]]:
    """Note what the app, which has tests of its own, is asked to open; run where some files are."""
    asked: list[dict[str, object]] = []

    def note(**what: object) -> int:
        asked.append(what)
        return 0

    monkeypatch.setattr(reltui.tui, "run", note)
    monkeypatch.setattr(app, "need_terminal", lambda: None)
    monkeypatch.chdir(tmp_path)
    for name in ("notes.txt", "more", "search", "--version"):
        (tmp_path / name).write_text("Text", encoding="utf-8")
    return asked


@pytest.mark.parametrize(
    ("typed", "paths", "db"),
    [
        ([], [], None),
        (["notes.txt", "more"], ["notes.txt", "more"], None),
        (["--", "search"], ["search"], None),
        (["--", "--version"], ["--version"], None),
        (["--db", "x.db"], [], "x.db"),
        (["--db=x.db"], [], "x.db"),
        (["--db", "x.db", "notes.txt"], ["notes.txt"], "x.db"),
        (["notes.txt", "--db", "x.db"], ["notes.txt"], "x.db"),
    ],
)
def test_what_is_no_command_opens_the_app(
    opened: list[dict[str, object]], typed: list[str], paths: list[str], db: str | None
):
    assert main(typed) == 0
    assert opened == [{"paths": [Path(path) for path in paths] or None, "db": Path(db) if db else None}]


def test_a_db_without_a_file_is_wrong_usage(capsys: pytest.CaptureFixture[str]):
    assert main(["--db"]) == 2
    assert "--db" in capsys.readouterr().err
