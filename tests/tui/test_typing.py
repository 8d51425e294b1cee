"""What happens between the keys and once they rest; pasted queries; how a query was understood."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reltui.store.rows import Hit
from reltui.tui.screens.room import Room
from reltui.tui.views.hits import Hits
from reltui.tui.views.leads import Lead
from tests.tui.conftest import Start, press, quiet, room, screen_text, send, write
from tests.tui.test_search import hits_of


async def write_until_hits(pilot: Pilot[int], here: Room, text: str) -> None:
    """Type a text and wait for the first hits alone, not for what comes once one rests."""
    for character in text:
        send(pilot, character)
    for _ in range(1000):
        await pilot.pause(0.005)
        if (view := here.hits) is not None and view.asked.search == text and "hit" in str(view.border_title):
            return
    raise AssertionError("no hits came")


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
        offered = [row.query for n in range(rows.count) if isinstance(row := rows.row(n), Lead)]
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
