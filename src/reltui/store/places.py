"""Where things stand and what their sources are called; and how rows are read by their numbers."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

NAMED_IN_PASSAGE = """
    LEFT JOIN passages b ON b.key = p.key - 1 AND b.source = p.source
    LEFT JOIN passages n ON n.key = p.key + 1 AND n.source = p.source
    CROSS JOIN mentions m ON m.source = p.source AND m.start >= CASE WHEN b.key IS NULL THEN 0 ELSE p.start END
    AND m.start < CASE WHEN n.key IS NULL THEN 9223372036854775807 ELSE n.start END
"""
"""SQL that joins to passages `p` their mentions `m`: those from its beginning to that of the next one.

What stands before the first passage of a source counts to it.
"""

FILE_OF_PATH = "substr(f.path, -16) = substr(?1, -16) AND +f.path = ?1"
"""SQL for the file `f` of a path; the index has only the ends of paths, which begin alike.

The plus sign keeps SQLite from putting the value in place of the path everywhere, after which no index serves.
"""

_AT_ONCE = 500  # SQLite's older builds take 999 values in a statement


def select(connection: sqlite3.Connection, sql: str, keys: Sequence[int]) -> Iterable[tuple[Any, ...]]:
    """Yield the rows of a statement that ends in `IN {keys}` for any number of keys."""
    for begin in range(0, len(keys), _AT_ONCE):
        some = list(keys[begin : begin + _AT_ONCE])
        yield from connection.execute(sql.format(keys=f"({','.join('?' * len(some))})"), some)


def label(title: str | None, publisher: str | None, path: str, unit: int, units: int) -> str:
    """Return what a source is called on one line: its title, its publisher, or its place in its file."""
    if title:
        return title
    name = publisher or PurePath(path).name
    return f"{name}, {unit} of {units}" if units > 1 else name


class Place(NamedTuple):
    """One piece of evidence: where it stands, and what that source is called."""

    source: int
    start: int
    end: int
    ordinal: int  # of the passage, 0 where there is none
    id: str
    label: str


def evidence(
    connection: sqlite3.Connection, owner: str, keys: Sequence[int]
) -> defaultdict[int, list[Place]]:
    """Return the evidence of facts by their row number, in its order; `owner` is a column of `evidence`."""
    sql = (
        f'SELECT v.{owner}, v.source, v.start, v."end", p.ordinal, s.id, '
        "s.title, s.publisher, f.path, s.unit, s.units "
        "FROM evidence v JOIN sources s ON s.key = v.source JOIN files f ON f.key = s.file "
        f"LEFT JOIN passages p ON p.key = v.passage WHERE v.{owner} IN {{keys}} ORDER BY v.key"
    )
    found: defaultdict[int, list[Place]] = defaultdict(list)
    for key, source, start, end, ordinal, ident, *named in select(connection, sql, keys):
        found[key].append(Place(source, start, end, ordinal or 0, ident, label(*named)))
    return found
