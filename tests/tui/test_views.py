"""Views: lists of which every line leads to its words."""

from __future__ import annotations

import pytest

from reltui.tui.spots import Spot
from reltui.tui.views.registry import VIEWS
from tests.tui.conftest import Start, press, quiet, room, screen_text, write

LISTS = [name for name in VIEWS if name not in ("hits", "profile", "pair", "plots", "reports", "yours")]


@pytest.mark.parametrize("name", LISTS)
async def test_every_row_leads_to_its_words(start: Start, name: str) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "v", VIEWS[name].key)
        here = room(app)
        view = here.view
        assert here.state.view == name
        assert here.place == "views"
        assert view is not None
        count = view.lines.plan.count
        assert count > 0
        for row in range(count):
            current = view.lines.current()
            assert current is not None
            assert view.lines.cursor == row
            folio, spot = here.source.folio, here.source.spot
            assert folio is not None
            assert spot is not None
            assert spot.source == folio.source.id
            if spot.fact:
                assert here.source.sheet.spans_of("evidence")
                assert spot.fact == current.id
            await press(pilot, "j")
        await press(pilot, "enter")
        assert here.place == "source"
        await press(pilot, "escape")
        assert here.place == "views"
        await press(pilot, "escape")
        assert here.place == "chronology"
        assert here.state.view == ""


async def test_the_places_of_a_doubt_one_after_the_other(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "v", "d")
        here = room(app)
        assert here.view is not None
        row = here.view.lines.current()
        assert len(row.places) == 2
        first = here.source.spot
        await press(pilot, "n")
        second = here.source.spot
        assert isinstance(first, Spot)
        assert isinstance(second, Spot)
        assert (first.source, first.start) == row.places[0][:2]
        assert (second.source, second.start) == row.places[1][:2]
        assert here.view.lines.current().id == row.id
        await press(pilot, "n")
        assert here.view.lines.current().id != row.id


async def test_the_profile_of_an_actor_leads_to_the_words_and_to_other_actors(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "j", "j", "p")
        here = room(app)
        shown = screen_text(app)
        assert "Sergey Lavrov · Сергей Лавров" in shown
        for part in ("Names and spellings", "Met and spoke with", "Chronology"):
            assert part in shown
        view = here.view
        assert view is not None
        while (row := view.lines.current()) is not None and not row.id.startswith("e"):
            await press(pilot, "j")
        assert row is not None
        assert here.source.spot is not None
        assert here.source.spot.fact == row.id[1:]
        while (row := view.lines.current()) is not None and not row.id.startswith("a"):
            await press(pilot, "k")
        assert row is not None
        await press(pilot, "enter")
        assert row.text in screen_text(app).splitlines()[1]
        await press(pilot, "b")
        assert "Sergey Lavrov" in screen_text(app).splitlines()[1]


async def test_statements_of_the_chosen_actor(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "enter", "v", "s")
        view = room(app).view
        assert view is not None
        rows = [view.lines.pages.row(number) for number in range(view.lines.plan.count)]
        assert rows
        assert {row.speaker_name for row in rows} == {"Marko Đurić"}
        assert "Statements of Marko Đurić" in screen_text(app)


async def test_a_filter_holds_in_views(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "v", "o")
        view = room(app).view
        assert view is not None
        everything = view.lines.plan.count
        await press(pilot, "f")
        await write(pilot, "kind:profile")
        await press(pilot, "enter")
        assert 0 < view.lines.plan.count < everything


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize(
    "name", [name for name in VIEWS if name != "yours"]
)  # empty without a file of one's own
async def test_views_can_be_used_in_small_terminals(start: Start, name: str, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await quiet(pilot)
        await press(pilot, "v", VIEWS[name].key)
        here = room(app)
        if name == "hits":
            await write(pilot, "vulin")
            await press(pilot, "enter", "j")
        view = here.view
        assert view is not None
        assert view.target.has_focus
        assert view.lines.region.width >= 30
        if view.lead(view.lines.current()) is not None:
            await press(pilot, "enter")
            assert here.place == "source"
            assert here.source.sheet.region.width >= 30


async def test_a_pair_is_chosen_and_every_contact_leads_to_its_words(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        await press(pilot, "1", "j", "v", "a")
        assert here.state.view == "pair"
        view = here.view
        assert view is not None
        first = view.lines.current()
        assert first.goes.startswith("pair:vulin ")
        await press(pilot, "enter")
        rows = [view.lines.pages.row(number) for number in range(view.lines.plan.count)]
        contacts = [row for row in rows if row.id.startswith("e")]
        assert len(contacts) == int(first.note.split()[0])
        assert first.text in screen_text(app).splitlines()[1]
        assert view.lines.current().id == contacts[0].id
        assert here.source.spot is not None
        assert here.source.spot.fact == contacts[0].id[1:]
        await press(pilot, "b")
        assert view.lines.current().goes == first.goes


async def test_the_chosen_actor_and_the_one_under_the_cursor_are_the_pair(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "j", "j", "enter", "1", "k", "v", "a")
        assert "Sergey Lavrov – Aleksandar Vulin" in screen_text(app)
        assert "2 contacts" in screen_text(app)
