"""Plots: the timeline and its brush, the matrix of contacts, figures over time; all lead on."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.query import parse
from reltui.tui.widgets.histogram import bins, span_of
from tests.tui.conftest import Start, press, quiet, room, screen_text

MONTHS = st.dictionaries(
    st.builds("{:04d}-{:02d}".format, st.integers(1800, 2100), st.integers(1, 12)),
    st.builds(lambda count: Counter({"occurred": count}), st.integers(1, 9)),
    max_size=30,
)


@given(MONTHS, st.integers(4, 200))
def test_bars_hold_every_event_once_and_have_no_gaps(months: dict[str, Counter[str]], most: int) -> None:
    made = bins(months, most)
    assert len(made) <= most
    assert sum(one.total for one in made) == sum(sum(counts.values()) for counts in months.values())
    for one, after in pairwise(made):
        assert one.first <= one.last < after.first
    for month in months:
        assert any(one.first <= month <= one.last for one in made)


def test_years_count_with_their_january_and_undated_ones_not_at_all() -> None:
    months = {"2024": Counter(occurred=1), "2024-03": Counter(planned=2), "": Counter(occurred=9)}
    assert [(one.first, one.total) for one in bins(months, 50)] == [
        ("2024-01", 1),
        ("2024-02", 0),
        ("2024-03", 2),
    ]
    assert bins({"": Counter(occurred=1)}, 50) == []


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [("2024-03", "2024-03", "2024-03"), ("2024-01", "2024-12", "2024"), ("2023-01", "2024-12", "2023..2024"),
     ("2024-03", "2024-08", "2024-03..2024-08")],
)  # fmt: skip
def test_a_span_is_a_date_of_a_query(first: str, last: str, said: str) -> None:
    assert span_of(first, last) == said
    assert not parse(f"date:{said}").problems


async def test_the_brush_narrows_everything_to_what_it_covers(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        total = here.chronology.plan.count
        await press(pilot, "v", "l")
        assert here.place == "timeline"
        timeline = here.view.timeline
        assert "begin span" in screen_text(app).splitlines()[-1]
        dated = sum(one.total for one in timeline.bins)
        assert 0 < dated <= total
        await press(pilot, "g", "space")
        while timeline.cursor < len(timeline.bins) - 1 and timeline.bins[timeline.cursor].total < 2:
            await press(pilot, "l")
        first, last = timeline.brush
        count = sum(one.total for one in timeline.bins[first : last + 1])
        when = timeline.when
        await press(pilot, "enter")
        assert here.place == "chronology"
        assert here.state.filter == f"date:{when}"
        assert 0 < count <= here.chronology.plan.count < total
        await press(pilot, "b")
        assert here.state.view == "plots"
        assert here.state.filter == ""


async def test_from_the_timeline_to_the_matrix_to_a_pair(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        await press(pilot, "v", "l", "j")
        assert here.place == "views"
        lines = here.view.lines
        rows = [lines.pages.row(number) for number in range(lines.plan.count)]
        matrix = [row for row in rows if row.id.startswith("x")]
        pairs = [row for row in rows if row.id.startswith("p")]
        assert len(matrix) > 1
        assert pairs
        shown = screen_text(app)
        assert all(row.text.strip() in shown for row in matrix[:3])
        await press(pilot, "tab")
        assert here.place == "source"
        await press(pilot, "tab")
        assert here.place == "timeline"
        await press(pilot, "tab")
        assert here.place == "views"
        await press(pilot, "enter")
        assert here.state.view == "pair"
        assert here.state.actor == matrix[0].goes.split(":")[1].strip()


async def test_bars_are_made_anew_for_another_width(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "v", "l")
        timeline = room(app).view.timeline
        wide = len(timeline.bins)
        await pilot.resize_terminal(60, 20)
        await quiet(pilot)
        assert len(timeline.bins) <= wide
        assert len(timeline.bins) <= timeline.size.width
        assert room(app).view.lines.region.height >= 5


async def test_the_mouse_chooses_a_bar_and_takes_it(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "v", "l", "g")
        timeline = room(app).view.timeline
        bar = next(number for number, one in enumerate(timeline.bins) if number and one.total)
        place = (1 + bar * timeline._cells, 3)
        await pilot.click(timeline, offset=place)
        await quiet(pilot)
        assert timeline.cursor == bar
        when = timeline.when
        await pilot.click(timeline, offset=place, times=2)
        await quiet(pilot)
        assert room(app).state.filter == f"date:{when}"
