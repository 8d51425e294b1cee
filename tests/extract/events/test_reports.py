"""What is told as a happening: its kind, day, status, place and parties. One case a widening."""

from __future__ import annotations

import dataclasses

import pytest

from reltui.authority import Tables
from reltui.extract import extract
from reltui.model import Block
from tests.extract.conftest import Extract, source_of

Told = tuple[str, str, str | None, str | None, list[str]]


def told(run: Extract, text: str, **kwargs: str) -> list[Told]:
    source, found = run(text, **kwargs)
    return [
        (
            r.type, r.status, source.text[r.when.start : r.when.end] if r.when else None, r.place,
            [found.spots[p.spot].surface for p in r.parties],
        )
        for r in found.reports
    ]  # fmt: skip


def test_a_visit_with_its_day_and_place(run: Extract) -> None:
    assert told(run, "President Tomislav Nikolic visited Moscow on 10 March 2016.") == [
        ("visit", "occurred", "10 March 2016", "Moscow", ["Tomislav Nikolic"])
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Foreign Minister Jan Lipavsky will visit Vienna on 3 May 2023.", "planned"),
        ("Foreign Minister Jan Lipavsky is scheduled to visit Vienna on 3 May 2023.", "planned"),
        ("Foreign Minister Jan Lipavsky visited Vienna on 3 May 2023.", "occurred"),
        ("Foreign Minister Jan Lipavsky cancelled his visit to Vienna on 3 May 2023.", "cancelled"),
    ],
)
def test_status(run: Extract, text: str, status: str) -> None:
    assert [t[1] for t in told(run, text)] == [status]


def test_several_dates_and_callers_are_read_respectively(run: Extract) -> None:
    text = (
        "On October 20, 2024 and December 23, 2024, President Vladimir Putin and Foreign Minister Sergey Lavrov "
        "had telephone conversations with President Aleksandar Vucic."
    )
    assert [(t[0], t[2], t[4]) for t in told(run, text)] == [
        ("call", "October 20, 2024", ["Vladimir Putin", "Aleksandar Vucic"]),
        ("call", "December 23, 2024", ["Sergey Lavrov", "Aleksandar Vucic"]),
    ]


def test_separate_calls_are_separate_happenings(run: Extract) -> None:
    text = (
        "National Security Advisor Jake Sullivan spoke separately today with Foreign Minister Ararat Mirzoyan "
        "and Foreign Minister Jeyhun Bayramov."
    )
    assert [t[4] for t in told(run, text)] == [
        ["Jake Sullivan", "Ararat Mirzoyan"], ["Jake Sullivan", "Jeyhun Bayramov"],
    ]  # fmt: skip


def test_the_subject_is_taken_over_by_a_pronoun(run: Extract) -> None:
    text = "President Andrzej Duda visited Kyiv on 23 February 2022.\nEarlier, he visited Vilnius on 1 February 2022."
    assert [(t[3], t[4]) for t in told(run, text)] == [
        ("Kyiv", ["Andrzej Duda"]),
        ("Vilnius", ["Andrzej Duda"]),
    ]


def test_two_dates_in_one_sentence_are_two_happenings(run: Extract) -> None:
    text = "Consul Hoffman Philip departed Addis Ababa on March 4, 1937, and the consulate closed on March 31, 1937."
    assert [t[2] for t in told(run, text, kind="page")] == ["March 4, 1937", "March 31, 1937"]


def test_when_tells_the_same_happening(run: Extract) -> None:
    text = "The Legation opened on July 6, 1909, when Consul Hoffman Philip presented his credentials in Addis Ababa."
    found = told(run, text, kind="page")
    assert len(found) == 1
    assert "Hoffman Philip" in found[0][4]


def test_since_and_until_are_no_happenings(run: Extract) -> None:
    assert told(run, "NATO has supported Serbia since 2009.") == []
    assert (
        told(run, "The United States shared normalized relations with Yugoslavia until 1992.", kind="page")
        == []
    )


def test_a_lead_without_a_date_tells_of_the_day_of_the_release(run: Extract) -> None:
    found = told(
        run,
        "President Emmanuel Macron met with Prime Minister Edi Rama.",
        kind="release",
        published="2023-10-17",
    )
    assert [(t[0], t[2], t[4]) for t in found] == [("meeting", None, ["Emmanuel Macron", "Edi Rama"])]


def test_an_occasion_is_not_told_as_a_happening(run: Extract) -> None:
    found = told(run, "Ahead of the visit President Emmanuel Macron gave an interview on 3 May 2023.")
    assert [t[0] for t in found] == ["statement"]


def test_talks_that_a_news_conference_followed(run: Extract) -> None:
    text = (
        "Foreign Minister Sergey Lavrov held a joint news conference with Foreign Minister Marko Djuric "
        "following talks in Moscow on February 17, 2025."
    )
    assert sorted(t[0] for t in told(run, text)) == ["meeting", "press_conference"]


def test_serbian_and_russian_sentences(run: Extract) -> None:
    found = told(
        run,
        "Predsednik Aleksandar Vučić sastao se danas u Beogradu sa Sergejom Lavrovom.",
        language="sr",
        published="2024-05-01",
    )
    assert [(t[0], t[2]) for t in found] == [("meeting", "danas")]
    found = told(
        run, "Президент Владимир Путин 10 марта 2016 года встретился с Томиславом Николичем.", language="ru"
    )
    assert [(t[0], t[2]) for t in found] == [("meeting", "10 марта 2016 года")]


@pytest.mark.parametrize(
    "text",
    [
        "President Joe Biden and President Guillermo Lasso will act to meet growing regional challenges.",
        "The Commission of Inquiry established in May 2021 went on.",
        "I am glad to meet with you today.",
    ],
)
def test_what_is_no_happening(run: Extract, text: str) -> None:
    assert told(run, text, published="2022-10-30") == []


def test_a_month_may_own_its_summit(run: Extract) -> None:
    found = told(
        run, "President Joe Biden hosted President Guillermo Lasso at June’s Summit of the Americas."
    )
    assert [t[2] for t in found] == ["June"]


def test_a_list_of_participants_belongs_to_the_meeting(tables: Tables) -> None:
    lines = [
        ("title", "Readout of President Lasso’s Meeting with the Competition Council"),
        ("paragraph", "President Guillermo Lasso met today with the Competition Council."),
        ("paragraph", "In-person participants included:"),
        ("item", "Chair of the Surface Transportation Board Marty Oberman"),
        ("item", "Secretary of Labor Marty Walsh"),
    ]
    text = "\n".join(line for _, line in lines)
    blocks: list[Block] = []
    for kind, line in lines:
        start = text.index(line)
        blocks.append(Block(kind, start, start + len(line)))  # type: ignore[arg-type] — a plain string of the vocabulary
    source = dataclasses.replace(source_of(text, "release", published="2022-01-24"), blocks=tuple(blocks))
    found = extract(source, tables)
    parties = {found.spots[p.spot].surface for r in found.reports for p in r.parties}
    assert {"Guillermo Lasso", "Marty Oberman", "Marty Walsh"} <= parties


def test_one_is_welcomed_to_a_place(run: Extract) -> None:
    found = told(run, "On 3 May 2023, President Joe Biden welcomed President Yoon Suk Yeol to Washington.")
    assert [(t[0], t[3]) for t in found] == [("meeting", "Washington")]


def test_those_who_attend_are_told_in_the_next_sentence(run: Extract) -> None:
    found = told(
        run,
        "On May 9, 2025, Moscow will host a parade. President Aleksandar Vucic has confirmed his attendance.",
    )
    assert [(t[0], t[1], "Aleksandar Vucic" in t[4]) for t in found] == [("ceremony", "planned", True)]
