"""Correcting events by the keyboard: date, type, status, place, joined, dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reltui.corrections import MergeEvents, SetEvent
from reltui.tui.app import ReadingRoom
from tests.tui.conftest import press, quiet, room, screen_text, write
from tests.tui.hand.conftest import event_ids, log_of, said

Open = Callable[[], ReadingRoom]
SIZE = (120, 36)


async def clear(pilot: Pilot[int]) -> None:
    """Empty the line one types in."""
    await press(pilot, "ctrl+u")


async def test_a_date_is_set_and_the_event_moves(open_mine: Open, mine: Path) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        first = event_ids(app)[0]
        await press(pilot, "g", "e", "d")
        assert "now: 2021" in screen_text(app)
        await clear(pilot)
        await write(pilot, "2024-12")
        assert "December 2024" in screen_text(app)
        await press(pilot, "enter")
        assert "date 2024-12" in said(app)
        ids = event_ids(app)
        assert ids.index("call-oct") < ids.index(first) < ids.index("visit-djuric")
        row = room(app).chronology.current()
        assert row is not None
        assert row.id == first, "the cursor goes with it"
        years = dict(room(app).years)
        assert years["2024"] == 7
        await press(pilot, "w")
        assert "set by hand" in screen_text(app)
        await press(pilot, "escape", "u")
        assert event_ids(app)[0] == first
        assert log_of(mine).active == ()


@pytest.mark.parametrize("bad", ["yesterday", "2024-13", "2024-02-31", "6 May", ""])
async def test_what_is_no_date_is_refused_in_a_sentence(open_mine: Open, mine: Path, bad: str) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "e", "d")
        await clear(pilot)
        await write(pilot, bad)
        await press(pilot, "enter")
        text = screen_text(app)
        assert "! " in text
        assert "Date of" in text, "the form stays open"
        assert bad in text
        assert log_of(mine).entries == ()
        await clear(pilot)
        await write(pilot, "unknown")
        await press(pilot, "enter")
        (entry,) = log_of(mine).active
        assert isinstance(entry.body, SetEvent)
        assert entry.body.value is None


@pytest.mark.parametrize(
    ("keys", "field", "value", "shown"),
    [(("t", "c"), "type", "call", "call"), (("s", "c"), "status", "cancelled", "✕")],
)
async def test_type_and_status_are_chosen(
    open_mine: Open, mine: Path, keys: tuple[str, ...], field: str, value: str, shown: str
) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "g", "e", *keys, "enter")
        (entry,) = log_of(mine).active
        assert isinstance(entry.body, SetEvent)
        assert (entry.body.field, entry.body.value) == (field, value)
        row = room(app).chronology.current()
        assert getattr(row, field) == value
        assert shown in screen_text(app)


async def test_a_place_is_set(open_mine: Open) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "g", "e", "p")
        await clear(pilot)
        await write(pilot, "Kazan")
        await press(pilot, "enter")
        row = room(app).chronology.current()
        assert row is not None
        assert row.place == "Kazan"
        assert "Kazan" in screen_text(app)


async def test_two_events_are_joined_with_the_reports_of_both(open_mine: Open, mine: Path) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        room(app).chronology.go_to("call-oct")
        await quiet(pilot)
        await press(pilot, "e", "j")
        assert "Putin – Vučić" in screen_text(app), "the likeliest are offered before anything is typed"
        await press(pilot, "enter", "enter")
        (entry,) = log_of(mine).active
        assert isinstance(entry.body, MergeEvents)
        assert entry.body.into.id == "call-dec"
        assert "call-oct" not in event_ids(app)
        row = room(app).chronology.current()
        assert row is not None
        assert (row.id, row.reports) == ("call-dec", 2)


async def test_an_event_is_dropped_after_a_look_at_what_is_told(open_mine: Open) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        before = event_ids(app)
        await press(pilot, "g", "j", "e", "x")
        assert "Drop" in screen_text(app)
        await press(pilot, "escape")
        assert event_ids(app) == before
        await press(pilot, "e", "x", "enter")
        assert event_ids(app) == [ident for ident in before if ident != before[1]]
        row = room(app).chronology.current()
        assert row is not None
        assert row.id == before[2], "the cursor stays where it was in the list"
        assert "is no event" in said(app)
        await press(pilot, "u")
        assert event_ids(app) == before
        await press(pilot, "u")
        assert "There is nothing to take back." in said(app)
        await press(pilot, "U", "U")
        assert "There is nothing to do again." in said(app)
