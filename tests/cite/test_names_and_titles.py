"""Authors, turned around or not, and titles with their capitals."""

from __future__ import annotations

import pytest

from reltui.cite.creators import creators
from reltui.cite.titles import first_words, headline, numbered, short


@pytest.mark.parametrize(
    ("line", "inverted", "initials", "shorts"),
    [
        ("Areeba Kanwal", ["Kanwal, Areeba"], ["Kanwal, A."], ["Kanwal"]),
        ("By Areeba Kanwal", ["Kanwal, Areeba"], ["Kanwal, A."], ["Kanwal"]),
        ("Kanwal, Areeba", ["Kanwal, Areeba"], ["Kanwal, A."], ["Kanwal"]),
        ("Bob C. Jones", ["Jones, Bob C."], ["Jones, B. C."], ["Jones"]),
        ("Jean-Luc Picard", ["Picard, Jean-Luc"], ["Picard, J.-L."], ["Picard"]),
        ("Ursula von der Leyen", ["von der Leyen, Ursula"], ["von der Leyen, U."], ["von der Leyen"]),
        ("Anna Smith and Bob Jones", ["Smith, Anna", "Jones, Bob"], ["Smith, A.", "Jones, B."],
         ["Smith", "Jones"]),
        ("Smith, A.; Jones, B.", ["Smith, A.", "Jones, B."], ["Smith, A.", "Jones, B."], ["Smith", "Jones"]),
        ("Anna Smith, Bob Jones & Cy Lee", ["Smith, Anna", "Jones, Bob", "Lee, Cy"],
         ["Smith, A.", "Jones, B.", "Lee, C."], ["Smith", "Jones", "Lee"]),
        ("RIA Novosti", ["RIA Novosti"], ["RIA Novosti"], ["RIA Novosti"]),
        ("Daily Press", ["Daily Press"], ["Daily Press"], ["Daily Press"]),
        ("ANA MARIC", ["MARIC, ANA"], ["MARIC, A."], ["MARIC"]),
        ("Reuters", ["Reuters"], ["Reuters"], ["Reuters"]),
        ("Ministry of Foreign Affairs", ["Ministry of Foreign Affairs"], ["Ministry of Foreign Affairs"],
         ["Ministry of Foreign Affairs"]),
        ("The Daily Paper", ["The Daily Paper"], ["The Daily Paper"], ["The Daily Paper"]),
        ("staff@paper.example", ["staff@paper.example"], ["staff@paper.example"], ["staff@paper.example"]),
        ("Марко Петровић", ["Петровић, Марко [Petrović, Marko]"], ["Петровић, М. [Petrović, M.]"],
         ["Петровић [Petrović]"]),
    ],
)  # fmt: skip
def test_names_are_turned_around_where_they_are_persons(line, inverted, initials, shorts):
    found = creators(line, "sr" if "Марко" in line else "en")
    assert [c.inverted for c in found] == inverted
    assert [c.initials for c in found] == initials
    assert [c.short for c in found] == shorts


@pytest.mark.parametrize("line", [None, "", "  ", ";", ","])
def test_no_name_is_no_creator(line):
    assert creators(line, "en") == ()


@pytest.mark.parametrize(
    ("title", "chicago", "mla"),
    [
        ("talks in Oslo", "Talks in Oslo", "Talks in Oslo"),
        ("a look between the lines", "A Look Between the Lines", "A Look between the Lines"),
        ("what is it for", "What Is It For", "What Is It For"),
        ("gas: the end of it", "Gas: The End of It", "Gas: The End of It"),
        ("an up-to-date view", "An Up-to-Date View", "An Up-to-Date View"),
        ("NIS, eSports and the iPhone", "NIS, eSports and the iPhone", "NIS, eSports and the iPhone"),
        ("see https://a.example/b #tag @handle 3rd", "See https://a.example/b #tag @handle 3rd", None),
        ("the minister’s don't", "The Minister’s Don't", "The Minister’s Don't"),
        ("“old friends” meet", "“Old Friends” Meet", "“Old Friends” Meet"),
        ("разговори у Београду", "Разговори У Београду", None),
        ("", "", ""),
    ],
)
def test_headline_capitals(title, chicago, mla):
    assert headline(title, "chicago") == chicago
    assert headline(title, "mla") == (chicago if mla is None else mla)


def test_titles_are_shortened_to_their_first_words():
    assert short("Meeting with the Prime Minister") == "Meeting with the Prime Minister"
    assert short("Readout of the calls with the Secretary of the Council") == "Readout of the calls"
    assert short("One Two Three Four Five Six") == "One Two Three Four Five Six"


def test_first_words_end_between_words():
    assert first_words("one two three", 2) == "one two…"
    assert first_words("one, two", 2) == "one, two"
    assert first_words("one two, three", 2) == "one two…"
    assert first_words("  one\n two ", 5) == "one two"


def test_the_number_of_a_document_is_told_from_its_title():
    assert numbered("19. Memorandum of Conversation") == ("19", "Memorandum of Conversation")
    assert numbered("2024 in review") == ("", "2024 in review")
    assert numbered("19.5 percent") == ("", "19.5 percent")
