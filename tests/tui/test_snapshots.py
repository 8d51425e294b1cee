"""What the screens look like, held still: the room and each view, in three sizes, dark and light."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from reltui.present.settings import Settings
from reltui.tui.views.registry import VIEWS
from tests.tui.conftest import Start, press, quiet, write

Compare = Callable[..., bool]
SIZES = [(120, 36), (80, 24), (60, 20)]


def doing(*keys: str, typed: str = "", then: tuple[str, ...] = ()) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Press keys and type a text once the room is open, waiting for what each of them does."""

    async def run(pilot: Pilot[Any]) -> None:
        await quiet(pilot)
        await press(pilot, *keys)
        await write(pilot, typed)
        await press(pilot, *then)

    return run


# how each view is reached: keys, a text that is typed, and keys after it
WAYS: dict[str, tuple[tuple[str, ...], str, tuple[str, ...]]] = {
    "room": (("j", "j"), "", ()),
    **{name: (("v", entry.key), "", ()) for name, entry in VIEWS.items()},
    "hits": (("/",), "djuric", ("enter", "j")),
    "profile": (("1", "j", "p"), "", ()),
    "pair": (("1", "j", "j", "enter", "1", "k", "v", "a"), "", ()),
    "reports": (("G", "="), "", ()),
}


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", WAYS)
def test_view(snap_compare: Compare, start: Start, name: str, size: tuple[int, int], theme: str) -> None:
    """Every view in every size, dark and light."""
    keys, typed, then = WAYS[name]
    app = start(Settings(motion=False, theme=theme))
    assert snap_compare(app, terminal_size=size, run_before=doing(*keys, typed=typed, then=then))


@pytest.mark.parametrize(
    ("name", "keys"),
    [("actor", ("1", "j", "enter")), ("words", ("j", "j", "enter")), ("help", ("?",)), ("views", ("v",)),
     ("forms", ("C",)), ("palette", (":",)), ("why", ("w",)), ("filter", ("f",)), ("narrow", ("i",)),
     ("tour", ("T",)), ("searches", ("S",)), ("export", ("x",)), ("span", ("v", "l", "g", "space", "l"))],
)  # fmt: skip
def test_moments(snap_compare: Compare, start: Start, name: str, keys: tuple[str, ...]) -> None:
    assert snap_compare(start(), terminal_size=(120, 36), run_before=doing(*keys))


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_how_it_was_understood(
    snap_compare: Compare, start: Start, size: tuple[int, int], theme: str
) -> None:
    run = doing("/", typed='putin vul OR "foreign minister" nosuch:x', then=("f2",))
    assert snap_compare(start(Settings(motion=False, theme=theme)), terminal_size=size, run_before=run)


def test_nothing_is_kept_by_the_filter(snap_compare: Compare, start: Start) -> None:
    run = doing("f", typed="actor:nobody", then=("enter",))
    assert snap_compare(start(), terminal_size=(120, 36), run_before=run)


def test_nothing_is_found(snap_compare: Compare, start: Start) -> None:
    assert snap_compare(start(), terminal_size=(80, 24), run_before=doing("/", typed="zzzzqqq"))


def test_flat(snap_compare: Compare, start: Start) -> None:
    app = start(Settings(motion=False, flat=True))
    assert snap_compare(app, terminal_size=(80, 24), run_before=doing("j"))


def test_without_colour(snap_compare: Compare, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(start(), terminal_size=(120, 36), run_before=doing("1", "j", "enter"))


def test_too_small(snap_compare: Compare, start: Start) -> None:
    assert snap_compare(start(), terminal_size=(20, 5), run_before=doing())
