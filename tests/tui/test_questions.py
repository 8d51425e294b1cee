"""Real questions on the shipped texts, each answered within ten keystrokes by somebody who read no manual.

A typed query counts as one keystroke. The tour tells of every key that is used here.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reltui.corpus import build
from reltui.present.tour import STEPS
from reltui.resources import shipped
from reltui.tui.app import ReadingRoom
from reltui.tui.views.leads import Lead
from tests.tui.conftest import Start, press, quiet, room, screen_text, write


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts that ship with reltui, built."""
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    build([shipped("seeds")], path)
    return path


class Typist:
    """Counts keystrokes."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self.pilot = pilot
        self.strokes = 0

    async def press(self, *keys: str) -> None:
        await press(self.pilot, *keys)
        self.strokes += len(keys)

    async def query(self, text: str) -> None:
        await write(self.pilot, text)
        self.strokes += 1

    async def up_to(self, app: ReadingRoom, lead: str) -> None:
        """Move up to a line above the hits."""
        view = room(app).hits
        assert view is not None
        for _ in range(8):
            row = view.lines.current()
            if isinstance(row, Lead) and row.id == lead:
                return
            await self.press("k")
        raise AssertionError(f"there is no lead {lead}")


async def test_when_did_lavrov_and_vulin_meet_and_who_says_so(start: Start, seeds: Path) -> None:
    app = start(path=seeds)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        typist = Typist(pilot)
        await typist.press("/")
        await typist.query("lavrov vulin")
        await typist.press("enter")
        await typist.up_to(app, "with")
        await typist.press("enter")
        shown = screen_text(app)
        assert "2024-08-14" in shown
        assert "2022-08-22" in shown
        while "2024-08-14" not in str(getattr(room(app).view.lines.current(), "date", "")):
            await typist.press("j")
        await typist.press("=")
        shown = screen_text(app)
        assert "2 reports" in shown
        assert "Russian MFA · post 4 of 7" in shown
        assert "Russian MFA · post 5 of 7" in shown
        assert "Date  = the same" in shown
        assert typist.strokes <= 10


async def test_what_did_putin_say_about_gas_in_his_words_cited(start: Start, seeds: Path) -> None:
    app = start(path=seeds)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        typist = Typist(pilot)
        await typist.press("/")
        await typist.query("putin gas")
        await typist.press("enter")
        await typist.up_to(app, "says")
        await typist.press("enter", "y")
        here = room(app)
        assert here.last_copied is not None
        copied = here.last_copied[1].text
        assert "gas" in copied
        assert "Putin" in screen_text(app)
        assert "September 2024" in copied or "2024" in copied
        assert typist.strokes <= 10


async def test_which_figures_about_trade_contradict_each_other(start: Start, seeds: Path) -> None:
    app = start(path=seeds)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        typist = Typist(pilot)
        await typist.press("/")
        await typist.query("trade")
        await typist.press("enter")
        await typist.up_to(app, "figures")
        await typist.press("enter")
        shown = " ".join(screen_text(app).split())
        assert "contested" in shown
        assert "The parts do not make the total" in shown
        assert "2.802 billion dollars" in shown
        assert "977 million dollars" in shown
        await typist.press("n")
        assert "place 2 of" in screen_text(app)
        assert typist.strokes <= 10


async def test_who_was_serbias_foreign_minister_on_a_day(start: Start, seeds: Path) -> None:
    app = start(path=seeds)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        typist = Typist(pilot)
        await typist.press("/")
        await typist.query("serbia foreign minister date:2024-05-06")
        await typist.press("enter")
        await typist.up_to(app, "offices")
        await typist.press("enter")
        shown = screen_text(app)
        assert "Offices · serbia foreign minister date:2024-05-06 · 1 entry" in shown
        assert "Marko Đurić" in shown.splitlines()[2]
        assert "On May 6" in shown, "the words that tell of it"
        assert typist.strokes <= 10


def test_the_tour_tells_of_the_way_to_each_answer() -> None:
    told = " ".join(step.text for step in STEPS)
    for key in ("{search}", "{open}", "{reports}", "{quote}", "{up}"):
        assert key in told
    assert "held an office" in told
