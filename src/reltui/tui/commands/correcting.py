"""The user's hand: marks, notes, corrections, and taking them back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reltui.tui.commands.registry import command
from reltui.tui.hand.dealing import decide, reference, sentence
from reltui.tui.hand.targets import Target, targets
from reltui.tui.ours import ours

if TYPE_CHECKING:
    from reltui.corrections.entries import Body, Entry
    from reltui.hand import Hand
    from reltui.store import Reader
    from reltui.tui.screens.room import Room

_NOTHING = "Nothing is selected that could be {}: choose an actor, an event or words first."


@command("mark")
def mark(room: Room) -> None:
    """Mark what is selected, or take the mark away."""
    found = targets(room)
    if not found:
        room.say(_NOTHING.format("marked"))
        return
    target = found[0]

    def make(reader: Reader) -> Sequence[Body]:
        from reltui.corrections import Remark, Undo

        there = marks_on(ours(room).hand, target)
        return [Undo(entry) for entry in there] or [Remark("mark", reference(reader, target))]

    decide(room, make)


def marks_on(hand: Hand | None, target: Target) -> list[str]:
    """The entries of the marks on a target; on words: those whose words share a character with them."""
    if hand is None:
        return []
    notes = [note for note in hand.of(target.kind, target.id) if note.kind == "mark"]
    if target.kind == "source":
        notes = [note for note in notes if note.start < target.end and target.start < note.end]
    return [note.entry for note in notes]


@command("note")
def note(room: Room) -> None:
    """Write a note on what is selected."""
    found = targets(room)
    if found:
        write_note(room, found[0])
    else:
        room.say(_NOTHING.format("noted"))


def write_note(room: Room, target: Target, kind: str = "note", text: str = "") -> None:
    """Ask for the text of a note, or for a label, and keep it."""
    from reltui.tui.hand.form import Filled, Form

    label = kind == "label"

    def take(filled: Filled | None) -> None:
        if filled is None or not filled.text:
            return

        def make(reader: Reader) -> Sequence[Body]:
            from reltui.corrections import Remark

            return [
                Remark(
                    "label" if label else "note",
                    reference(reader, target),
                    filled.text.lstrip("#") if label else filled.text,
                )
            ]

        decide(room, make, again=lambda: write_note(room, target, kind, filled.text))

    def wrong(value: str) -> str:
        return "" if value else ("A label is a word or two." if label else "A note needs words.")

    form = Form(
        f"{kind.capitalize()} on {target.name}",
        placeholder="a word or two to gather things by" if label else "your note",
        filled=Filled(text, ""),
        check=wrong,
        reason=False,
        hint=f"{'label:WORD' if label else 'has:note'} finds it again · Enter keeps it · Esc leaves",
    )
    ours(room).push_screen(form, take)


@command("correct")
def correct(room: Room) -> None:
    """Choose what to correct of what is selected."""
    from reltui.tui.hand.menus import offer

    offer(room, targets(room))


@command("undo")
def undo(room: Room) -> None:
    """Take back the last correction, note or mark."""
    _take_back(room, redo=False)


@command("redo")
def redo(room: Room) -> None:
    """Do again what was taken back."""
    _take_back(room, redo=True)


def _take_back(room: Room, redo: bool) -> None:
    from reltui.hand import said

    def done(entry: Entry | None) -> None:
        keys = room.keys
        if entry is None:
            room.say("There is nothing to do again." if redo else "There is nothing to take back.")
        elif redo:
            room.say(f"Done again: {said(entry.body)}.", more=f"{keys.first('undo')} takes it back")
        else:
            room.say(f"Taken back: {said(entry.body)}.", more=f"{keys.first('redo')} does it again")

    if (ledger := ours(room).ledger) is not None:
        ledger.take_back(redo, done, lambda error: room.say(sentence(error), problem=True))
