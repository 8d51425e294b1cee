"""A long text of which only the lines in view are made at first."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.tui.widgets.part import Part, wrap_part
from reltui.tui.widgets.wrap import Lines, Wrapping, wrap
from tests.tui.conftest import Start, press, quiet, room, screen_text
from tests.tui.test_long import long_db

__all__ = ["long_db"]  # a fixture

_chance = random.Random(4)
_WORDS = ("gas", "ministers", "of", "外交部", "Лавров", "☝️", "–", "talks", "a" * 150)
TEXT = "".join(
    _chance.choice(_WORDS) + _chance.choice((" ", " ", " ", "  ", "\n", "\n\n", ", ")) for _ in range(40_000)
)
ONE_LINE = TEXT.replace("\n", " ")


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from((TEXT, ONE_LINE)),
    st.sampled_from((20, 57, 96)),
    st.floats(0, 1),
    st.none() | st.tuples(st.integers(0, 6_000), st.integers(100, 8_000)),
)
def test_every_place_has_a_line_and_every_line_a_place(
    text: str, cells: int, part: float, wanted: tuple[int, int] | None
) -> None:
    offset = round(part * len(text))
    line, count = wanted if wanted else (None, 0)
    lines = wrap_part(text, cells, offset, line, count)
    assert isinstance(lines, Part)
    assert lines.covers(offset)
    assert lines.has(lines.line_of(offset))
    places = [lines.line_of(at) for at in range(0, len(text) + 1, 997)]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] < len(lines)
    spans = [lines.span(number) for number in range(len(lines))]
    assert spans == sorted(spans)
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    made = [number for number in range(len(lines)) if lines.has(number)]
    assert [lines.line_of(spans[number][0]) for number in made] == made
    assert all(not spans[n][1] - spans[n][0] for n in range(len(lines)) if n not in set(made))


def test_slices_come_to_the_same() -> None:
    wrapping, whole = Wrapping(TEXT, 57), wrap(TEXT, 57)
    slices = 0
    while (lines := wrapping.go_on(5_000)) is None:
        slices += 1
    assert slices > 10
    assert (list(lines.starts), list(lines.ends)) == (list(whole.starts), list(whole.ends))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from((20, 57, 96)), st.floats(0, 1))
def test_what_is_made_is_as_it_will_be(cells: int, part: float) -> None:
    whole = wrap(TEXT, cells)
    lines = wrap_part(TEXT, cells, round(part * len(TEXT)))
    made = [
        lines.span(number) for number in range(len(lines)) if isinstance(lines, Part) and lines.has(number)
    ]
    first = whole.line_of(made[0][0])
    assert made == [whole.span(number) for number in range(first, first + len(made))]
    assert 0.5 < len(lines) / len(whole) < 2, "the scroll bar is about right"


@given(st.text(max_size=300), st.integers(1, 60), st.integers(0, 300))
def test_a_short_text_is_made_at_once(text: str, cells: int, offset: int) -> None:
    lines, whole = wrap_part(text, cells, min(offset, len(text))), wrap(text, cells)
    assert (list(lines.starts), list(lines.ends)) == (list(whole.starts), list(whole.ends))
    assert not isinstance(lines, Part)


def _top(screen: str) -> list[str]:
    return [line[line.rfind("│", 0, -2) :].strip("│▏▌ ›┃▶█▁▂▃▄▅▆▇") for line in screen.splitlines()[6:20]]


async def test_one_reads_and_moves_before_all_lines_are_made(
    start: Start, long_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reltui.tui.panes import source as pane

    gate = threading.Event()

    class Late(Wrapping):
        def go_on(self, characters: int) -> Lines | None:
            assert gate.wait(30)
            return super().go_on(characters)

    monkeypatch.setattr(pane, "Wrapping", Late)
    app = start(path=long_db)
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        here, sheet = room(app), room(app).source.sheet
        await press(pilot, *"vo")
        assert here.view is not None
        lines = here.view.lines
        lines.go_to("long", lambda _: lines.point("hand"))
        for _ in range(2000):
            await pilot.pause(0.005)
            if here.source.folio is not None and here.source.folio.source.id == "long":
                break
        here.focus_on("source")
        await pilot.pause()
        assert isinstance(sheet.lines, Part)
        assert "Paragraph 0." in screen_text(app)
        estimated = len(sheet.lines)
        sheet.action_do("bottom")
        await pilot.pause()
        assert "in detail" in screen_text(app)
        assert sheet.at > sheet.text.index("Paragraph 5990.")
        middle = sheet.text.index("Paragraph 3000.")
        sheet.go(middle)
        await pilot.pause()
        assert "Paragraph 3000." in screen_text(app)
        sheet.scroll_to(y=len(sheet.lines) // 4, animate=False, force=True)
        await pilot.pause()
        assert "Ministers spoke" in screen_text(app), "the lines under the wheel are made too"
        seen = round(sheet.scroll_y)
        assert sheet.lines.has(seen)
        shown = sheet.text[slice(*sheet.lines.span(seen))]
        before = _top(screen_text(app))
        gate.set()
        for _ in range(2000):
            await pilot.pause(0.005)
            if len(sheet.lines) == len(sheet.lines.starts):  # all of them are made
                break
        await quiet(pilot)
        whole = wrap(sheet.text, sheet.cells)
        assert list(sheet.lines.starts) == list(whole.starts)
        assert sheet.virtual_size.height == len(whole)
        assert 0.8 < estimated / len(whole) < 1.25
        assert sheet.text[slice(*sheet.lines.span(round(sheet.scroll_y)))] == shown, (
            "what is read stays in view"
        )
        assert _top(screen_text(app)) == before
        assert sheet.cursor == sheet.lines.line_of(middle)
