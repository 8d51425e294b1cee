"""Persons meant by their office alone, and who was merely present."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Extract


def parties(run: Extract, text: str, **kwargs: str) -> list[tuple[str, list[str]]]:
    """Return the type and the parties' names of each report."""
    source, found = run(text, **kwargs)
    assert source.text == text
    return [(r.type, [found.spots[p.spot].surface for p in r.parties]) for r in found.reports]


@pytest.mark.parametrize(
    "sentence",
    [
        "On 3 May 2024 the Ghanaian President visited Lomé.",
        "On 3 May 2024 the President of Ghana visited Lomé.",
        "On 3 May 2024 Ghana's President visited Lomé.",
    ],
)
def test_an_office_with_its_state_means_who_holds_it(run: Extract, sentence: str) -> None:
    text = f"Togolese President Faure Gnassingbé spoke with Ghanaian President Nana Akufo-Addo.\n{sentence}"
    assert parties(run, text)[-1] == ("visit", ["Nana Akufo-Addo"])


def test_an_office_alone_means_the_first_who_holds_it(run: Extract) -> None:
    text = (
        "Foreign Minister Maria Telalian of Armenia received Foreign Minister Jan Lipavský of Czechia.\n"
        "On 3 May 2024 the Foreign Minister held talks with Kaja Kallas."
    )
    assert parties(run, text)[-1][1] == ["Maria Telalian", "Kaja Kallas"]


def test_another_holder_is_nobody_here(run: Extract) -> None:
    text = (
        "Prime Minister Edi Rama of Albania met Kaja Kallas on 3 May 2024.\n"
        "The last Albanian Prime Minister to visit Oslo came on 5 June 2009."
    )
    assert all("Edi Rama" not in names for kind, names in parties(run, text)[1:])


def test_a_counterpart_is_met(run: Extract) -> None:
    text = (
        "Prime Minister Petteri Orpo of Finland opened the fair with Prime Minister Evika Siliņa of Latvia.\n"
        "On 3 May 2024 Petteri Orpo met the Latvian Prime Minister."
    )
    assert parties(run, text)[-1] == ("meeting", ["Petteri Orpo", "Evika Siliņa"])


def test_who_attended_joins_what_was_told_before(run: Extract) -> None:
    text = (
        "On 3 May 2024 President Salome Zourabichvili met Prime Minister Edi Rama in Tbilisi.\n"
        "Foreign Minister Ilia Darchiashvili attended the meeting."
    )
    found = parties(run, text)
    assert found == [("meeting", ["Salome Zourabichvili", "Edi Rama", "Ilia Darchiashvili"])]


def test_a_verb_without_subject_has_that_of_its_sentence(run: Extract) -> None:
    text = (
        "On 3 May 2024 Edi Rama was received by Kaja Kallas, and will meet with Petteri Orpo on 4 May 2024."
    )
    assert parties(run, text)[-1] == ("meeting", ["Edi Rama", "Petteri Orpo"])


def test_a_relative_clause_ends_where_the_sentence_goes_on(run: Extract) -> None:
    text = "Edi Rama, who took office on 3 May 2013, met Kaja Kallas in Tirana on 5 June 2024."
    assert parties(run, text) == [("ceremony", ["Edi Rama"]), ("meeting", ["Edi Rama", "Kaja Kallas"])]


def test_a_spokesperson_only_tells_of_it(run: Extract) -> None:
    text = "Edi Rama will travel to Davos on 3 May 2024, his spokesperson, Endri Fuga, announced on Friday."
    assert parties(run, text)[0] == ("visit", ["Edi Rama"])


def test_a_visit_is_that_of_whom_its_possessive_means(run: Extract) -> None:
    text = (
        "Vice President Epsy Campbell of Costa Rica spoke with Minister Nísia Trindade.\n"
        "The two discussed the fund that the Vice President announced during her June 2021 visit to Brazil."
    )
    assert ("visit", ["Epsy Campbell"]) in parties(run, text)


def test_a_session_that_names_nobody_is_that_of_the_states_told_of(run: Extract) -> None:
    text = (
        "Foreign Minister Ian Borg of Malta met Foreign Minister Elina Valtonen of Finland on 3 May 2024.\n"
        "The next session of the joint commission will be held in Valletta in the first quarter of 2025."
    )
    assert parties(run, text)[-1] == ("session", ["Malta", "Finland"])


def test_a_capital_inside_a_sentence_makes_no_verb(run: Extract) -> None:
    text = "On 3 May 2024 Edi Rama launched the Task Force to Address Online Harm in Tirana."
    assert [kind for kind, _ in parties(run, text)] == ["ceremony"]
