"""What the user's file comes to on one corpus: a snapshot that no thread changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reltui.corrections.log import Log

if TYPE_CHECKING:
    from reltui.corrections.entries import Entry
    from reltui.corrections.plan import Plan
    from reltui.corrections.results import Note, Orphan, Overruled
    from reltui.hand.delta import Delta
    from reltui.store import Reader

Kind = Literal["actor", "event", "source"]


@dataclass(frozen=True)
class Hand:
    """The entries of the file and what they do here.

    `db` is the corpus as it was built, `shown` the database that holds what is to be shown: the same where the
    build laid on these very entries, else a small one that is nobody else's. `delta` is what a large corpus is
    shown with instead. `by` leads from ("actor" or "event", id) to the entries that shaped it, `ids` from the
    id of one that is gone to the one it goes under. `stamp` tells the file from one that was changed since.
    """

    db: Path
    path: Path
    shown: Path
    log: Log = field(default_factory=Log)
    notes: tuple[Note, ...] = ()
    orphans: tuple[Orphan, ...] = ()
    overruled: tuple[Overruled, ...] = ()
    by: Mapping[tuple[str, str], tuple[str, ...]] = field(
        default_factory=dict[tuple[str, str], tuple[str, ...]]
    )
    ids: Mapping[str, str] = field(default_factory=dict[str, str])
    plan: Plan | None = None
    delta: Delta | None = None
    stamp: tuple[int, int] | None = None

    def reader(self) -> Reader:
        """Open a reader of the corpus as it is by the user's hand; raises the errors of the store."""
        from reltui.store import Reader

        if self.delta is None:
            return Reader(self.shown)
        from reltui.hand.overlaid import Overlaid

        return Overlaid(self.db, self.delta)

    def entry(self, ident: str) -> Entry | None:
        """Return the entry of an id."""
        return self._entries.get(ident)

    def of(self, kind: Kind, ident: str) -> Sequence[Note]:
        """Return the notes, labels and marks on an actor, an event, or in a source."""
        return self._on.get((kind, ident), ())

    def shaped(self, kind: Kind, ident: str) -> list[Entry]:
        """Return the corrections that shaped an actor or event, remarks left out, in their order."""
        from reltui.corrections.entries import Remark

        entries = [self.entry(entry) for entry in self.by.get((kind, ident), ())]
        return [entry for entry in entries if entry is not None and not isinstance(entry.body, Remark)]

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.log.entries}

    @cached_property
    def _on(self) -> dict[tuple[str, str], list[Note]]:
        found: dict[tuple[str, str], list[Note]] = defaultdict(list)
        for note in self.notes:
            found[note.on, note.id].append(note)
        return found


NOTHING = Hand(Path(), Path(), Path())
"""No corpus, no file: what is so before anything was read."""
