"""What taking out and putting in share: one transaction, what it has touched, and small questions to it."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reltui.dates import Edtf
from reltui.store.numbers import taken

if TYPE_CHECKING:
    from reltui.model import Mention

TABLES = {
    "passage": "passages", "event": "events", "actor": "actors", "statement": "statements",
    "figure": "figures", "doubt": "discrepancies",
}  # fmt: skip


class Hand:
    """Works on the database in `new`, while `old` still sees it as it was.

    `touched` are the rows, by kind, of which the indexes may say something else now; `doubted` the events
    whose doubt may be another.
    """

    def __init__(self, old: sqlite3.Connection, new: sqlite3.Connection) -> None:
        self.old, self.new = old, new
        self.do = new.execute
        self.touched: dict[str, set[int]] = defaultdict(set)
        self.doubted: set[int] = set()
        self._actor_keys: dict[str, int] = {}
        self._reasons: dict[str, int] = {}

    def touch_statements(self, connection: sqlite3.Connection, keys: Sequence[int]) -> None:
        """The events at which something was said answer for it."""
        sql = "SELECT event FROM statements WHERE event IS NOT NULL AND key = ?"
        for key in keys:
            self.touched["event"].update(row[0] for row in connection.execute(sql, (key,)))

    def events_near(self, connection: sqlite3.Connection, doubts: Sequence[int]) -> set[int]:
        """Return the events whose reports stand where a doubt does."""
        sql = (
            "SELECT DISTINCT r.event FROM evidence v JOIN evidence e ON e.source = v.source AND e.report IS NOT NULL "
            'AND v.start < e."end" AND e.start < v."end" JOIN reports r ON r.key = e.report WHERE v.discrepancy = ?'
        )
        return {row[0] for key in doubts for row in connection.execute(sql, (key,))}

    def count_names(self, spelled: Counter[tuple[int, str]], sign: int) -> None:
        """Count spellings of actors up or down; one that nobody uses any more goes."""
        for (actor, surface), count in spelled.items():
            self.touched["actor"].add(actor)
            self.do(
                "UPDATE names SET mentions = mentions + ? WHERE actor = ? AND text = ?",
                (sign * count, actor, surface),
            )
            self.do("UPDATE actors SET mentions = mentions + ? WHERE key = ?", (sign * count, actor))
            if sign < 0:
                self.do(
                    "DELETE FROM names WHERE actor = ? AND text = ? AND mentions <= 0 AND origin = 'corpus'",
                    (actor, surface),
                )

    def keys(self, table: str, idents: Iterable[str]) -> list[int]:
        """Return the row numbers of these ids, of those there are."""
        found = (self.do(f"SELECT key FROM {table} WHERE id = ?", (ident,)).fetchone() for ident in idents)
        return [row[0] for row in found if row]

    def key(self, table: str, ident: str) -> int:
        """Return the row number of an id; raises LookupError where there is none."""
        row = self.do(f"SELECT key FROM {table} WHERE id = ?", (ident,)).fetchone()
        if row is None:
            raise LookupError(f"{ident} is not among the {table}")
        return row[0]

    def knows_actor(self, ident: str, key: int) -> None:
        """Remember the row number of an actor."""
        self._actor_keys[ident] = key

    def actor(self, ident: str) -> int:
        """Return the row number of an actor by id."""
        if ident not in self._actor_keys:
            self._actor_keys[ident] = self.key("actors", ident)
        return self._actor_keys[ident]

    def reason(self, why: str) -> int:
        """Return the row number of a reason; one that nobody gave before is put in."""
        if not self._reasons:
            self._reasons = dict(self.do("SELECT text, key FROM reasons"))
        if why not in self._reasons:
            added = self.do("INSERT INTO reasons (text) VALUES (?)", (why,)).lastrowid
            assert added is not None
            self._reasons[why] = added
        return self._reasons[why]

    def reading(self, mention: Mention) -> int:
        """Return the row number of what is said of a mention's reading; what nobody said before is put in."""
        said = (self.reason(mention.why), mention.title, mention.score, mention.doubt)
        sql = "SELECT key FROM readings WHERE why = ? AND title IS ? AND score = ? AND doubt IS ?"
        row = self.do(sql, said).fetchone()
        if row is not None:
            return row[0]
        added = self.do("INSERT INTO readings (why, title, score, doubt) VALUES (?, ?, ?, ?)", said).lastrowid
        assert added is not None
        return added

    def taken(self, kind: str, key: int) -> int:
        """Note a new row number as taken and touched."""
        taken(self.new, TABLES[kind], key)
        self.touched[kind].add(key)
        return key

    def insert(self, table: str, *values: object) -> None:
        """Insert a row."""
        self.do(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)

    def passage_at(self, source: int, offset: int) -> int | None:
        """Return the passage at an offset of a source, or the last before it."""
        sql = "SELECT key FROM passages WHERE source = ? {} ORDER BY start {} LIMIT 1"
        row = self.do(sql.format("AND start <= ?", "DESC"), (source, offset)).fetchone()
        row = row or self.do(sql.format("", "ASC"), (source,)).fetchone()
        return row[0] if row else None

    def passage_around(self, source: int, offset: int) -> int | None:
        """Return the passage in which an offset of a source lies."""
        sql = (
            'SELECT key FROM passages WHERE source = ?1 AND start <= ?2 AND "end" > ?2 ORDER BY start LIMIT 1'
        )
        row = self.do(sql, (source, offset)).fetchone()
        return row[0] if row else None

    def date_of(self, source: int) -> Edtf:
        """Return the date of a source."""
        return Edtf.try_parse(self.do("SELECT published FROM sources WHERE key = ?", (source,)).fetchone()[0])

    def column(self, sql: str, keys: Sequence[int]) -> list[int]:
        """Return the first column of a statement with `{}` for any number of keys, each once."""
        found: dict[int, None] = {}
        for begin in range(0, len(keys), 500):
            some = list(keys[begin : begin + 500])
            rows = self.do(sql.format(f"({','.join('?' * len(some))})"), some)
            found.update((row[0], None) for row in rows.fetchall())
        return list(found)

    def run(self, sql: str, keys: Sequence[int]) -> None:
        """Run a statement with `{}` for any number of keys."""
        for begin in range(0, len(keys), 500):
            some = list(keys[begin : begin + 500])
            self.do(sql.format(f"({','.join('?' * len(some))})"), some)
