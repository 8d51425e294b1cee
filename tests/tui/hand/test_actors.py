"""Correcting actors by the keyboard: same, not the same, names, spellings, nobody; and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reltui.corrections import DropMention, MergeActors, NewActor, RenameActor, SplitActor
from reltui.tui.app import ReadingRoom
from tests.tui.conftest import press, quiet, room, screen_text, write
from tests.tui.hand.conftest import actor_ids, actors, hand, lines_with, log_of, said

Open = Callable[[], ReadingRoom]
SIZE = (120, 36)


async def merge(pilot: Pilot[int]) -> None:
    """Say that Rosatom, the last of the actors, is the same as NIS."""
    await press(pilot, "1", "G", "e", "s")
    await write(pilot, "nis")
    await press(pilot, "enter", "enter")


async def test_two_actors_become_one_at_once_and_two_again(open_mine: Open, mine: Path) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        before = actor_ids(app)
        await merge(pilot)
        assert "Rosatom is the same as NIS" in said(app)
        assert isinstance(log_of(mine).active[0].body, MergeActors)
        assert "rosatom" not in actor_ids(app)
        row = room(app).actors.current()
        assert row is not None
        assert (row.id, row.mentions, row.events) == ("nis", 3, 1), (
            "the counts of both, the cursor where both are"
        )
        assert any("✓" in line for line in lines_with(app, "▪ NIS"))
        await press(pilot, "u")
        assert "Taken back: Rosatom is the same as NIS" in said(app)
        assert actor_ids(app) == before
        assert "✓" not in screen_text(app)
        await press(pilot, "U")
        assert "Done again" in said(app)
        assert "rosatom" not in actor_ids(app)


async def test_the_events_and_namings_of_both_are_the_one_s(open_mine: Open) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await merge(pilot)
        await press(pilot, "enter")
        assert room(app).state.actor == "nis"
        assert "Vulin – NIS" in screen_text(app)
        await press(pilot, "enter")
        folio = room(app).source.folio
        assert folio is not None
        assert folio.standing.spans("nis")
        assert not folio.standing.spans("rosatom")


async def test_a_name_is_changed_and_the_old_one_still_finds(open_mine: Open, mine: Path) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "e", "r")
        await write(pilot, "Марко Ђурић")
        await press(pilot, "tab")
        await write(pilot, "as he writes it")
        await press(pilot, "enter")
        entry = log_of(mine).active[0]
        assert isinstance(entry.body, RenameActor)
        assert entry.why == "as he writes it"
        assert any("✓" in line for line in lines_with(app, "● Марко Ђурић"))
        await press(pilot, "w")
        text = screen_text(app)
        assert "corrected by you on" in text
        assert "as he writes it" in " ".join(text.replace("│", " ").split())
        await press(pilot, "escape", "/")
        await write(pilot, "djuric")
        assert "Марко Ђурић" in screen_text(app)


async def test_a_name_without_letters_is_refused_and_nothing_is_lost(open_mine: Open, mine: Path) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "e", "r")
        await write(pilot, "???")
        await press(pilot, "enter")
        assert "A name needs a letter or a digit." in screen_text(app)
        assert "???" in screen_text(app)
        assert log_of(mine).entries == ()
        await press(pilot, "escape")


async def test_one_more_spelling_finds_the_actor(open_mine: Open) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "j", "e", "a")
        await write(pilot, "Wulinski")
        await press(pilot, "enter", "f")
        await write(pilot, "actor:wulinski")
        await press(pilot, "enter")
        assert "vulin" in actor_ids(app)


async def test_words_are_given_to_somebody_new(open_mine: Open, mine: Path) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        before = room(app).actors.current()
        await press(pilot, "1", "e", "x")
        assert "Which words name somebody else?" in screen_text(app)
        await press(pilot, "enter")
        await write(pilot, "Pavle Ilić")
        await press(pilot, "pagedown", "enter", "enter")
        entry = log_of(mine).active[0]
        assert isinstance(entry.body, SplitActor)
        assert entry.body.into == NewActor("Pavle Ilić")
        new = [ident for ident in actor_ids(app) if ident.startswith("pavle-ilic")]
        assert len(new) == 1
        assert before is not None
        shown = {row.id: row for row in actors(app)}
        assert shown["djuric"].mentions + shown[new[0]].mentions == before.mentions


async def test_the_words_under_the_cursor_name_nobody(open_mine: Open, mine: Path) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "j", "enter", "enter", "n")
        here = room(app)
        assert here.place == "source"
        await press(pilot, "e")
        assert "Correct what?" in screen_text(app)
        menu = [line for line in screen_text(app).splitlines() if "actor" in line and "Vulin" in line]
        assert menu
        letter = menu[0].partition("actor")[0].strip(" │▸▏╭─╮")[-1]
        await press(pilot, letter, "0", "enter")
        entry = log_of(mine).active[0]
        assert isinstance(entry.body, DropMention)
        assert "names nobody" in said(app)
        assert hand(app).orphans == ()


async def test_choosing_by_typing_takes_any_script_and_leaves_out_oneself(
    open_mine: Open, mine: Path
) -> None:
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        await press(pilot, "1", "G", "e", "s")
        await write(pilot, "лавров")
        assert "Sergey Lavrov" in screen_text(app)
        await press(pilot, "escape")
        assert log_of(mine).entries == ()


async def test_a_large_corpus_shows_the_same_without_being_laid_out_anew(
    open_mine: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reltui.hand import keeper

    monkeypatch.setattr(keeper, "SMALL", 0)
    app = open_mine()
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        before = actor_ids(app)
        await merge(pilot)
        assert hand(app).delta is not None
        assert "rosatom" not in actor_ids(app)
        row = room(app).actors.current()
        assert row is not None
        assert (row.id, row.mentions, row.events) == ("nis", 3, 1)
        await press(pilot, "enter")
        assert "Vulin – NIS" in screen_text(app)
        await press(pilot, "1", "u")
        assert actor_ids(app) == before
