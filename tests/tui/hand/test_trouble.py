"""What can go wrong with the user's file while the app is open: said in a sentence, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reltui.corrections import CannotKeep, RenameActor, actor_ref, append, beside, entry
from reltui.store import Reader
from reltui.tui.app import ReadingRoom
from tests.tui.conftest import press, quiet, room, screen_text, write
from tests.tui.hand.conftest import actor_ids, actors, hand, log_of, said

Open = Callable[[], ReadingRoom]
SIZE = (120, 36)


def rename(mine: Path, name: str) -> None:
    """What another program adds to the file."""
    with Reader(mine) as reader:
        append(beside(mine), entry(RenameActor(actor_ref(reader.actor("putin"), (), {}), name)))


def look(app: ReadingRoom) -> None:
    """What a room does every few seconds: see whether somebody else has added to the file."""
    assert app.ledger is not None
    app.ledger.look_if_changed()


async def test_two_apps_on_one_corpus_add_to_one_file(open_mine: Open, mine: Path) -> None:
    one, other = open_mine(), open_mine()
    async with one.run_test(size=SIZE) as first:
        await quiet(first)
        await press(first, "1", "m")
        async with other.run_test(size=SIZE) as second:
            await quiet(second)
            await press(second, "1", "j", "m")
        look(one)
        await quiet(first)
        assert len(hand(one).notes) == 2
        assert "changed by another program" in said(one)
        await press(first, "G", "m")
    assert len(log_of(mine).active) == 3


async def test_what_another_program_adds_is_shown(open_mine: Open, mine: Path) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        rename(mine, "V. V. Putin")
        look(app)
        await quiet(pilot)
        assert "V. V. Putin" in screen_text(app)
        await press(pilot, "u")
        assert "V. V. Putin" not in [row.name for row in actors(app)]


async def test_a_full_disk_is_said_and_what_was_typed_stays(
    open_mine: Open, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reltui.corrections import journal

    def full(path: Path, *_: object) -> None:
        raise CannotKeep(path, "no space left on device")

    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "M")
        await write(pilot, "a long thought")
        with monkeypatch.context() as patched:
            patched.setattr(journal, "append", full)
            await press(pilot, "enter")
        assert "a long thought" in screen_text(app), "the form is open again, with what was typed"
        assert "cannot be kept in" in "".join(screen_text(app).splitlines()[-3:])
        assert log_of(mine).entries == ()
        await press(pilot, "enter")
        assert [note.text for note in hand(app).notes] == ["a long thought"]


async def test_a_file_that_may_not_be_written_is_said(open_mine: Open, mine: Path) -> None:
    beside(mine).mkdir()  # nothing can be added to a folder, whoever one is
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "m")
        assert "cannot be kept in" in said(app)
        assert app.failed is None
        assert "djuric" in actor_ids(app)


async def test_damaged_lines_are_told_and_the_rest_applies(open_mine: Open, mine: Path) -> None:
    rename(mine, "V. V. Putin")
    with beside(mine).open("a", encoding="utf-8") as file:
        file.write('{"what": "drop-event"\n{"what": "sing", "song": "la"}\n')
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        assert "corrections.jsonl, line 3" in said(app)
        assert "1 more line likewise" in said(app)
        assert "V. V. Putin" in screen_text(app)
        await press(pilot, "v", "y")
        text = screen_text(app)
        assert "cannot be used" in text
        assert "line 3" in text
        assert "line 4" in text


async def test_what_has_gone_meanwhile_is_said(open_mine: Open, mine: Path) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "e", "r")
        await write(pilot, "Somebody")
        room(app).source.forget()
        beside(mine).write_bytes(b"\xff\xfe not a text\n")
        await press(pilot, "enter")
        assert "Somebody" in screen_text(app), "what is decided now is kept below what cannot be read"
        assert len(log_of(mine).active) == 1


async def test_reading_the_corpus_again_keeps_what_was_corrected(open_mine: Open, mine: Path) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        rename(mine, "V. V. Putin")
        look(app)
        await quiet(pilot)
        assert "V. V. Putin" in [row.name for row in actors(app)]
        await press(pilot, "R")
        assert "V. V. Putin" in [row.name for row in actors(app)]
        await press(pilot, "u")
        assert "V. V. Putin" not in [row.name for row in actors(app)]


async def test_no_room_to_show_a_correction_is_said_once_and_it_is_kept(
    open_mine: Open, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reltui.hand import whole

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        with monkeypatch.context() as patched:
            patched.setattr(whole, "write", full)
            await press(pilot, "1", "M")
            await write(pilot, "kept all the same")
            await press(pilot, "enter")
            assert "There is no room to show the correction" in said(app)
            assert app.screen is app.room, "the form is not asked again: what was written is kept"
            assert len(log_of(mine).active) == 1
            room(app).say("something else")
            look(app)
            await quiet(pilot)
            assert "something else" in said(app), "it is not said again every few seconds"
        await press(pilot, "m")
        assert {note.kind for note in hand(app).notes} == {"note", "mark"}
