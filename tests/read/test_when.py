"""Dates of headings and datelines."""

from __future__ import annotations

import pytest

from reltui.read.when import find, whole


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("19 August 2022", "2022-08-19"), ("August 19, 2022", "2022-08-19"), ("Aug. 3rd, 2022", "2022-08-03"),
        ("2022-08-19", "2022-08-19"), ("19.8.2022", "2022-08-19"), ("17. фебруара 2025.", "2025-02-17"),
        ("17. februara 2025", "2025-02-17"), ("17 февраля 2025 года", "2025-02-17"), ("May 2024", "2024-05"),
        ("2025年2月17日", "2025-02-17"), ("Oct 3", None),
    ],
)  # fmt: skip
def test_dates(text: str, edtf: str | None):
    told = find(text)
    assert told is not None
    assert told.edtf == edtf


@pytest.mark.parametrize(
    "text", ["31 February 2024", "13 Smarch 2024", "Room 12 2024", "12 monkeys", "no date"]
)
def test_what_is_no_date(text: str):
    assert find(text) is None


def test_a_line_with_more_than_a_date():
    assert whole("Thursday, 14 May 2020, 21:45") is not None
    assert whole("On 14 May 2020 the presidents spoke") is None


def test_a_date_whose_day_and_month_can_be_exchanged_has_no_value():
    told = find("05/06/2024")
    assert told is not None
    assert told.edtf is None
    assert find("25/06/2024").edtf == find("6/25/2024").edtf == "2024-06-25"
