"""The words that a row answers for: the same texts that `write_index` told the index of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from reltui.store.places import evidence

Texts = Callable[[int], str]
"""Gives the text of a source by its row number."""


def said(connection: sqlite3.Connection, kind: str, key: int, texts: Texts) -> list[str]:
    """Return the texts of one row of a kind (`passage`, `event`, `actor`, `statement`, `figure`, `doubt`)."""
    return _SAID[kind](connection, key, texts)


def _passage(connection: sqlite3.Connection, key: int, texts: Texts) -> list[str]:
    row = connection.execute('SELECT source, start, "end" FROM passages WHERE key = ?', (key,)).fetchone()
    return [texts(row[0])[row[1] : row[2]]] if row else []


def _actor(connection: sqlite3.Connection, key: int, texts: Texts) -> list[str]:
    sql = "SELECT name FROM actors WHERE key = ?1 UNION SELECT text FROM names WHERE actor = ?1"
    return [text for (text,) in connection.execute(sql, (key,))]


def _event(connection: sqlite3.Connection, key: int, texts: Texts) -> list[str]:
    row = connection.execute("SELECT title, coalesce(place, '') FROM events WHERE key = ?", (key,)).fetchone()
    names = connection.execute(
        "SELECT a.name FROM participants p JOIN actors a ON a.key = p.actor WHERE p.event = ?", (key,)
    )
    pieces = connection.execute(
        """
        SELECT v.source, v.start, v."end" FROM reports r JOIN evidence v ON v.report = r.key WHERE r.event = ?
        """,
        (key,),
    )
    return [
        *(row or ()),
        *(name for (name,) in names),
        *(texts(source)[start:end] for source, start, end in pieces.fetchall()),
    ]


def _statement(connection: sqlite3.Connection, key: int, texts: Texts) -> list[str]:
    row = connection.execute(
        "SELECT t.text, coalesce(a.name, '') FROM statements t LEFT JOIN actors a ON a.key = t.speaker "
        "WHERE t.key = ?",
        (key,),
    ).fetchone()
    if row is None:
        return []
    if row[0] is not None:
        return list(row)
    place = evidence(connection, "statement", [key])[key][0]
    return [texts(place.source)[place.start : place.end], row[1]]


def _figure(connection: sqlite3.Connection, key: int, texts: Texts) -> list[str]:
    row = connection.execute("SELECT what, unit, verbatim FROM figures WHERE key = ?", (key,)).fetchone()
    return [*(row or ()), *_around(connection, "figure", key, texts)]


def _doubt(connection: sqlite3.Connection, key: int, texts: Texts) -> list[str]:
    row = connection.execute("SELECT kind, what FROM discrepancies WHERE key = ?", (key,)).fetchone()
    return [*(row or ()), *_around(connection, "discrepancy", key, texts)]


def _around(connection: sqlite3.Connection, owner: str, key: int, texts: Texts) -> list[str]:
    """Return the paragraphs in which the evidence stands."""
    rows = connection.execute(
        'SELECT v.source, v.start, v."end", p.start, p."end" FROM evidence v '
        f"LEFT JOIN passages p ON p.key = v.passage WHERE v.{owner} = ?",
        (key,),
    ).fetchall()
    found: list[str] = []
    for source, start, end, first, last in rows:
        inside = first is not None and first <= start < last
        found.append(texts(source)[first if inside else start : max(last, end) if inside else end])
    return found


_SAID: dict[str, Callable[[sqlite3.Connection, int, Texts], list[str]]] = {
    "passage": _passage,
    "actor": _actor,
    "event": _event,
    "statement": _statement,
    "figure": _figure,
    "doubt": _doubt,
}
