"""Citing and copying: what is selected, in the form one chose, by the way that works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.tui.commands.registry import command
from reltui.tui.ours import ours

if TYPE_CHECKING:
    from reltui.present.clipboard import Copied
    from reltui.store import Reader
    from reltui.tui.screens.room import Room


@command("cite")
def cite(room: Room) -> None:
    """Copy a citation of the words that are selected."""
    _copy(room, quoting=False)


@command("quote")
def quote(room: Room) -> None:
    """Copy the selected words with their citation."""
    _copy(room, quoting=True)


@command("form")
def form(room: Room) -> None:
    """Choose the form of citations."""
    from reltui.cite import STYLES
    from reltui.tui.screens.menu import Choice, Menu

    letters = "1234567890abcdefghijklmnoprstuvwxyz"
    choices = [
        Choice(name, style.label, style.description, letter)
        for letter, (name, style) in zip(letters, STYLES.items(), strict=False)
    ]

    def take(chosen: str | None) -> None:
        if chosen:
            room.state.form = chosen
            cite(room)

    ours(room).push_screen(Menu("Cite as", choices, room.state.form), take)


@command("copied")
def copied(room: Room) -> None:
    """Show what was copied last."""
    last = room.last_copied
    if last is None:
        room.say(f"Nothing was copied yet: {room.keys.first('cite')} copies a citation.")
    else:
        _show(room, last)


def _copy(room: Room, quoting: bool) -> None:
    from reltui.cite import STYLES

    words = room.source.words()
    if words is None:
        room.say("Nothing is selected that could be cited.")
        return
    folio, (start, end) = words
    style = room.state.form if room.state.form in STYLES else "chicago-note"

    def job(reader: Reader) -> str:
        from reltui.cite import Record, cite, quote

        source = folio.source
        parent = reader.source(source.embedded_in) if source.embedded_in else None
        record = Record.of(source, folio.passages, (start, end), parent)
        return quote(record, style) if quoting else cite(record, style)

    what = f"Quotation, {STYLES[style].label}" if quoting else STYLES[style].label
    room.reading.ask(room, "cite", job, lambda text: copy_text(room, text, what), room.report)


def copy_text(room: Room, text: str, what: str) -> None:
    """Copy a text in a thread of its own, as a tool may take its time, then say what became of it."""

    def work() -> None:
        from reltui.present.clipboard import copy

        done = copy(text, app_driver=ours(room).write_terminal)
        ours(room).call_from_thread(take, done)

    def take(done: Copied) -> None:
        room.last_copied = (what, done)
        if done.ok:
            room.say(f"{what}: {done.brief}", more=f"{room.keys.first('copied')} shows it")
        else:
            _show(room, room.last_copied)

    room.run_worker(work, thread=True, group="copy", exclusive=True)


def _show(room: Room, last: tuple[str, Copied]) -> None:
    from reltui.tui.screens.reader import TextDialog

    what, done = last
    ours(room).push_screen(TextDialog(what, f"{done.text}\n\n{done.said}"))
