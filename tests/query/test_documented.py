"""docs/search.md says what is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reltui.query import FIELDS, parse

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "search.md").read_text(encoding="utf-8")
EXAMPLES = [
    example
    for row in re.findall(r"^\|(.*)\|$", PAGE, re.MULTILINE)
    for example in re.findall(r"`([^`]+)`", row)
    if not re.fullmatch('[a-z]+:|[-("]|OR', example)
]


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) > 25


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_are_understood(example: str) -> None:
    query = parse(example)
    assert query
    assert query.problems == ()


def test_every_field_is_documented() -> None:
    rows = "".join(re.findall(r"^\| `[a-z]+:`.*$", PAGE, re.MULTILINE))
    for name in FIELDS:
        assert f"`{name}:`" in rows, name
