"""Run commands on the small corpus of the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reltui.__main__ import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the platform's folders lie under the test's own; nobody's settings or corpora are touched."""
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    return home


@pytest.fixture
def run(db: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the small corpus; returns exit code, stdout and stderr."""

    def on_the_corpus(*arguments: str) -> tuple[int, str, str]:
        code = main(["--db", str(db), *arguments])
        return code, *capsys.readouterr()

    return on_the_corpus
