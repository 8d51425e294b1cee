"""Garbage is looked for while the user rests, and nothing of that outlasts the app."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from reltui.tui import sweeping
from reltui.tui.sweeping import Sweeper
from tests.tui.conftest import Start, quiet


class Clock:
    now = 100.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    monkeypatch.setattr(sweeping, "monotonic", lambda: Clock.now)
    Clock.now = 100.0
    before = gc.get_threshold()
    yield Clock()
    gc.unfreeze()
    gc.set_threshold(*before)


class Looked:
    """Counts the looks over all that is alive."""

    def __init__(self) -> None:
        self.whole = 0

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        self.whole += phase == "stop" and info["generation"] == 2


@pytest.fixture
def looked() -> Iterator[Looked]:
    counted = Looked()
    gc.callbacks.append(counted)
    yield counted
    gc.callbacks.remove(counted)


def test_it_sweeps_once_in_a_rest_and_thoroughly_after_a_long_one(clock: Clock, looked: Looked) -> None:
    sweeper = Sweeper(lambda: True)
    sweeper.begin()
    assert gc.get_freeze_count() > 0
    sweeper.touch()
    looked.whole = 0
    sweeper.look()
    assert looked.whole == 0, "one is typing"
    clock.__class__.now += sweeping.REST
    sweeper.look()
    sweeper.look()
    assert looked.whole == 1
    clock.__class__.now += sweeping.LONG_REST
    sweeper.look()
    sweeper.look()
    assert looked.whole == 2
    sweeper.touch()
    clock.__class__.now += sweeping.REST
    sweeper.look()
    assert looked.whole == 3
    sweeper.end()


def test_it_does_nothing_while_there_is_work(clock: Clock, looked: Looked) -> None:
    sweeper = Sweeper(lambda: False)
    sweeper.begin()
    looked.whole = 0
    clock.__class__.now += sweeping.LONG_REST
    sweeper.look()
    assert looked.whole == 0
    sweeper.end()


def test_what_was_set_aside_and_is_garbage_goes_in_a_long_rest(clock: Clock) -> None:
    class Ring:
        gone = False

        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            Ring.gone = True

    sweeper, ring = Sweeper(lambda: True), Ring()
    sweeper.begin()
    del ring
    clock.__class__.now += sweeping.REST
    sweeper.look()
    assert not Ring.gone
    clock.__class__.now += sweeping.LONG_REST
    sweeper.look()
    assert Ring.gone
    sweeper.end()


async def test_the_collector_is_left_as_it_was(start: Start) -> None:
    before = gc.get_threshold()
    app = start()
    async with app.run_test() as pilot:
        await quiet(pilot)
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold() != before
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
