"""What can be corrected of what is selected: a menu, and behind each line a form, a chooser or both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reltui.present.safe import safe
from reltui.tui.hand import actors, events
from reltui.tui.hand.targets import Target
from reltui.tui.ours import ours

if TYPE_CHECKING:
    from reltui.tui.screens.room import Room

Deed = tuple[str, str, str, Callable[["Room", Target], None]]  # letter, label, help, what is done

_KINDS = {"actor": "actor", "event": "event", "source": "words"}


def offer(room: Room, found: Sequence[Target]) -> None:
    """Offer what can be corrected; where several things are selected, ask which is meant first."""
    from reltui.tui.screens.menu import Choice, Menu

    if not found:
        room.say("Nothing is selected that could be corrected: choose an actor, an event or words first.")
        return
    if len(found) == 1:
        _deeds(room, found[0])
        return
    ordered = [
        *(one for one in found if one.kind != "source"),
        *(one for one in found if one.kind == "source"),
    ][:9]
    choices = [
        Choice(str(number), _KINDS[one.kind], safe(one.name), str(number + 1))
        for number, one in enumerate(ordered)
    ]

    def take(chosen: str | None) -> None:
        if chosen is not None:
            _deeds(room, ordered[int(chosen)])

    ours(room).push_screen(Menu("Correct what?", choices), take)


def _deeds(room: Room, target: Target) -> None:
    from reltui.tui.screens.menu import Choice, Menu

    deeds = {"actor": _of_actor, "event": _of_event, "source": _of_words}[target.kind](target)
    choices = [Choice(letter, label, help_, letter) for letter, label, help_, _ in deeds]

    def take(chosen: str | None) -> None:
        for letter, _, _, do in deeds:
            if letter == chosen:
                do(room, target)

    ours(room).push_screen(Menu(f"{_KINDS[target.kind].capitalize()}: {safe(target.name)}", choices), take)


def _of_actor(target: Target) -> list[Deed]:
    deeds: list[Deed] = [
        ("s", "same as …", "both are one; what is told of both goes together", actors.same),
        ("x", "not the same", "some words name somebody else: choose them, then who", actors.apart),
        ("0", "names nobody", "some words are no name at all", actors.nobody),
        ("r", "rename", "the name to show; the old one still finds it", actors.rename),
        ("a", "add a spelling", "one more spelling that finds it", actors.alias),
    ]
    return deeds + _REMARKS


def _of_event(target: Target) -> list[Deed]:
    deeds: list[Deed] = [
        ("d", "date", "when it was, in any precision", events.date),
        ("t", "type", "visit, meeting, call …", events.type_),
        ("s", "status", "planned, occurred or cancelled", events.status),
        ("p", "place", "where it was", events.place),
        ("j", "same as …", "both are one happening: joined, with the reports of both", events.same),
        ("x", "drop", "it is no event, or did not happen", events.drop),
    ]
    return deeds + _REMARKS


def _of_words(target: Target) -> list[Deed]:
    return list(_REMARKS)


def _note(room: Room, target: Target) -> None:
    from reltui.tui.commands.correcting import write_note

    write_note(room, target)


def _label(room: Room, target: Target) -> None:
    from reltui.tui.commands.correcting import write_note

    write_note(room, target, "label")


_REMARKS: list[Deed] = [
    ("n", "note", "your words on it", _note),
    ("l", "label", "a word to gather things by", _label),
]
