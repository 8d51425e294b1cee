"""What the tests of the app share: a room on the small corpus, keys, and waiting until all is quiet."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from reltui.present.settings import Settings
from reltui.tui.app import ReadingRoom
from reltui.tui.screens.room import Room
from reltui.tui.start import Wanted

Start = Callable[..., ReadingRoom]


@pytest.fixture(autouse=True)
def _nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read from or written to the user's own folders, and copying finds no tool."""
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    for name in ("TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY", "SSH_TTY", "SSH_CONNECTION", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture
def start(db: Path, tmp_path: Path) -> Start:
    """A room on the small corpus, not yet run; corpus and session are the test's own, to mark and to leave."""
    own = tmp_path / "corpus" / db.name

    def make(settings: Settings | None = None, path: Path | None = None) -> ReadingRoom:
        if path is None and not own.exists():
            own.parent.mkdir()
            shutil.copy(db, own)
        return ReadingRoom(Wanted(path or own), settings or Settings(motion=False), tmp_path / "session.json")

    return make


def room(app: ReadingRoom) -> Room:
    found = app.room
    assert found is not None
    return found


async def quiet(pilot: Pilot[int]) -> None:
    """Wait until no desk has anything to do and every message has been delivered."""
    app = pilot.app
    assert isinstance(app, ReadingRoom)
    calm = 0
    for _ in range(2000):
        await pilot.pause(0)
        opening = app.room is not None and app.room.meta is None
        opening = opening or any(pump.message_queue_size for pump in (app, app.screen, app.focused) if pump)
        working = opening or not app.idle or any(not worker.is_finished for worker in app.workers)
        calm = 0 if working else calm + 1
        if calm == 4:  # an answer may ask the next question, and that one another
            return
        await asyncio.sleep(0.001)
    raise AssertionError("the app did not come to rest")


def send(pilot: Pilot[int], key: str) -> None:
    """Send a key as a terminal would, and go on."""
    name = _character_to_key(key) if len(key) == 1 else key
    pilot.app.post_message(events.Key(name, key if len(key) == 1 else key_to_character(key)))


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys one after the other, each after the last has had its effect."""
    for key in keys:
        send(pilot, key)
        await quiet(pilot)


async def write(pilot: Pilot[int], text: str) -> None:
    """Type a text as a typist does, without waiting for what each key does."""
    for character in text:
        send(pilot, character)
        await pilot.pause(0)
    await quiet(pilot)


def screen_text(app: ReadingRoom) -> str:
    """What the screen shows, line by line."""
    size = app.screen.size
    lines = app.screen._compositor.render_strips(size)
    return "\n".join(strip.text.rstrip() for strip in lines)
