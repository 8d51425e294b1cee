"""Text of sources, names and queries is data: it is shown as it stands and does nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reltui.model import Facts
from reltui.present.clipboard import last_copy_file
from reltui.store import write
from tests import factory
from tests.conftest import meta
from tests.tui.conftest import Start, press, quiet, room, screen_text
from tests.tui.conftest import write as type_text

BAD = "[red]Evil[/red] [@click=app.exit()]x[/] \x1b]52;c;AAAA\x07\x1b[31m\u202eesrever\u2066\x9b2J \x00end"
LONG = "Љ" * 120


@pytest.fixture
def bad_db(tmp_path: Path) -> Path:
    """The small corpus with hostile titles, names, places and texts."""
    readings, facts = factory.build()
    changed = []
    for reading in readings:
        sources = tuple(
            replace(source, title=BAD, publisher=BAD, text=source.text + f"\n\n{BAD} {LONG}")
            for source in reading.sources
        )
        changed.append(replace(reading, sources=sources))
    actors = [replace(actor, name=f"{BAD} {actor.name}", native_name=LONG) for actor in facts.actors]
    events = [replace(event, place=BAD, title=BAD, why=BAD) for event in facts.events]
    doubts = [replace(doubt, what=BAD) for doubt in facts.discrepancies]
    hostile = replace(facts, actors=tuple(actors), events=tuple(events), discrepancies=tuple(doubts))
    assert isinstance(hostile, Facts)
    path = tmp_path / "bad.db"
    write(path, changed, hostile, meta(BAD))
    return path


def harmless(text: str) -> bool:
    return not any(sign in text for sign in "\x1b\x07\x00\x9b\u202e\u2066")


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_nothing_of_a_source_acts_on_the_screen(
    start: Start, bad_db: Path, size: tuple[int, int]
) -> None:
    app = start(path=bad_db)
    async with app.run_test(size=size) as pilot:
        await quiet(pilot)
        seen = ""
        for keys in (
            ["1"],
            ["2"],
            ["3", "G"],
            ["w"],
            ["escape"],
            ["1", "p"],
            ["v", "d"],
            ["v", "o"],
            ["v", "s"],
            ["C"],
        ):
            await press(pilot, *keys)
            shown = screen_text(app)
            assert harmless(shown), keys
            assert all(len(line) <= size[0] for line in shown.splitlines())
            seen += shown
        assert "[red]Evil[/red]" in seen, "shown as it stands, not taken for markup"
        assert app.is_running
        assert app.failed is None


async def test_what_is_copied_is_harmless_too(
    start: Start, bad_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(type(start()), "write_terminal", lambda self, text: sent.append(text))
    app = start(path=bad_db)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "y")
        copied = last_copy_file().read_text(encoding="utf-8")
        assert "Evil" in copied
        assert harmless(copied)
        assert all(
            set(text.removeprefix("\x1b]52;c;").removesuffix("\x07")).isdisjoint("\x1b\x07") for text in sent
        )


async def test_a_hostile_query_is_shown_as_it_stands(start: Start, bad_db: Path) -> None:
    app = start(path=bad_db)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "f")
        await type_text(pilot, "[red]x[/red]")
        await press(pilot, "enter")
        assert "[red]x[/red]" in screen_text(app)
        assert room(app).chronology.plan.count == 0
        assert "clears the filter" in screen_text(app)
        await press(pilot, "slash")
        await type_text(pilot, "[b]evil")
        await press(pilot, "enter")
        assert harmless(screen_text(app))
        assert app.is_running


async def test_wide_and_combining_letters_keep_the_columns(start: Start, tmp_path: Path) -> None:
    from rich.cells import cell_len

    readings, facts = factory.build()
    names = [
        "中华人民共和国",
        "עברית שלום",
        "محمد بن سلمان",
        "Nguyễn Văn Linh",
        "e\u0301\u0323" * 10,
        "🇷🇸 Србија 👩‍👩‍👧",
        "ﷺ" * 9,
    ]
    actors = [
        replace(actor, name=names[number % len(names)], native_name=names[(number + 1) % len(names)])
        for number, actor in enumerate(facts.actors)
    ]
    path = tmp_path / "wide.db"
    write(path, readings, replace(facts, actors=tuple(actors)), meta("中文 🇷🇸"))
    app = start(path=path)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        for _ in range(4):
            for strip in app.screen._compositor.render_strips(app.screen.size):
                assert cell_len(strip.text) == 120
            await press(pilot, "1", "j")
