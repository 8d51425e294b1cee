"""What the tests of the user's hand in the app share: a corpus that may be corrected."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reltui.corrections import Log, beside, load
from reltui.hand import Hand
from reltui.store.rows import ActorRow
from reltui.tui.app import ReadingRoom
from tests.tui.conftest import Start, room, screen_text


@pytest.fixture
def mine(db: Path, tmp_path: Path) -> Path:
    """The small corpus, for this test alone."""
    own = tmp_path / "mine" / "corpus.db"
    own.parent.mkdir()
    shutil.copy(db, own)
    return own


@pytest.fixture
def open_mine(start: Start, mine: Path) -> Callable[[], ReadingRoom]:
    """A room on that corpus, not yet run."""
    return lambda: start(path=mine)


def log_of(mine: Path) -> Log:
    """What the user's file holds."""
    return load(beside(mine))


def hand(app: ReadingRoom) -> Hand:
    """What it comes to."""
    assert app.hand is not None
    return app.hand


def said(app: ReadingRoom) -> str:
    """The line below the panes."""
    return screen_text(app).splitlines()[-2]


def lines_with(app: ReadingRoom, words: str) -> list[str]:
    """The lines of the screen with these words."""
    return [line for line in screen_text(app).splitlines() if words in line]


def event_ids(app: ReadingRoom) -> list[str]:
    """The events of the chronology, in its order."""
    pages = room(app).chronology.pages
    assert pages is not None
    return [row.id for number in range(pages.count) if (row := pages.row(number)) is not None]


def actors(app: ReadingRoom) -> list[ActorRow]:
    """The rows of the pane of actors."""
    pages = room(app).actors.pages
    assert pages is not None
    return [row for number in range(pages.count) if (row := pages.row(number)) is not None]


def actor_ids(app: ReadingRoom) -> list[str]:
    """The actors of the pane, in its order."""
    return [row.id for row in actors(app)]
