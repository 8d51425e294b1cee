"""A home of its own for every test, and a folder of texts."""

from __future__ import annotations

from pathlib import Path

import pytest

LETTER = """Moscow, 19 August 2022 (TDI): Foreign Minister Sergey Lavrov met Aleksandar Vucic in Moscow.

The two sides discussed energy and the future of the pipeline, the ministry said.
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder and a folder for temporary files that belong to the test alone."""
    for name in ("data", "temporary"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "data"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    return tmp_path / "data"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    (folder / "deep").mkdir(parents=True)
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "deep" / "note.txt").write_text("Ana Brnabić visited Niš on 3 May 2021.\n", encoding="utf-8")
    return folder
