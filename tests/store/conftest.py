"""A reader on the small corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reltui.store import Reader


@pytest.fixture
def reader(db: Path) -> Iterator[Reader]:
    with Reader(db) as opened:
        yield opened
