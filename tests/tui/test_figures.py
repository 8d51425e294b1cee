"""Figures that contradict each other are seen together: marked, explained, and one key from each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reltui.model import Discrepancy
from reltui.store import write
from reltui.store.rows import DoubtRow, FigureRow
from reltui.tui.app import ReadingRoom
from reltui.tui.views.figures import Contested
from tests import factory
from tests.tui.conftest import Start, press, quiet, room, screen_text


def row(start: int, end: int, source: str = "s") -> FigureRow:
    return FigureRow("f", "trade", 1.0, "USD", None, None, "one", source, "", start, end)


def doubt(ident: str, severity, *places: tuple[str, int, int]) -> DoubtRow:
    return DoubtRow(
        ident, "sum", severity, "what", places[0][0], "", *places[0][1:], places, ("",) * len(places)
    )


def test_a_figure_is_contested_by_what_is_doubtful_on_its_words() -> None:
    contested = Contested(
        [doubt("a", "doubt", ("s", 5, 9)), doubt("b", "conflict", ("t", 0, 1), ("s", 8, 12))]
    )
    assert [one.id for one in contested.of(row(8, 9))] == ["b", "a"], "conflicts first"
    assert [one.id for one in contested.of(row(9, 20))] == ["b"]
    assert contested.of(row(12, 20)) == []
    assert contested.of(row(8, 9, "u")) == []


async def test_from_a_contested_figure_to_what_contradicts_it(start: Start, tmp_path: Path, db: Path) -> None:
    facts = factory.facts()
    one, other = facts.figures[:2]
    clash = Discrepancy(
        "clash", "sum", "conflict", "The parts do not make the total.", (*one.evidence, *other.evidence)
    )
    path = tmp_path / "clash.db"
    from tests.conftest import meta

    write(path, factory.readings(), replace(facts, discrepancies=(clash,)), meta())
    app: ReadingRoom = start(path=path)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "v", "f")
        here, view = room(app), room(app).view
        assert view is not None
        shown = screen_text(app)
        assert "2 contested" in shown
        assert shown.count("≠") == 2
        while view.lines.current().id != one.id:
            await press(pilot, "j")
        assert "The parts do not make the total." in screen_text(app)
        assert here.source.spot is not None
        assert (here.source.spot.start, here.source.spot.fact) == (one.evidence[0].start, one.id)
        await press(pilot, "n")
        assert (here.source.spot.source, here.source.spot.start) == (
            other.evidence[0].source,
            other.evidence[0].start,
        )
        assert here.source.sheet.spans_of("evidence")
        assert view.lines.current().id == one.id
        await press(pilot, "N", "n", "n")
        assert view.lines.current().id != one.id
        assert here.source.spot.fact == view.lines.current().id, "the next one is shown at its own words"
