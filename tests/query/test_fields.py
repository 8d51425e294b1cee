"""Dates and other values of fields."""

from __future__ import annotations

import pytest

from reltui.query import EXAMPLES, FIELDS, When, parse


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("date:2024", "2024-01-01", "2024-12-31"),
        ("date:2024-10", "2024-10-01", "2024-10-31"),
        ("date:2024-10-20", "2024-10-20", "2024-10-20"),
        ("date:2024..2025-02", "2024-01-01", "2025-02-28"),
        ("date:2024/2025-02", "2024-01-01", "2025-02-28"),
        ("date:..2024", None, "2024-12-31"),
        ("date:2024..", "2024-01-01", None),
        ("date:2024/..", "2024-01-01", None),
        ("date:../2024", None, "2024-12-31"),
        ("date:2024~", "2024-01-01", "2024-12-31"),
        ("after:2024", "2024-01-01", None),
        ("before:2025-02", None, "2025-02-28"),
    ],
)
def test_a_date_has_bounds(text: str, lower: str | None, upper: str | None) -> None:
    query = parse(text)
    assert query.problems == ()
    assert isinstance(query.tree, When)
    assert (query.tree.lower, query.tree.upper) == (lower, upper)


@pytest.mark.parametrize(
    "text",
    [
        "date:2025..2024",
        "date:2024-13",
        "date:2024-02-30",
        "after:..",
        "before:soon",
        "date:2024..2025..2026",
    ],
)
def test_a_date_that_is_none_is_words(text: str) -> None:
    query = parse(text)
    assert len(query.problems) == 1
    assert not isinstance(query.tree, When)


def test_every_field_has_an_example_that_is_understood() -> None:
    assert list(EXAMPLES) == list(FIELDS)
    for name, value in EXAMPLES.items():
        assert parse(f"{name}:{value}").problems == (), name
