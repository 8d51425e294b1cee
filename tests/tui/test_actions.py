"""Every action of the table does something, is explained, and can be rebound; the palette finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reltui.present.actions import ACTIONS, PLACES, at, reach
from reltui.present.keys import keys_of
from reltui.present.settings import Settings
from reltui.tui.commands.registry import COMMANDS
from reltui.tui.panes.actors import Actors
from reltui.tui.panes.chronology import Chronology
from reltui.tui.screens.menu import Menu
from reltui.tui.screens.palette import Palette
from reltui.tui.screens.reader import TextDialog
from reltui.tui.screens.room import Room
from reltui.tui.widgets.histogram import Histogram
from reltui.tui.widgets.lines import LineList
from reltui.tui.widgets.sheet import Sheet
from tests.tui.conftest import Start, press, quiet, room, screen_text, write

BOUND = {"room": Room, "views": Room, "everywhere": Room, "moving": LineList, "actors": Actors,
         "chronology": Chronology, "source": Sheet, "timeline": Histogram}  # fmt: skip


def test_every_action_of_the_room_has_a_function_and_every_function_an_action() -> None:
    wanted = {action.id for action in at("room", "views", "everywhere")}
    assert set(COMMANDS) == wanted
    assert all(function.__doc__ for function in COMMANDS.values())


@pytest.mark.parametrize("place", PLACES)
def test_every_action_is_bound_in_its_place(place) -> None:
    bound = {binding.id: binding for binding in BOUND[place].BINDINGS}
    for action in at(place):
        assert bound[action.id].action == f"do('{action.id}')"
        assert bound[action.id].key == ",".join(action.keys)


async def test_every_action_of_the_timeline_does_something(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        for action in at("timeline"):
            await press(pilot, "F", "v", "l")
            timeline = here.view.timeline
            timeline.cursor, timeline.held = len(timeline.bins) // 2, None
            before = (timeline.cursor, timeline.held, here.place)
            await press(pilot, action.keys[0])
            assert (timeline.cursor, timeline.held, here.place) != before, action.id
            await press(pilot, "escape", "escape")


@pytest.mark.parametrize("name", [action.id for action in at("moving", "actors", "chronology", "source")])
async def test_every_action_of_a_pane_changes_something(start: Start, name: str) -> None:
    """Each is tried from the middle of its pane, where there is something on either side."""
    app = start()
    action = next(action for action in ACTIONS if action.id == name)
    async with app.run_test(size=(120, 16)) as pilot:
        await quiet(pilot)
        here = room(app)
        if action.where == "actors":
            await press(pilot, "1", "enter", "1")
        elif action.where == "source":
            await press(pilot, "3", "g", *"jjjjjjjj")
        elif name == "report":
            await press(pilot, "G")
        else:
            await press(pilot, *"jjjjj")

        def state() -> tuple[object, ...]:
            return (here.chronology.cursor, here.actors.cursor, here.source.sheet.at, here.source.spot,
                    here.state.actor, here.place)  # fmt: skip

        before = state()
        key = {"pageup": "pageup"}.get(action.keys[0], action.keys[0])
        await pilot.press({"-": "minus", "{": "left_curly_bracket", "}": "right_curly_bracket"}.get(key, key))
        await quiet(pilot)
        assert state() != before


async def test_every_action_of_the_room_does_something(start: Start) -> None:
    """Each by its first key, from a place where there is something to do; something on the screen is another."""
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        await press(pilot, "1", "j", "enter", "2", "j")
        begin = here.here()
        idle: list[str] = []
        for action in (*at("room"), *at("views"), *at("everywhere")):
            if action.id in ("quit", "original"):  # these leave the app; they have tests of their own
                continue
            pane = {"pane_chronology": "source", "close_view": "view"}.get(action.id, "chronology")
            if pane == "view":
                await press(pilot, "v", "d")
            here.focus_on(pane)
            await quiet(pilot)

            def seen() -> tuple[object, ...]:
                return app.screen, app.theme, here.place, screen_text(app)

            before = seen()
            await press(pilot, action.keys[0])
            if seen() == before:
                idle.append(action.id)
            while app.screen is not here:
                await press(pilot, "escape")
            here.restore(begin)
            here.say(f"after {action.id}")
            await quiet(pilot)
        assert idle == []


@pytest.mark.parametrize("key", ["1", "2", "3"])
async def test_help_shows_the_keys_of_what_has_the_focus_first(start: Start, key: str) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, key)
        place = room(app).place
        await press(pilot, "question_mark")
        assert isinstance(app.screen, TextDialog)
        text = " ".join(app.screen.query_one(Sheet).text.split())
        own = at(place)
        assert own
        first = text.index(own[0].help)
        assert all(text.index(action.help) > first for action in ACTIONS if action not in own)
        assert all(action.help in text for action in at(*reach(place)))
        await press(pilot, "q")
        assert not isinstance(app.screen, TextDialog)
        assert app.is_running


async def test_a_key_is_changed_by_the_settings(start: Start) -> None:
    app = start(Settings(motion=False, keys=keys_of({"views": "z", "down": ["m"], "theme": ""})))
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "v")
        assert not isinstance(app.screen, Menu)
        await press(pilot, "z")
        assert isinstance(app.screen, Menu)
        await press(pilot, "escape", "m")
        assert room(app).chronology.cursor == 1
        await press(pilot, "j")
        assert room(app).chronology.cursor == 1
        before = app.theme
        await press(pilot, "t")
        assert app.theme == before
        assert "z views" in screen_text(app)


@pytest.mark.parametrize(
    ("language", "keys"), [("ru_RU.UTF-8", "ооо"), ("sr_RS.UTF-8", "јјј"), ("uk_UA.UTF-8", "ооо")]
)
async def test_letters_of_a_cyrillic_keyboard(
    start: Start, monkeypatch: pytest.MonkeyPatch, language: str, keys: str
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, *keys)
        assert room(app).chronology.cursor == 3
        await press(pilot, "slash")
        await write(pilot, "ђо")
        view = room(app).view
        assert view is not None
        assert view.prompt.value == "ђо", "in a line to type in, letters are letters"


async def test_the_palette_finds_actions_views_and_actors(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, Palette)
        await write(pilot, "figu")
        await press(pilot, "enter")
        assert room(app).state.view == "figures"
        await press(pilot, "colon")
        await write(pilot, "вулин")
        await press(pilot, "enter")
        assert room(app).state.actor_name == "Aleksandar Vulin"
        assert room(app).place == "chronology"
        before = app.theme
        await press(pilot, "colon")
        await write(pilot, "dark light")
        await press(pilot, "enter")
        assert app.theme != before


async def test_the_theme_changes_every_colour_and_comes_back(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        dark = app.screen._compositor.render_strips(app.screen.size)
        await press(pilot, "t")
        assert not app.current_theme.dark
        light = app.screen._compositor.render_strips(app.screen.size)
        assert [strip.text for strip in dark] == [strip.text for strip in light]
        assert dark != light
        await press(pilot, "t")
        assert app.current_theme.dark


async def test_why_gives_the_reasons(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        chronology = room(app).chronology
        while (row := chronology.current()) is not None and row.basis != "inferred":
            await press(pilot, "j")
        assert row is not None
        await press(pilot, "w")
        assert isinstance(app.screen, TextDialog)
        text = app.screen.query_one(Sheet).text
        assert row.why in text
        assert "inferred" in text


async def test_why_of_an_actor_explains_each_spelling(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "1")
        actors = room(app).actors
        while (row := actors.current()) is not None and row.kind != "person":
            await press(pilot, "j")
        assert row is not None
        await press(pilot, "w")
        assert isinstance(app.screen, TextDialog)
        text = app.screen.query_one(Sheet).text
        assert row.name in text
        assert "spellings" in text
        assert "(" in text  # the reason that joins another spelling, in words


async def test_the_original_is_named(start: Start) -> None:
    app = start()
    async with app.run_test(size=(160, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "o")
        folio = room(app).source.folio
        assert folio is not None
        assert folio.source.path in screen_text(app)


async def test_leaving_with_q_ends_well(start: Start, tmp_path: Path) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "j")
        await pilot.press("q")
    assert app.return_value == 0
    assert (tmp_path / "session.json").exists()
