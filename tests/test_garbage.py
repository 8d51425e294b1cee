"""Python's search for garbage is held back, and afterwards as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from reltui.garbage import NEVER, HeldBack


@pytest.fixture(autouse=True)
def before() -> Iterator[tuple[int, int, int]]:
    known = gc.get_threshold()
    gc.set_threshold(701, 11, 13)
    yield 701, 11, 13
    gc.unfreeze()
    gc.set_threshold(*known)


class Looked:
    """Counts searches."""

    times = 0

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        self.times += phase == "start"


def searches_for(objects: int) -> int:
    looked = Looked()
    gc.callbacks.append(looked)
    try:
        kept = [[] for _ in range(objects)]
    finally:
        gc.callbacks.remove(looked)
    assert len(kept) == objects
    return looked.times


def test_fewer_searches_and_then_as_before(before: tuple[int, int, int]) -> None:
    usual = searches_for(20_000)
    assert usual > 5
    with HeldBack(10_000):
        assert gc.get_threshold() == (10_000, *before[1:])
        assert searches_for(20_000) <= 3
    assert gc.get_threshold() == before


def test_never_is_never() -> None:
    with HeldBack(NEVER):
        assert searches_for(20_000) == 0


def test_what_is_alive_is_set_aside_until_the_end() -> None:
    held = HeldBack(10_000, 5, 7, aside=True)
    assert not held.begun
    held.begin()
    assert held.begun
    assert gc.get_threshold() == (10_000, 5, 7)
    aside = gc.get_freeze_count()
    assert aside > 0
    made = [[] for _ in range(100)]
    held.begin()
    assert gc.get_freeze_count() >= aside + len(made), "once more sets aside what has come since"
    held.end()
    assert gc.get_freeze_count() == 0
    held.end()  # once is enough


def test_an_error_ends_it_too_and_one_may_stand_within_another(before: tuple[int, int, int]) -> None:
    with HeldBack(5_000):
        with pytest.raises(RuntimeError), HeldBack(NEVER):
            raise RuntimeError
        assert gc.get_threshold()[0] == 5_000
    assert gc.get_threshold() == before
