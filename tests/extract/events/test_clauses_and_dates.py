"""Which words of a sentence tell of the happening, and which date is its own."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Extract

Told = tuple[str, str, str | None, str | None]


def told(run: Extract, text: str, **kwargs: str) -> list[Told]:
    """Return type, status, date words and place of each report."""
    source, found = run(text, **kwargs)
    return [
        (r.type, r.status, source.text[r.when.start : r.when.end] if r.when else None, r.place)
        for r in found.reports
    ]


def test_the_main_verb_tells_and_not_its_purpose(run: Extract) -> None:
    text = (
        "Edi Rama spoke today with Prime Minister Petteri Orpo to congratulate him on the attacks repelled."
    )
    assert [t[0] for t in told(run, text, published="2024-05-03")] == ["call"] or told(run, text)[0][
        0
    ] == "meeting"
    assert all(t[0] not in ("statement", "measure") for t in told(run, text, published="2024-05-03"))


def test_a_visit_during_which_something_was_offered(run: Extract) -> None:
    text = (
        "President Kassym-Jomart Tokayev offered to host the meeting during a visit to Yerevan in April 2024."
    )
    assert told(run, text) == [("visit", "occurred", "April 2024", "Yerevan")]


def test_a_weekday_beside_its_date_is_no_second_one(run: Extract) -> None:
    text = "Edi Rama met Petteri Orpo in Skopje on Tuesday (21 November 2023)."
    assert told(run, text) == [("meeting", "occurred", "21 November 2023", "Skopje")]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2016, 30 August: Edi Rama signs a loan with Petteri Orpo in Budapest.", "2016-08-30"),
        ("2014, September: Edi Rama visits Budapest.", "2014-09"),
        ("2024 May 6 – Edi Rama visits Budapest.", "2024-05-06"),
    ],
)
def test_years_before_days(run: Extract, line: str, date: str) -> None:
    _, found = run(line, kind="page")
    assert [r.when and r.when.edtf for r in found.reports] == [date]


def test_halves_and_quarters_of_years(run: Extract) -> None:
    _, found = run("Edi Rama will visit Oslo in the second half of 2025.")
    assert [d.edtf for d in found.dates] == ["2025-07/2025-12"]


def test_a_trip_called_off_is_no_call(run: Extract) -> None:
    assert told(run, "A planned trip by Edi Rama to Moscow was called off in March 2024.") == [
        ("visit", "cancelled", "March 2024", "Moscow")
    ]


def test_who_only_invited_takes_no_part(run: Extract) -> None:
    _, found = run(
        "Edi Rama met Petteri Orpo in Berlin on 3 May 2024 at the invitation of Foreign Minister Ian Borg."
    )
    assert [[found.spots[p.spot].surface for p in r.parties] for r in found.reports] == [
        ["Edi Rama", "Petteri Orpo"]
    ]


def test_an_unknown_town_behind_a_verb_of_travel(run: Extract) -> None:
    assert told(run, "Edi Rama visited Ngarannamba on 3 May 2024.") == [
        ("visit", "occurred", "3 May 2024", "Ngarannamba")
    ]


def test_a_title_has_the_day_that_the_text_gives(run: Extract) -> None:
    from dataclasses import replace

    from reltui.authority import load
    from reltui.extract import extract
    from reltui.model import Block
    from tests.extract.conftest import source_of

    text = "Readout of a forum hosted by Edi Rama\nYesterday, Edi Rama hosted Petteri Orpo for a forum on rivers."
    source = source_of(text, kind="release", published="2024-05-04")
    title = Block("title", source.blocks[0].start, source.blocks[0].end)
    found = extract(replace(source, blocks=(title, source.blocks[1])), load())
    assert {r.when.relative for r in found.reports if r.when} == {"day:-1"}
    assert all(r.when is not None for r in found.reports)


def test_years_over_a_list_of_days(run: Extract) -> None:
    text = (
        "2008\n27 February: Edi Rama visits Podgorica.\nOctober: Edi Rama visits Oslo.\n"
        "2013\nEdi Rama visits Rome (9 July)."
    )
    _, found = run(text, kind="page")
    told = [(r.when.edtf, r.when.basis, r.place) for r in found.reports if r.when]
    assert told == [
        ("2008-02-27", "inferred", "Podgorica"),
        ("2008-10", "inferred", "Oslo"),
        ("2013-07-09", "inferred", "Rome"),
    ]


def test_what_is_to_come_is_planned(run: Extract) -> None:
    text = "Edi Rama arrives in Kosovo today (Tuesday 1 April) before travelling on to Serbia tomorrow."
    assert told(run, text, published="2025-04-01") == [
        ("visit", "occurred", "Tuesday 1 April", "Kosovo"),
        ("visit", "planned", "tomorrow", "Serbia"),
    ]


def test_the_day_of_the_saying_is_not_that_of_the_plan(run: Extract) -> None:
    text = "President Edi Rama on 15 April said that he would visit Beijing in May 2024."
    assert [t[2] for t in told(run, text, published="2024-04-17")] == ["May 2024"]


def test_a_clause_with_who_tells_of_the_person_before_it(run: Extract) -> None:
    text = "Edi Rama, who is on a visit to Vietnam from 6 May 2024, also met with Petteri Orpo in Hanoi on 7 May 2024."
    _, found = run(text)
    assert [found.spots[p.spot].surface for p in found.reports[-1].parties] == ["Edi Rama", "Petteri Orpo"]


def test_a_head_of_state_without_a_name_is_the_one_whom_nothing_else_is_called(run: Extract) -> None:
    text = (
        "The Head of State received Foreign Minister Vivian Balakrishnan on 3 May 2024.\n"
        "During the meeting, Kassym-Jomart Tokayev thanked Foreign Minister Balakrishnan."
    )
    _, found = run(text)
    names = {found.spots[p.spot].surface for p in found.reports[0].parties}
    assert names == {"Kassym-Jomart Tokayev", "Vivian Balakrishnan"}


def test_days_over_posts(run: Extract) -> None:
    text = (
        "[12.04.2024 10:22]\nEdi Rama had a phone call with Petteri Orpo.\n"
        "[15.04.2024 09:05]\nTomorrow Edi Rama will meet Kaja Kallas in Oslo."
    )
    _, found = run(text, kind="page")
    assert [(r.type, r.when and r.when.edtf) for r in found.reports] == [
        ("call", "2024-04-12"),
        ("meeting", "2024-04-16"),
    ]


def test_a_clause_with_where_has_the_day_before_it(run: Extract) -> None:
    text = "Edi Rama paid a working visit to Baku on 16 June 2022, where he met with Petteri Orpo."
    assert [t[2] for t in told(run, text, published="2022-06-20")] == ["16 June 2022", "16 June 2022"]


def test_who_announced_it_is_no_statement_of_its_own(run: Extract) -> None:
    text = "Edi Rama will visit Beijing on 3 July 2023, the Department of Foreign Affairs announced today."
    assert [t[0] for t in told(run, text, published="2023-06-22")] == ["visit"]


def test_what_somebody_recalls_others_did(run: Extract) -> None:
    _, found = run("Edi Rama recalled that Canada imposed sanctions on 24 February 2023.")
    assert [[found.spots[p.spot].surface for p in r.parties] for r in found.reports] == [["Canada"]]
