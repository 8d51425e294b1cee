"""`doctor`: it finds what is wrong, says so, and changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reltui.__main__ import main

Findings = dict[str, list[dict[str, str]]]


@pytest.fixture
def examined(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Findings]]:
    """Run doctor; return its exit code and its findings by what they are about."""

    def examine(*arguments: str) -> tuple[int, Findings]:
        code = main(["doctor", *arguments, "--json"])
        found: Findings = {}
        for one in json.loads(capsys.readouterr().out):
            found.setdefault(one["what"], []).append(one)
        return code, found

    return examine


def test_a_sound_installation(examined, db: Path, own_home: Path):
    code, found = examined("--db", str(db))
    assert code == 0
    assert not [one for many in found.values() for one in many if one["state"] == "bad"]
    assert "full-text search" in found["sqlite"][0]["said"]
    assert "Test corpus" in found["corpus"][0]["said"]
    assert "12 events" in found["contents"][0]["said"]
    assert not own_home.exists(), "looking must not make folders"


def test_a_corpus_that_was_not_built_yet_is_no_fault(examined):
    code, found = examined()
    assert code == 0
    assert "not built yet" in found["corpus"][0]["said"]


@pytest.mark.parametrize("content", [b"", b"something else", b"SQLite format 3\0 and no more"])
def test_a_corpus_that_cannot_be_read(examined, tmp_path: Path, content: bytes):
    bad = tmp_path / "bad.db"
    bad.write_bytes(content)
    code, found = examined("--db", str(bad))
    assert code == 4
    assert found["corpus"][0]["state"] == "bad"
    assert bad.read_bytes() == content


def test_a_corpus_that_is_not_there(examined, tmp_path: Path):
    code, found = examined("--db", str(tmp_path / "none.db"))
    assert code == 4
    assert "none.db" in found["corpus"][0]["said"]


def test_a_data_folder_that_cannot_be_made(
    examined, db: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
):
    own_home.write_text("a file where the home should be")
    code, found = examined("--db", str(db))
    assert code == 5
    assert found["corpora"][0]["state"] == "bad"
    assert found["session"][0]["state"] == "note"


def test_a_table_of_ones_own_that_is_wrong(examined, db: Path, tmp_path: Path):
    copy = tmp_path / "corpus.db"
    copy.write_bytes(db.read_bytes())
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "states.tsv").write_text("id\tnonsense\nx\ty\n", encoding="utf-8")
    code, found = examined("--db", str(copy))
    assert code == 4
    assert "states.tsv" in found["tables"][0]["said"]
