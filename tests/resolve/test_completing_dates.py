"""Dates that leave something out: which day is meant, and that the reason is said."""

from __future__ import annotations

from datetime import date

import pytest

from reltui.extract.dates import find_dates
from reltui.resolve.dates import Dated, Reference, complete


def on(day: str, words: str = "the dateline") -> Reference:
    return Reference(date.fromisoformat(day), date.fromisoformat(day), words)


def dated(text: str, reference: Reference, status: str = "occurred", last: date | None = None) -> Dated:
    (when,) = find_dates(text)
    return complete(when, reference, status, last)  # type: ignore[arg-type] — the parametrised statuses are plain strings


@pytest.mark.parametrize(
    ("text", "written", "status", "expected"),
    [
        ("Monday, 22 August.", "2022-08-19", "planned", "2022-08-22"),
        ("On September 27", "2022-12-22", "occurred", "2022-09-27"),
        ("on January 17", "2019-04-26", "occurred", "2019-01-17"),
        ("October 30-31.", "2021-10-14", "planned", "2021-10-30/2021-10-31"),
        ("from December 30 to January 2", "2021-10-14", "planned", "2021-12-30/2022-01-02"),
        ("On May 9, Moscow", "2025-02-17", "planned", "2025-05-09"),
        ("December 23", "2025-02-17", "occurred", "2024-12-23"),
        ("in January this year", "2025-02-17", "occurred", "2025-01"),
        ("they met today", "2025-02-17", "occurred", "2025-02-17"),
        ("they met yesterday", "2025-03-01", "occurred", "2025-02-28"),
        ("this week", "2021-10-30", "occurred", "2021-10-25/2021-10-30"),
        ("last month", "2021-01-15", "occurred", "2020-12"),
        ("last autumn", "2016-03-10", "occurred", "2015-09/2015-11"),
        ("last spring", "2016-11-10", "occurred", "2016-03/2016-05"),
        ("next year", "2016-11-10", "planned", "2017"),
        ("on Monday", "2022-08-24", "occurred", "2022-08-22"),
        ("is to meet him on Monday", "2022-08-24", "planned", "2022-08-29"),
        ("on Friday morning", "2023-06-15", "planned", "2023-06-16"),
        ("on Thursday", "2023-06-15", "planned", "2023-06-15"),
        ("next Monday", "2022-08-24", "planned", "2022-08-29"),
    ],
)
def test_completed_from_the_day_of_writing(text: str, written: str, status: str, expected: str) -> None:
    found = dated(text, on(written), status)
    assert (found.edtf, found.basis) == (expected, "inferred")
    assert "the dateline" in found.why


def test_a_full_date_is_explicit() -> None:
    assert dated("on 19 January 2019", on("2022-08-19")) == Dated("2019-01-19", "explicit", "")


def test_weekday_that_does_not_fit_is_said() -> None:
    assert "does not fit" in dated("Tuesday, 22 August 2022", on("2022-08-19")).why
    assert "agrees" in dated("Monday, 22 August 2022", on("2022-08-19")).why


def test_weekday_chooses_among_years() -> None:
    # 22 August was a Monday in 2016, not in 2017 or 2018
    found = dated("Monday, 22 August", Reference(date(2016, 1, 1), date(2017, 6, 1), "its neighbours"))
    assert found.edtf == "2016-08-22"


def test_window_of_neighbours_gives_the_year() -> None:
    window = Reference(date(2024, 3, 21), date(2024, 8, 14), "its place between two posts")
    found = dated("On May 6, Foreign Minister", window)
    assert found == Dated("2024-05-06", "inferred", "year from its place between two posts")


def test_counted_from_what_was_told_last() -> None:
    found = dated("Two days later, Serbia", Reference(), last=date(2006, 6, 3))
    assert found.edtf == "2006-06-05"
    assert "2006-06-03" in found.why


def test_nothing_near_gives_no_date() -> None:
    assert dated("On May 6", Reference()).edtf is None
    assert dated("they met today", Reference()).edtf is None


@pytest.mark.parametrize(("text", "expected"), [("on 31 May", "2024-05-31"), ("on 5 June", "2024-06-05")])
def test_a_year_near_the_days_told_where_nothing_says_how_late_the_source_is(text: str, expected: str):
    told = Reference(date(2024, 6, 3), None, "it tells 3 June 2024 as past")
    assert dated(text, told).edtf == expected


def test_a_weekday_that_fits_only_one_day_of_a_short_span() -> None:
    span = Reference(date(2025, 9, 25), date(2025, 10, 1), "what it tells")
    assert dated("They met on Sunday", span).edtf == "2025-09-28"
    long = Reference(date(2025, 9, 1), date(2025, 10, 1), "what it tells")
    assert dated("They met on Sunday", long).edtf is None


@pytest.mark.parametrize(
    ("text", "written", "status", "expected"),
    [
        ("from March 27 to March 4", "2022-08-19", "occurred", "2022-03-27"),
        ("on February 27-29", "2022-08-19", "occurred", "2022-02-27"),
        ("on February 29", "2022-08-19", "occurred", "2020-02-29"),
        ("on February 29", "2022-08-19", "planned", "2024-02-29"),
        ("on February 29", "1901-08-19", "occurred", "1896-02-29"),
        ("from March 27 to March 4, 2020", "2022-08-19", "occurred", "2020-03-27"),
        ("last week", "0001-01-01", "occurred", None),
        ("next Monday", "9999-12-31", "planned", None),
    ],
)
def test_what_is_in_no_calendar_gives_a_day_that_is_or_none(
    text: str, written: str, status: str, expected: str | None
) -> None:
    assert dated(text, on(written), status).edtf == expected
