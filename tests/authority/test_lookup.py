"""What extraction asks of the tables: states, places, names, titles, series."""

from __future__ import annotations

import pickle

import pytest

from reltui.authority import Tables, load


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load()


@pytest.mark.parametrize(
    ("form", "state"),
    [
        ("Serbia", "serbia"), ("republic of serbia", "serbia"), ("Србије", "serbia"), ("Srbijom", "serbia"),
        ("Сербией", "serbia"), ("RUSSIAN FEDERATION", "russia"), ("Руске Федерације", "russia"),
        ("USA", "united-states"), ("САД", "united-states"), ("США", "united-states"),
        ("U.K.", "united-kingdom"), ("Türkiye", "turkey"), ("USSR", "soviet-union"), ("СФРЮ", "yugoslavia"),
        ("DR Congo", "democratic-republic-of-the-congo"),
        ("Côte d’Ivoire", "ivory-coast"), ("Босне и Херцеговине", "bosnia-and-herzegovina"),
    ],
)  # fmt: skip
def test_states_by_any_name(tables: Tables, form: str, state: str):
    found = tables.states.by_name(form)
    assert found is not None
    assert found.id == state


@pytest.mark.parametrize(
    ("form", "state"),
    [
        ("Russian", "russia"), ("Serbs", "serbia"), ("российского", "russia"), ("руским", "russia"),
        ("srpske", "serbia"), ("american", "united-states"), ("Ghanaian", "ghana"),
        ("Soviet", "soviet-union"),
    ],
)  # fmt: skip
def test_states_by_adjective(tables: Tables, form: str, state: str):
    found = tables.states.by_adjective(form)
    assert found is not None
    assert found.id == state


def test_what_is_no_state(tables: Tables):
    assert tables.states.by_name("Ruritania") is None
    assert tables.states.by_adjective("quick") is None
    assert tables.states.by_iso2("ZZ") is None


def test_iso_codes_mean_the_state_of_today(tables: Tables):
    serbia = tables.states.by_iso2("RS")
    assert serbia is not None
    assert serbia.id == "serbia"


def test_the_larger_namesake_comes_first(tables: Tables):
    assert [p.state for p in tables.places.by_name("St. Petersburg")] == ["russia", "united-states"]
    assert tables.places.by_name("Москви")[0].id == "moscow"
    assert tables.places.by_name("Nis")[0].id == "nis"
    assert tables.places.by_name("Nowhere at all") == ()


def test_names_that_are_words_are_marked(tables: Tables):
    assert tables.places["split"].ambiguous
    assert not tables.places["belgrade"].ambiguous
    assert tables.given["Will"].ambiguous
    assert not tables.given["Sergey"].ambiguous


@pytest.mark.parametrize(
    ("token", "language", "name"),
    [
        ("Marko", "en", "Marko"), ("Сергеем", "ru", "Сергей"), ("Небојша", "sr", "Nebojša"),
        ("Сергејем", "sr", "Sergej"), ("Aleksandra", "sr", "Aleksandra"), ("Марију", "sr", "Marija"),
        ("Ивицом", "sr", "Ivica"), ("Владимиру", "ru", "Владимир"), ("Zeljko", "en", "Zeljko"),
    ],
)  # fmt: skip
def test_given_names_in_any_script_and_case(tables: Tables, token: str, language: str, name: str):
    found = tables.given.find(token, language)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("token", ["", "Negotiations", "the", "Министар", "Х"])
def test_what_is_no_given_name(tables: Tables, token: str):
    assert tables.given.find(token, "sr") is None


def test_ordinary_words_are_known(tables: Tables):
    for word in ("cooperation", "announces", "bilateral", "meeting"):
        assert word in tables.common_words
    for word in ("vučić", "lavrov", "belgrade", "Meeting"):
        assert word not in tables.common_words


def test_surnames_are_weighed(tables: Tables):
    weigh = tables.surname_hints.strength
    assert weigh("Smith") == 2
    assert weigh("Bush") == 1  # a word as well
    assert weigh("Gjorgjievski") == 1  # by its ending
    assert weigh("Ђурић") >= 1
    assert weigh("Council") == 0
    assert {"von", "al", "bin"} <= tables.surname_hints.particles


def test_one_office_has_one_id_in_all_languages(tables: Tables):
    ids = {
        entry.office
        for title in ("Minister of Foreign Affairs", "Foreign Secretary", "министром иностранных дел",
                      "министру спољних послова", "ministra spoljnih poslova")
        for entry in tables.office_phrases.lookup(title)
    }  # fmt: skip
    assert ids == {"foreign-minister"}


def test_honorifics_are_not_offices(tables: Tables):
    assert tables.offices["Mr en"].honorific
    assert not tables.offices["President en"].honorific
    assert tables.offices["President en"].unique


def test_a_number_gives_a_year(tables: Tables):
    year = {row.id: row.year for row in tables.sessions}
    assert year["unga"](77) == 2022
    assert year["eef"](5) == 2019
    assert year["eef"](9) == 2024  # none was held in 2020
    assert year["cop-climate"](25) == 2019
    assert year["cop-climate"](28) == 2023
    assert year["us-congress"](117) == 2021
    assert year["wef"](54) == 2024
    assert year["hrc"](50) is None


def test_the_same_folder_gives_the_same_tables():
    assert load() is load()


def test_tables_pickle(tables: Tables):
    again = pickle.loads(pickle.dumps(tables))
    assert again.states["serbia"] == tables.states["serbia"]
    trigger = next(iter(tables.event_triggers))
    assert pickle.loads(pickle.dumps(trigger)) == trigger
