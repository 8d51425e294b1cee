"""`config`: the settings in force, and a file to change them in."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reltui.__main__ import main


def shown(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Return the settings in force by name."""
    assert main(["config"]) == 0
    return dict(line.split("\t")[:2] for line in capsys.readouterr().out.splitlines())


def test_the_defaults_are_shown(capsys: pytest.CaptureFixture[str]):
    assert shown(capsys)["cite"] == "chicago-note"


def test_a_file_is_written_once_and_changes_nothing(capsys: pytest.CaptureFixture[str]):
    before = shown(capsys)
    assert main(["config", "--write"]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"keys": {}}
    assert shown(capsys) == before
    path.write_text('cite = "apa"\n', encoding="utf-8")
    assert main(["config", "--write"]) == 2
    assert str(path) in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == 'cite = "apa"\n'
    assert shown(capsys)["cite"] == "apa"


def test_what_cannot_be_used_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    main(["config", "--path"])
    path = Path(capsys.readouterr().out.strip())
    path.parent.mkdir(parents=True)
    path.write_text("mouse = perhaps", encoding="utf-8")
    assert main(["config"]) == 0
    assert "is not TOML" in capsys.readouterr().err


def test_a_place_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    assert main(["config", "--write"]) == 5
    assert "could not be written" in capsys.readouterr().err
