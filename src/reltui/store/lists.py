"""Rows of lists, read by row number: one function a kind, all in the order in which they are asked for."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from reltui.store.days import LATEST
from reltui.store.places import evidence, label, select
from reltui.store.rows import ActorRow, DoubtRow, EventRow, FigureRow, SourceRow, StatementRow

Made = TypeVar("Made")

Texts = Callable[[int], str]
"""Gives the text of a source by its row number."""


def made(noun: Callable[..., Made], *values: Any) -> Made:
    """Return a row or a noun of the columns of a statement, which come in the order of its fields."""
    return noun(*values)


def _grouped(
    connection: sqlite3.Connection, sql: str, keys: Sequence[int]
) -> defaultdict[int, list[tuple[Any, ...]]]:
    """Return the rows of a statement by their first column."""
    found: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for first, *rest in select(connection, sql, keys):
        found[first].append(tuple(rest))
    return found


def actors(connection: sqlite3.Connection, keys: Sequence[int]) -> list[ActorRow]:
    """Return the rows of actors."""
    names = _grouped(
        connection, "SELECT actor, text FROM names WHERE actor IN {keys} ORDER BY mentions DESC, key", keys
    )
    sql = """
        SELECT key, id, kind, name, native_name, country, mentions, events, doubt
        FROM actors WHERE key IN {keys}
    """
    found: dict[int, ActorRow] = {}
    for key, ident, kind, name, native, country, mentions, events, doubt in select(connection, sql, keys):
        spellings = dict.fromkeys(text for (text,) in names[key] if text not in (name, native))
        found[key] = ActorRow(ident, kind, name, native, country, mentions, events, tuple(spellings), doubt)
    return [found[key] for key in keys if key in found]


def events(connection: sqlite3.Connection, keys: Sequence[int]) -> list[EventRow]:
    """Return the rows of events."""
    parties = _grouped(
        connection,
        "SELECT p.event, a.id, a.name FROM participants p JOIN actors a ON a.key = p.actor "
        "WHERE p.event IN {keys} ORDER BY p.key",
        keys,
    )
    told = _grouped(
        connection,
        "SELECT r.event, s.id FROM reports r JOIN sources s ON s.key = r.source WHERE r.event IN {keys} "
        "ORDER BY r.key",
        keys,
    )
    sql = (
        "SELECT e.key, e.id, e.type, e.title, e.date, e.precision, e.basis, w.text, e.status, e.place, e.doubt, "
        "e.day, e.upper FROM events e JOIN reasons w ON w.key = e.why WHERE e.key IN {keys}"
    )
    found: dict[int, EventRow] = {}
    for key, ident, type_, title, date, precision, basis, why, status, place, doubt, day, upper in select(
        connection, sql, keys
    ):
        found[key] = EventRow(
            ident, type_, title, date, precision, basis, why, status, place,
            tuple(dict.fromkeys(name for _, name in parties[key])),
            tuple(dict.fromkeys(actor for actor, _ in parties[key])),
            len(told[key]), tuple(dict.fromkeys(source for (source,) in told[key])), doubt,
            day, None if upper == LATEST else upper,
        )  # fmt: skip
    return [found[key] for key in keys if key in found]


def statements(connection: sqlite3.Connection, keys: Sequence[int], texts: Texts) -> list[StatementRow]:
    """Return the rows of statements."""
    places = evidence(connection, "statement", keys)
    sql = (
        "SELECT t.key, t.id, a.id, a.name, t.mode, t.text, t.date, t.venue, e.id FROM statements t "
        "LEFT JOIN actors a ON a.key = t.speaker LEFT JOIN events e ON e.key = t.event WHERE t.key IN {keys}"
    )
    found: dict[int, StatementRow] = {}
    for key, ident, speaker, name, mode, text, date, venue, event in select(connection, sql, keys):
        first = places[key][0]
        said = texts(first.source)[first.start : first.end] if text is None else text
        found[key] = StatementRow(
            ident,
            speaker,
            name,
            mode,
            said,
            date,
            venue,
            event,
            first.id,
            first.label,
            first.start,
            first.end,
        )
    return [found[key] for key in keys if key in found]


def figures(connection: sqlite3.Connection, keys: Sequence[int]) -> list[FigureRow]:
    """Return the rows of figures."""
    places = evidence(connection, "figure", keys)
    sql = "SELECT key, id, what, value, unit, period, qualifier, verbatim FROM figures WHERE key IN {keys}"
    found: dict[int, FigureRow] = {}
    for key, *columns in select(connection, sql, keys):
        first = places[key][0]
        found[key] = made(FigureRow, *columns, first.id, first.label, first.start, first.end)
    return [found[key] for key in keys if key in found]


def doubts(connection: sqlite3.Connection, keys: Sequence[int], texts: Texts) -> list[DoubtRow]:
    """Return the rows of discrepancies."""
    places = evidence(connection, "discrepancy", keys)
    found: dict[int, DoubtRow] = {}
    sql = "SELECT key, id, kind, severity, what FROM discrepancies WHERE key IN {keys}"
    for key, ident, kind, severity, what in select(connection, sql, keys):
        first = places[key][0]
        found[key] = DoubtRow(
            ident, kind, severity, what, first.id, first.label, first.start, first.end,
            tuple((place.id, place.start, place.end) for place in places[key]),
            tuple(texts(place.source)[place.start : place.end] for place in places[key]),
        )  # fmt: skip
    return [found[key] for key in keys if key in found]


def sources(connection: sqlite3.Connection, keys: Sequence[int]) -> list[SourceRow]:
    """Return the rows of sources."""
    counts = [
        dict(_counted(connection, table, counted, keys))
        for table, counted in (
            ("passages", "*"), ("mentions", "*"), ("reports", "DISTINCT event"), ("evidence", "DISTINCT statement"),
            ("evidence", "DISTINCT figure"), ("evidence", "DISTINCT discrepancy"),
        )
    ]  # fmt: skip
    sql = (
        "SELECT s.key, s.id, s.kind, s.title, s.publisher, s.author, f.path, s.unit, s.units, s.published, "
        "s.published_basis, s.published_why, s.language, s.script, s.url, p.id, s.translated, s.day "
        "FROM sources s JOIN files f ON f.key = s.file LEFT JOIN sources p ON p.key = s.embedded_in "
        "WHERE s.key IN {keys}"
    )
    found: dict[int, SourceRow] = {}
    for (
        key, ident, kind, title, publisher, author, path, unit, units, published, basis, why, language,
        script, url, parent, translated, day,
    ) in select(connection, sql, keys):  # fmt: skip
        found[key] = made(
            SourceRow,
            ident, kind, label(title, publisher, path, unit, units), title, publisher, author, path, unit,
            units, published, basis, why, language, script, url, parent, bool(translated),
            *(counted.get(key, 0) for counted in counts), day,
        )  # fmt: skip
    return [found[key] for key in keys if key in found]


def _counted(
    connection: sqlite3.Connection, table: str, counted: str, keys: Sequence[int]
) -> Iterable[tuple[int, int]]:
    sql = f"SELECT source, count({counted}) FROM {table} WHERE source IN {{keys}} GROUP BY source"
    return ((row[0], row[1]) for row in select(connection, sql, keys))
