"""Before the room: what is wanted, how it is built, and what is said when it cannot be."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reltui.present.settings import Settings
from reltui.store import StoreError
from reltui.store import write as store
from reltui.tui.app import ReadingRoom
from reltui.tui.screens.building import Building
from reltui.tui.start import Wanted, want
from tests import factory
from tests.conftest import meta
from tests.tui.conftest import Start, press, quiet, room, screen_text, send

Progress = Callable[[str, int, int], None]


def app_of(wanted: Wanted, tmp_path: Path) -> ReadingRoom:
    return ReadingRoom(wanted, Settings(motion=False), tmp_path / "session.json")


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key is waited for however slow the machine is."""
    monkeypatch.setattr("reltui.tui.ahead._PATIENCE", 30.0)


async def until(pilot: Pilot[int], true: Callable[[], object]) -> None:
    for _ in range(400):
        if true():
            return
        await pilot.pause(0.01)
    raise AssertionError("it did not come to pass")


async def test_the_build_shows_how_far_it_is_and_then_the_room(db: Path, tmp_path: Path) -> None:
    gate, place = threading.Event(), tmp_path / "own.db"

    def build(progress: Progress) -> int:
        progress("read the files", 3, 10)
        gate.wait(10)
        shutil.copy(db, place)
        return 0

    app = app_of(Wanted(place, build, lambda: True), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "3 of 10" in screen_text(app))
        assert "Read the files" in screen_text(app)
        assert isinstance(app.screen, Building)
        gate.set()
        await until(pilot, lambda: app.room is not None)
        await quiet(pilot)
        assert room(app).chronology.plan.count > 0


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_a_build_can_be_stopped(tmp_path: Path, key: str) -> None:
    stopped = threading.Event()

    def build(progress: Progress) -> int:
        try:
            while True:
                progress("extract", 1, 2)
                threading.Event().wait(0.01)
        except BaseException:
            stopped.set()
            raise

    app = app_of(Wanted(tmp_path / "none.db", build), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Building))
        await pilot.press(key)
        await until(pilot, stopped.is_set)
        await pilot.pause(0.05)
    assert app.return_value == 130
    assert app.failed is None


async def test_a_build_that_fails_tells_whoever_started_the_app(tmp_path: Path) -> None:
    def build(progress: Progress) -> int:
        raise OSError("the disk is full")

    app = app_of(Wanted(tmp_path / "none.db", build), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.failed)
    assert isinstance(app.failed, OSError)


async def test_files_that_could_not_be_read_are_said_and_in_the_exit_code(db: Path, tmp_path: Path) -> None:
    place = tmp_path / "own.db"

    def build(progress: Progress) -> int:
        shutil.copy(db, place)
        return 2

    app = app_of(Wanted(place, build), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.room is not None)
        await quiet(pilot)
        assert "2 files could not be read" in screen_text(app)
        await pilot.press("q")
    assert app.return_value == 3


async def test_a_corpus_whose_files_changed_is_shown_and_then_built_anew(db: Path, tmp_path: Path) -> None:
    place = tmp_path / "own.db"
    readings, facts = factory.build()
    store(place, readings, facts, meta("Before"))
    gate = threading.Event()

    def build(progress: Progress) -> int:
        gate.wait(10)
        store(place, readings, facts, meta("After"))
        return 0

    app = app_of(Wanted(place, build, lambda: False), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Building))
        assert room(app).meta is not None
        gate.set()
        await until(pilot, lambda: app.screen is room(app))
        await quiet(pilot)
        assert "After" in screen_text(app)


async def test_what_one_types_while_the_corpus_is_built_anew_is_not_lost(
    tmp_path: Path, patient: None
) -> None:
    """Half of the word is typed in the room, half while it is covered, and all of it is searched for."""
    place = tmp_path / "own.db"
    readings, facts = factory.build()
    store(place, readings, facts, meta("Before"))
    seen, gate = threading.Event(), threading.Event()

    def fresh() -> bool:
        seen.wait(10)
        return False

    def build(progress: Progress) -> int:
        gate.wait(10)
        store(place, readings, facts, meta("After"))
        return 0

    app = app_of(Wanted(place, build, fresh), tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.room is not None and app.room.meta is not None)
        send(pilot, "/")
        await until(pilot, lambda: (hits := room(app).hits) is not None and app.focused is hits.prompt)
        for key in "vu":
            send(pilot, key)
        await until(pilot, lambda: (hits := room(app).hits) is not None and hits.prompt.value == "vu")
        seen.set()
        await until(pilot, lambda: isinstance(app.screen, Building))
        for key in "lin q":
            send(pilot, key)
        await pilot.pause(0.05)
        assert isinstance(app.screen, Building), "no letter stops the build"
        gate.set()
        await until(pilot, lambda: app.screen is room(app))
        await quiet(pilot)
        hits = room(app).hits
        assert hits is not None
        assert hits.prompt.value == "vulin q"
        assert app.focused is hits.prompt
        assert "After" in screen_text(app)
        await press(pilot, "backspace", "backspace", "enter")
        assert hits.hits.has_focus
        assert hits.hits.current() is not None


async def test_keys_typed_while_the_corpus_is_built_anew_reach_the_room(
    tmp_path: Path, patient: None
) -> None:
    place = tmp_path / "own.db"
    readings, facts = factory.build()
    store(place, readings, facts, meta("Before"))
    gate = threading.Event()

    def build(progress: Progress) -> int:
        gate.wait(10)
        store(place, readings, facts, meta("After"))
        return 0

    app = app_of(Wanted(place, build, lambda: False), tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Building))
        for key in "/vulin":
            send(pilot, key)
        gate.set()
        await until(pilot, lambda: app.screen is room(app))
        await quiet(pilot)
        hits = room(app).hits
        assert hits is not None
        assert hits.prompt.value == "vulin"


async def test_when_that_build_is_stopped_the_corpus_stays_as_it_was(db: Path, tmp_path: Path) -> None:
    def build(progress: Progress) -> int:
        while True:
            progress("extract", 1, 2)
            threading.Event().wait(0.01)

    app = app_of(Wanted(db, build, lambda: False), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Building))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is room(app))
        assert "as it was" in screen_text(app)
        await press(pilot, "j")
        assert room(app).chronology.cursor == 1


async def test_a_damaged_corpus_is_built_anew_where_it_can_be(db: Path, tmp_path: Path) -> None:
    place = tmp_path / "own.db"
    place.write_bytes(db.read_bytes()[:5000])

    def build(progress: Progress) -> int:
        shutil.copy(db, place)
        return 0

    app = app_of(Wanted(place, build, lambda: True), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: room(app).meta is not None)
        await quiet(pilot)
        assert room(app).chronology.plan.count > 0


@pytest.mark.parametrize(
    "content", [b"", b"no database at all, but some words", b"SQLite format 3\x00" + b"x" * 5000]
)
async def test_a_corpus_that_cannot_be_read_is_told_to_whoever_started_the_app(
    tmp_path: Path, content: bytes
) -> None:
    place = tmp_path / "own.db"
    place.write_bytes(content)
    app = app_of(Wanted(place), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.failed)
    assert isinstance(app.failed, StoreError)
    assert str(place) in str(app.failed)


async def test_a_wrong_setting_is_said_at_the_start(start: Start) -> None:
    app = start(Settings(motion=False, problems=("config.toml: theme is a word",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        assert "theme is a word" in screen_text(app)


async def test_an_unknown_theme_is_the_dark_one(start: Start) -> None:
    app = start(Settings(motion=False, theme="no such theme"))
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        assert app.theme == "textual-dark"


@pytest.mark.parametrize("flat", [False, True])
async def test_flat_has_no_box_drawing(start: Start, flat: bool) -> None:
    app = start(Settings(motion=False, flat=flat))
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        shown = screen_text(app)
        assert any(sign in shown for sign in "╭╮╰╯│") is not flat
        assert "Chronology" in shown


async def test_without_colour_everything_is_still_told_apart(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        shown = screen_text(app)
        assert {"●", "○", "✕", "▸", "▹", "┃", "▪"} <= set(shown)


def test_an_open_database_is_wanted_as_it_is(db: Path) -> None:
    assert want(None, db) == Wanted(db)


def test_paths_are_built_once_and_then_fresh(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(
        "On 6 May 2024 Sergey Lavrov met Ana Brnabić in Moscow.\n", encoding="utf-8"
    )
    place = tmp_path / "own.db"
    wanted = want([tmp_path / "note.txt"], place)
    assert wanted.db == place
    assert wanted.build is not None
    assert wanted.fresh is not None
    assert not wanted.fresh()
    assert wanted.build(lambda stage, done, total: None) == 0
    assert wanted.fresh()
    (tmp_path / "note.txt").write_text("On 7 May 2024 nobody met anybody.\n", encoding="utf-8")
    assert not wanted.fresh()


def test_without_paths_the_texts_that_ship(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = want(None, None)
    assert wanted.build is not None
    assert wanted.db.name == "corpus.db"


def test_without_a_terminal_one_sentence_and_exit_code_2() -> None:
    code = "import sys; from reltui.tui import run; sys.exit(run())"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "terminal" in done.stderr
    assert done.stdout == ""


def test_importing_the_layer_is_cheap() -> None:
    code = "import sys, reltui.tui; print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
