"""What the tests of the user's hand share: the shipped texts, built once, and a copy for each test to correct."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reltui import corpus

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the corpus of the shipped texts; nobody writes to it."""
    folder = tmp_path_factory.mktemp("built")
    corpus.build([SEEDS], folder / "corpus.db")
    return folder


@pytest.fixture
def copied(built: Path, tmp_path: Path) -> Callable[[], Path]:
    """Makes a corpus of one's own, without any corrections, in a new folder."""
    made: list[Path] = []

    def make() -> Path:
        folder = tmp_path / f"corpus-{len(made)}"
        shutil.copytree(built, folder)
        made.append(folder)
        return folder / "corpus.db"

    return make


@pytest.fixture
def db(copied: Callable[[], Path]) -> Path:
    """A corpus of the shipped texts for the test alone."""
    return copied()
