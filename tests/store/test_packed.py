"""What is written small comes out as it was; what was not written so is damage."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.model import Block, Stretch
from reltui.model.vocab import BlockKind
from reltui.store.packed import (
    Malformed,
    pack_blocks,
    pack_pairs,
    pack_spans,
    squeezed,
    unpack_blocks,
    unpack_pairs,
    unpack_spans,
    unsqueezed,
)

numbers = st.integers(0, 10**7)
blocks = st.builds(
    Block,
    st.sampled_from(get_args(BlockKind)),
    numbers,
    numbers,
    st.none() | st.tuples(numbers, numbers),
    st.integers(-1, 99),
    st.sampled_from(("", "timeline", "quotes")),
    st.integers(-1, 99),
)


@settings(deadline=None)
@given(st.lists(st.builds(Stretch, numbers, numbers, numbers)))
def test_stretches(spans: list[Stretch]) -> None:
    assert unpack_spans(pack_spans(spans)) == tuple(spans)


@settings(deadline=None)
@given(st.lists(st.tuples(numbers, numbers)))
def test_pairs(pairs: list[tuple[int, int]]) -> None:
    assert unpack_pairs(pack_pairs(pairs)) == tuple(pairs)


@settings(deadline=None)
@given(st.lists(blocks))
def test_blocks(made: list[Block]) -> None:
    assert unpack_blocks(pack_blocks(made)) == tuple(made)


def test_what_follows_closely_is_short() -> None:
    spans = [Stretch(10 + 81 * n, 90 + 81 * n, 80 * n) for n in range(3)]
    assert pack_spans(spans) == "10,80 1,80 1,80"
    assert pack_blocks([Block("title", 0, 9), Block("paragraph", 11, 20, heading=0)]) == (
        "title 0,9;paragraph 2,9 h0"
    )


@settings(deadline=None)
@given(st.text(max_size=30))
def test_anything_else_is_damage(text: str) -> None:
    for unpack in (unpack_spans, unpack_pairs, unpack_blocks):
        try:
            unpack(text)
        except Malformed:
            continue


@pytest.mark.parametrize("text", ["[[1,2]]", "1", "1,2,3,4", "x,2"])
def test_no_stretches(text: str) -> None:
    with pytest.raises(Malformed):
        unpack_spans(text)


@pytest.mark.parametrize("text", ["sonnet 1,2", "title", "title x", "title 1,2 hx", "title 1,2 l1"])
def test_no_blocks(text: str) -> None:
    with pytest.raises(Malformed):
        unpack_blocks(text)


@given(st.text() | st.text(min_size=64).map(lambda text: text * 9))
def test_what_is_long_is_squeezed(text: str) -> None:
    kept = squeezed(text)
    assert unsqueezed(kept) == text
    assert isinstance(kept, bytes) == (len(text) >= 64)


@pytest.mark.parametrize("kept", [b"", b"no stream", squeezed("1,2 " * 99)[:-3]])
def test_a_broken_squeeze_is_damage(kept: bytes) -> None:
    with pytest.raises(Malformed, match="does not come out whole"):
        unsqueezed(kept)
