"""The whole corpus at once, for the export."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from reltui.model import Facts, Source
from reltui.store import load


def everything(
    connection: sqlite3.Connection, texts: Callable[[int], tuple[str, str]]
) -> tuple[list[Source], Facts]:
    """Return all sources and facts; what was learnt of the sources' dates stands in the sources."""

    def keys(table: str) -> list[int]:
        return [key for (key,) in connection.execute(f"SELECT key FROM {table} ORDER BY key")]

    copies = connection.execute(
        "SELECT s.id, p.ordinal, o.id, q.ordinal FROM passages p JOIN sources s ON s.key = p.source "
        "JOIN passages q ON q.key = p.copy_of JOIN sources o ON o.key = q.source ORDER BY p.key"
    )
    facts = Facts(
        actors=tuple(load.actors(connection, keys("actors"), texts)),
        mentions=tuple(load.mentions(connection, texts)),
        events=tuple(load.events(connection, keys("events"), texts)),
        statements=tuple(load.statements(connection, keys("statements"), texts)),
        figures=tuple(load.figures(connection, keys("figures"), texts)),
        discrepancies=tuple(load.doubts(connection, keys("discrepancies"), texts)),
        copies=tuple(copies.fetchall()),
    )
    return load.sources(connection, keys("sources")), facts
