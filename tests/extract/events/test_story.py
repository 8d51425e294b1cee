"""Happenings without a date share the day, the trip and the place of what the text told before."""

from __future__ import annotations

from tests.extract.conftest import Extract

LEAD = "Prime Minister Petteri Orpo of Finland met Prime Minister Edi Rama in Tirana on Monday."


def test_a_later_act_shares_the_day_and_place_of_the_lead(run: Extract) -> None:
    last = "Edi Rama and Petteri Orpo then signed two memoranda."
    text = f"Talks in Tirana\n{LEAD}\nThe ministers toured an exhibition of glass.\n{last}"
    _, found = run(text, published="2024-05-06")
    signed = found.reports[-1]
    assert (signed.type, signed.place, signed.when and signed.when.relative) == (
        "agreement",
        "Tirana",
        "weekday:0",
    )


def test_what_lay_before_does_not(run: Extract) -> None:
    text = f"Talks in Tirana\n{LEAD}\nThe two had a long walk.\nEdi Rama had previously visited Vilnius."
    _, found = run(text, published="2024-05-06")
    assert [r.type for r in found.reports if r.when is not None] == ["meeting"]


def test_a_meeting_belongs_to_the_visit_to_its_country(run: Extract) -> None:
    text = (
        "Foreign Minister Elina Valtonen will visit Oman on 3 May 2024 and Kuwait on 5 May 2024.\n"
        "She looks back at many years of friendship.\n"
        "In Kuwait, Elina Valtonen will meet Foreign Minister Abdullah Al-Yahya."
    )
    _, found = run(text, kind="release", published="2024-05-01")
    last = found.reports[-1]
    assert (last.type, last.status, last.when and last.when.edtf) == ("meeting", "planned", "2024-05-05")
