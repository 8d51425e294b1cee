"""Back and forward, and the place at the next start."""

from __future__ import annotations

from pathlib import Path

from tests.tui.conftest import Start, press, quiet, room, screen_text, write


async def test_back_and_forward_through_what_one_looked_at(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        begun = here.here()
        await press(pilot, "1", "j", "enter")
        actor = here.state.actor
        assert actor
        await press(pilot, "v", "f")
        assert here.state.view == "figures"
        await press(pilot, "b")
        assert here.state.view == ""
        assert here.state.actor == actor
        await press(pilot, "b", "b", "b", "b")
        assert here.state.actor == ""
        assert here.here().event == begun.event
        await press(pilot, "B", "B", "B", "B")
        assert here.state.view == "figures"
        assert "nothing to go forward to" in screen_text(app)


async def test_the_place_comes_back_at_the_next_start(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "f")
        await write(pilot, "type:call")
        await press(pilot, "enter", "j", "enter", "j", "t")
        kept = room(app).here()
        event = room(app).chronology.current()
        await pilot.press("q")
    again = start()
    async with again.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        assert "type:call" in screen_text(again)
        assert room(again).here() == kept
        assert room(again).place == "source"
        assert room(again).chronology.current() == event
        assert not again.current_theme.dark
        await press(pilot, "X")
        assert room(again).state.filter == ""
        assert room(again).chronology.cursor == 0


async def test_a_search_comes_back_with_its_hits(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        await write(pilot, "vulin")
        await press(pilot, "enter", "j", "j")
        view = room(app).view
        assert view is not None
        row = view.lines.current()
        await pilot.press("q")
    again = start()
    async with again.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        view = room(again).view
        assert view is not None
        assert view.prompt.value == "vulin"
        assert view.lines.current() == row
        assert room(again).place == "views"


async def test_a_corpus_that_was_built_anew_is_read_again_on_demand(start: Start, tmp_path: Path) -> None:
    from reltui.store import write as store
    from tests import factory
    from tests.conftest import meta

    readings, facts = factory.build()
    path = tmp_path / "own.db"
    store(path, readings, facts, meta("Before"))
    app = start(path=path)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "j", "j")
        event = room(app).chronology.current()
        store(path, readings, facts, meta("After"))
        room(app)._look()
        await quiet(pilot)
        assert "built anew: R" in screen_text(app)
        assert "Before" in screen_text(app)
        await press(pilot, "R")
        assert "After" in screen_text(app)
        assert room(app).chronology.current() == event
        assert app.failed is None


async def test_textuals_own_key_for_leaving_keeps_the_place_too(start: Start, tmp_path: Path) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "j", "j")
        await pilot.press("ctrl+q")
    assert app.return_value == 0
    assert (tmp_path / "session.json").exists()
