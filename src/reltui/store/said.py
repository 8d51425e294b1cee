"""The words that a row answers for: the same texts that `write_index` told the index of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice

from reltui.store.places import evidence, select

Texts = Callable[[int], str]
"""Gives the text of a source by its row number."""

_FIRST, _MOST = 4, 64  # passages that are looked up in one go: at first, since few may be wanted, and later


class Said:
    """The texts of rows, over one connection."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts
        self._places: dict[int, tuple[int, int, int]] = {}  # of passages that will be asked for next

    def __call__(self, kind: str, key: int) -> list[str]:
        """Return the texts of one row of a kind (`passage`, `event`, `actor`, `statement`, `figure`, `doubt`)."""
        if kind == "passage" and (place := self._places.pop(key, None)):
            return [self._texts(place[0])[place[1] : place[2]]]
        return _SAID[kind](self._connection, key, self._texts)

    def ahead(self, kind: str, keys: Iterator[int]) -> Iterator[int]:
        """Yield row numbers that will be asked for, looking more and more of them up in one go."""
        if kind != "passage":
            yield from keys
            return
        much = _FIRST
        while some := list(islice(keys, much)):
            rows = select(
                self._connection, 'SELECT key, source, start, "end" FROM passages WHERE key IN {keys}', some
            )
            self._places = {key: (source, start, end) for key, source, start, end in rows}
            yield from some
            much = min(2 * much, _MOST)


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
