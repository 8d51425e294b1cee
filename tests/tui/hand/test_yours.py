"""The view of all that is the user's: every line leads somewhere, n and N go among them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reltui.corrections import Alias, MergeActors, Remark, append, beside, entry
from reltui.corrections.entries import ActorRef, Anchor
from reltui.hand import actor_of, event_of, place_of
from reltui.store import Reader
from reltui.tui.app import ReadingRoom
from tests.tui.conftest import press, quiet, room, screen_text
from tests.tui.hand.conftest import hand

Open = Callable[[], ReadingRoom]
SIZE = (120, 36)


def fill(mine: Path) -> None:
    with Reader(mine) as reader:
        source = reader.event("call-may").reports[0].source
        first = reader.passages(source)[0]
        append(
            beside(mine),
            entry(Remark("mark", place_of(reader, source, first.start, first.end))),
            entry(Remark("note", event_of(reader, "call-oct"), "who called whom?")),
            entry(Remark("label", actor_of(reader, "lavrov"), "talks")),
            entry(MergeActors(actor_of(reader, "rosatom"), actor_of(reader, "nis"))),
            entry(Alias(ActorRef("nobody-here", "Nobody"), "Niko")),
            entry(
                Remark("note", Anchor("", "gone.txt", "words that are gone"), "a note on a file that went")
            ),
        )


async def test_nothing_yet_says_how_to_begin(open_mine: Open) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "v", "y")
        assert "m marks, M notes, e corrects" in screen_text(app)
        await press(pilot, "1", "m", "v", "y")
        assert "Marks · 1" in screen_text(app)
        await press(pilot, "u")
        assert "Marks · 1" not in screen_text(app), "the view follows"


async def test_n_goes_from_one_to_the_next_and_each_leads_to_its_words(open_mine: Open, mine: Path) -> None:
    fill(mine)
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "v", "y")
        here = room(app)
        folio = here.source.folio
        assert folio is not None
        assert folio.source.id == hand(app).of("source", folio.source.id)[0].id, "the first mark is open"
        seen: list[object] = []
        for _ in range(4):
            assert here.view is not None
            seen.append(here.view.lines.current())
            await press(pilot, "n")
        assert all(getattr(row, "spot", None) or getattr(row, "goes", "") for row in seen)
        assert len(set(seen)) == len(seen)
        await press(pilot, "N", "N", "N")
        await press(pilot, "enter")
        assert here.place == "source"


async def test_what_finds_no_place_is_listed_with_its_reason(open_mine: Open, mine: Path) -> None:
    fill(mine)
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "v", "y", "G")
        assert len(hand(app).orphans) == 2
        text = " ".join(screen_text(app).replace("│", " ").split())
        assert "Without a place" in text
        assert "Nobody is also written Niko" in text
        assert "a note on a file that went" in text
        assert "gone.txt" in text


async def test_a_line_on_an_actor_leads_to_the_profile(open_mine: Open, mine: Path) -> None:
    fill(mine)
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "v", "y", "n", "n", "enter")
        assert room(app).state.view == "profile"
        assert room(app).state.actor == "lavrov"
        assert "#talks" in screen_text(app) or "your label" in screen_text(app)
