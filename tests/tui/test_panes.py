"""The three panes are in step, whichever one moves in."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tests.tui.conftest import Start, press, quiet, room, screen_text


async def test_opens_on_the_first_event_with_its_words_highlighted(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        event = room(app).chronology.current()
        source = room(app).source
        assert event is not None
        assert room(app).focused is room(app).chronology
        assert source.spot is not None
        assert source.spot.fact == event.id
        assert source.folio is not None
        spans = source.sheet.spans_of("evidence").spans
        assert [source.folio.source.text[start:end] for start, end in spans] == [
            "In 2021 he opened talks with Rosatom in Moscow."
        ]
        shown = screen_text(app)
        assert "Aleksandar Vučić" in shown
        assert "Test corpus" in shown


async def test_the_next_event_opens_its_own_source(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        before = room(app).source.spot
        await press(pilot, "j")
        event, spot = room(app).chronology.current(), room(app).source.spot
        assert event is not None
        assert spot is not None
        assert spot != before
        assert spot.fact == event.id
        assert spot.source in event.sources


async def test_choosing_an_actor_filters_the_chronology_and_marks_the_mentions(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        all_events = room(app).chronology.plan.count
        await press(pilot, "1", "j", "j")
        actor = room(app).actors.current()
        assert actor is not None
        assert actor.name == "Sergey Lavrov"
        await press(pilot, "enter")
        chronology, source = room(app).chronology, room(app).source
        assert room(app).focused is chronology
        assert 0 < chronology.plan.count < all_events
        assert chronology.pages is not None
        for row in range(chronology.plan.count):
            event = chronology.pages.row(row)
            assert event is not None
            assert actor.id in event.party_ids
        assert source.folio is not None
        named = [source.folio.source.text[a:b] for a, b in source.sheet.spans_of("chosen").spans]
        assert any("Lavrov" in name for name in named)
        await press(pilot, "escape")
        assert chronology.plan.count == all_events
        assert room(app).focused is room(app).actors


async def test_moving_in_the_source_selects_the_event_and_the_actors_there(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        await press(pilot, "3", "g")
        folio = here.source.folio
        assert folio is not None
        offset = folio.source.text.index("Sergej Lavrov and Vulin agreed")
        for _ in range(60):
            await press(pilot, "j")
            if here.source.sheet.lines.span(here.source.sheet.cursor)[0] >= offset:
                break
        event = here.chronology.current()
        assert event is not None
        assert event.type == "agreement"
        assert here.actors.marked >= set(event.party_ids)
        assert here.source.spot is not None
        assert here.source.spot.fact != event.id, "following the text must not open it anew"


async def test_enter_goes_from_actor_to_events_to_words_and_escape_goes_back(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        await press(pilot, "1", "enter")
        assert here.place == "chronology"
        await press(pilot, "enter")
        assert here.place == "source"
        await press(pilot, "enter")
        assert here.place == "chronology"
        await press(pilot, "enter", "escape", "escape")
        assert here.place == "actors"
        assert here.state.actor == ""


async def test_next_report_of_an_event_told_twice(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "G")
        event, first = room(app).chronology.current(), room(app).source.spot
        assert event is not None
        assert event.reports == 2
        assert first is not None
        assert first.note == "report 1 of 2"
        await press(pilot, "r")
        second = room(app).source.spot
        assert second is not None
        assert second.note == "report 2 of 2"
        assert (second.source, second.start) != (first.source, first.start)
        assert second.fact == first.fact == event.id


async def test_months_and_years(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        chronology = room(app).chronology

        def month() -> str:
            row = chronology.current()
            assert row is not None
            return (row.lower or row.upper or "")[:7]

        seen = [month()]
        for _ in range(20):
            cursor = chronology.cursor
            await press(pilot, "l")
            if chronology.cursor == cursor:
                break
            seen.append(month())
        assert len(seen) == len(set(seen)), "every step is another month"
        assert seen[-1] == "", "undated events are reached last"
        await press(pilot, "g", "L")
        assert month()[:4] != seen[0][:4]
        await press(pilot, "H")
        assert month()[:4] == seen[0][:4]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_every_pane_can_be_reached_and_seen_at_any_size(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await quiet(pilot)
        here = room(app)
        for key, place in (("1", "actors"), ("2", "chronology"), ("3", "source"), ("tab", "actors")):
            await press(pilot, key)
            assert here.place == place
            assert here.focused is not None
            assert here.focused.region.width >= 20, f"{place} is in sight"
        shown = sum(
            pane.display and pane.region.width > 0 for pane in (here.actors, here.chronology, here.source)
        )
        assert shown == {120: 3, 80: 2, 60: 1}[size[0]]


async def test_resizing_live_keeps_the_place(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "j", "j", "enter")
        at = room(app).source.sheet.at
        for size in ((60, 20), (20, 5), (80, 24), (120, 36)):
            await pilot.resize_terminal(*size)
            await quiet(pilot)
            assert room(app).source.sheet.at == at
        assert room(app).place == "source"


async def test_a_tiny_terminal_is_told_calmly(start: Start) -> None:
    app = start()
    async with app.run_test(size=(20, 5)) as pilot:
        await quiet(pilot)
        assert "more room" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await quiet(pilot)
        assert "more room" not in screen_text(app)


async def test_the_mouse_chooses_and_opens(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        await pilot.click("#chronology", offset=(10, 4))
        await quiet(pilot)
        event = here.chronology.current()
        assert event is not None
        assert here.chronology.cursor > 0
        assert here.source.spot is not None
        assert here.source.spot.fact == event.id
        await pilot.click("#actors", offset=(6, 4))
        await quiet(pilot)
        assert here.state.actor
        await pilot.click("#keys", offset=(2, 0))
        await quiet(pilot)
        assert isinstance(app.focused, Input)


@pytest.mark.parametrize("order", ["date", "newest"])
async def test_every_event_stands_under_the_heading_of_its_year(start: Start, order: str) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "s", "d" if order == "date" else "n")
        chronology = room(app).chronology
        assert chronology.pages is not None
        for row in range(chronology.plan.count):
            event, heading = chronology.pages.row(row), chronology.plan.heading_of(row)
            assert event is not None
            assert heading is not None
            year = (event.lower or event.upper or "no date")[:7] if event.date else "no date"
            assert heading.text == (year if year == "no date" else year[:4]) or event.date.startswith("..")


async def test_words_one_is_sent_to_from_afar_stand_high_and_steps_scroll_little(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        sheet = room(app).source.sheet
        text = "\n".join(f"line {n}" for n in range(400))
        sheet.show(text)
        far = text.index("line 200")
        sheet.go(far)
        row = sheet.cursor - round(sheet.scroll_y)
        assert row == sheet.size.height // 4
        for _ in range(sheet.size.height - row):  # down past what is in view
            sheet.action_do("down")
        assert sheet.cursor - round(sheet.scroll_y) == sheet.size.height - 4, "three lines stay below"
        sheet.action_do("top")
        assert sheet.scroll_y == 0
        sheet.go(text.index("line 2\n"))
        assert sheet.scroll_y == 0, "what is in view is not moved"


async def test_the_paragraph_that_is_named_is_that_of_the_cursor(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "3", "g")
        assert "¶ 1 of" in screen_text(app)
        await press(pilot, "}", "}")
        assert "¶ 3 of" in screen_text(app)
        await press(pilot, "c")
        [copied] = [room(app).last_copied]
        assert copied is not None
        assert "para. 3" in copied[1].text
