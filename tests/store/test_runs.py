"""Row numbers known by their runs are a sequence like any other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.store.numbers import Runs

_runs = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 6)), max_size=12)


@given(_runs, st.slices(80))
def test_as_the_numbers_written_out(made: list[tuple[int, int]], some: slice) -> None:
    runs: list[tuple[int, int]] = []
    number = 0
    for gap, length in made:
        runs.append((number + gap, number + gap + length - 1))
        number += gap + length
    known, written = Runs(runs), [n for first, last in runs for n in range(first, last + 1)]
    assert len(known) == len(written)
    assert list(known) == written
    assert list(reversed(known)) == written[::-1]
    assert list(known[some]) == written[some]
    assert [known.index(n) for n in written] == list(range(len(written)))
    assert [known[place] for place in range(-len(written), len(written))] == written * 2
    with pytest.raises(IndexError):
        known[len(written)]
    with pytest.raises(ValueError, match="number"):
        known.index(number + 9)
