"""EDTF values: what is accepted, what it means, and the laws its comparisons keep."""

from __future__ import annotations

import datetime
import pickle
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.dates import UNKNOWN, Edtf, after, before, days_in_month, month, span, year
from reltui.model.vocab import PRECISIONS

from .strategies import dates, known, points


@pytest.mark.parametrize(
    ("text", "precision", "start", "end", "lower", "upper"),
    [
        ("2024", "year", "2024", "2024", "2024-01-01", "2024-12-31"),
        ("2024-12", "month", "2024-12", "2024-12", "2024-12-01", "2024-12-31"),
        ("2024-02", "month", "2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02-17", "day", "2025-02-17", "2025-02-17", "2025-02-17", "2025-02-17"),
        ("2021-11-24/2021-11-25", "span", "2021-11-24", "2021-11-25", "2021-11-24", "2021-11-25"),
        ("2024-11/2025", "span", "2024-11", "2025", "2024-11-01", "2025-12-31"),
        ("../2024-08-14", "bounded", None, "2024-08-14", None, "2024-08-14"),
        ("2025-01/..", "bounded", "2025-01", None, "2025-01-01", None),
        ("2025-02~", "month", "2025-02", "2025-02", "2025-02-01", "2025-02-28"),
        ("?", "unknown", None, None, None, None),
        ("0001", "year", "0001", "0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "day", "9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31"),
    ],
)
def test_each_form_means_what_iso_8601_2_says(text, precision, start, end, lower, upper):
    date = Edtf.parse(text)
    assert (date.precision, date.start, date.end) == (precision, start, end)
    assert (date.lower, date.upper) == (lower, upper)
    assert date.text == str(date) == text


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2025-02", False, False),
        ("2025-02~", True, False),
        ("2025-02-17?", False, True),
        ("2025%", True, True),
        ("2024-03~/2024-05", True, False),
        ("../2024-05?", False, True),
        ("?", False, False),
    ],
)
def test_the_marks_of_doubt_leave_the_bounds_alone(text, approximate, uncertain):
    date = Edtf.parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)
    plain = Edtf.parse(text.translate({ord("~"): None, ord("%"): None, ord("?"): None}) or "?")
    assert (date.lower, date.upper) == (plain.lower, plain.upper)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "write it like 2024"),
        ("yesterday", "write it like 2024"),
        ("17.02.2025", "write it like 2024"),
        ("2025-2-17", "write it like 2024"),
        ("2025-02-17T10:00", "write it like 2024"),
        ("20250217", "write it like 2024"),
        ("２０２５", "write it like 2024"),
        ("2025-02-", "write it like 2024"),
        ("2025~~", "write it like 2024"),
        ("2025/2026/2027", "write it like 2024"),
        ("2025/", "write it like 2024"),
        ("?/2025", "write it like 2024"),
        ("0000", "years go from 0001 to 9999"),
        ("2025-13", "there is no month 13"),
        ("2025-00", "there is no month 00"),
        ("2025-02-29", "2025-02 has no day 29"),
        ("1900-02-29", "1900-02 has no day 29"),
        ("2025-04-00", "2025-04 has no day 00"),
        ("2025/2024", "ends before it begins"),
        ("../..", "open on both sides"),
    ],
)
def test_what_is_no_date_is_refused_in_one_sentence(text, says):
    with pytest.raises(ValueError, match="is not a date that can be used") as caught:
        Edtf.parse(text)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=30) | st.text("0123456789-/.~?% ", max_size=24))
def test_any_string_is_a_date_or_a_value_error(text):
    date = Edtf.try_parse(text)
    assert date.precision in PRECISIONS
    if date == UNKNOWN and text.strip() != "?":
        with pytest.raises(ValueError, match="is not a date"):
            Edtf.parse(text)
    else:
        assert date.text == text.strip()


def test_a_long_wrong_string_is_quoted_in_part():
    with pytest.raises(ValueError, match="…") as caught:
        Edtf.parse("x" * 5000)
    assert len(str(caught.value)) < 300


@given(dates)
def test_text_and_value_go_round(date):
    assert Edtf.parse(str(date)) == date
    assert Edtf.parse(f"  {date.text}\n") == date
    assert pickle.loads(pickle.dumps(date)) == date
    assert len({date, Edtf.parse(date.text)}) == 1


@given(known)
def test_bounds_are_real_days_in_order(date):
    bounds = [datetime.date.fromisoformat(b) for b in (date.lower, date.upper) if b]
    assert bounds
    assert bounds == sorted(bounds)
    assert (len(bounds) == 2) == (date.precision != "bounded")


@given(known, known)
def test_overlap_is_symmetric_and_follows_from_containing(a, b):
    assert a.overlaps(a)
    assert a.contains(a)
    assert a.overlaps(b) == b.overlaps(a)
    if a.contains(b):
        assert a.overlaps(b)
    if a.contains(b) and b.contains(a):
        assert (a.lower, a.upper) == (b.lower, b.upper)


@given(known, known, known)
def test_containing_is_transitive_and_carries_overlap(a, b, c):
    if a.contains(b) and b.contains(c):
        assert a.contains(c)
    if a.contains(b) and b.overlaps(c):
        assert a.overlaps(c)


@given(st.lists(st.dates(), min_size=4, max_size=4))
def test_overlap_and_containing_agree_with_sets_of_days(found):
    a, b, c, d = (x.toordinal() for x in found)
    one = range(min(a, b), max(a, b) + 1)
    two = range(min(c, d), max(c, d) + 1)

    def as_span(r: range) -> Edtf:
        first, last = (datetime.date.fromordinal(x).isoformat() for x in (r[0], r[-1]))
        return Edtf.parse(f"{first}/{last}")

    assert as_span(one).overlaps(as_span(two)) == (max(one[0], two[0]) <= min(one[-1], two[-1]))
    assert as_span(one).contains(as_span(two)) == (one[0] <= two[0] and two[-1] <= one[-1])


@given(dates)
def test_nothing_can_be_said_of_an_unknown_date(date):
    assert not UNKNOWN.overlaps(date)
    assert not date.overlaps(UNKNOWN)
    assert not UNKNOWN.contains(date)
    assert not date.contains(UNKNOWN)


@given(points)
def test_a_bounded_date_reaches_from_its_bound_without_end(date):
    assert before(date).contains(date)
    assert after(date).contains(date)
    assert before(date).upper == date.upper
    assert after(date).lower == date.lower
    assert before(date).contains(before(date))
    assert before(date).overlaps(after(date))


@given(points, points)
def test_a_span_reaches_from_the_beginning_of_one_to_the_end_of_the_other(a, b):
    if a.key > b.key:
        a, b = b, a
    whole = span(a, b)
    assert (whole.lower, whole.upper) == (a.lower, b.upper)
    assert whole.contains(b)
    assert whole.overlaps(a)


def test_spans_are_made_of_the_outer_ends():
    assert span(Edtf.parse("2024-01/2024-03"), Edtf.parse("2024-05/..")).text == "2024-01/.."
    assert span(before(year(2020)), year(2022)).text == "../2022"
    assert span(year(2020), year(2020)) == year(2020)
    with pytest.raises(ValueError, match="two known dates"):
        span(UNKNOWN, year(2024))
    with pytest.raises(ValueError, match="open on both sides"):
        span(before(year(2024)), after(year(2024)))
    with pytest.raises(ValueError, match="ends before it begins"):
        span(year(2024), year(2023))
    with pytest.raises(ValueError, match="not a date"):
        before(UNKNOWN)


def test_dates_sort_by_their_beginning_and_the_unknown_come_last():
    given_order = ["?", "2025", "2024-05-06", "2024", "2024-05", "../2024-05-01", "2024-06/.."]
    found = sorted((Edtf.parse(t) for t in given_order), key=lambda d: d.key)
    assert [d.text for d in found] == [
        "2024", "../2024-05-01", "2024-05", "2024-05-06", "2024-06/..", "2025", "?",
    ]  # fmt: skip


@pytest.mark.parametrize("text", [None, "", "?", "not a date", "2025-02-30"])
def test_try_parse_gives_the_unknown_date_for_what_is_none(text):
    assert Edtf.try_parse(text) == UNKNOWN
    assert Edtf.try_parse("2024-05") == month(2024, 5)


def test_a_date_cannot_be_changed():
    with pytest.raises((FrozenInstanceError, AttributeError)):
        year(2024).text = "2025"


@given(st.integers(1, 9998), st.integers(1, 12))
def test_months_are_as_long_as_the_calendar_says(y, m):
    first = datetime.date(y, m, 1)
    after_it = datetime.date(y + m // 12, m % 12 + 1, 1)
    assert days_in_month(y, m) == (after_it - first).days
