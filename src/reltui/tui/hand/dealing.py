"""From what the user decided to a line in the file, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reltui.tui.hand.targets import Target
from reltui.tui.ours import ours

if TYPE_CHECKING:
    from reltui.corrections.entries import ActorRef, Anchor, Body, EventRef
    from reltui.store import Reader
    from reltui.tui.screens.room import Room

Make = Callable[["Reader"], "Sequence[Body]"]


def decide(room: Room, make: Make, why: str = "", again: Callable[[], None] | None = None) -> None:
    """Keep what `make` makes, show what it changes and say so; `again` asks anew if it cannot be kept."""

    def failed(error: Exception) -> None:
        from reltui.corrections import CannotKeep

        room.say(sentence(error), problem=True)
        if again is not None and isinstance(error, CannotKeep | ValueError):  # nothing was kept
            again()

    def done(bodies: Sequence[Body]) -> None:
        if bodies:
            more = f"{room.keys.first('undo')} takes it back"
            rest = f" (and {len(bodies) - 1} more)" if len(bodies) > 1 else ""
            room.say(f"{_said(room, bodies[0])}{rest}.", more=more)

    if (ledger := ours(room).ledger) is not None:
        ledger.decide(make, why, done, failed)


def _said(room: Room, body: Body) -> str:
    from reltui.corrections import Undo
    from reltui.hand import said

    hand = ours(room).hand
    entry = hand.entry(body.of) if isinstance(body, Undo) and hand is not None else None
    return f"Taken back: {said(entry.body)}" if entry is not None else said(body)


def sentence(error: Exception) -> str:
    """What kept a decision from being kept, as one sentence."""
    from reltui.corrections import BadEntry

    text = str(error) or type(error).__name__
    if isinstance(error, KeyError):
        return "What this was about is no longer in the corpus; nothing was changed."
    if isinstance(error, OSError):
        reason = error.strerror or text
        return f"There is no room to show the correction ({reason}); it is kept, and a build applies it."
    if isinstance(error, BadEntry | ValueError):
        return f"This cannot be kept: {text}."
    return text


def reference(reader: Reader, target: Target) -> ActorRef | EventRef | Anchor:
    """What an entry on a target holds, so that it is found again. Raises KeyError, and ValueError without words."""
    from reltui.hand import actor_of, event_of, place_of

    if target.kind == "actor":
        return actor_of(reader, target.id, target.words[0] if target.words else "")
    if target.kind == "event":
        return event_of(reader, target.id)
    return place_of(reader, target.id, target.start, target.end)
