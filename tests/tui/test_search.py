"""Searching as one types, and going through the hits."""

from __future__ import annotations

import pytest

from reltui.store.rows import Hit
from reltui.tui.views.hits import Hits
from tests.tui.conftest import Start, press, quiet, room, screen_text, write


def hits_of(view: object) -> list[Hit]:
    assert isinstance(view, Hits)
    pages = view.lines.pages
    assert pages is not None
    rows = [pages.row(index) for index in range(pages.count)]
    return [row for row in rows if isinstance(row, Hit)]


@pytest.mark.parametrize("typed", ["djuric", "ђурић", "джурич", "Đurić"])
async def test_a_name_is_found_in_any_script(start: Start, typed: str) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        await write(pilot, typed)
        hits = hits_of(room(app).view)
        assert {"actor", "passage", "event"} <= {hit.kind for hit in hits}
        matched = {hit.match for hit in hits}
        assert {"Djuric", "Ђурић", "Джурич"} <= matched
        assert hits[0].label == "Marko Đurić"


async def test_enter_goes_to_the_first_hit_then_to_its_words(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        await write(pilot, "consultation")
        await press(pilot, "enter")
        here = room(app)
        assert here.place == "views"
        first = hits_of(here.view)[0]
        await press(pilot, "enter")
        assert here.place == "source"
        assert here.source.folio is not None
        assert here.source.folio.source.id == first.source
        hits = here.source.sheet.spans_of("hit").spans
        assert [here.source.folio.source.text[a:b] for a, b in hits] == ["consultation"]
        await press(pilot, "escape")
        assert here.place == "views"
        await press(pilot, "escape")
        assert here.state.view == ""
        assert not here.source.sheet.spans_of("hit")


async def test_an_actor_among_the_hits_leads_to_their_events(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        await write(pilot, "vulin")
        await press(pilot, "enter", "enter")
        here = room(app)
        assert here.place == "chronology"
        assert here.state.actor_name == "Aleksandar Vulin"
        event = here.chronology.current()
        assert event is not None
        assert here.state.actor in event.party_ids


async def test_n_goes_through_the_hits_of_a_source_and_on_to_the_next(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        await write(pilot, "putin")
        await press(pilot, "enter", "j", "enter")
        here = room(app)
        seen = []
        for _ in range(4):
            assert here.source.folio is not None
            current = here.source.sheet.spans_of("here").spans
            seen.append((here.source.folio.source.id, *current[:1]))
            await press(pilot, "n")
        assert len({source for source, *_ in seen}) == 2, "the hits of both sources, one after the other"
        await press(pilot, "N")
        assert here.place == "source"


async def test_the_words_are_shown_while_one_types(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        await write(pilot, "vlad")
        here = room(app)
        assert isinstance(here.view, Hits)
        assert here.view.prompt.has_focus
        await press(pilot, "down")
        assert here.view.lines.cursor == 1
        assert here.view.prompt.has_focus, "arrows move among the hits, the cursor stays in the line"
        hit = hits_of(here.view)[1]
        assert here.source.folio is not None
        assert here.source.folio.source.id == hit.source


async def test_nothing_found_offers_what_is_near(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        await write(pilot, "wladimirq")
        shown = screen_text(app)
        assert "0 hits" in shown
        if "did you mean" in shown:
            await press(pilot, "enter", "enter")
            assert hits_of(room(app).view)
        else:
            assert "Nothing found" in shown


@pytest.mark.parametrize("typed", ['"', "((((", "OR OR -", "date:99999", "[red]x[/red]", "🇷🇸", "a" * 3000])
async def test_no_query_is_an_error(start: Start, typed: str) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        view = room(app).view
        assert isinstance(view, Hits)
        view.prompt.value = typed
        await quiet(pilot)
        await press(pilot, "enter")
        assert app.failed is None
        assert "Search" in screen_text(app)


async def test_a_filter_narrows_all_panes_until_it_is_cleared(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        everyone, everything = here.actors.plan.count, here.chronology.plan.count
        await press(pilot, "f")
        await write(pilot, "type:call")
        await press(pilot, "enter")
        assert "type:call" in screen_text(app)
        assert 0 < here.chronology.plan.count < everything
        assert 0 < here.actors.plan.count < everyone
        event = here.chronology.current()
        assert event is not None
        assert event.type == "call"
        await press(pilot, "slash")
        await write(pilot, "vucic")
        assert {hit.id for hit in hits_of(here.view) if hit.kind == "event"} <= {
            row.id for row in (here.chronology.pages.row(n) for n in range(here.chronology.plan.count)) if row
        }, "a search finds within the filter"
        await press(pilot, "escape", "F")
        assert here.chronology.plan.count == everything
        assert here.actors.plan.count == everyone


async def test_order_by_name_and_newest_first(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        await press(pilot, "1", "s", "n")
        assert here.actors.pages is not None
        names = [row.name for row in (here.actors.pages.row(n) for n in range(here.actors.plan.count)) if row]
        assert names == sorted(names)
        await press(pilot, "2", "s", "n")
        first = here.chronology.pages.row(0) if here.chronology.pages else None
        assert first is not None
        await press(pilot, "s", "d", "g")
        assert here.chronology.pages is not None
        again = here.chronology.pages.row(0)
        assert again is not None
        assert again.id != first.id


async def test_pasted_lines_become_one_harmless_line(start: Start) -> None:
    from textual.events import Paste

    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        view = room(app).view
        assert isinstance(view, Hits)
        view.prompt.post_message(Paste("one\ntwo \x1b]52;c;AAAA\x07\u202ethree"))
        await quiet(pilot)
        assert "\x1b" not in view.prompt.value
        assert "\u202e" not in view.prompt.value
        assert view.prompt.value.count("one") == 1
        assert "three" in view.prompt.value
