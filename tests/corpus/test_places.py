"""Where corpora live, and where they go when that place cannot be written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reltui import corpus
from reltui.corpus import CannotWrite


def unwritable(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the system refuse to write below a folder; permissions alone do not stop root."""
    real = os.access

    def access(path: str | os.PathLike[str], mode: int) -> bool:
        if mode & os.W_OK and Path(path).is_relative_to(folder):
            return False
        return real(path, mode)

    monkeypatch.setattr(os, "access", access)


def test_the_shipped_corpus_has_its_place(home: Path) -> None:
    assert corpus.home() == home / "reltui"
    assert corpus.shipped() == home / "reltui" / "shipped" / "corpus.db"
    assert corpus.notice(corpus.shipped()) == ""
    assert list(home.iterdir()) == []  # asking makes nothing


def test_every_set_of_paths_has_its_place(home: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "Писма", tmp_path / "letters 2024"
    places = [corpus.user([one]), corpus.user([two]), corpus.user([one, two])]
    assert len(set(places)) == 3
    assert corpus.user([two, one]) == places[2]
    assert corpus.user([str(one) + "/"]) == places[0]
    assert all(place.is_relative_to(home / "reltui" / "corpora") for place in places)
    assert places[1].parent.name.startswith("letters-2024-")
    assert places[0].name == "corpus.db"


def test_relative_paths_are_taken_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert corpus.user(["letters"]) == corpus.user([tmp_path / "letters"])


def test_a_home_that_cannot_be_written(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unwritable(monkeypatch, home)
    place = corpus.shipped()
    assert place.is_relative_to(tmp_path / "temporary")
    assert "cannot be written" in corpus.notice(place)
    assert str(place.parent) in corpus.notice(place)
    assert corpus.user([tmp_path]).is_relative_to(tmp_path / "temporary")
    # what is there already can be read where it is
    old = home / "reltui" / "shipped" / "corpus.db"
    old.parent.mkdir(parents=True)
    old.touch()
    assert corpus.shipped() == old


def test_no_home_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    with pytest.raises(CannotWrite, match="HOME is not set"):
        corpus.home()
    assert corpus.shipped().is_relative_to(tmp_path / "temporary")


def test_a_refuge_of_somebody_else_is_not_used(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unwritable(monkeypatch, home)
    refuge = corpus.shipped().parents[1]
    assert refuge.stat().st_mode & 0o777 == 0o700
    refuge.chmod(0o777)
    with pytest.raises(CannotWrite, match="belongs to somebody else"):
        corpus.shipped()
    refuge.rmdir()
    refuge.symlink_to(tmp_path)
    with pytest.raises(CannotWrite):
        corpus.shipped()
