"""Narrowing by what was found, saved searches, the export from the app, and the tour."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reltui.present import searches
from reltui.present.actions import BY_ID
from reltui.present.keys import keys_of
from reltui.present.settings import Settings
from reltui.present.tour import STEPS, seen, told
from reltui.tui.app import ReadingRoom
from reltui.tui.screens.ask import Ask
from reltui.tui.screens.menu import Menu
from reltui.tui.screens.narrow import Narrow
from reltui.tui.screens.saved import SavedDialog
from reltui.tui.screens.tour import Tour
from reltui.tui.start import Wanted
from reltui.tui.widgets.sheet import Sheet
from tests.tui.conftest import Start, press, quiet, room, screen_text, write


async def test_a_search_is_narrowed_by_what_was_found(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, *"/lavrov", "enter", "i")
        assert isinstance(app.screen, Narrow)
        shown = screen_text(app)
        for heading in ("Actors named", "Year of the source", "Events reported", "Kind of source"):
            assert heading in shown
        lines = app.screen.query_one("#facets")
        facet = lines.current()
        await press(pilot, "enter")
        view = room(app).hits
        assert view is not None
        assert view.prompt.value == f"lavrov {facet.query}"
        assert room(app).place == "views"
        found = [view.lines.pages.row(number) for number in range(view.lines.plan.count)]
        assert 0 < sum(getattr(row, "kind", "") == "passage" for row in found) <= facet.count


async def test_without_a_search_everything_is_narrowed(start: Start) -> None:
    app = start()
    async with app.run_test(size=(60, 20)) as pilot:
        await quiet(pilot)
        total = room(app).chronology.plan.count
        await press(pilot, "i", "enter")
        assert room(app).state.filter.startswith("actor:")
        assert room(app).chronology.plan.count < total
        await press(pilot, "i", "escape")
        assert room(app).screen is app.screen


async def test_a_search_is_kept_run_again_filtered_by_and_forgotten(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "S")
        assert isinstance(app.screen, SavedDialog)
        assert "No search is saved yet" in screen_text(app)
        await press(pilot, "escape", *"/vulin meeting", "enter", "S", "enter")
        assert isinstance(app.screen, Ask)
        await write(pilot, " x")
        await press(pilot, "enter")
        [saved] = searches.load()
        assert saved == searches.Saved("vulin meeting x", "vulin meeting")
        await press(pilot, "escape", "escape", "S", "enter")
        view = room(app).hits
        assert view is not None
        assert view.prompt.value == "vulin meeting"
        assert view.lines.has_focus
        await press(pilot, ":", *"vulin meeting x", "enter")
        assert room(app).hits is not None
        await press(pilot, "escape", "S", "f")
        assert room(app).state.filter == "vulin meeting"
        await press(pilot, "S", "d")
        assert searches.load() == []
        assert isinstance(app.screen, SavedDialog)


async def test_everything_is_exported_and_no_file_is_lost(start: Start, tmp_path: Path) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        target = tmp_path / "all.json"
        await press(pilot, "x")
        assert isinstance(app.screen, Menu)
        await press(pilot, "1", "a")
        assert isinstance(app.screen, Ask)
        await _path(pilot, target)
        written = json.loads(target.read_text(encoding="utf-8"))
        assert len(written["events"]) == room(app).chronology.plan.count
        assert str(target) in screen_text(app)
        target.write_text("precious", encoding="utf-8")
        await press(pilot, "x", "1", "a")
        await _path(pilot, target)
        assert "is there already" in screen_text(app)
        await press(pilot, "escape")
        assert target.read_text(encoding="utf-8") == "precious"
        await press(pilot, "x", "1", "a")
        await _path(pilot, target)
        await press(pilot, "r")
        assert json.loads(target.read_text(encoding="utf-8")) == written


async def test_the_filter_and_the_selected_are_exported_alone(start: Start, tmp_path: Path) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        await press(pilot, *"fwith:vulin", "enter", "x", "1", "f")
        await _path(pilot, tmp_path / "filter.json")
        events = json.loads((tmp_path / "filter.json").read_text(encoding="utf-8"))["events"]
        shown = [here.chronology.pages.row(number).id for number in range(here.chronology.plan.count)]
        assert set(shown) <= {event["id"] for event in events}
        await press(pilot, "x", "1", "s")
        await _path(pilot, tmp_path / "one.json")
        [event] = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))["events"]
        assert event["id"] == here.state.event


async def test_a_folder_or_a_place_that_cannot_be_written_is_said(start: Start, tmp_path: Path) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "x", "1", "a")
        await _path(pilot, tmp_path)
        assert isinstance(app.screen, Ask), "a name in the folder is asked for"
        await _path(pilot, tmp_path / "no" / "such" / "folder" / "a.json")
        assert "was not written" in screen_text(app)


async def _path(pilot, path: Path) -> None:
    line = pilot.app.screen.query_one("#line")
    line.value = str(path)
    await press(pilot, "enter")


# the tour -------------------------------------------------------------------------------------------


def test_the_tour_names_keys_that_are_in_force() -> None:
    assert len(STEPS) == 5
    keys = keys_of({"search": "Q", "export": ""})
    text = " ".join(told(step, keys) for step in STEPS)
    assert "{" not in text
    assert "Q, then a name" in text
    assert "“export” in the palette" in text
    named = {name for step in STEPS for name in BY_ID if f"{{{name}}}" in step.text}
    assert {"search", "open", "views", "cite", "help", "quit", "reports", "why", "export"} <= named


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_the_tour_is_shown_once_to_newcomers(db: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    def app() -> ReadingRoom:
        return ReadingRoom(Wanted(db), Settings(motion=False), tmp_path / "session.json", tour=True)

    first = app()
    async with first.run_test(size=size) as pilot:
        await quiet(pilot)
        assert isinstance(first.screen, Tour)
        for number, step in enumerate(STEPS, start=1):
            assert f"{number} of 5 · {step.title}" in screen_text(first)
            text = first.screen.query_one(Sheet).text
            assert text == told(step, keys_of())
            assert text.split()[-1] in screen_text(first), "the whole text is on the screen"
            await press(pilot, "left" if number == 3 else "enter")
            if number == 3:
                assert "2 of 5" in screen_text(first)
                await press(pilot, "enter", "enter")
        assert not isinstance(first.screen, Tour)
    assert seen(tmp_path)
    second = app()
    async with second.run_test(size=size) as pilot:
        await quiet(pilot)
        assert not isinstance(second.screen, Tour)
        await press(pilot, "T", "escape")
        assert not isinstance(second.screen, Tour)


async def test_another_key_leads_from_the_tour_into_the_room(db: Path, tmp_path: Path) -> None:
    app = ReadingRoom(Wanted(db), Settings(motion=False), tmp_path / "session.json", tour=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, *"/vulin")
        view = room(app).hits
        assert view is not None
        assert view.prompt.value == "vulin"
