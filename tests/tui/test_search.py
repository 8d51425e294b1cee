"""Searching as one types, and going through the hits."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reltui.store.rows import Hit
from reltui.tui.screens.room import Room
from reltui.tui.views.hits import Hits
from tests.tui.conftest import Start, press, quiet, room, screen_text, send, write


def hits_of(view: object) -> list[Hit]:
    assert isinstance(view, Hits)
    pages = view.lines.pages
    assert pages is not None
    rows = [pages.row(index) for index in range(pages.count)]
    return [row for row in rows if isinstance(row, Hit)]


async def write_until_hits(pilot: Pilot[int], here: Room, text: str) -> None:
    """Type a text and wait for the first hits alone, not for what comes once one rests."""
    for character in text:
        send(pilot, character)
    for _ in range(1000):
        await pilot.pause(0.005)
        if (view := here.hits) is not None and view.asked.search == text and "hit" in str(view.border_title):
            return
    raise AssertionError("no hits came")


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


async def test_the_source_follows_once_one_rests(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    from reltui.tui.views import hits

    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        here = room(app)
        assert here.source.folio is not None
        before = here.source.folio.source.id
        monkeypatch.setattr(hits, "REST", 60.0)
        await write_until_hits(pilot, here, "phone")
        first = hits_of(here.view)[0]
        assert first.source != before, "or this test tells nothing"
        assert here.source.folio.source.id == before, "between the keys nothing but the hits changes"
        monkeypatch.setattr(hits, "REST", 0.0)
        await press(pilot, "backspace")
        assert here.source.folio.source.id == first.source


async def test_a_rest_takes_nobody_away_from_the_hit_they_went_to(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reltui.tui.views import hits

    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        here = room(app)
        monkeypatch.setattr(hits, "REST", 0.4)
        await write_until_hits(pilot, here, "putin")
        for key in ("down", "down"):
            send(pilot, key)
        await quiet(pilot)
        hit = here.view.lines.current() if here.view is not None else None
        assert isinstance(hit, Hit)
        assert here.source.folio is not None
        assert here.source.folio.source.id == hit.source
        assert here.source.spot == here.view.lead(hit)


async def test_how_a_search_was_understood_is_told_while_one_types_and_after(start: Start) -> None:
    from reltui.tui.screens.understood import Understood
    from reltui.tui.widgets.sheet import Sheet

    app = start()
    async with app.run_test(size=(60, 20)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        await write(pilot, "lavrov vul nosuch:field")
        assert "F2" in screen_text(app).splitlines()[-1], "the footer tells of it while one types"
        await press(pilot, "f2")
        assert isinstance(app.screen, Understood)
        sheet = app.screen.query_one(Sheet)
        said = " ".join(sheet.text.split())
        assert said.startswith("lavrov vul nosuch:field")
        assert "names Sergey Lavrov" in said
        assert "a word that begins with" in said or "…" in said, (
            "the last word is a beginning while one types"
        )
        assert "! there is no field 'nosuch:'" in said
        assert all(len(line) <= sheet.cells for line in sheet.text.splitlines()), "wrapped for the width"
        assert len(sheet.lines) > sheet.size.height, "or this does not try whether it scrolls"
        await press(pilot, "G")
        assert "ordered by" in screen_text(app)
        await press(pilot, "escape")
        view = room(app).view
        assert isinstance(view, Hits)
        assert view.prompt.has_focus
        assert view.prompt.value == "lavrov vul nosuch:field"
        await press(pilot, *["backspace"] * len(" nosuch:field"), "enter", "E")
        assert isinstance(app.screen, Understood), "the same among the hits"
        assert "nosuch" not in screen_text(app)


async def test_how_a_filter_was_understood_is_told_with_the_search_and_without(start: Start) -> None:
    from reltui.tui.screens.understood import Understood

    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "E")
        assert not isinstance(app.screen, Understood)
        assert "Nothing is searched for yet" in screen_text(app)
        await press(pilot, "f")
        await write(pilot, "type:call [red]x")
        await press(pilot, "enter", "E")
        assert isinstance(app.screen, Understood)
        shown = screen_text(app)
        assert "type:call [red]x" in shown, "text, not markup"
        assert "an event of type call" in shown
        await press(pilot, "escape", "slash")
        await write(pilot, "putin")
        await press(pilot, "ctrl+p")
        await write(pilot, "explain")
        await press(pilot, "enter")
        assert isinstance(app.screen, Understood), "from the palette too"
        assert "an event of type call" in screen_text(app)
        assert "putin" in screen_text(app)


async def test_what_stands_together_is_offered_with_its_phrases_whole(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        await write(pilot, '"no such phrase" putin')
        rows = room(app).view.lines.pages
        offered = [rows.row(n) for n in range(rows.count) if isinstance(rows.row(n), str)]
        assert "putin" in offered
        assert not any(row.count('"') % 2 for row in offered)


@pytest.mark.parametrize(
    "pasted", ["a " * 5000, '"a ' * 3300, "(a OR b) " * 1100, "é" * 10_000, "\x00\u202e" * 5000]
)
async def test_ten_thousand_pasted_characters_are_understood_away_from_the_screen(
    start: Start, monkeypatch: pytest.MonkeyPatch, pasted: str
) -> None:
    import threading

    from textual.events import Paste

    import reltui.query

    here, parse = threading.get_ident(), reltui.query.parse
    long: list[int] = []

    def noting(text: str) -> reltui.query.Query:
        if len(text) > 5000 and not long:
            long.append(threading.get_ident())
        return parse(text)

    monkeypatch.setattr(reltui.query, "parse", noting)
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        view = room(app).view
        assert isinstance(view, Hits)
        view.prompt.post_message(Paste(pasted))
        await quiet(pilot)
        assert here not in long
        assert bool(long) == (len(view.prompt.value) > 5000)
        await press(pilot, "f2", "escape", "enter", "escape")
        assert app.failed is None
        assert app.is_running
