"""Marks, notes and labels by the keyboard: where they show, where they are found, how they go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reltui.corrections import Remark
from reltui.tui.app import ReadingRoom
from tests.tui.conftest import press, quiet, room, screen_text, write
from tests.tui.hand.conftest import actor_ids, event_ids, hand, lines_with, log_of, said

Open = Callable[[], ReadingRoom]
SIZE = (120, 36)


async def test_m_marks_an_actor_and_m_again_takes_the_mark_away(open_mine: Open, mine: Path) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "j", "m")
        assert "Aleksandar Vulin is marked" in said(app)
        assert "u takes it back" in said(app)
        assert any("⚑" in line for line in lines_with(app, "● Aleksandar V"))
        (entry,) = log_of(mine).active
        assert isinstance(entry.body, Remark)
        assert entry.body.kind == "mark"
        await press(pilot, "m")
        assert "Taken back: Aleksandar Vulin is marked" in said(app)
        assert log_of(mine).active == ()
        assert "⚑" not in screen_text(app)


async def test_a_mark_stays_on_over_a_restart(open_mine: Open) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "j", "m")
        marked = hand(app).notes
    again = open_mine()
    async with again.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        assert hand(again).notes == marked
        assert "⚑" in screen_text(again)


async def test_a_note_on_a_paragraph_stands_beside_it_and_below_the_text(open_mine: Open) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "3", "g", "M")
        await write(pilot, "compare with the briefing")
        await press(pilot, "enter")
        assert "compare with the briefing" in said(app)
        shown = screen_text(app)
        assert shown.count("✎") >= 2, "beside the paragraph, and before the note below it"
        assert any("✎ compare with the briefing" in line for line in shown.splitlines()[:-2])
        (note,) = hand(app).notes
        assert note.on == "source"
        await press(pilot, "G")
        below = screen_text(app).splitlines()[:-2]
        assert not any("compare with" in line for line in below), "the cursor has left the paragraph"


async def test_escape_leaves_a_note_unwritten_and_an_empty_one_is_refused(
    open_mine: Open, mine: Path
) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "M", "enter")
        assert "A note needs words." in screen_text(app)
        await write(pilot, "half a")
        await press(pilot, "escape")
        assert app.screen is app.room
        assert log_of(mine).entries == ()


async def test_a_label_is_shown_and_found(open_mine: Open) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "j", "j", "e", "l")
        await write(pilot, "#Gas deals")
        await press(pilot, "enter")
        event = room(app).state.event
        assert "is labelled #Gas deals" in said(app)
        assert "#Gas deals" in screen_text(app)
        await press(pilot, "f")
        await write(pilot, 'label:"gas deals"')
        await press(pilot, "enter")
        assert event_ids(app) == [event]


async def test_has_note_and_has_mark_narrow_all_panes_and_are_searched(open_mine: Open) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "m", "2", "j", "M")
        await write(pilot, "who else was there?")
        await press(pilot, "enter")
        event = room(app).state.event
        await press(pilot, "f")
        await write(pilot, "has:note")
        await press(pilot, "enter")
        assert event_ids(app) == [event]
        await press(pilot, "F", "f")
        await write(pilot, "has:mark")
        await press(pilot, "enter")
        assert actor_ids(app) == ["djuric"]
        assert event_ids(app) == []
        await press(pilot, "F", "/")
        await write(pilot, "has:note ")
        view = room(app).hits
        assert view is not None
        found = view.hits.current()
        assert getattr(found, "id", "") == event
        assert "✎" in screen_text(app)


async def test_signs_stand_in_the_profile_and_why_says_when(open_mine: Open) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "M")
        await write(pilot, "his name has four spellings")
        await press(pilot, "enter", "w")
        text = screen_text(app)
        day = hand(app).notes[0].time[:10]
        assert f"your note {day}: his name has four spellings" in text
        await press(pilot, "escape", "p")
        assert "Yours" in screen_text(app)
        assert "his name has four spellings" in screen_text(app)


async def test_hits_and_lines_of_views_can_be_marked(open_mine: Open) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "/")
        await write(pilot, "rosatom")
        await press(pilot, "enter", "m", "G", "m", "v", "s", "m")
        assert [note.kind for note in hand(app).notes] == ["mark"] * 3
        assert [note.on for note in hand(app).notes] == ["actor", "event", "source"]
