"""A source of five megabytes: opened, paged, searched in, wrapped anew; columns of any script straight."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from reltui.store import Reader, write
from reltui.tui.standing import Standing
from reltui.tui.widgets.pieces import width
from tests import factory
from tests.conftest import meta
from tests.tui.conftest import Start, press, quiet, room, screen_text

LONG_NAME = ("Maximiliano-Bartholomew Konstantinopolitansky-Ahrenburg " * 3)[:120]
NAMES = {"djuric": LONG_NAME, "brnabic": "王毅 毛泽东", "vucic": "سيرغي لافروف", "putin": "🇷🇸 Александар"}


@pytest.fixture(scope="module")
def long_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small corpus with a source of five megabytes, and with names that are hard to set."""
    paragraph = "Ministers spoke of gas and of trade in Moscow, at length and in detail. " * 12
    text = "".join(f"Paragraph {number}. {paragraph}\n\n" for number in range(6_000))
    first = factory.readings()[0]
    source = replace(first.sources[0], id="long", text=text, title="Long", unit=1, units=1)
    passages, at = [], 0
    for ordinal, part in enumerate(text.split("\n\n")[:-1], start=1):
        passages.append(
            replace(first.passages[0], source="long", ordinal=ordinal, start=at, end=at + len(part))
        )
        at += len(part) + 2
    facts = factory.facts()
    actors = tuple(replace(actor, name=NAMES.get(actor.id, actor.name)) for actor in facts.actors)
    named = text.rfind("Moscow")
    naming = replace(facts.mentions[0], source="long", start=named, end=named + 6, surface="Moscow", title="")
    facts = replace(facts, mentions=(*facts.mentions, naming))
    path = tmp_path_factory.mktemp("long") / "long.db"
    file = replace(first.file, path="long.txt")
    long = replace(first, file=file, sources=(source,), passages=tuple(passages))
    write(path, [*factory.readings(), long], replace(facts, actors=actors), meta())
    assert len(text) > 5_000_000
    return path


async def test_what_stands_in_a_very_long_source_comes_after_its_text(
    start: Start, long_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reltui.tui.panes import source as pane

    gate = threading.Event()
    read = pane.stand

    def late(reader: Reader, ident: str) -> Standing:
        assert gate.wait(20)
        return read(reader, ident)

    monkeypatch.setattr(pane, "stand", late)
    app = start(path=long_db)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here = room(app)
        await press(pilot, *"vo")
        assert here.view is not None
        here.view.lines.go_to("long", lambda _: here.view.lines.point("hand"))
        for _ in range(2000):
            await pilot.pause(0.005)
            if here.source.folio is not None and here.source.folio.source.id == "long":
                break
        folio = here.source.folio
        assert folio is not None
        assert "Paragraph 0." in screen_text(app), "one reads before it is known what stands there"
        assert not folio.whole
        assert not here.source.sheet.spans_of("mention")
        assert folio.passage_at(0) is not None, "what is cited has its paragraph"
        gate.set()
        await quiet(pilot)
        assert folio.whole
        (span,) = here.source.sheet.spans_of("mention").spans
        assert folio.text[slice(*span)] == "Moscow"
        await press(pilot, "3", "G")
        assert here.actor_at_hand() == folio.standing.named_at(*span)[0][0]


async def test_a_very_long_source_is_opened_paged_and_searched_in(start: Start, long_db: Path) -> None:
    app = start(path=long_db)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        here, sheet = room(app), room(app).source.sheet
        await press(pilot, *"/=Paragraph =5999", "enter")
        await pilot.pause(0.5)  # all of a very long text is searched once typing rests
        await quiet(pilot)
        assert here.source.folio is not None
        assert here.source.folio.source.id == "long"
        await press(pilot, "enter")
        assert here.place == "source"
        assert "Paragraph 5999." in screen_text(app)
        for key, stands in (("g", 0), ("G", sheet.lines.starts[-1]), ("-", None)):
            before = sheet.at
            await press(pilot, key)
            assert sheet.at == stands if stands is not None else sheet.at < before
        await press(pilot, "n")
        span = sheet.spans_of("here").spans
        assert span
        assert sheet.text[slice(*span[0])] in ("Paragraph", "5999")
        at = sheet.at
        await pilot.resize_terminal(60, 20)
        await quiet(pilot)
        assert sheet.wrapped_for == sheet.cells
        assert sheet.lines.span(sheet.cursor)[0] <= at <= sheet.lines.span(sheet.cursor)[1] + 1


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_names_of_any_script_and_length_keep_the_columns_straight(
    start: Start, long_db: Path, size: tuple[int, int]
) -> None:
    app = start(path=long_db)
    async with app.run_test(size=size) as pilot:
        await quiet(pilot)
        for keys in (("1",), ("2",), ("v", "s"), ("v", "l"), ("escape", "1", "p")):
            await press(pilot, *keys)
            lines = screen_text(app).splitlines()
            edges = [line for line in lines if line.startswith(("│", "╭", "╰"))]
            assert edges
            for line in edges:
                assert width(line) == size[0], line
                assert line.endswith(("│", "╮", "╯")), line
        await press(pilot, "escape")
