"""One event as each source tells it: aspect by aspect, each line at its words, disagreement said."""

from __future__ import annotations

import pytest

from reltui.dates import Edtf
from reltui.tui.views.reports import DIFFER, MORE, ONE, SAME, dates_agree, names_agree, words_agree
from tests.tui.conftest import Start, press, quiet, room, screen_text


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["2024-05-06", "2024-05-06"], SAME),
        (["2024-05-06", "2024-05-09"], DIFFER),
        (["2024-05-06", "2024-05"], MORE),
        (["2024-05-06", None], MORE),
        (["2024-05-06"], ONE),
        (["2024-05", "2024-05-06", "2024-05-07"], DIFFER),
    ],
)
def test_whether_dates_agree(dates: list[str | None], said: str) -> None:
    assert dates_agree([Edtf.try_parse(date) for date in dates]) == said


def test_whether_places_and_names_agree() -> None:
    assert words_agree(["Moscow", "moscow"]) == SAME
    assert words_agree(["Moscow", "Sochi"]) == DIFFER
    assert words_agree(["Moscow", None]) == MORE
    assert words_agree([None, None]) == words_agree(["Moscow"]) == ONE
    assert names_agree([["a", "b"], ["b", "a"]]) == SAME
    assert names_agree([["a", "b"], ["a"]]) == MORE
    assert names_agree([[], []]) == ONE


async def test_the_reports_of_an_event_lead_to_their_words(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        await press(pilot, "G")
        while (row := here.chronology.current()) is not None and row.reports < 2:
            await press(pilot, "k")
        assert row is not None
        await press(pilot, "=")
        assert here.state.view == "reports"
        view = here.view
        assert view is not None
        assert f"{row.title} · {row.reports} reports" in screen_text(app)
        headings = [heading.text for heading in view.lines.plan.headings]
        assert [heading.split("  ")[0] for heading in headings[:6]] == [
            "Told by", "Date", "Place", "Status", "Parties named", "Words",
        ]  # fmt: skip
        rows = [view.lines.pages.row(number) for number in range(view.lines.plan.count)]
        sources = [entry.spot.source for entry in rows if entry.id.startswith("w")]
        assert set(sources) == set(row.sources)
        before = here.source.spot
        await press(pilot, "j")
        assert here.source.spot != before
        assert here.source.spot is not None
        assert here.source.spot.fact == row.id
        await press(pilot, "escape")
        assert here.place == "chronology"
        assert here.chronology.current().id == row.id


async def test_reports_are_reached_from_a_hit_and_from_the_words(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        here = room(app)
        await press(pilot, "/", *"vulin type", "colon", *"meeting", "enter")
        view = here.hits
        assert view is not None
        while getattr(view.lines.current(), "kind", "") != "event":
            await press(pilot, "j")
        found = view.lines.current().id
        await press(pilot, "=")
        assert (here.state.view, here.state.event) == ("reports", found)
        await press(pilot, "3", "=")
        assert here.state.view == "reports"
        assert here.state.event == found
