"""The user's file as it was read: its entries in order, which are in force, what could not be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reltui.corrections.entries import Entry, Undo, Unknown
from reltui.corrections.errors import Problem


@dataclass(frozen=True)
class Log:
    """All entries in the order of the file, those taken back included, and what could not be used of it."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def active(self) -> tuple[Entry, ...]:
        """The entries in force, in the order of the file: no `Undo`, nothing taken back, no unknown kind."""
        return tuple(
            e for e in self.entries if e.id not in self.undone and not isinstance(e.body, Undo | Unknown)
        )

    @cached_property
    def undone(self) -> frozenset[str]:
        """The ids of the entries that are taken back; an `Undo` taken back itself takes nothing back."""
        # A later entry decides about an earlier one, so the file is gone through from its end; what stands
        # further down cannot be taken back, and so no two entries can take back each other.
        place = {entry.id: number for number, entry in enumerate(self.entries)}
        back: set[str] = set()
        for number, entry in reversed(list(enumerate(self.entries))):
            if not isinstance(entry.body, Undo) or entry.id in back:
                continue
            if place.get(entry.body.of, number) < number:
                back.add(entry.body.of)
        return frozenset(back)

    @cached_property
    def unknown(self) -> tuple[Entry, ...]:
        """The entries of kinds that this version does not know; they are kept, and have no effect here."""
        return tuple(e for e in self.entries if isinstance(e.body, Unknown) and e.id not in self.undone)

    def get(self, ident: str) -> Entry | None:
        """Return the entry of that id."""
        return next((e for e in self.entries if e.id == ident), None)

    @property
    def to_undo(self) -> Entry | None:
        """The entry that "undo" takes back: the last one in force. Append `Undo(entry.id)`."""
        done, _ = self._stacks()
        return done[-1] if done else None

    @property
    def to_redo(self) -> Entry | None:
        """The `Undo` that "redo" takes back, if nothing else was done since. Append `Undo(entry.id)`."""
        _, back = self._stacks()
        return back[-1] if back else None

    def _stacks(self) -> tuple[list[Entry], list[Entry]]:
        """Return what can be undone and what can be redone, the next one last."""
        by_id = {entry.id: entry for entry in self.entries}
        done: dict[str, Entry] = {}
        back: dict[str, Entry] = {}
        for entry in self.entries:
            if not isinstance(entry.body, Undo):
                done[entry.id] = entry
                back.clear()
            elif done.pop(entry.body.of, None):
                back[entry.id] = entry
            elif taken := back.pop(entry.body.of, None):
                again = by_id[taken.body.of] if isinstance(taken.body, Undo) else taken
                done[again.id] = again
        return (
            [e for e in done.values() if e.id not in self.undone],
            [e for e in back.values() if e.id not in self.undone],
        )

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def plus(self, *entries: Entry) -> Log:
        """Return the log with more entries, as if they had been appended and read."""
        return Log((*self.entries, *entries), self.problems)


def log_of(entries: Log | Iterable[Entry]) -> Log:
    """Return a log of entries that may be one already."""
    return entries if isinstance(entries, Log) else Log(tuple(entries))
