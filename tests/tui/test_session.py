"""Back and forward, and the place at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Start, press, quiet, room, screen_text, send, write


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


@pytest.mark.parametrize("left", [False, True])
async def test_a_source_that_is_no_longer_in_the_corpus_is_not_shown(
    start: Start, tmp_path: Path, left: bool
) -> None:
    """Neither after the corpus was read again, nor at the next start."""
    from reltui.corpus import build

    folder, path = tmp_path / "texts", tmp_path / "own.db"
    folder.mkdir()
    (folder / "old.txt").write_text("Moscow, 9 May 2023.\n\nSergey Lavrov met Aleksandar Vulin in Moscow.\n")
    build([folder], path)
    app = start(path=path)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        assert "Lavrov met" in screen_text(app)
        (folder / "old.txt").unlink()
        (folder / "new.txt").write_text("Paris, 9 May 2024.\n\nEmmanuel Macron met Olaf Scholz in Paris.\n")
        if left:
            await pilot.press("q")
        build([folder], path)
        if not left:
            await press(pilot, "R")
            seen = screen_text(app)
    if left:
        app = start(path=path)
        async with app.run_test(size=(120, 36)) as pilot:
            await quiet(pilot)
            seen = screen_text(app)
    assert "old.txt" not in seen
    assert "Vulin" not in seen
    assert "new.txt" in seen
    assert "Macron met" in seen
    assert app.failed is None


async def test_textuals_own_key_for_leaving_keeps_the_place_too(start: Start, tmp_path: Path) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "j", "j")
        await pilot.press("ctrl+q")
    assert app.return_value == 0
    assert (tmp_path / "session.json").exists()


async def test_a_corpus_that_is_gone_is_told_once_and_read_on(start: Start, tmp_path: Path) -> None:
    from tests.tui.test_search import hits_of

    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        app._wanted.db.unlink()
        here._look()
        assert "The file of the corpus is gone" in screen_text(app)
        here._notice = None
        here.write_said()
        here._look()
        assert "is gone" not in screen_text(app), "it is said once"
        await press(pilot, "R")
        assert "is gone" in screen_text(app), "what is open is not let go for what is not there"
        await press(pilot, "slash")
        await write(pilot, "putin")
        assert hits_of(here.view)
        assert app.failed is None


async def test_a_search_waits_for_a_locked_corpus_and_says_so_once(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from reltui.store import connect
    from reltui.tui.views import hits
    from reltui.tui.views.hits import Hits
    from tests.tui.test_search import hits_of

    monkeypatch.setattr(connect, "_WAIT", 0.02)
    monkeypatch.setattr(hits, "AGAIN", 0.05)
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        said: list[str] = []
        monkeypatch.setattr(here, "report", lambda error: said.append(str(error)))
        await press(pilot, "slash")
        other = sqlite3.connect(app._wanted.db, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        for letter in "putin":
            send(pilot, letter)
        for _ in range(400):
            await pilot.pause(0.005)
            if "cannot be searched just now" in screen_text(app):
                break
        await pilot.pause(0.3)  # some more tries
        assert "cannot be searched just now" in screen_text(app)
        assert app.failed is None
        other.rollback()
        other.close()
        await quiet(pilot)
        assert isinstance(here.view, Hits)
        assert here.view.prompt.value == "putin"
        assert hits_of(here.view), "found as soon as the other program has finished, without another key"
        assert 1 <= len([one for one in said if "Another program" in one]) <= len("putin")


async def test_two_instances_on_one_corpus_see_each_others_marks(start: Start) -> None:
    one, other = start(), start()
    async with one.run_test(size=(120, 36)) as first:
        await quiet(first)
        async with other.run_test(size=(120, 36)) as second:
            await quiet(second)
            await press(second, "2", "j", "m")
            assert "⚑" in screen_text(other)
        await first.pause()
        room(one)._look()
        await quiet(first)
        assert "⚑" in screen_text(one)
        await press(first, "2", "j", "j", "m")
        await quiet(first)
        log = one._wanted.db.parent / "corrections.jsonl"
        assert len(log.read_text(encoding="utf-8").splitlines()) >= 2, "neither lost the other's"
        assert one.failed is None
        assert other.failed is None
