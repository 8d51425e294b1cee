"""Keeps the user's file and what it comes to: reads it, adds to it, lays it over the corpus."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.corrections.home import beside
from reltui.hand.state import Hand

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.corrections.difference import Before
    from reltui.corrections.entries import Body, Entry
    from reltui.corrections.log import Log
    from reltui.corrections.results import Corrected
    from reltui.hand.delta import Delta
    from reltui.hand.whole import Found
    from reltui.store import Reader

SMALL = 2_000
"""Passages up to which a corpus is laid out anew as a whole, exactly as a build would: about 0.3 seconds a thousand."""


class Keeper:
    """Lays the user's file over one corpus, again and again. For one thread.

    Raises the errors of the store for a database that cannot be read, `OSError` where there is no room for what
    is to be shown; a file of corrections that cannot be read raises nothing (`Log.problems` says why).
    """

    def __init__(self, db: Path, small: int | None = None) -> None:
        """Lay over the corpus at `db`; `small` stands in for `SMALL`."""
        self._db = db
        self._small = SMALL if small is None else small
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._written = 0
        self._seen: tuple[int, int] | None = None
        self._before: Before | None = None
        self._found: Found | None = None
        self._tables: Tables | None = None
        self._hand: Hand | None = None

    @property
    def path(self) -> Path:
        """Return where the corrections are kept."""
        return beside(self._db)

    def look(self) -> Hand:
        """Return what the file holds now, laid over the corpus as it is now."""
        from reltui.corrections.journal import load

        stamp = stamp_of(self.path)
        self._renew()
        return self._lay(load(self.path), stamp)

    def add(self, *bodies: Body, why: str = "") -> None:
        """Add entries to the file. Raises `BadEntry` and `CannotKeep`."""
        from reltui.corrections.journal import append
        from reltui.corrections.making import entry

        append(self.path, *(entry(body, why) for body in bodies))

    def keep(self, *bodies: Body, why: str = "") -> Hand:
        """Add entries to the file, and return what it comes to. Raises `BadEntry` and `CannotKeep`."""
        self.add(*bodies, why=why)
        return self.look()

    def undo(self) -> tuple[Hand, Entry | None]:
        """Take back the last entry in force; return what the file comes to, and that entry."""
        entry = self.take_back()
        return self.look(), entry

    def redo(self) -> tuple[Hand, Entry | None]:
        """Put the entry in force again that was taken back last; return what the file comes to, and that entry."""
        entry = self.take_back(redo=True)
        return self.look(), entry

    def take_back(self, redo: bool = False) -> Entry | None:
        """Add to the file what undoes or does again; return the entry that is meant, None if there is none."""
        from reltui.corrections.entries import Undo
        from reltui.corrections.journal import load

        log = load(self.path)
        last = log.to_redo if redo else log.to_undo
        if last is None:
            return None
        self.add(Undo(last.id))
        return log.get(last.body.of) if isinstance(last.body, Undo) else last

    def reader(self) -> Reader:
        """Return a reader of the corpus with the file laid over it; nothing is left behind once it is open."""
        hand = self.look()
        reader = hand.reader()
        self.close()
        return reader

    def close(self) -> None:
        """Remove what was written to be shown; readers that are open go on."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    # -- laying ----------------------------------------------------------------------------------------

    def _renew(self) -> None:
        """Forget what was read of a corpus in whose place another one stands now."""
        now = stamp_of(self._db)
        if now != self._seen:
            self._seen, self._before, self._found, self._hand = now, None, None, None

    def _lay(self, log: Log, stamp: tuple[int, int] | None) -> Hand:
        from reltui.store.before import read_before

        if self._before is None:
            self._before = read_before(self._db)
        if not log.active and not self._before:
            return self._kept(Hand(self._db, self.path, self._db, log, stamp=stamp))
        if self._is_small():
            return self._kept(self._whole(log, self._before, stamp))
        from reltui.hand.part import lay_part

        corrected, delta = lay_part(self._db, self._before, log, self._fresh_name())
        return self._kept(_hand(self._db, self.path, self._db, log, corrected, stamp, delta))

    def _is_small(self) -> bool:
        if self._found is not None:
            return True
        from reltui.store import Reader

        with Reader(self._db) as reader:
            return reader.meta.counts.get("passages", 0) <= self._small

    def _whole(self, log: Log, before: Before, stamp: tuple[int, int] | None) -> Hand:
        from reltui.hand.whole import find, lay_whole

        if self._found is None:
            self._found = find(self._db, before)
        if self._tables is None:
            from reltui.authority import load_beside

            self._tables = load_beside(self._db)
        shown: Path | None = None
        if tuple(entry.id for entry in log.active) == before.entries:
            shown = self._db  # the build has laid on these very entries
        elif self._hand is not None and self._hand.log.active == log.active:
            shown = self._hand.shown
        into = None if shown is not None else self._fresh_name()
        corrected = lay_whole(self._found, log, self._tables, into)
        return _hand(self._db, self.path, shown or into or self._db, log, corrected, stamp)

    def _fresh_name(self) -> Path:
        """Return a name for what is to be shown next; of what was shown before, the last is kept."""
        if self._folder is None:
            # goes with the process, too, however that ends but for a kill
            self._folder = tempfile.TemporaryDirectory(prefix="reltui-hand-", ignore_cleanup_errors=True)
        self._written += 1
        folder = Path(self._folder.name)
        for old in folder.iterdir():
            if old.name != f"{self._written - 1}.db":
                old.unlink(missing_ok=True)
        return folder / f"{self._written}.db"

    def _kept(self, hand: Hand) -> Hand:
        self._hand = hand
        return hand


def _hand(
    db: Path,
    path: Path,
    shown: Path,
    log: Log,
    corrected: Corrected,
    stamp: tuple[int, int] | None,
    delta: Delta | None = None,
) -> Hand:
    return Hand(
        db, path, shown, log, corrected.notes, corrected.orphans, corrected.overruled, corrected.by, corrected.ids,
        corrected.plan, delta, stamp,
    )  # fmt: skip


def stamp_of(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from the same one changed, or from another in its place; None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size
