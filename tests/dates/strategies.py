"""Dates of every form, for property tests."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from reltui.dates import UNKNOWN, Edtf, after, before, day, month, span, year

days = st.dates(min_value=datetime.date(1, 1, 1)).map(lambda d: day(d.year, d.month, d.day))
months = st.builds(month, st.integers(1, 9999), st.integers(1, 12))
years = st.builds(year, st.integers(1, 9999))
marks = st.sampled_from(["", "", "~", "?", "%"])
points = st.builds(lambda d, m: Edtf.parse(d.text + m), st.one_of(days, months, years), marks)
spans = st.builds(lambda a, b: span(*sorted((a, b), key=lambda d: d.key)), points, points)
bounded = st.one_of(points.map(before), points.map(after))
known = st.one_of(points, spans, bounded)
dates = st.one_of(known, st.just(UNKNOWN))
