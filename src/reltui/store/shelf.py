"""Where texts wait until it is known in which order they go into the database.

Sources are numbered by date, so the first row can be written only when the last text has been read. What is
in memory anyway stays there; what comes one by one is put on the disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from reltui.model import Passage, Source
from reltui.store.packed import pack_blocks, pack_pairs, pack_spans

Waiting = tuple[tuple[Any, ...], list[tuple[Any, ...]]]
"""The columns of a source that do not depend on others, and (ordinal, start, end, heading, copy of) of passages."""


class Shelf(Protocol):
    """Takes texts and gives them back by number, from 0."""

    def put(self, source: Source, passages: Sequence[Passage]) -> None:
        """Take a source and its passages in their order."""
        ...

    def take(self, number: int) -> Waiting:
        """Give back what was put there as the `number`-th."""
        ...

    def close(self) -> None:
        """Be done with it."""
        ...


class InMemory:
    """A shelf for texts that somebody holds in memory in any case."""

    def __init__(self) -> None:
        self._held: list[tuple[Source, Sequence[Passage]]] = []

    def put(self, source: Source, passages: Sequence[Passage]) -> None:
        """Take a source and its passages in their order."""
        self._held.append((source, passages))

    def take(self, number: int) -> Waiting:
        """Give back what was put there as the `number`-th."""
        return waiting(*self._held[number])

    def close(self) -> None:
        """Be done with it."""
        self._held.clear()


class OnDisk:
    """A shelf in a file of its own, which is deleted when it is closed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.unlink(missing_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "page_size = 16384", "cache_size = -4096"):
            self._connection.execute(f"PRAGMA {pragma}")
        columns = ", ".join(f"c{number}" for number in range(18))
        self._connection.execute(f"CREATE TABLE sources (number INTEGER PRIMARY KEY, {columns})")
        self._connection.execute("CREATE TABLE passages (source, ordinal, start, stop, heading, of, nth)")
        self._connection.execute("BEGIN")
        self._count = 0
        self._indexed = False

    def put(self, source: Source, passages: Sequence[Passage]) -> None:
        """Take a source and its passages in their order."""
        columns, rows = waiting(source, passages)
        marks = ", ".join("?" * (len(columns) + 1))
        self._connection.execute(f"INSERT INTO sources VALUES ({marks})", (self._count, *columns))
        self._connection.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(self._count, *row[:4], *(row[4] or (None, None))) for row in rows],
        )
        self._count += 1

    def take(self, number: int) -> Waiting:
        """Give back what was put there as the `number`-th."""
        if not self._indexed:
            self._connection.execute("CREATE INDEX passages_source ON passages (source)")
            self._indexed = True
        columns = self._connection.execute("SELECT * FROM sources WHERE number = ?", (number,)).fetchone()
        rows = self._connection.execute(
            "SELECT ordinal, start, stop, heading, of, nth FROM passages WHERE source = ? ORDER BY rowid",
            (number,),
        )
        return columns[1:], [(*row[:4], row[4:] if row[4] is not None else None) for row in rows]

    def close(self) -> None:
        """Be done with it."""
        self._connection.close()
        self._path.unlink(missing_ok=True)


def waiting(source: Source, passages: Sequence[Passage]) -> Waiting:
    """Return what waits of a source and its passages."""
    s = source
    columns = (
        s.id, s.unit, s.units, s.kind, s.title, s.publisher, s.author, s.published, s.published_basis,
        s.published_why, s.language, s.script, s.url, s.forwarded_from, int(s.translated), s.text,
        pack_spans(s.spans), f"{pack_pairs(s.repeats)}|{pack_blocks(s.blocks)}",
    )  # fmt: skip
    return columns, [(p.ordinal, p.start, p.end, p.heading, p.copy_of) for p in passages]
