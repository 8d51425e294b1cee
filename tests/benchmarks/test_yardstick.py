"""The yardstick of a build: extraction alone and spaCy on the same texts, and one sentence where spaCy is not here.

spaCy itself is no part of the tests' environment; a module of its name that keeps what it was asked stands in.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from benchmarks.building.yardstick import BATCHES, WARM, Beside, NotMeasured, Took, extraction, spacy
from benchmarks.extraction.pipeline import ONE_THREAD, Absent, pipeline

ROOT = Path(__file__).resolve().parents[2]
COUNT = WARM + 3

PRETEND = """
import json, os
from types import SimpleNamespace
util = SimpleNamespace(get_installed_models=lambda: ["other_web_sm", "small_web_sm_again"])
def load(name):
    if name != "small_web_sm_again":
        raise OSError(f"[E050] Can't find model '{name}'.")
    def pipe(texts, batch_size):
        with open(os.environ["ASKED"], "a") as file:
            threads = os.environ.get("OMP_NUM_THREADS")
            print(json.dumps([batch_size, list(texts), threads]), file=file)
        return iter(texts)
    meta = {"lang": "small", "name": "web_sm_again", "version": "3.8.0"}
    return SimpleNamespace(meta=meta, pipe=pipe)
"""


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of texts; processes start where the benchmarks are."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(COUNT):
        text = f"On {number + 1} May 2024 Foreign Minister Ana Kovač met her counterpart in Vienna.\n"
        (folder / f"{number:02d}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(ROOT)
    return folder


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a pretended spaCy before any other; what it is asked is kept in the returned file, a line a call."""
    return _install(PRETEND, tmp_path, monkeypatch)


@pytest.fixture
def absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install("raise ImportError('no such thing')\n", tmp_path, monkeypatch)


def _install(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "spacy.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "path"))
    monkeypatch.setenv("ASKED", str(tmp_path / "asked"))
    return tmp_path / "asked"


def calls(asked: Path) -> list[tuple[int, list[str], str]]:
    return [tuple(json.loads(line)) for line in asked.read_text(encoding="utf-8").splitlines()]


def test_spacy_is_given_every_text_in_every_size_of_batch_on_one_thread(texts: Path, asked: Path):
    took = spacy(texts, "small_web_sm")
    assert took.called == "spaCy's small_web_sm_again 3.8.0"  # a package whose name goes on is as good
    assert took.batch in BATCHES
    warm, *timed = calls(asked)
    assert len(warm[1]) == WARM
    assert [size for size, _, _ in timed] == list(BATCHES)
    written = sorted(path.read_text(encoding="utf-8").strip() for path in texts.iterdir())
    assert all(sorted(text.strip() for text in given) == written for _, given, _ in timed)
    assert {threads for _, _, threads in calls(asked)} == {"1"} == set(ONE_THREAD.values())


def test_extraction_is_measured_in_a_process_of_its_own(texts: Path):
    took = extraction(texts)
    assert took.called == "extraction alone"
    assert took.processor > 0
    assert took.clock > 0


def test_by_turns_and_after_the_first_round_with_the_best_batch_alone(texts: Path, asked: Path):
    beside = Beside("small_web_sm")
    beside.round(texts)
    beside.round(texts)
    sizes = [size for size, given, _ in calls(asked) if len(given) == COUNT]
    assert sizes[:-1] == list(BATCHES)
    assert sizes[-1] in BATCHES
    assert [row[0] for row in beside.rows(COUNT, 1.0)] == [
        f"extraction alone, {COUNT} of them",
        f"spaCy's small_web_sm_again 3.8.0, {COUNT} of them",
    ]


def test_the_least_of_all_rounds_is_told_and_how_many_times_as_fast_that_is():
    beside = Beside("small_web_sm")
    beside.ours = [Took("extraction alone", 0.5, 1.0), Took("extraction alone", 0.25, 2.0)]
    beside.theirs = [Took("spaCy's own", 4.0, 4.0, 16), Took("spaCy's own", 5.0, 2.5, 16)]
    assert beside.rows(12, 10.0) == [
        ["extraction alone, 12 of them", "10.0", "40.0", "1.00"],
        ["spaCy's own, 12 of them", "4.00", "2.50", "2.50"],
    ]
    assert beside.verdict(1.0) == (
        "One worker does 4.0 times what spaCy's own does in the same time of the processor (at least 10), "
        "extraction alone 16.0 times."
    )


def test_where_spacy_is_not_one_sentence_says_so_and_the_rest_is_measured(texts: Path, absent: None):
    with pytest.raises(NotMeasured, match=r"^spaCy is not installed \(pip install 'reltui\[ner\]'\)$"):
        spacy(texts)
    beside = Beside("small_web_sm")
    beside.round(texts)
    assert [row[0] for row in beside.rows(COUNT, 1.0)] == [f"extraction alone, {COUNT} of them"]
    assert beside.verdict(1.0) == (
        "Beside spaCy: not measured, spaCy is not installed (pip install 'reltui[ner]')."
    )


def test_a_pipeline_without_spacy_raises_the_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(Absent, match="not installed"):
        pipeline()


def test_the_stand_in_for_a_model_is_of_its_make():
    """Where spaCy is installed: as many labels as spaCy's small English pipeline, and it reads any text."""
    library = pytest.importorskip("spacy", reason="spaCy is not installed")
    whole, called = pipeline("no_such_model")
    assert called.endswith("untrained, for want of no_such_model")
    labels = {part: len(whole.get_pipe(part).labels) for part in ("tagger", "parser", "ner")}
    assert labels == {"tagger": 50, "parser": 45, "ner": 18}
    (read,) = whole.pipe(["Ana Kovač spoke in Vienna."])
    assert isinstance(read, library.tokens.Doc)
    assert all(token.tag_ and token.dep_ for token in read)
