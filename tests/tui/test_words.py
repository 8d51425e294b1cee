"""Dates for narrow columns."""

from __future__ import annotations

import pytest

from reltui.tui.words import brief


@pytest.mark.parametrize(
    ("date", "wide", "narrow"),
    [
        ("2024-05-06", "2024-05-06", "2024-05-06"),
        ("2024-12-23/2025-02-17", "2024-12…2025-02", "2024-12…"),
        ("../2024-03-21", "≤2024-03-21", "≤2024-03-21"),
        ("2025-09-01/..", "≥2025-09-01", "≥2025-09-01"),
        ("2024-05", "2024-05", "2024-05"),
        (None, "n.d.", "n.d."),
        ("not a date", "not a date", "not a date"),
    ],
)
def test_a_date_in_few_cells(date: str | None, wide: str, narrow: str) -> None:
    assert brief(date) == wide
    assert brief(date, 11) == narrow
