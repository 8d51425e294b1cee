"""`build --ner`: a model is chosen for a corpus, kept with it, and taken back; without it one sentence says so."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reltui.__main__ import main
from reltui.extract.ner import model_of
from tests.extract.ner.pretend import Pipeline, spacy

TEXT = "Later the guests heard Zorblatt Quuxly speak of trade.\n"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "one.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "notes"


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pipeline]:
    made = Pipeline({"Zorblatt Quuxly": "PERSON"})
    monkeypatch.setitem(sys.modules, "spacy", spacy(small=made))
    model_of.cache_clear()
    yield made
    model_of.cache_clear()


def people(db: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    capsys.readouterr()
    assert main(["export", "json", "--db", str(db)]) == 0
    mentions = json.loads(capsys.readouterr().out)["mentions"]
    return [(m["surface"], m["why"]) for m in mentions]


def test_a_model_is_chosen_kept_and_taken_back(
    notes: Path, tmp_path: Path, pipeline: Pipeline, capsys: pytest.CaptureFixture[str]
):
    db = tmp_path / "own" / "a.db"
    build = ["build", str(notes), "--db", str(db), "--workers", "1"]
    assert main(build) == 0
    assert people(db, capsys) == []
    assert main([*build, "--ner", "small"]) == 0
    ((surface, why),) = people(db, capsys)
    assert surface == "Zorblatt Quuxly"
    assert why.endswith("taken for a name by the model small")
    assert main([*build, "--ner", "small"]) == 0
    assert "nothing changed" in capsys.readouterr().err
    assert main([*build, "--again"]) == 0  # the choice is the corpus's own
    assert len(people(db, capsys)) == 1
    assert main([*build, "--ner", "none"]) == 0
    assert people(db, capsys) == []


def test_another_version_is_another_corpus(
    notes: Path, tmp_path: Path, pipeline: Pipeline, capsys: pytest.CaptureFixture[str]
):
    build = ["build", str(notes), "--db", str(tmp_path / "a.db"), "--workers", "1", "--ner", "small"]
    assert main(build) == 0
    pipeline.meta["version"] = "1.2.4"
    model_of.cache_clear()
    capsys.readouterr()
    assert main(build) == 0
    assert "nothing changed" not in capsys.readouterr().err


def test_the_settings_name_a_model_for_all_builds(
    notes: Path, tmp_path: Path, pipeline: Pipeline, own_home: Path, capsys: pytest.CaptureFixture[str]
):
    (own_home / "config" / "reltui").mkdir(parents=True)
    (own_home / "config" / "reltui" / "config.toml").write_text('ner = "small"\n', encoding="utf-8")
    db = tmp_path / "a.db"
    assert main(["build", str(notes), "--db", str(db), "--workers", "1"]) == 0
    assert [surface for surface, _ in people(db, capsys)] == ["Zorblatt Quuxly"]


@pytest.mark.parametrize(
    ("installed", "words"),
    [(True, "there is no model 'large' here"), (False, "needs spaCy, which is not installed")],
)
def test_what_is_missing_is_said_in_one_sentence_and_nothing_is_built(
    notes: Path, tmp_path: Path, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], installed: bool, words: str,
):  # fmt: skip
    if not installed:
        monkeypatch.setitem(sys.modules, "spacy", None)
    assert main(["build", str(notes), "--db", str(tmp_path / "a.db"), "--ner", "large"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "a.db").exists()
    assert not (tmp_path / "tables").exists()
