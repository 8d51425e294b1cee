"""A statistical model beside the rules: what it adds, what the rules forbid it, what is said where it is missing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.authority import Tables, load
from reltui.authority.models import ModelRow
from reltui.extract import extract
from reltui.extract.drafts import Spot
from reltui.extract.ner import Entity, NoModel, model_of, uniting
from tests.extract.conftest import source_of
from tests.extract.ner.pretend import Pipeline, spacy

Install = Callable[..., Tables]
ASKING = Tables(load().folders)  # read once; each test says which model it asks


def asking(model: str) -> Tables:
    """The shipped tables, with one model to ask."""
    ASKING.__dict__["models"] = (ModelRow(model, "1.2.3"),)
    return ASKING


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Install a stand-in for spaCy with one model, and return tables that ask it."""

    def with_model(pipeline: Pipeline, name: str = "small") -> Tables:
        monkeypatch.setitem(sys.modules, "spacy", spacy(small=pipeline))
        model_of.cache_clear()
        return asking(name)

    yield with_model
    model_of.cache_clear()


def found(text: str, tables: Tables, language: str = "en") -> list[Spot]:
    return [s for s in extract(source_of(text, language=language), tables).spots if s.by]


def test_no_model_is_asked_unless_the_tables_name_one():
    say = (
        "import sys; from reltui.authority import load; from reltui.extract import extract; "
        "from reltui.model import Block, Source; "
        "s = Source('s', 'a.txt', 1, 1, 'article', 'Ana Anić spoke.', '', blocks=(Block('paragraph', 0, 15),)); "
        "assert extract(s, load()).spots; "
        "print([m for m in sys.modules if 'spacy' in m or m.startswith('reltui.extract.ner')])"
    )
    done = subprocess.run([sys.executable, "-c", say], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_doubtful_name_becomes_sure(install: Install):
    text = "Later the guests heard Zorblatt Quuxly speak of trade."
    (doubtful,) = [s for s in extract(source_of(text), load()).spots if s.surface == "Zorblatt Quuxly"]
    assert not doubtful.sure
    (sure,) = found(text, install(Pipeline({"Zorblatt Quuxly": "PERSON"})))
    assert (sure.surface, sure.sure, sure.by) == ("Zorblatt Quuxly", True, "small")


def test_a_span_is_cut_to_the_words_of_the_name(install: Install):
    text = "Later the guests heard of old Zorblatt Quuxly’s plea."
    (spot,) = found(text, install(Pipeline({"old Zorblatt Quuxly’s": "PERSON"})))
    assert text[spot.start : spot.end] == spot.surface == "Zorblatt Quuxly"


def test_a_body_is_taken_over(install: Install):
    tables = install(Pipeline({"Lumbda Tarvo Velmi Korsa Zunto": "ORG"}))
    text = "She became treasurer of the Lumbda Tarvo Velmi Korsa Zunto for Latin American Advancement."
    assert not any(s.kind == "organisation" for s in extract(source_of(text), load()).spots)
    assert ("organisation", "Lumbda Tarvo Velmi Korsa Zunto") in [
        (s.kind, s.surface) for s in found(text, tables)
    ]


@pytest.mark.parametrize(
    "words", ["Moscow", "Serbia", "Security Council", "Russian", "Foreign Minister", "May 2024"]
)
def test_what_the_rules_know_is_no_person(install: Install, words: str):
    text = f"In the spring of that year {words} was spoken of by all the guests."
    assert found(text, install(Pipeline({words: "PERSON"}))) == []


def test_what_the_rules_found_stands(install: Install):
    text = "Foreign Minister Sergey Lavrov met President Aleksandar Vučić in Moscow."
    tables = install(Pipeline({"Sergey Lavrov": "ORG", "Vučić": "GPE", "Lavrov met": "PERSON"}))
    assert extract(source_of(text), tables) == extract(source_of(text), load())


@pytest.mark.parametrize("words", ["Supplier Diversity", "Increasing Supports"])
def test_ordinary_words_with_capitals_are_no_person(install: Install, words: str):
    assert found(f"They spoke of {words} in the end.", install(Pipeline({words: "PERSON"}))) == []


def test_labels_without_a_meaning_are_passed_over(install: Install):
    assert (
        found("They heard Zorblatt Quuxly speak.", install(Pipeline({"Zorblatt Quuxly": "WORK_OF_ART"})))
        == []
    )


@pytest.mark.parametrize(("lang", "asked"), [("en", True), ("xx", True), ("de", False)])
def test_a_model_is_asked_about_its_own_language(install: Install, lang: str, asked: bool):
    pipeline = Pipeline({}, lang)
    extract(source_of("Zorblatt Quuxly spoke."), install(pipeline))
    assert bool(pipeline.asked) is asked


@settings(deadline=None)
@given(
    text=st.text("Ab Zé’-. \n0", max_size=60),
    spans=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["PERSON", "ORG"]))),
)
def test_whatever_a_model_says_evidence_stands_in_the_text(text: str, spans: list[tuple[int, int, str]]):
    class Wild:
        name, version, language = "wild", "1", "xx"

        def entities(self, texts: list[str]) -> Iterator[list[Entity]]:
            for _ in texts:
                yield [Entity(a, b, label) for a, b, label in spans]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(uniting, "model_of", lambda *_: Wild())
        spots = extract(source_of(text), asking("wild")).spots
    assert all(text[s.start : s.end] == s.surface for s in spots)
    assert all(one.end <= two.start for one, two in pairwise(spots))


def test_without_the_library_one_sentence_says_what_to_do(install: Install, monkeypatch: pytest.MonkeyPatch):
    tables = install(Pipeline({}))
    monkeypatch.setitem(sys.modules, "spacy", None)  # as where it is not installed
    with pytest.raises(NoModel) as caught:
        extract(source_of("They met."), tables)
    assert (
        caught.value.reason
        == "the model 'small' needs spaCy, which is not installed: pip install 'reltui[ner]'."
    )


def test_a_model_that_is_not_there_is_named(install: Install):
    with pytest.raises(NoModel, match="there is no model 'large' here"):
        extract(source_of("They met."), install(Pipeline({}), "large"))


def test_a_pipeline_without_names_is_refused(install: Install):
    with pytest.raises(NoModel, match="finds no names"):
        extract(source_of("They met."), install(Pipeline({}, parts=("tok2vec", "tagger"))))


def test_spacy_itself_is_asked(tmp_path: Path):
    real = pytest.importorskip("spacy", reason="spaCy is not installed (pip install 'reltui[ner]')")
    pipeline = real.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Zorblatt Quuxly"}])
    pipeline.to_disk(tmp_path / "own")
    text = "Later the guests heard Zorblatt Quuxly speak of trade."
    (spot,) = found(text, asking(str(tmp_path / "own")))
    assert (spot.surface, spot.sure, spot.by) == ("Zorblatt Quuxly", True, "own")


def test_a_model_of_the_house_is_filtered_too():
    real = pytest.importorskip("spacy", reason="spaCy is not installed (pip install 'reltui[ner]')")
    if not real.util.is_package("en_core_web_sm"):
        pytest.skip("the model en_core_web_sm is not installed (python -m spacy download en_core_web_sm)")
    text = "President Vučić met Marko Djuric and Sergey Lavrov in Moscow; Demetre Daskalakis was there too."
    spots = extract(source_of(text), asking("en_core_web_sm")).spots
    assert {s.surface for s in spots if s.kind == "person"} >= {"Vučić", "Marko Djuric", "Sergey Lavrov"}
    assert not any(s.kind == "organisation" for s in spots)
