"""Fixtures that every layer may use."""

from __future__ import annotations

from pathlib import Path

import pytest

from reltui.store import Meta, write
from tests import factory


def meta(title: str = "Test corpus") -> Meta:
    return Meta(title, "2026-01-02T03:04:05+00:00", "reltui test", 0, "fingerprint", {})


@pytest.fixture(scope="session")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the small corpus in `tests/factory.py`; nobody writes to it."""
    path = tmp_path_factory.mktemp("corpus") / "corpus.db"
    readings, facts = factory.build()
    write(path, readings, facts, meta())
    return path
