"""Wrapping, cutting, layers: what stands where on a line, whatever the characters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from reltui.tui.widgets.layers import Layer, merged, runs
from reltui.tui.widgets.pieces import cut, cut_left, cut_pieces, fill, strip, width
from reltui.tui.widgets.spark import span_of_years, spark
from reltui.tui.widgets.wrap import paragraph_after, paragraph_before, wrap

LETTERS = st.text(alphabet=st.sampled_from("ab Đć\u0301жЛ中文字 👍🏽🇷🇸—“”\n\n e\u0301"), max_size=120)
CELLS = st.integers(1, 40)


@given(LETTERS, CELLS)
def test_wrapped_lines_are_the_text_with_nothing_lost_but_gaps(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    spans = [lines.span(line) for line in range(len(lines))]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text) or not text[spans[-1][1] :].strip(" ")
    for (_, end), (start, _) in pairwise(spans):
        assert end <= start
        assert set(text[end:start]) <= {" ", "\n"}
        assert text[end:start].count("\n") <= 1


@given(LETTERS, st.integers(2, 40))
def test_no_line_is_wider_than_the_pane_but_for_spaces_at_its_end(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    for line in range(len(lines)):
        start, end = lines.span(line)
        shown = text[start:end].rstrip(" ")
        assert (
            cell_len(shown) <= cells or len(shown.strip()) <= 2 or "\u200d" in shown or "\U0001f3fd" in shown
        )


@given(LETTERS, CELLS)
def test_every_offset_is_on_the_line_that_shows_it(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    for line in range(len(lines)):
        start, end = lines.span(line)
        for offset in range(start, end):
            assert lines.line_of(offset) == line


def test_words_are_not_broken_where_there_is_a_space() -> None:
    text = "The sides discussed energy and the future of NIS."
    lines = wrap(text, 20)
    assert [text[slice(*lines.span(line))] for line in range(len(lines))] == [
        "The sides discussed",
        "energy and the",
        "future of NIS.",
    ]


def test_a_word_wider_than_the_pane_is_broken_anywhere() -> None:
    text = "х" * 25
    lines = wrap(text, 10)
    assert [lines.span(line) for line in range(len(lines))] == [(0, 10), (10, 20), (20, 25)]


def test_chinese_takes_two_cells_a_character() -> None:
    text = "中文字中文字"
    lines = wrap(text, 4)
    assert [text[slice(*lines.span(line))] for line in range(len(lines))] == ["中文", "字中", "文字"]


def test_paragraphs() -> None:
    text = "one\n\ntwo two\nthree"
    assert paragraph_after(text, 0) == text.index("two")
    assert paragraph_after(text, text.index("two")) == text.index("three")
    assert paragraph_after(text, text.index("three")) == len(text)
    assert paragraph_before(text, text.index("three") + 2) == text.index("three")
    assert paragraph_before(text, text.index("three")) == text.index("two")
    assert paragraph_before(text, text.index("two")) == 0
    assert paragraph_before(text, 0) == 0


@given(LETTERS.map(lambda text: text.replace("\n", " ")), CELLS)
def test_cutting_fits_and_keeps_an_end(text: str, cells: int) -> None:
    assert width(cut(text, cells)) <= cells
    assert width(cut_left(text, cells)) <= cells
    assert width(fill(text, cells)) == cells
    assert width(fill(text, cells, right=True)) == cells
    if cell_len(text) <= cells:
        assert cut(text, cells) == text == cut_left(text, cells)
    else:
        assert cut(text, cells).endswith("…")
        assert cut_left(text, cells).startswith("…")


@given(
    LETTERS.map(lambda text: text.replace("\n", " ")),
    LETTERS.map(lambda text: text.replace("\n", " ")),
    CELLS,
)
def test_a_line_is_exactly_as_wide_as_asked(left: str, right: str, cells: int) -> None:
    style = Style()
    made = strip([(left, style)], cells, [(right, style)])
    assert made.cell_length == cells
    assert sum(cell_len(segment.text) for segment in made) == cells


def test_pieces_are_cut_after_one_another() -> None:
    style = Style()
    assert cut_pieces([("abc", style), ("defgh", style), ("i", style)], 6) == [("abc", style), ("de…", style)]


SPANS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=12)


@given(SPANS)
def test_merged_spans_cover_the_same_and_do_not_touch(spans: list[tuple[int, int]]) -> None:
    made = merged(spans)
    assert {n for a, b in made for n in range(a, b)} == {n for a, b in spans for n in range(a, b)}
    assert all(one[1] < other[0] for one, other in pairwise(made))


@given(SPANS, SPANS, st.integers(0, 50), st.integers(0, 50))
def test_runs_say_of_each_character_which_layers_cover_it(
    one: list[tuple[int, int]], two: list[tuple[int, int]], start: int, end: int
) -> None:
    layers = [Layer(one), Layer(two)]
    covered = [{n for a, b in spans for n in range(a, b)} for spans in (one, two)]
    seen: list[int] = []
    for left, right, over in runs(start, end, layers) if start <= end else ():
        for offset in range(left, right):
            seen.append(offset)
            assert over == tuple(number for number in (0, 1) if offset in covered[number])
    assert seen == list(range(start, end))


def test_the_next_and_the_previous_span() -> None:
    layer = Layer([(5, 8), (20, 22)])
    assert layer.after(-1) == (5, 8)
    assert layer.after(5) == (20, 22)
    assert layer.after(20) is None
    assert layer.before(20) == (5, 8)
    assert layer.before(5) is None
    assert layer.number(5) == 1
    assert layer.number(19) == 1
    assert layer.number(20) == 2


def test_years_without_events_are_gaps() -> None:
    years = span_of_years([("2019", 3), ("2021", 6), (None, 2)])
    assert years == [(2019, 3), (2020, 0), (2021, 6)]
    assert spark([count for _, count in years], 10) == "▄ █"


@pytest.mark.parametrize("flat", [False, True])
@given(counts=st.lists(st.integers(0, 10_000), min_size=1, max_size=300), cells=st.integers(1, 80))
def test_bars_fit_and_show_everything_that_is_there(flat: bool, counts: list[int], cells: int) -> None:
    drawn = spark(counts, cells, flat)
    assert len(drawn) == min(len(counts), cells)
    assert bool(drawn.strip()) == any(counts)
