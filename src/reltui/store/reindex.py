"""Bring the indexes up to date with rows that a change has touched, within its transaction."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping

from reltui.store.indexed import Columns
from reltui.store.rowsaid import RowsSaid

Touched = Mapping[str, Iterable[int]]
"""Row numbers by kind: passage, event, actor, statement, figure, doubt."""


def reindex(old: sqlite3.Connection, new: sqlite3.Connection, touched: Touched) -> None:
    """Put into the indexes of `new` what its touched rows say, instead of what they say in `old`.

    `old` sees the database as it was before the transaction of `new`. Counts that follow from the indexes
    (the vocabulary, in how many events an actor is) are brought up to date as well.
    """
    before, after = RowsSaid(old), RowsSaid(new)
    terms: dict[str, Counter[str]] = {"passage": Counter(), "event": Counter()}
    actors: Counter[str] = Counter()
    for kind, keys in touched.items():
        for key in sorted(set(keys)):
            was, now = before.of(kind, key), after.of(kind, key)
            if was == now:
                continue
            for one, sign in ((was, -1), (now, 1)):
                if one is None:
                    continue
                _put(new, kind, key, one, sign)
                if kind in terms:
                    for term in set(one.finder(kind).split()):
                        if term[0] != "_":
                            terms[kind][term] += sign
                if kind == "event":
                    for tag in one.tags:
                        if tag.startswith("_a"):
                            actors[tag] += sign
    _vocabulary(new, terms)
    new.executemany(
        "UPDATE actors SET events = events + ? WHERE key = ?",
        [(count, int(tag[2:])) for tag, count in actors.items() if count],
    )


def _put(connection: sqlite3.Connection, kind: str, key: int, row: Columns, sign: int) -> None:
    """Put a row into the indexes of its kind, or take it out of them."""
    passage = kind == "passage"
    for name, column, value in (
        (f"{kind}_finder", "tokens", row.finder(kind)),
        *((("passage_phrases", "words", row.phrases()),) if passage else ()),
    ):
        if sign > 0:
            connection.execute(f"INSERT INTO {name} (rowid, {column}) VALUES (?, ?)", (key, value))
        else:
            connection.execute(
                f"INSERT INTO {name} ({name}, rowid, {column}) VALUES ('delete', ?, ?)", (key, value)
            )


def _vocabulary(connection: sqlite3.Connection, terms: Mapping[str, Counter[str]]) -> None:
    for kind, counts in terms.items():
        connection.executemany(
            "INSERT INTO vocabulary (term, passages, events) VALUES (?, 0, 0) ON CONFLICT (term) DO NOTHING",
            [(term,) for term, count in counts.items() if count > 0],
        )
        connection.executemany(
            f"UPDATE vocabulary SET {kind}s = {kind}s + ? WHERE term = ?",
            [(count, term) for term, count in counts.items() if count],
        )
    connection.executemany(
        "DELETE FROM vocabulary WHERE term = ? AND passages <= 0 AND events <= 0",
        [(term,) for counts in terms.values() for term, count in counts.items() if count < 0],
    )
