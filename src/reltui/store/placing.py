"""Where in the order of days a new row finds a free number."""

from __future__ import annotations

import sqlite3

from reltui.store.numbers import ROOM


class NoRoom(Exception):
    """Between two days no row number is free: the database must be written anew."""


def room(connection: sqlite3.Connection, table: str, day: str | None) -> int:
    """Return a free number behind the rows of a day (None: those without one, which come first)."""
    sql = f"SELECT key, day FROM {table} WHERE day IS NULL ORDER BY key DESC LIMIT 1"
    row = connection.execute(sql).fetchone()
    if day is not None:
        sql = f"SELECT key, day FROM {table} WHERE day <= ? ORDER BY day DESC, key DESC LIMIT 1"
        row = connection.execute(sql, (day,)).fetchone() or row
    return after(connection, table, row[0] if row else 0, spread=row is None or row[1] != day)


def passages_room(connection: sqlite3.Connection, source: int, count: int) -> int:
    """Return the first of so many free numbers in a row for the passages of a source."""
    row = connection.execute(
        "SELECT key, source FROM passages WHERE source < ? ORDER BY source DESC, ordinal DESC LIMIT 1",
        (source,),
    ).fetchone()
    days = [
        connection.execute("SELECT day FROM sources WHERE key = ?", (key,)).fetchone()
        for key in (source, row[1] if row else 0)
    ]
    return after(connection, "passages", row[0] if row else 0, count, spread=days[0] != days[1])


def figure_room(connection: sqlite3.Connection, source: int) -> int:
    """Return a free number for a figure behind those that stand in a source or an earlier one."""
    row = connection.execute(
        "SELECT source FROM evidence WHERE source <= ? AND figure IS NOT NULL ORDER BY source DESC LIMIT 1",
        (source,),
    ).fetchone()
    if row is None:
        return after(connection, "figures", 0, spread=True)
    sql = "SELECT max(figure) FROM evidence WHERE source = ? AND figure IS NOT NULL"
    last = connection.execute(sql, row).fetchone()[0]
    return after(connection, "figures", last, spread=row[0] != source)


def after(
    connection: sqlite3.Connection, table: str, last: int, count: int = 1, *, spread: bool = False
) -> int:
    """Return the first of `count` free numbers behind `last`; raises `NoRoom`.

    Of a new day they are `spread`: in the middle of what is free, so that days before and behind find room too.
    """
    following = connection.execute(f"SELECT min(key) FROM {table} WHERE key > ?", (last,)).fetchone()[0]
    if following is None:
        return last + 1 + (ROOM if spread else 0)
    free = following - last - 1
    if free < count:
        raise NoRoom(table)
    return last + 1 + ((free - count) // 2 if spread else 0)
