"""`show`: everything about one thing, with the words it stands on."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run
from tests.factory_texts import BRIEFING


def test_a_source_is_shown_with_its_text_and_where_its_date_comes_from(run: Run):
    code, out, _ = run("show", "brief")
    assert code == 0
    assert BRIEFING in out
    assert "2025-02-14 (dateline)" in out
    assert "https://example.org/briefing" in out


def test_a_passage_is_shown_by_source_and_number(run: Run):
    code, out, _ = run("show", "post-1:2")
    assert code == 0
    assert out.endswith("\nThe sides discussed energy and the future of NIS.\n")


def test_an_event_says_who_where_and_by_whose_word(run: Run):
    code, out, _ = run("show", "visit-djuric")
    assert code == 0
    assert "[2025-]02-17 (inferred: year from the dateline 14 February 2025)" in out
    assert "Marko Đurić (guest)" in out
    assert "planned" in out
    assert "“On February 17, Foreign Minister Marko Djuric will pay a working visit to Moscow”" in out


def test_every_report_of_an_event_is_shown(run: Run):
    out = run("show", "session")[1]
    assert "Niš hosting its first session" in out
    assert "The sides discussed energy" in out


def test_an_actor_has_spellings_offices_and_events(run: Run):
    code, out, _ = run("show", "vulin")
    assert code == 0
    for words in ("Александар Вулин", "Alexander Vulin", "Minister of the Interior", "(meet-vulin)"):
        assert words in out


def test_a_doubt_shows_both_places(run: Run):
    out = run("show", "d-1")[1]
    assert "“2.802 billion dollars”  [On the visit of the Serbian Foreign Minister" in out
    assert "“2,374 миллиарда долларов”  [Aleksandar Vulin" in out


@pytest.mark.parametrize("id_", ["vulin", "call-may", "brief", "st-5", "f-1", "d-1", "post-1:2"])
def test_json_has_the_kind_and_all_fields(run: Run, id_: str):
    code, out, _ = run("show", id_, "--json")
    assert code == 0
    thing = json.loads(out)
    assert thing["noun"] in ("actor", "event", "source", "statement", "figure", "doubt", "passage")
    if thing["noun"] != "passage":
        assert thing["id"] == id_


def test_evidence_in_json_is_what_stands_in_the_source(run: Run):
    (evidence,) = json.loads(run("show", "f-1", "--json")[1])["evidence"]
    text = json.loads(run("show", evidence["source"], "--json")[1])["text"]
    assert text[evidence["start"] : evidence["end"]] == evidence["text"] == "2.802 billion dollars"


def test_several_ids_are_a_list(run: Run):
    code, out, _ = run("show", "vulin", "call-may", "--json")
    assert code == 0
    assert [thing["id"] for thing in json.loads(out)] == ["vulin", "call-may"]
    assert len(run("show", "vulin", "call-may", "--jsonl")[1].splitlines()) == 2


@pytest.mark.parametrize("id_", ["nobody", "brief:99", "brief:x", ":", "nothing:1", "", "' OR 1=1 --"])
def test_an_id_that_is_not_there(run: Run, id_: str):
    code, out, err = run("show", id_)
    assert (code, out) == (1, "")
    assert "nothing with the id" in err
