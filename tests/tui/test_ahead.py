"""Keys typed faster than the screen follows, or sent in one piece: each reaches what the ones before it opened."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reltui.tui.screens.menu import Menu
from reltui.tui.screens.palette import Palette
from tests.tui.conftest import Start, quiet, room, screen_text, send


def in_one_piece(pilot: Pilot[int], *keys: str) -> None:
    """Send keys without letting the app take a breath."""
    for key in keys:
        send(pilot, key)


@pytest.mark.parametrize("opened", [True, False], ids=["once it is open", "before it is"])
async def test_a_search_typed_at_once(start: Start, opened: bool) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        if opened:
            await quiet(pilot)
        in_one_piece(pilot, *"/vulin gas")
        await quiet(pilot)
        view = room(app).hits
        assert view is not None
        assert view.prompt.value == "vulin gas"
        assert room(app).screen is app.screen, "no letter opened a dialog"


async def test_a_menu_and_its_letter_at_once(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        in_one_piece(pilot, "v", "f", "j", "j")
        await quiet(pilot)
        assert not isinstance(app.screen, Menu)
        assert room(app).state.view == "figures"
        view = room(app).view
        assert view is not None
        assert view.lines.cursor == 2


async def test_the_palette_and_what_is_typed_in_it_at_once(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        in_one_piece(pilot, *":doubts", "enter")
        await quiet(pilot)
        assert not isinstance(app.screen, Palette)
        assert room(app).state.view == "doubts"


async def test_cyrillic_letters_at_once_keep_their_order(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        in_one_piece(pilot, *"оооо", "л", "/", *"лавров")  # j j j j k /
        await quiet(pilot)
        view = room(app).hits
        assert view is not None
        assert view.prompt.value == "лавров"
        assert room(app).chronology.cursor == 3


async def test_a_view_opened_before_the_lists_have_come_keeps_its_words(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        in_one_piece(pilot, "v", "d")
        await quiet(pilot)
        here = room(app)
        view = here.view
        assert view is not None
        assert here.source.spot is not None
        assert here.source.spot.fact == view.lines.current().id
        here.fill()  # as it comes late on a slow machine
        await quiet(pilot)
        assert here.source.spot.fact == view.lines.current().id
        assert "close" in screen_text(app).splitlines()[-1], "the keys are those of the view"
