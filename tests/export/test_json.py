"""`reltui export json`: the contract, its schema, and what is refused before a character is written."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reltui import __version__
from reltui.export import FORMS, BadExport, export, export_file
from reltui.model import Actor, Facts, Mention

from .corpora import EMPTY, FACTS, FULL, TEXT, Corpus, event, mention, source, span

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def written(corpus) -> str:
    out = io.StringIO()
    export(corpus, "json", out)
    return out.getvalue()


def exported(corpus) -> dict:
    return json.loads(written(corpus))


def refused(corpus, says: str) -> None:
    """The corpus is refused with those words, and nothing has been written."""
    out = io.StringIO()
    with pytest.raises(BadExport, match=says) as caught:
        export(corpus, "json", out)
    assert out.getvalue() == ""
    assert "\n" not in str(caught.value)


def facts(**changed) -> Corpus:
    return Corpus([source()], replace(FACTS, **changed))


def names(item: dict) -> str:
    """The names of an item's fields, in its order."""
    return " ".join(item)


def test_the_fields_are_those_of_the_contract_in_its_order():
    found = exported(FULL)
    assert names(found) == "format generator sources actors mentions events statements figures discrepancies"
    assert (found["format"], found["generator"]) == ("reltui/1", f"reltui {__version__}")
    fields = {
        "sources": "id path unit kind title publisher author published published_basis published_why "
        "language script url sha256 forwarded_from embedded_in translated text spans repeats",
        "actors": "id kind name native_name country wikidata origin names offices",
        "mentions": "actor source start end surface title score why doubt",
        "events": "id type plover title date start end precision basis why status place participants reports "
        "evidence",
        "statements": "id speaker mode text date venue event evidence",
        "figures": "id what value unit period qualifier verbatim evidence",
        "discrepancies": "id kind severity what evidence",
    }
    for section, expected in fields.items():
        assert names(found[section][0]) == expected
    report = found["events"][0]["reports"][0]
    assert names(report) == "id source date basis why status place evidence"
    assert names(report["evidence"][0]) == "source start end text"
    assert names(found["events"][0]["participants"][0]) == "actor role office"
    assert names(found["actors"][1]["names"][0]) == "text script origin"
    assert names(found["actors"][0]["offices"][0]) == "title of at evidence"


def test_values_come_through_as_they_are():
    found = exported(FULL)
    assert found["sources"][0]["text"] == TEXT
    assert found["sources"][0]["spans"] == [[0, len(TEXT), 0]]
    assert found["sources"][0]["repeats"] == [[100, 120]]
    assert [actor["id"] for actor in found["actors"]] == ["ana", "petar"]
    assert found["actors"][1]["native_name"] == "Петар Зец"
    assert found["events"][0]["plover"] == "CONSULT"
    assert found["events"][0]["evidence"] == found["events"][0]["reports"][0]["evidence"]
    assert [figure["value"] for figure in found["figures"]] == [2802000000, 2.5]
    for part in (found["statements"][0], found["figures"][0], found["discrepancies"][0]):
        for evidence in part["evidence"]:
            assert TEXT[evidence["start"] : evidence["end"]] == evidence["text"]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2024", "2024", "2024"),
        ("2024-12", "2024-12", "2024-12"),
        ("2025-02-17", "2025-02-17", "2025-02-17"),
        ("2021-11-24/2021-11-25", "2021-11-24", "2021-11-25"),
        ("../2024-08-14", None, "2024-08-14"),
        ("2025-01/..", "2025-01", None),
        ("2025-02~", "2025-02", "2025-02"),
        ("?", None, None),
        (None, None, None),
    ],
)
def test_dates_are_given_at_their_precision(date, start, end):
    (found,) = exported(facts(events=(event(date=date),)))["events"]
    assert (found["date"], found["start"], found["end"]) == (date, start, end)


def test_what_was_learnt_of_a_source_date_is_in_the_source():
    bare = source(published=None, published_basis=None, published_why=None)
    learnt = replace(FACTS, published=(("s1", "2024-05", "year from the posts around it"),))
    (found,) = exported(Corpus([bare], learnt))["sources"]
    assert (found["published"], found["published_basis"]) == ("2024-05", "inferred")
    assert found["published_why"] == "year from the posts around it"
    (known,) = exported(Corpus([source()], learnt))["sources"]
    assert (known["published"], known["published_basis"]) == ("2024-05-07", "explicit")


def test_the_order_is_that_of_the_content():
    sources = [source("s2", unit=2), source(), source("s0", path="a.txt")]
    early, late, none = event("e2", "2023"), event("e1", "2024-05-06"), event("e0", None)
    whole = replace(FACTS, events=(late, none, early), statements=())
    straight = written(Corpus(sources, whole))
    shuffled = random.Random(7)
    for _ in range(3):
        mixed = replace(
            whole,
            **{
                name: tuple(shuffled.sample(getattr(whole, name), len(getattr(whole, name))))
                for name in ("actors", "mentions", "events", "figures", "discrepancies")
            },
        )
        assert written(Corpus(shuffled.sample(sources, 3), mixed)) == straight
    found = json.loads(straight)
    assert [s["id"] for s in found["sources"]] == ["s0", "s1", "s2"]
    assert [e["id"] for e in found["events"]] == ["e2", "e1", "e0"]
    assert [m["actor"] for m in found["mentions"]] == ["ana", "petar"]


def test_it_is_one_line_a_thing_with_readable_letters_and_a_newline_at_the_end():
    text = written(FULL)
    assert text.endswith("}\n")
    assert "Петар Зец" in text
    things = [line for line in text.splitlines() if line.startswith("{") and "format" not in line]
    assert len(things) == sum(len(value) for value in json.loads(text).values() if isinstance(value, list))
    for line in things:
        assert json.loads(line.removesuffix(","))


def test_what_utf_8_does_not_have_is_escaped():
    lone = TEXT + "\ud83d"
    text = written(Corpus([source(text=lone)], FACTS))
    assert json.loads(text.encode("utf-8"))["sources"][0]["text"] == lone


def test_evidence_that_says_other_words_than_stand_there_is_refused():
    moved = replace(span("met"), text="mat")
    refused(facts(figures=(replace(FACTS.figures[0], evidence=(moved,)),)), "other words stand at")
    refused(facts(mentions=(replace(mention("ana", "Ana Marić"), end=5),)), "other words stand at")
    office = replace(FACTS.actors[1].offices[0], evidence=(moved,))
    refused(facts(actors=(FACTS.actors[0], replace(FACTS.actors[1], offices=(office,)))), "other words stand")


def test_a_fact_without_its_words_is_refused():
    refused(
        facts(figures=(replace(FACTS.figures[0], evidence=()),)), "evidence is not what the schema asks for"
    )
    refused(facts(events=(event(reports=()),), statements=()), "reports is not what the schema")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"mentions": (mention("nobody", "Ana Marić"),)}, "the actor 'nobody'"),
        ({"statements": (replace(FACTS.statements[0], speaker="nobody"),)}, "the actor 'nobody'"),
        ({"statements": (replace(FACTS.statements[0], event="e9"),)}, "refers to 'e9' among the events"),
        ({"figures": (replace(FACTS.figures[0], evidence=(span("met", "s9"),)),)}, "the source 's9'"),
        ({"figures": (FACTS.figures[0], FACTS.figures[0])}, "another of its kind has the same id"),
        ({"figures": (replace(FACTS.figures[0], value=float("nan")),)}, "not finite"),
        ({"figures": (replace(FACTS.figures[0], value=float("inf")),)}, "not finite"),
        ({"mentions": (mention("ana", "Ana Marić", score=1.5),)}, "score is not what the schema"),
        ({"events": (event(type="party"),), "statements": ()}, "type is not what the schema"),
        ({"events": (event(date="6 May"),), "statements": ()}, "date is not what the schema"),
        ({"actors": (*FACTS.actors, Actor("x", "person", ""))}, "name is not what the schema"),
        ({"actors": (*FACTS.actors, Actor("x", "person", "X", country="Serbia"))}, "country is not"),
    ],
)
def test_what_breaks_the_contract_is_refused_with_its_place(changed, says):
    refused(facts(**changed), says)


def test_a_source_that_stands_in_a_source_that_is_not_there_is_refused():
    refused(Corpus([source(embedded_in="s9")], FACTS), "refers to 's9' among the sources")


def test_a_later_wrong_one_is_found_among_many_that_look_alike():
    good = tuple(mention("ana", "Ana Marić", why=f"reason {n}") for n in range(50))
    wrong = Mention("ana", "s1", -1, 3, "Min")
    refused(facts(mentions=(*good, wrong)), "start is not what the schema")


def test_a_file_is_replaced_only_by_a_whole_export(tmp_path):
    path = tmp_path / "corpus.json"
    export_file(FULL, "json", path)
    before = path.read_text(encoding="utf-8")
    assert json.loads(before)["format"] == "reltui/1"
    with pytest.raises(BadExport):
        export_file(facts(figures=(FACTS.figures[0], FACTS.figures[0])), "json", path)
    assert path.read_text(encoding="utf-8") == before
    assert [found.name for found in tmp_path.iterdir()] == ["corpus.json"]


def test_a_file_that_cannot_be_written_is_an_os_error(tmp_path):
    with pytest.raises(OSError, match="absent"):
        export_file(FULL, "json", tmp_path / "absent" / "corpus.json")


def test_an_unknown_form_is_named():
    with pytest.raises(ValueError, match="there is no form 'xml': choose one of json"):
        export(FULL, "xml", io.StringIO())
    assert FORMS["json"].suffix == ".json"


def test_jsonschema_is_only_imported_by_an_export():
    code = "import sys, reltui.export; print('jsonschema' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.skipif(
    not (SHARED / "gold" / "score.py").exists(), reason="the scorer is not here: ../shared/gold"
)
def test_the_scorer_reads_it(tmp_path):
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "file.json").write_text(
        json.dumps(
            {
                "actors": [
                    {"id": "ana", "kind": "person", "surfaces": ["Ana Marić"]},
                    {"id": "petar", "kind": "person", "surfaces": ["Петар Зец"]},
                ],
                "events": [
                    {
                        "type": "meeting", "start": "2024-05-06", "who": ["ana", "petar"],
                        "status": "occurred", "place": "Oslo",
                    }
                ],
                "statements": [{"speaker": "ana", "start": "Trade grew"}],
                "figures": [{"what": "growth", "value": 2.5, "unit": "%"}],
            }
        )
    )  # fmt: skip
    export_file(FULL, "json", tmp_path / "out.json")
    scored = subprocess.run(
        [sys.executable, SHARED / "gold" / "score.py", gold, tmp_path / "out.json", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    figures = json.loads(scored.stdout)
    assert figures["person"]["f1"] == figures["event"]["f1"] == figures["statement"]["f1"] == 1.0
    assert figures["event_type"] == figures["event_status"] == figures["event_place"] == 1.0
    assert figures["figure"]["r"] == figures["evidence"]["resolves"] == 1.0


def test_an_empty_corpus_is_an_empty_document():
    found = exported(EMPTY)
    assert all(found[name] == [] for name in found if name not in {"format", "generator"})
    assert exported(Corpus([source()], Facts()))["sources"][0]["id"] == "s1"
