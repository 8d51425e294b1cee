"""Names in lists of participants, and bodies named beside their letters or inside an office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reltui.authority import Tables
from reltui.extract import extract
from reltui.model import Block
from tests.extract.conftest import Extract, source_of


def named(tables: Tables, head: str, *items: str) -> set[tuple[str, str]]:
    """Return kind and name of all sure mentions of a list under `head`."""
    source = source_of("\n".join((head, *items)))
    blocks = (source.blocks[0], *(Block("item", b.start, b.end) for b in source.blocks[1:]))
    return {(s.kind, s.surface) for s in extract(replace(source, blocks=blocks), tables).spots if s.sure}


def test_unknown_words_in_a_list_of_participants(tables: Tables) -> None:
    found = named(
        tables, "Participants included:",
        "Enshala Dunlop, Youth Advisor, Grantmakers for Rivers; New Jersey",
        "Delgracina Sainvil, Author and Literary Activist; New York",
    )  # fmt: skip
    assert {("person", "Enshala Dunlop"), ("person", "Delgracina Sainvil")} <= found
    assert ("organisation", "Grantmakers for Rivers") in found
    assert all("Activist" not in name for _, name in found)


def test_a_list_of_bodies(tables: Tables) -> None:
    found = named(tables, "Participants included representatives from:", "Lumbda Legal", "Family Fairness")
    assert {("organisation", "Lumbda Legal"), ("organisation", "Family Fairness")} <= found


def test_the_same_words_elsewhere_are_no_names(tables: Tables) -> None:
    assert named(tables, "The shop sells:", "Lumbda Legal", "Family Fairness") == set()


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The Office of the River Keeper (ORK) reported.", "organisation", "Office of the River Keeper"),
        ("EU Special Representative Terhi Hakala came.", "organisation", "EU"),
        ("He met Sultan bin Sad Al-Muraiki, Minister of State.", "person", "Sultan bin Sad Al-Muraiki"),
        ("Mary Robinson came to Tirana.", "person", "Mary Robinson"),
        ("Attorney General Aaron Ford came.", "person", "Aaron Ford"),
        ("FEMA Administrator Crisvell spoke.", "person", "Crisvell"),
        ("Assistant to the President for Justice and Equity Chirag Bainz spoke.", "person", "Chirag Bainz"),
    ],
)  # fmt: skip
def test_names_told_by_their_company(run: Extract, text: str, kind: str, name: str) -> None:
    _, found = run(text)
    assert (kind, name) in {(s.kind, s.surface) for s in found.spots if s.sure}


def test_a_headline_in_capitals_ends_a_name_at_its_verb(tables: Tables) -> None:
    source = source_of(
        "PRESIDENT ZOURABICHVILI RECEIVES ENVOY IN TBILISI\nPresident Salome Zourabichvili spoke."
    )
    blocks = (Block("title", source.blocks[0].start, source.blocks[0].end), source.blocks[1])
    found = extract(replace(source, blocks=blocks), tables).spots
    assert [s.surface for s in found if s.kind == "person" and s.sure] == [
        "ZOURABICHVILI",
        "Salome Zourabichvili",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The EU-facilitated talks went on.", "organisation", "EU"),
        ("Presidents Rama and Von der Lahn spoke.", "person", "Von der Lahn"),
        ("He thanked President Andres Manuel López Obrador.", "person", "Andres Manuel López Obrador"),
    ],
)
def test_names_in_compounds_and_pairs(run: Extract, text: str, kind: str, name: str) -> None:
    _, found = run(text)
    assert (kind, name) in {(s.kind, s.surface) for s in found.spots if s.sure}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He asked White House Gender Policy Council staff.", "Gender Policy Council"),
        ("A meeting of the Vietnam – Laos Committee ended.", "Vietnam – Laos Committee"),
        ("The Peace and Security Council decided.", "Peace and Security Council"),
    ],
)  # fmt: skip
def test_names_of_bodies_as_they_are_called(run: Extract, text: str, name: str) -> None:
    _, found = run(text)
    assert name in {s.surface for s in found.spots if s.kind == "organisation"}


def test_letters_that_stand_for_no_body(run: Extract) -> None:
    _, found = run("After the WWII the GDP grew.")
    assert [s.surface for s in found.spots if s.kind == "organisation" and s.sure] == []
