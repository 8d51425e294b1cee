"""The order of the chronology, and how many events each year has, without reading any of them."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left

from reltui.query import Node
from reltui.store.filters import Filter
from reltui.store.numbers import Runs


def years(connection: sqlite3.Connection, answers: Filter, tree: Node | None) -> list[tuple[str | None, int]]:
    """Return (year, events) for the events that answer a tree, rising; those without a date last.

    Events are numbered by day, so where each year begins tells the year of every number.
    """
    begins = _begins(connection)
    keys = answers.all_keys("event", tree)
    cuts = [bisect_left(keys, first) for _, first in begins] + [len(keys)]
    counted: list[tuple[str | None, int]] = [
        (year, after - before)
        for (year, _), before, after in zip(begins, cuts, cuts[1:], strict=False)
        if after > before
    ]
    undated = cuts[0]  # they have the smallest numbers
    return [*counted, (None, undated)] if undated else counted


def _begins(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return (year, number of its first event), rising."""
    found: list[tuple[str, int]] = []
    sql = "SELECT day, key FROM events WHERE day >= ? ORDER BY day, key LIMIT 1"
    row = connection.execute(sql, ("",)).fetchone()
    while row is not None:
        year = row[0][:4]
        found.append((year, row[1]))
        row = connection.execute(sql, (f"{int(year) + 1:04d}",)).fetchone()
    return found


def event_keys(
    connection: sqlite3.Connection, answers: Filter, tree: Node | None, newest: bool
) -> array[int] | Runs:
    """Return the events that answer a tree, the earliest or the newest first, undated ones last."""
    keys = answers.all_keys("event", tree)
    if newest:
        return array("q", reversed(keys))
    dated = connection.execute("SELECT min(key) FROM events WHERE day IS NOT NULL").fetchone()[0]
    cut = bisect_left(keys, dated) if dated is not None else 0
    return array("q", keys[cut:]) + array("q", keys[:cut]) if cut else keys
