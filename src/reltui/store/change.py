"""Change a database in place: take sources out, put others in, in one transaction.

Under the rollback journal a change that is killed has not happened: whoever opens the database next rolls it
back. Readers in other processes see the old state until it is done. Row numbers of what stays do not change.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.model import Facts
from reltui.store.hand import Hand
from reltui.store.placing import NoRoom
from reltui.store.putting_in import PuttingIn
from reltui.store.schema import TABLES
from reltui.store.taking_out import TakingOut

if TYPE_CHECKING:
    from reltui.store.rows import Meta
    from reltui.store.write import Reading

__all__ = ["Change", "NoRoom", "change"]

_PATIENCE = 30.0  # seconds that readers may take to let go


@dataclass(frozen=True, slots=True)
class Change:
    """What is taken out and what is put in.

    `facts` are those of the new sources, the events that take the place of `events`, the statements of
    `scope` (sources that stay, whose statements are replaced), the new doubts, and all actors that any of
    these name, with everything that is to be known of them.
    """

    gone: frozenset[str] = frozenset()  # ids of sources
    readings: Sequence[Reading] = ()
    facts: Facts = field(default_factory=Facts)
    events: frozenset[str] = frozenset()  # ids of events that are replaced or gone
    doubts: frozenset[str] = frozenset()  # ids of doubts that are gone
    scope: frozenset[str] = frozenset()


def change(path: Path, wanted: Change, meta: Meta) -> Meta:
    """Change the database at `path`; return its meta with the new counts.

    Raises `NoRoom` (nothing has changed then) where a day has no row number left, the errors of sqlite3, and
    OSError where the disk is full.
    """
    old = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    new = sqlite3.connect(path, isolation_level=None, timeout=_PATIENCE)
    try:
        new.execute("PRAGMA cache_spill = OFF")  # else `old` could not read on
        new.execute("BEGIN IMMEDIATE")
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM meta").fetchone()
        counted = _Changing(old, new, wanted).run(meta)
        old.execute("ROLLBACK")
        new.execute("COMMIT")
        return counted
    except sqlite3.OperationalError as error:
        if "full" in str(error) or "disk I/O" in str(error):
            raise OSError(28, f"the disk is full ({error})", str(path.parent)) from error
        raise
    finally:
        old.close()
        if new.in_transaction:
            new.execute("ROLLBACK")
        new.close()


class _Changing:
    def __init__(self, old: sqlite3.Connection, new: sqlite3.Connection, wanted: Change) -> None:
        self.hand, self.wanted = Hand(old, new), wanted

    def run(self, meta: Meta) -> Meta:
        from reltui.store.meta import rows
        from reltui.store.reindex import reindex

        self._count()
        taking_out = TakingOut(self.hand, self.wanted)
        taking_out.run()
        PuttingIn(self.hand, self.wanted).run()
        self._again_doubted()
        self._passages_of_proofs(self.hand.new)
        taking_out.actors_gone()
        reindex(self.hand.old, self.hand.new, self.hand.touched)
        counted = replace(meta, schema=self._version(), counts=self._counts(meta))
        self.hand.new.executemany("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", rows(counted))
        return counted

    def _version(self) -> int:
        return self.hand.do("PRAGMA user_version").fetchone()[0]

    def _count(self) -> None:
        """Let SQLite count what comes and goes: to count whole tables would take longer than the change."""
        self.hand.do("CREATE TEMP TABLE counted (name TEXT PRIMARY KEY, more INTEGER) WITHOUT ROWID")
        for table in TABLES:
            self.hand.do("INSERT INTO temp.counted VALUES (?, 0)", (table,))
            for what, sign in (("INSERT", "+"), ("DELETE", "-")):
                self.hand.do(
                    f"CREATE TEMP TRIGGER {table}_{what} AFTER {what} ON main.{table} BEGIN "
                    f"UPDATE counted SET more = more {sign} 1 WHERE name = '{table}'; END"
                )

    def _counts(self, meta: Meta) -> dict[str, int]:
        more = dict(self.hand.do("SELECT name, more FROM temp.counted").fetchall())
        return {table: count + more.get(table, 0) for table, count in meta.counts.items()}

    def _again_doubted(self) -> None:
        from reltui.store.write_facts import DOUBT_OF_EVENT

        keys = sorted(self.hand.doubted)
        self.hand.touched["event"].update(keys)
        self.hand.run(f"UPDATE events SET doubt = ({DOUBT_OF_EVENT}) WHERE key IN {{}}", keys)

    def _passages_of_proofs(self, connection: sqlite3.Connection) -> None:
        """A passage bears the marks of the events that it tells of."""
        for key in list(self.hand.touched["event"]):
            sql = (
                "SELECT v.passage FROM reports r JOIN evidence v ON v.report = r.key "
                "WHERE r.event = ? AND v.passage IS NOT NULL"
            )
            self.hand.touched["passage"].update(row[0] for row in connection.execute(sql, (key,)))
