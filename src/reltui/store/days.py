"""Which row numbers a stretch of days has.

Rows are numbered by their `day` (the first that their date may mean, or the last where the first is
open), so those whose day lies in the stretch are one range of numbers, which the full-text index takes as
it is. The few whose date is wider than a day and only reaches into the stretch are asked for by themselves.
"""

from __future__ import annotations

import sqlite3

from reltui.query import When

EARLIEST, LATEST = "0000-01-01", "9999-12-31"
"""The days that stand for an open side; no date that can be written is as early."""

# Kinds numbered by their own days, and the table that has them.
_NUMBERED = {"event": "events", "statement": "statements", "passage": "sources"}
# Kinds in another order: the rows of a stretch, listed.
_LISTED = {
    "figure": "SELECT d.key FROM figures d",
    "doubt": """
        SELECT v.discrepancy FROM evidence v JOIN sources d ON d.key = v.source AND v.discrepancy IS NOT NULL
    """,
}


def between(connection: sqlite3.Connection, kind: str, date: When, column: str) -> tuple[str, list[object]]:
    """Return an SQL condition on the row number in `column`, with its values.

    A row is in the stretch if its date may lie in it: the first and the last day it may mean overlap
    with the stretch. What has no date, and actors, are in no stretch.
    """
    first, last = date.lower or EARLIEST, date.upper or LATEST
    if kind in _LISTED:
        return f"{column} IN ({_LISTED[kind]} WHERE d.lower <= ? AND d.upper >= ?)", [last, first]
    if kind not in _NUMBERED:
        return "0", []
    table = _NUMBERED[kind]
    begin = _one(connection, f"SELECT key FROM {table} WHERE day >= ? ORDER BY day, key", first)
    end = _one(connection, f"SELECT key FROM {table} WHERE day <= ? ORDER BY day DESC, key DESC", last)
    wide = f"SELECT key FROM {table} WHERE upper > lower AND upper >= ? AND lower <= ?"
    wide_values: list[object] = [first, last]
    if begin is not None and end is not None and begin <= end:
        wide += " AND NOT key BETWEEN ? AND ?"
        wide_values += [begin, end]
        inside = True
    else:
        inside = False
    if connection.execute(f"{wide} LIMIT 1", wide_values).fetchone() is None:
        wide = ""
    if kind == "passage":
        begin, end = _passages(connection, begin, end) if inside else (None, None)
        wide = wide and f"SELECT key FROM passages WHERE source IN ({wide})"
    ways: list[str] = []
    values: list[object] = []
    if inside:
        ways.append(f"{column} BETWEEN ? AND ?")
        values += [begin, end]
    if wide:
        ways.append(f"{column} IN ({wide})")
        values += wide_values
    return (f"({' OR '.join(ways)})" if len(ways) > 1 else ways[0]) if ways else "0", values


def _one(connection: sqlite3.Connection, sql: str, value: str) -> int | None:
    row = connection.execute(f"{sql} LIMIT 1", (value,)).fetchone()
    return row[0] if row else None


def _passages(
    connection: sqlite3.Connection, begin: int | None, end: int | None
) -> tuple[int | None, int | None]:
    """Return the first and the last passage of a range of sources; passages are numbered like sources."""
    first = connection.execute(
        "SELECT key FROM passages WHERE source >= ? ORDER BY source, ordinal LIMIT 1", (begin,)
    ).fetchone()
    last = connection.execute(
        "SELECT key FROM passages WHERE source <= ? ORDER BY source DESC, ordinal DESC LIMIT 1", (end,)
    ).fetchone()
    return (first[0] if first else None, last[0] if last else None)
