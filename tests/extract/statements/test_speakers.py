"""Whose words they are, read from files as houses write them; the texts are made up."""

from __future__ import annotations

import pytest

from reltui.authority import load
from reltui.extract import extract
from reltui.read import Description, read_bytes
from tests.extract.statements.stage import Said


def heard(text: str) -> list[Said]:
    found: list[Said] = []
    for source in read_bytes(text.encode(), "text.txt", Description()).sources:
        told = extract(source, load())
        for draft in told.statements:
            who = told.spots[draft.speaker].surface if draft.speaker is not None else draft.speaker_label
            found.append(Said(who, source.text[slice(*draft.spans[0])], draft.mode))
    return found


@pytest.mark.parametrize("tail", ["журналистам", "журналистам в среду", "в Москве"])
def test_a_surname_before_a_small_office_is_a_name(tail: str):
    lead = "Министр иностранных дел РФ Сергей Лавров прибыл в Вену.\n"
    text = f'{lead}"Мы готовы к переговорам", - сказал Лавров {tail}.'
    assert heard(text) == [Said("Лавров", "Мы готовы к переговорам")]


def test_a_long_title_between_verb_and_name():
    text = (
        '"The road is open to all of us," said Under Secretary of the Treasury for Terrorism and Financial '
        "Intelligence Brian E. Nelson.\n"
    )
    assert heard(text) == [Said("Brian E. Nelson", "The road is open to all of us")]


def test_of_two_presidents_the_one_the_text_is_about():
    text = (
        "President Kassym-Jomart Tokayev receives a guest\n"
        "President Tokayev received the chairman of a company on 3 June 2024.\n"
        "President Tokayev spoke by phone with UAE President Mohamed bin Zayed Al Nahyan.\n"
        '"Our trade will grow this year," the President said.\n'
    )
    assert Said("Tokayev", "Our trade will grow this year") in heard(text)


def test_a_label_means_who_bears_the_office_in_the_head():
    text = (
        "Daily Press Briefing\nJulia Meier, Spokesperson\n22 January 2024\n\n"
        "Spokeswoman: Good afternoon. The envoy is back from Kampala.\n\n"
        "Question: Will he go to Amman?\n\n"
        "Spokeswoman: I have nothing to announce about that.\n"
    )
    assert [said.who for said in heard(text)] == ["Julia Meier", "Question", "Julia Meier"]


def test_words_below_a_line_that_says_whose_they_are():
    text = (
        "Minister visits the coast\n1 April 2025\n\nForeign Secretary David Lammy is visiting the coast this week.\n\n"
        "Foreign Secretary David Lammy said:\n\nThe security of the region is vital to all of us.\n\n"
        "We will not stand by while others sow division.\n\nThe ambassador hosted a reception on Friday evening.\n"
    )
    assert heard(text) == [
        Said(
            "David Lammy",
            "The security of the region is vital to all of us.\n\n"
            "We will not stand by while others sow division.",
        )
    ]
