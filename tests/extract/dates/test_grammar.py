"""The grammar of dates: what it reads, what it leaves alone, and that it survives anything."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.extract.dates import find_dates, mark_padded


def told(text: str) -> list[tuple[str, str | None]]:
    return [(text[d.start : d.end], d.edtf) for d in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on May 9, 2025.", [("May 9, 2025", "2025-05-09")]),
        ("on 19 January 2019.", [("19 January 2019", "2019-01-19")]),
        ("on 24-25 November 2021", [("24-25 November 2021", "2021-11-24/2021-11-25")]),
        ("October 20-21, 2024", [("October 20-21, 2024", "2024-10-20/2024-10-21")]),
        (
            "On October 20, 2024 and December 23, 2024, he",
            [("October 20, 2024", "2024-10-20"), ("December 23, 2024", "2024-12-23")],
        ),
        (
            "from January 31 to February 2, 2022",
            [("January 31 to February 2, 2022", "2022-01-31/2022-02-02")],
        ),
        ("in March of 2003", [("March of 2003", "2003-03")]),
        ("In December 2024, a channel", [("December 2024", "2024-12")]),
        ("in 1895 and 1935", [("1895", "1895"), ("1935", "1935")]),
        ("Legation Closed, 1937.", [("1937", "1937")]),
        ("17. februara 2025. godine", [("17. februara 2025", "2025-02-17")]),
        ("17. фебруара 2025. године", [("17. фебруара 2025", "2025-02-17")]),
        ("17 февраля 2025 года", [("17 февраля 2025 года", "2025-02-17")]),
        ("dated 2019-01-17.", [("2019-01-17", "2019-01-17")]),
        ("am 17.02.2025 in", [("17.02.2025", "2025-02-17")]),
    ],
)
def test_full_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "missing", "month", "day"),
    [
        ("On February 17, Minister", "year", 2, 17),
        ("Monday, 22 August.", "year", 8, 22),
        ("January this year", "year", 1, None),
        ("their joint September 27 meeting", "year", 9, 27),
        ("they met today", "all", None, None),
        ("Two days later, Serbia", "all", None, None),
        ("састао се данас у Москви", "all", None, None),
        ("встретился вчера", "all", None, None),
    ],
)
def test_what_is_missing_is_said(text: str, missing: str, month: int | None, day: int | None) -> None:
    (when,) = find_dates(text)
    assert (when.missing, when.month, when.day, when.edtf) == (missing, month, day, None)


@pytest.mark.parametrize(
    "text",
    ["Resolution 1244 (1999) applies to 1031", "EXPO-2027", "they may march 2 miles", "at 17:00", "11 thousand people",
     "2,374 billion euros", "in 2000 people", "February 30", "Article 1 of the Charter", "31 June"],
)  # fmt: skip
def test_numbers_that_are_no_dates(text: str) -> None:
    assert [w for w in told(text) if w[0] not in ("1999",)] == []


def test_since_opens_a_span() -> None:
    (when,) = find_dates("since 2009")
    assert (when.edtf, when.open) == ("2009", "after")


def test_weekday_is_kept_for_checking() -> None:
    (when,) = find_dates("on Monday, 22 August 2022")
    assert (when.weekday, when.edtf) == (0, "2022-08-22")


def test_dates_are_padded_only_where_all_are_firsts() -> None:
    page = find_dates("Beijing September 1, 2025. Kremlin May 1, 2025. Interview January 1, 2019.")
    assert all(d.padded for d in mark_padded(page))
    mixed = find_dates("September 1, 2025 and May 9, 2025")
    assert not any(d.padded for d in mark_padded(mixed))
    single = find_dates("on May 1, 2025")
    assert not any(d.padded for d in mark_padded(single))


@given(st.text(alphabet=st.sampled_from("0123456789 .,-–/()JanMayмарта октябряDecember\nof"), max_size=80))
def test_any_text_gives_spans_in_order(text: str) -> None:
    spans = [(d.start, d.end) for d in find_dates(text)]
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))


def test_a_long_text_is_read_in_linear_time() -> None:
    text = "1 1 1 " * 20000 + "on May 9, 2025"
    assert told(text)[-1] == ("May 9, 2025", "2025-05-09")
