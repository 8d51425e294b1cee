"""The view of all that is the user's: marks, notes, labels, corrections, and what found no place any more."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reltui.present.counting import plural
from reltui.tui.hand.signs import MARK, NOTE, YOURS, hand_of
from reltui.tui.spots import Spot
from reltui.tui.views.entries import Collected, Entry, EntryView, Part
from reltui.tui.views.view import Asked

if TYPE_CHECKING:
    from reltui.corrections import Note
    from reltui.hand import Hand
    from reltui.store import Reader
    from reltui.tui.workers.desk import Desk

_NOTHING = "Nothing of yours yet: m marks, M notes, e corrects what is selected."
_WORDS = 100  # characters of the words that a mark is on


class Yours(EntryView):
    """The user's own file, in order of kind."""

    NAME = "yours"

    def fill(self, asked: Asked) -> None:
        """Show what there is."""
        hand = hand_of(self)
        if hand is None or not (hand.log.entries or hand.log.problems):
            self.nothing(_NOTHING)
        else:
            self.collect(lambda reader: gather(reader, hand), asked)

    def step(self, forward: bool) -> bool:
        """Go on to the next line that leads somewhere: words, an actor, an event."""
        lines = self.lines
        way = 1 if forward else -1
        row = lines.cursor + way
        while lines.pages is not None and 0 <= row < lines.pages.count:
            entry = lines.pages.row(row)
            if entry is not None and (entry.spot is not None or entry.goes):
                lines.go(row)
                return True
            row += way
        return True


def gather(reader: Reader, hand: Hand) -> Collected:
    """Put the user's file in order; to be called at a desk."""
    kinds: dict[str, list[Entry]] = {"mark": [], "note": []}
    labels: dict[str, list[Entry]] = defaultdict(list)
    for note in sorted(hand.notes, key=lambda note: note.time):
        entry = _remark(reader, note)
        (labels[note.text] if note.kind == "label" else kinds[note.kind]).append(entry)
    parts: list[Part] = [
        (f"Marks · {len(kinds['mark'])}", kinds["mark"]),
        (f"Notes · {len(kinds['note'])}", kinds["note"]),
        *((f"#{label} · {len(entries)}", entries) for label, entries in sorted(labels.items())),
        (f"Corrections · {len(made := _corrections(reader, hand))}", made),
        ("Without a place: what they were made on is not found", _orphans(hand)),
        ("Contradicted by a later one", _overruled(hand)),
        ("Taken back", _undone(hand)),
        (f"Lines of {hand.path.name} that cannot be used", _problems(hand)),
    ]
    count = plural(len(hand.log.active), "entry", "entries")
    return Collected(f"Yours · {count}", [part for part in parts if part[1]])


def _remark(reader: Reader, note: Note) -> Entry:
    """A note, label or mark, with what it is on."""
    sign = {"mark": MARK, "note": NOTE}.get(note.kind, "#")
    said = f"{note.text}  · " if note.kind == "note" else ""
    ident = f"y{note.entry}"
    try:
        if note.on == "actor":
            return Entry(
                ident,
                said + reader.actor(note.id).name,
                note.time[:10],
                "actor",
                None,
                sign,
                "",
                f"actor:{note.id}",
            )
        if note.on == "event":
            event = reader.event(note.id)
            first = next(iter(event.evidence), None)
            spot = Spot(first.source, first.start, first.end, event.id) if first is not None else None
            return Entry(
                ident, f"{said}{event.title}, {event.date or 'n.d.'}", note.time[:10], "event", spot, sign
            )
        words = " ".join(reader.source(note.id).text[note.start : note.end][:_WORDS].split())
        return Entry(ident, f"{said}“{words}”", note.time[:10], "", Spot(note.id, note.start, note.end), sign)
    except KeyError:
        return Entry(ident, said + note.id, note.time[:10], "", None, sign)


def _corrections(reader: Reader, hand: Hand) -> list[Entry]:
    """The corrections in force, the latest first, each led to what it has shaped."""
    from reltui.corrections import Remark
    from reltui.hand import said

    leads: dict[str, tuple[str, Spot | None]] = {}
    for (kind, ident), entries in hand.by.items():
        spot = _first_words(reader, ident) if kind == "event" else None
        for entry in entries:
            leads.setdefault(entry, ("" if kind == "event" else f"actor:{ident}", spot))
    found: list[Entry] = []
    for entry in reversed(hand.log.active):
        if not isinstance(entry.body, Remark):
            goes, spot = leads.get(entry.id, ("", None))
            why = f"  because: {entry.why}" if entry.why else ""
            found.append(
                Entry(f"y{entry.id}", said(entry.body) + why, entry.time[:10], "", spot, YOURS, "", goes)
            )
    return found


def _first_words(reader: Reader, event: str) -> Spot | None:
    try:
        first = next(iter(reader.event(event).evidence), None)
    except KeyError:
        return None
    return Spot(first.source, first.start, first.end, event) if first is not None else None


def _orphans(hand: Hand) -> list[Entry]:
    from reltui.hand import said

    found: list[Entry] = []
    for number, orphan in enumerate(hand.orphans):
        near = orphan.near
        spot = (
            Spot(near.source, near.start, near.end, note="the same words, elsewhere")
            if near is not None
            else None
        )
        text = f"{said(orphan.entry.body)}: {orphan.reason}"
        found.append(Entry(f"o{number}{orphan.entry.id}", text, orphan.entry.time[:10], "", spot, "?"))
    return found


def _overruled(hand: Hand) -> list[Entry]:
    from reltui.hand import said

    found: list[Entry] = []
    for number, one in enumerate(hand.overruled):
        entry = hand.entry(one.entry)
        what = f"{said(entry.body)}: " if entry is not None else ""
        found.append(
            Entry(f"c{number}{one.entry}", what + one.what, entry.time[:10] if entry else "", "", None, "≠")
        )
    return found


def _undone(hand: Hand) -> list[Entry]:
    from reltui.corrections import Undo
    from reltui.hand import said

    return [
        Entry(f"u{entry.id}", said(entry.body), entry.time[:10], "", None, "·")
        for entry in hand.log.entries
        if entry.id in hand.log.undone and not isinstance(entry.body, Undo)
    ]


def _problems(hand: Hand) -> list[Entry]:
    return [
        Entry(f"p{number}", str(problem), "", "", None, "!")
        for number, problem in enumerate(hand.log.problems)
    ]


def make(desk: Desk) -> EntryView:
    """The view, for the registry."""
    return Yours(desk)
