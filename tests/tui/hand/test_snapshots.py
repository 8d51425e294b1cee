"""What the user's hand looks like, held still: signs, menus and forms, the view of all that is yours."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reltui.corrections import (
    Alias,
    DropEvent,
    MergeActors,
    Remark,
    RenameActor,
    SetEvent,
    Undo,
    append,
    beside,
    entry,
)
from reltui.corrections.entries import ActorRef, Body
from reltui.hand import actor_of, event_of, place_of
from reltui.present.settings import Settings
from reltui.store import Reader
from tests.tui.conftest import Start, press, quiet

Compare = Callable[..., bool]
SIZES = [(120, 36), (80, 24), (60, 20)]


@pytest.fixture
def corrected(mine: Path) -> Path:
    """The small corpus with a file of corrections that has some of everything in it."""
    with Reader(mine) as reader:
        vulin, group = actor_of(reader, "vulin"), event_of(reader, "group")
        source = reader.event("call-may").reports[0].source
        first = reader.passages(source)[0]
        made: list[tuple[Body, str]] = [
            (Remark("mark", vulin), ""),
            (
                Remark("note", place_of(reader, source, first.start, first.end), "compare with the briefing"),
                "",
            ),
            (Remark("label", event_of(reader, "call-dec"), "gas"), ""),
            (RenameActor(actor_of(reader, "nis"), "Naftna Industrija Srbije"), "the company, not the city"),
            (MergeActors(actor_of(reader, "rosatom"), actor_of(reader, "nis")), ""),
            (SetEvent(group, "date", "2021-11-24"), "the briefing has the first day alone"),
            (DropEvent(event_of(reader, "postponed")), ""),
            (Alias(ActorRef("nobody-at-all", "Nobody"), "Niko"), ""),
        ]
    entries = [
        entry(body, why, ident=f"entry{number}", time=f"2026-01-0{number + 1}T10:00:00Z")
        for number, (body, why) in enumerate(made)
    ]
    entries.append(entry(Undo("entry4"), ident="back", time="2026-01-09T10:00:00Z"))
    append(beside(mine), *entries)
    with beside(mine).open("a", encoding="utf-8") as file:
        file.write('{"what": "drop-event"\n')
    return mine


def doing(*keys: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Press keys once the room is open and what is the user's has been laid over it."""

    async def run(pilot: Pilot[Any]) -> None:
        await quiet(pilot)
        await press(pilot, *keys)

    return run


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("room", ("g", "j", "j", "j")),
        ("yours", ("v", "y")),
        ("actor", ("1", "j", "e")),
        ("event", ("g", "j", "e")),
        ("date", ("g", "j", "e", "d")),
        ("same", ("1", "j", "e", "s")),
        ("words", ("1", "j", "e", "x")),
        ("note", ("1", "j", "M")),
    ],
)  # fmt: skip
def test_hand(
    snap_compare: Compare,
    start: Start,
    corrected: Path,
    size: tuple[int, int],
    name: str,
    keys: tuple[str, ...],
) -> None:
    app = start(Settings(motion=False), corrected)
    assert snap_compare(app, terminal_size=size, run_before=doing(*keys))


def test_yours_in_light(snap_compare: Compare, start: Start, corrected: Path) -> None:
    app = start(Settings(motion=False, theme="textual-light"), corrected)
    assert snap_compare(app, terminal_size=(120, 36), run_before=doing("v", "y"))


def test_why(snap_compare: Compare, start: Start, corrected: Path) -> None:
    app = start(Settings(motion=False), corrected)
    assert snap_compare(app, terminal_size=(120, 36), run_before=doing("g", "j", "w"))
