"""What is the user's, shown: a sign each for a mark, a note, a label and a correction, told without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.present.safe import safe
from reltui.tui.ours import ours
from reltui.tui.widgets.pieces import Piece, cut

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from reltui.corrections import Entry, Note
    from reltui.hand.state import Hand, Kind
    from reltui.store.rows import Hit
    from reltui.tui.look import Look

MARK, NOTE, YOURS = "⚑", "✎", "✓"
_ROOMY, _LABEL = 44, 14  # cells of a line from which labels are written out, and what each may take
SIGN_OF = {"mark": MARK, "note": NOTE, "label": "#"}


def hand_of(pump: MessagePump) -> Hand | None:
    """The user's hand on the corpus that is open; None until it has been read."""
    return ours(pump).hand


def signs(pump: MessagePump, kind: Kind, ident: str, look: Look, cells: int = 0) -> list[Piece]:
    """The signs of an actor or event, for a line of so many cells: nothing where nothing is the user's.

    Labels are written out where there is room.
    """
    hand = hand_of(pump)
    if hand is None:
        return []
    notes = hand.of(kind, ident)
    kinds = {note.kind for note in notes}
    text = "".join(sign for name, sign in (("mark", MARK), ("note", NOTE)) if name in kinds)
    text += YOURS if hand.shaped(kind, ident) else ""
    labels = list(dict.fromkeys(note.text for note in notes if note.kind == "label"))
    if labels and cells < _ROOMY:
        text += "#"
        labels = []
    pieces: list[Piece] = [(f" {text}", look.key)] if text else []
    return [*pieces, *((f" #{cut(safe(label), _LABEL)}", look.accent) for label in labels[:2])]


def on_hit(pump: MessagePump, hit: Hit, look: Look) -> list[Piece]:
    """The signs of what was found: on the actor or event itself, or on the words of a passage."""
    if hit.kind == "actor":
        return signs(pump, "actor", hit.id, look)
    if hit.kind == "event":
        return signs(pump, "event", hit.id, look)
    kinds = {note.kind for note in on_words(hand_of(pump), hit.source or "", hit.start, hit.end)}
    text = "".join(sign for name, sign in SIGN_OF.items() if name in kinds)
    return [(f" {text}", look.key)] if text else []


def on_words(hand: Hand | None, source: str, start: int, end: int) -> list[Note]:
    """The notes, labels and marks on a stretch of a source."""
    if hand is None:
        return []
    return [
        note for note in hand.of("source", source) if note.start < max(end, start + 1) and start < note.end
    ]


def written(note: Note) -> str:
    """A note, label or mark on one line, not yet safe."""
    return f"{SIGN_OF.get(note.kind, '')}{' ' if note.kind == 'note' else ''}{note.text}"


def yours(hand: Hand | None, kind: Kind, ident: str) -> list[str]:
    """What the user said of an actor or event: corrections with their day and reason, notes; for `w`."""
    from reltui.hand import said

    if hand is None:
        return []
    lines = [
        f"  corrected by you {_when(entry)}: {said(entry.body)}{_why(entry)}"
        for entry in hand.shaped(kind, ident)
    ]
    return lines + [_told(note) for note in hand.of(kind, ident)]


def noted(hand: Hand | None, source: str, start: int, end: int) -> list[str]:
    """What the user noted on a stretch of a source, in whole; for `w`."""
    notes = on_words(hand, source, start, end)
    lines = [_told(note) for note in notes]
    return ["", "Noted on these words:", *lines] if lines else []


def _told(note: Note) -> str:
    return f"  your {note.kind} {note.time[:10]}{f': {note.text}' if note.text else ''}"


def _when(entry: Entry) -> str:
    return f"on {entry.time[:10]}" if entry.time else "at some time"


def _why(entry: Entry) -> str:
    return f", because: {entry.why}" if entry.why else ""
