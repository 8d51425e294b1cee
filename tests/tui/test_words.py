"""Dates for narrow columns, and what is said where there is nothing."""

from __future__ import annotations

import importlib

import pytest

from reltui.present.keys import keys_of
from reltui.tui.views.registry import VIEWS
from reltui.tui.widgets.lines import LineList
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


def test_what_is_said_of_nothing_names_keys_that_are_there() -> None:
    for entry in VIEWS.values():
        importlib.import_module(f"reltui.tui.views.{entry.module}")
    lists: list[type[LineList[object]]] = [LineList]
    for made in lists:
        lists.extend(made.__subclasses__())
    keys = keys_of({"clear_filter": "Z"})
    told = [keys.told(made.EMPTY) for made in lists]
    assert len(told) > 8
    assert not any("{" in text for text in told)
    assert any("Z clears the filter" in text for text in told)
