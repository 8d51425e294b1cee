"""How dates are shown on the screen and in sentences."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.dates import UNKNOWN, Edtf, display, inferred_part

from .strategies import dates


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("2024", "2024", "2024"),
        ("2024-12", "2024-12", "December 2024"),
        ("2024-05-06", "2024-05-06", "6 May 2024"),
        ("0987-05-06", "0987-05-06", "6 May 987"),
        ("2021-11-24/2021-11-25", "2021-11-24–25", "24–25 November 2021"),
        ("2020-01-31/2020-02-02", "2020-01-31 – 2020-02-02", "31 January – 2 February 2020"),
        ("2024-12-31/2025-01-01", "2024-12-31 – 2025-01-01", "31 December 2024 – 1 January 2025"),
        ("2024-01/2024-03", "2024-01–03", "January–March 2024"),
        ("2019/2025", "2019–2025", "2019–2025"),
        ("2024-05-06/2024-05-06", "2024-05-06", "6 May 2024"),
        ("../2024-08-14", "before 2024-08-14", "before 14 August 2024"),
        ("2025-01/..", "from 2025-01", "from January 2025"),
        ("2025-02~", "c. 2025-02", "c. February 2025"),
        ("2025-02-17?", "2025-02-17?", "17 February 2025?"),
        ("2025%", "c. 2025?", "c. 2025?"),
        ("?", "n.d.", "n.d."),
    ],
)
def test_dates_are_shown_as_readers_write_them(text, short, long):
    assert display(text) == short
    assert display(Edtf.parse(text), "long") == long


def test_months_of_three_letters_where_room_is_short():
    assert display("2021-11-24/2021-11-25", "medium") == "24–25 Nov 2021"
    assert display("2024-09", "medium") == "Sep 2024"


@pytest.mark.parametrize(
    ("text", "inferred", "short", "long"),
    [
        ("2024-05-06", "year", "[2024-]05-06", "6 May [2024]"),
        ("2024-05-06", "month", "[2024-05-]06", "6 [May 2024]"),
        ("2024-05-06", "all", "[2024-05-06]", "[6 May 2024]"),
        ("2024-05-06", True, "[2024-05-06]", "[6 May 2024]"),
        ("2024-05-06", False, "2024-05-06", "6 May 2024"),
        ("2024", "year", "[2024]", "[2024]"),
        ("2024?", "year", "[2024?]", "[2024?]"),
        ("2021-11-24/2021-11-25", "year", "[2021-]11-24–25", "24–25 November [2021]"),
        ("2024-01/2024-03", "month", "[2024-01–03]", "[January–March 2024]"),
        (
            "2020-01-31/2020-02-02",
            "month",
            "[2020-01-]31 – [2020-02-]02",
            "31 [January 2020] – 2 [February 2020]",
        ),
        ("2024-03-21/2024-08-14", "all", "[2024-03-21 – 2024-08-14]", "[21 March – 14 August 2024]"),
        ("../2024-08-14", "year", "before [2024-]08-14", "before 14 August [2024]"),
        ("?", "all", "n.d.", "n.d."),
    ],
)
def test_what_was_inferred_stands_in_square_brackets(text, inferred, short, long):
    assert display(text, "short", inferred) == short
    assert display(text, "long", inferred) == long


@pytest.mark.parametrize(
    ("basis", "why", "part"),
    [
        ("explicit", "year from the dateline", None),
        (None, None, None),
        ("inferred", "year from the dateline 19 August 2022", "year"),
        ("inferred", "Year: 77th session of the UN General Assembly opened in 2022", "year"),
        ("inferred", "month and year from the heading", "month"),
        ("inferred", "year and month of the post before", "month"),
        ("inferred", "post between 21 March and 14 August 2024", "all"),
        ("inferred", "yearly meeting", "all"),
        ("inferred", "", "all"),
        ("inferred", None, "all"),
    ],
)
def test_the_reason_says_which_part_was_inferred(basis, why, part):
    assert inferred_part(basis, why) == part


def test_no_date_is_shown_as_none():
    assert display(None) == "n.d." == display(UNKNOWN, "long")


def test_a_string_that_is_no_date_is_refused():
    with pytest.raises(ValueError, match="not a date"):
        display("next week")


@given(dates, st.sampled_from(["short", "medium", "long"]), st.sampled_from([None, "year", "month", "all"]))
def test_every_date_is_shown_with_its_years_and_brackets_that_close(date, style, inferred):
    shown = display(date, style, inferred)
    assert shown == shown.strip()
    assert shown.count("[") == shown.count("]")
    assert ("[" in shown) == (inferred is not None and date.known)
    for y in re.findall(r"(?:^|/)(\d{4})", date.text):
        assert str(int(y)) in shown
    assert display(date, style) == re.sub(r"[\[\]]", "", display(date, style, "all"))


def test_early_years_keep_four_digits_in_iso_and_lose_the_zeros_in_words():
    assert display(Edtf.parse("0033-04")) == "0033-04"
    assert display(Edtf.parse("0033-04"), "long") == "April 33"
