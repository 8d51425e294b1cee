"""Finding phrases in text: longest first, over line breaks, in capitals, in both Serbian alphabets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.authority import Tables, load
from reltui.authority.phrases import Phrases, index_at, tokens


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load()


def ids(tables: Tables, text: str) -> list[tuple[str, set[str]]]:
    return [(text[h.start : h.end], {e.id for e in h.entries}) for h in tables.gazetteer.scan(text)]


def made(*phrases: str, fold: bool = False) -> Phrases[str]:
    return Phrases((([p], p) for p in phrases), str, fold=fold)


def test_the_longest_phrase_wins(tables: Tables):
    assert ids(tables, "the UN Security Council") == [("UN Security Council", {"un-security-council"})]
    assert ids(tables, "Republic of Serbia") == [("Republic of Serbia", {"serbia"})]


def test_white_space_and_apostrophes_do_not_matter(tables: Tables):
    assert ids(tables, "at the UN\n  General Assembly") == [
        ("UN\n  General Assembly", {"un-general-assembly"})
    ]
    assert [i for _, i in ids(tables, "in Côte d’Ivoire and Côte d'Ivoire")] == [{"ivory-coast"}] * 2


def test_capitals_must_agree_but_a_heading_may_be_all_capitals(tables: Tables):
    assert ids(tables, "they met us in turkey") == []
    assert ids(tables, "UNITED STATES-VIETNAM RELATIONS") == [
        ("UNITED STATES", {"united-states"}),
        ("VIETNAM", {"vietnam"}),
    ]


def test_homonyms_stay_apart(tables: Tables):
    found = dict(ids(tables, "NIS has its seat in Novi Sad, not in Nis or Niš"))
    assert found["NIS"] == {"naftna-industrija-srbije"}
    assert found["Nis"] == found["Niš"] == {"nis"}


def test_serbian_in_both_alphabets_and_russian(tables: Tables):
    latin = [i for _, i in ids(tables, "Ministar spoljnih poslova Srbije boravi u Moskvi")]
    cyrillic = [i for _, i in ids(tables, "Министар спољних послова Србије борави у Москви")]
    russian = [i for _, i in ids(tables, "Министр иностранных дел Сербии прибыл в Москву")]
    assert latin == cyrillic == russian == [{"serbia"}, {"moscow"}]


def test_serbian_forms_do_not_reach_into_english(tables: Tables):
    assert ids(tables, "Easter Island is far from the sea") == []
    assert ids(tables, "Predsednik Islanda u Rimu")[0][1] == {"iceland"}


def test_serbian_words_stay_out_of_russian_and_english(tables: Tables):
    assert [h.phrase for h in tables.office_phrases.scan("в г. Ойо прибыл М.В.Мишустин")] == []
    assert [h.entries[0].language for h in tables.unit_phrases.scan("do the work of two in a day")] == [
        "en"
    ] * 2
    assert [h.entries[0].office for h in tables.office_phrases.scan("г. Вучић")] == ["honorific"]


def test_nested_hits_show_what_stands_inside(tables: Tables):
    row = tokens("Председник Владе Словачке")
    assert [h.phrase for h in tables.gazetteer.scan_tokens(row)] == ["Vlade Slovačke"]
    assert [h.phrase for h in tables.gazetteer.scan_tokens(row, nested=True)] == [
        "Vlade Slovačke",
        "Slovačke",
    ]


def test_adjectives_seats_and_handles_say_how(tables: Tables):
    how = {h.phrase: {(e.id, e.how) for e in h.entries} for h in tables.gazetteer.scan(
        "Russian officials said the Kremlin followed @MFASerbia"
    )}  # fmt: skip
    assert ("russia", "adjective") in how["Russian"]
    assert ("russia", "seat") in how["Kremlin"]
    assert how["@MFASerbia"] == {("serbia-foreign-ministry", "handle")}


def test_a_capital_is_a_place_and_a_government(tables: Tables):
    (hit,) = tables.gazetteer.scan("Moscow")
    assert {(e.kind, e.how) for e in hit.entries} == {("state", "capital"), ("place", "name")}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Lavrov met with Dacic", ["meeting"]),
        ("Вучић се састао са Лавровом", ["meeting"]),
        ("Лавров встретился с Дачичем", ["meeting"]),
        ("She will pay a working visit to Rome", ["visit"]),
        ("они су потписали споразум", ["agreement", "agreement"]),
        ("had a telephone conversation with", ["call"]),
        ("the EU imposed sanctions on", ["measure"]),
    ],
)
def test_triggers_tell_of_events(tables: Tables, text: str, kinds: list[str]):
    assert [h.entries[0].type for h in tables.trigger_phrases.scan(text)] == kinds


def test_speech_status_and_units(tables: Tables):
    lemmas = [
        h.entries[0].lemma
        for text in ("he Said", "он указал", "истакао је", "istakla je")
        for h in tables.speech_phrases.scan(text)
    ]
    assert lemmas == ["say", "указать", "istaći", "istaći"]
    status = {
        h.phrase: h.entries[0].status
        for text in ("will visit; was cancelled", "председник ће доћи", "визит отменён")
        for h in tables.status_phrases.scan(text)
    }
    assert status == {
        "will": "planned", "was cancelled": "cancelled", "će": "planned", "отменён": "cancelled",
    }  # fmt: skip
    units = [(h.entries[0].kind, h.entries[0].code) for h in tables.unit_phrases.scan("about €3 billion")]
    assert units == [("qualifier", "about"), ("symbol", "EUR"), ("multiplier", "multiplier")]


def test_folded_phrases_ignore_capitals():
    found = made("prime minister", fold=True)
    assert [h.phrase for h in found.scan("Prime MINISTER, prime minister")] == ["prime minister"] * 2


def test_phrases_with_signs_in_them():
    found = made("U.S.", "$", "C$", "C.")
    assert [h.phrase for h in found.scan("U.S. sold C$5, C. for $3")] == ["U.S.", "C$", "C.", "$"]


def test_shared_phrases_keep_all_payloads():
    found = Phrases([(["Georgia"], "state"), (["Georgia"], "region"), (["Georgia"], "state")], str)
    assert found.lookup("Georgia") == ("state", "region")
    assert found.lookup("Georgian") == ()
    assert len(found) == 1


def test_scanning_within_bounds():
    text = "Rome and Paris and Rome"
    found = made("Rome", "Paris")
    assert [(h.start, h.end) for h in found.scan(text, 5, 18)] == [(9, 14)]
    row = tokens(text)
    assert [h.phrase for h in found.scan_tokens(row, 1, 3)] == ["Paris"]
    assert index_at(row, 9) == 2
    assert index_at(row, 99) == len(row)


@given(st.text())
def test_any_text_can_be_scanned(text: str):
    tables = load()
    for phrases in (tables.gazetteer, tables.office_phrases, tables.unit_phrases):
        last = 0
        for hit in phrases.scan(text):
            assert last <= hit.start < hit.end <= len(text)
            assert hit.entries
            last = hit.end


@given(st.lists(st.text("ab .'", min_size=1, max_size=6), max_size=6), st.text("ab .'", max_size=30))
def test_what_is_found_is_what_was_asked_for(phrases: list[str], text: str):
    wanted = {" ".join(p.split()) for p in phrases} - {""}
    found = Phrases((([p], p) for p in wanted), str)
    for hit in found.scan(text):
        assert hit.phrase in wanted
        assert " ".join(text[hit.start : hit.end].split()) == hit.phrase
