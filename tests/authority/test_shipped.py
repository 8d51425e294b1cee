"""The shipped tables hold together: every row can be read, ids are unique, names of states are unshared."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from reltui.authority import Tables, load
from reltui.authority.table import Table
from reltui.authority.tsv import cells
from reltui.authority.validate import FILES, problems
from reltui.dates import Edtf
from reltui.model.vocab import EVENT_TYPES
from reltui.resources import shipped

NAMES = sorted(FILES)


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load()


def table(tables: Tables, file: str) -> Table[object]:
    found = getattr(tables, FILES[file])
    assert isinstance(found, Table)
    return found


def body(file: str) -> list[list[str]]:
    lines = (shipped("data") / file).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("file", NAMES)
def test_every_row_can_be_made_and_none_is_lost(tables: Tables, file: str):
    held = table(tables, file)
    rows = list(held)
    header, *raw = body(file)
    assert len(rows) == len(raw)  # a repeated key would have swallowed a row
    assert len(raw) > 5 or file == "models.tsv"  # no model is asked as shipped
    assert all(len(row) <= len(header) for row in raw)
    strict = list(cells(shipped("data") / file, tuple(header)))
    assert len(strict) == len(rows)


@pytest.mark.parametrize("file", NAMES)
def test_text_is_clean(file: str):
    text = (shipped("data") / file).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert text.endswith("\n")
    assert text.startswith("# ")
    for row in body(file)[1:]:
        assert not any(cell != cell.strip() for cell in row), row
        if file != "sessions.tsv":  # its patterns have "|" of their own
            assert not any("" in cell.split("|") for cell in row if cell), row
            assert not any(len(set(cell.split("|"))) < len(cell.split("|")) for cell in row), row


@pytest.mark.parametrize("file", NAMES)
def test_a_spreadsheet_reads_the_same_cells(file: str):
    with (shipped("data") / file).open(encoding="utf-8", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        read = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert read == body(file)


def test_nothing_contradicts_across_tables(tables: Tables):
    assert list(problems(tables)) == []


def test_problems_are_found(tmp_path: Path):
    (tmp_path / "states.tsv").write_text("id\tname\taliases\natlantis\tAtlantis\tRussia\n", encoding="utf-8")
    (tmp_path / "places.tsv").write_text("id\tname\tkind\tstate\nlost\tLost\tcity\tmu\n", encoding="utf-8")
    (tmp_path / "sessions.tsv").write_text("id\tname\tpatterns\tplace\nx\tX\t(\tnowhere\n", encoding="utf-8")
    found = "\n".join(problems(Tables((shipped("data"), tmp_path))))
    assert "'Russia' names both" in found
    assert "the state 'mu'" in found
    assert "not a regular expression" in found
    assert "the place 'nowhere'" in found


def test_the_world_is_there(tables: Tables):
    today = {s.iso2 for s in tables.states if s.iso2 and not s.until}
    assert len(today) >= 195
    assert {"RS", "RU", "US", "VA", "PS", "XK", "TW", "SS", "TL"} <= today
    assert len(tables.places) > 2500
    assert len(tables.organisations) > 600
    assert len(tables.given) > 8000
    assert len(tables.surname_hints) > 3000
    assert len(tables.people) > 400
    assert len(tables.anniversaries) >= 60
    assert {t.type for t in tables.event_types} == set(EVENT_TYPES)


def test_every_state_of_today_with_a_seat_has_a_capital_among_the_places(tables: Tables):
    capitals = {p.state for p in tables.places if p.capital}
    cityless = {"singapore", "monaco", "holy-see", "nauru", "tokelau"}
    missing = {
        s.id for s in tables.states
        if s.iso2 and not s.until and not s.note and s.capital and s.id not in capitals
    }  # fmt: skip
    assert missing <= cityless | {"palestine"}, missing


def test_contested_states_say_so_and_take_no_side(tables: Tables):
    for name in ("kosovo", "palestine", "taiwan", "abkhazia", "western-sahara", "northern-cyprus"):
        assert tables.states[name].contested
    assert not tables.states["france"].contested


def test_case_forms_are_given(tables: Tables):
    assert {"Srbija", "Srbije", "Srbiji", "Srbiju", "Srbijom"} <= set(tables.states["serbia"].sr)
    assert {"Сербия", "Сербии", "Сербию", "Сербией"} <= set(tables.states["serbia"].ru)
    assert {"Москва", "Москве", "Москву"} <= set(tables.places["moscow"].ru)


def test_word_tables_cover_three_languages(tables: Tables):
    for held in (
        tables.offices, tables.office_parts, tables.event_triggers, tables.speech_verbs,
        tables.status_words, tables.organisation_words, tables.units,
    ):  # fmt: skip
        assert {"en", "sr", "ru"} <= {row.language for row in held}


def test_serbian_is_given_in_latin_letters(tables: Tables):
    cyrillic = re.compile("[Ѐ-ӿ]")
    for held in (tables.offices, tables.office_parts, tables.event_triggers, tables.speech_verbs):
        for row in held:
            wrong = [f for f in row.forms if bool(cyrillic.search(f)) != (row.language == "ru")]
            assert not wrong or row.language == "ru", (row.forms[0], wrong)
    assert not [f for s in tables.states for f in s.sr if cyrillic.search(f)]


def test_every_event_type_has_triggers_in_every_language(tables: Tables):
    held = Counter((t.language, t.type) for t in tables.event_triggers)
    for language in ("en", "sr", "ru"):
        for kind in set(EVENT_TYPES) - {"other"}:
            assert held[language, kind] >= 2, (language, kind)


def test_anniversaries_are_dates(tables: Tables):
    for row in tables.anniversaries:
        assert Edtf.parse(row.date).lower is not None


def test_people_have_countries_that_exist(tables: Tables):
    known = {s.iso2 for s in tables.states if s.iso2}
    assert {p.country for p in tables.people} <= known


def test_wikidata_numbers_are_not_shared(tables: Tables):
    shared = [n for n, count in Counter(p.wikidata for p in tables.people if p.wikidata).items() if count > 1]
    assert shared == []


def test_no_full_name_means_two_people(tables: Tables):
    owner: dict[str, str] = {}
    for person in tables.people:
        for form in {person.name, person.native, *person.aliases, *person.forms} - {""}:
            assert owner.setdefault(form, person.id) == person.id, form
