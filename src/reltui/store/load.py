"""Whole nouns out of the database: what `show`, `cite` and the export need, exactly as they went in."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from reltui.model import (
    Actor,
    Discrepancy,
    Event,
    Evidence,
    Figure,
    Mention,
    Name,
    Office,
    Participant,
    Passage,
    Report,
    Source,
    Statement,
)
from reltui.store.lists import made
from reltui.store.packed import unpack_blocks, unpack_pairs, unpack_spans, unsqueezed
from reltui.store.places import select

Texts = Callable[[int], tuple[str, str]]
"""Gives the id and the text of a source by its row number."""

_SOURCE = (
    "SELECT s.key, s.id, f.path, s.unit, s.units, s.kind, s.text, f.sha256, s.title, s.publisher, s.author, "
    "s.published, s.published_basis, s.published_why, s.language, s.script, s.url, s.forwarded_from, p.id, "
    "s.translated, s.spans, s.repeats, s.blocks FROM sources s JOIN files f ON f.key = s.file "
    "LEFT JOIN sources p ON p.key = s.embedded_in WHERE s.key IN {keys}"
)


def sources(connection: sqlite3.Connection, keys: Sequence[int]) -> list[Source]:
    """Return sources with their text."""
    found: dict[int, Source] = {}
    for key, *columns, translated, spans, repeats, blocks in select(connection, _SOURCE, keys):
        found[key] = made(
            Source,
            *columns,
            bool(translated),
            unpack_spans(unsqueezed(spans)),
            unpack_pairs(unsqueezed(repeats)),
            unpack_blocks(unsqueezed(blocks)),
        )
    return [found[key] for key in keys if key in found]


def passages(connection: sqlite3.Connection, source: int) -> list[Passage]:
    """Return the passages of a source in order."""
    rows = connection.execute(
        'SELECT s.id, p.ordinal, p.start, p."end", h.text, o.id, q.ordinal FROM passages p '
        "JOIN sources s ON s.key = p.source LEFT JOIN headings h ON h.key = p.heading "
        "LEFT JOIN passages q ON q.key = p.copy_of "
        "LEFT JOIN sources o ON o.key = q.source WHERE p.source = ? ORDER BY p.ordinal",
        (source,),
    )
    return [
        Passage(ident, ordinal, start, end, heading, (of, number) if of is not None else None)
        for ident, ordinal, start, end, heading, of, number in rows
    ]


def mentions(connection: sqlite3.Connection, texts: Texts, source: int | None = None) -> list[Mention]:
    """Return mentions in the order of sources and places; of one source if its row number is given."""
    rows = connection.execute(
        'SELECT a.id, m.source, m.start, m."end", t.title, t.score, r.text, t.doubt FROM mentions m '
        "JOIN actors a ON a.key = m.actor JOIN readings t ON t.key = m.reading JOIN reasons r ON r.key = t.why "
        f"{'' if source is None else 'WHERE m.source = ?'} ORDER BY m.source, m.start",
        () if source is None else (source,),
    )
    found: list[Mention] = []
    for actor, key, start, end, *read in rows:
        ident, text = texts(key)
        found.append(made(Mention, actor, ident, start, end, text[start:end], *read))
    return found


def actors(connection: sqlite3.Connection, keys: Sequence[int], texts: Texts) -> list[Actor]:
    """Return actors with their names and offices."""
    names: defaultdict[int, list[Name]] = defaultdict(list)
    for actor, *columns in select(
        connection, "SELECT actor, text, script, origin FROM names WHERE actor IN {keys} ORDER BY key", keys
    ):
        names[actor].append(Name(*columns))
    rows = list(
        select(
            connection,
            'SELECT key, actor, title, "of", at FROM offices WHERE actor IN {keys} ORDER BY key',
            keys,
        )
    )
    proofs = _evidence(connection, "office", [row[0] for row in rows], texts)
    offices: defaultdict[int, list[Office]] = defaultdict(list)
    for key, actor, title, of, at in rows:
        offices[actor].append(Office(title, of, at, proofs[key]))
    sql = "SELECT key, id, kind, name, native_name, country, wikidata, origin FROM actors WHERE key IN {keys}"
    found = {
        key: made(Actor, *columns, tuple(names[key]), tuple(offices[key]))
        for key, *columns in select(connection, sql, keys)
    }
    return [found[key] for key in keys if key in found]


def events(connection: sqlite3.Connection, keys: Sequence[int], texts: Texts) -> list[Event]:
    """Return events with their participants, and the reports with their evidence."""
    parties: defaultdict[int, list[Participant]] = defaultdict(list)
    for event, *columns in select(
        connection,
        "SELECT p.event, a.id, p.role, p.office FROM participants p JOIN actors a ON a.key = p.actor "
        "WHERE p.event IN {keys} ORDER BY p.key",
        keys,
    ):
        parties[event].append(Participant(*columns))
    rows = list(
        select(
            connection,
            "SELECT r.key, r.event, r.id, s.id, r.date, r.basis, w.text, r.status, r.place FROM reports r "
            "JOIN sources s ON s.key = r.source JOIN reasons w ON w.key = r.why WHERE r.event IN {keys} ORDER BY r.key",
            keys,
        )
    )
    proofs = _evidence(connection, "report", [row[0] for row in rows], texts)
    reports: defaultdict[int, list[Report]] = defaultdict(list)
    for key, event, *columns in rows:
        reports[event].append(made(Report, *columns, proofs[key]))
    sql = """
        SELECT e.key, e.id, e.type, e.title, e.date, e.precision, e.basis, w.text, e.status, e.place
        FROM events e JOIN reasons w ON w.key = e.why WHERE e.key IN {keys}
    """
    found = {
        key: made(Event, *columns, tuple(parties[key]), tuple(reports[key]))
        for key, *columns in select(connection, sql, keys)
    }
    return [found[key] for key in keys if key in found]


def statements(connection: sqlite3.Connection, keys: Sequence[int], texts: Texts) -> list[Statement]:
    """Return statements with their evidence."""
    proofs = _evidence(connection, "statement", keys, texts)
    sql = (
        "SELECT t.key, t.text, t.id, a.id, t.mode, t.date, t.venue, e.id FROM statements t "
        "LEFT JOIN actors a ON a.key = t.speaker LEFT JOIN events e ON e.key = t.event WHERE t.key IN {keys}"
    )
    found = {
        key: Statement(
            ident,
            speaker,
            mode,
            proofs[key][0].text if text is None else text,
            date,
            venue,
            event,
            proofs[key],
        )
        for key, text, ident, speaker, mode, date, venue, event in select(connection, sql, keys)
    }
    return [found[key] for key in keys if key in found]


def figures(connection: sqlite3.Connection, keys: Sequence[int], texts: Texts) -> list[Figure]:
    """Return figures with their evidence."""
    proofs = _evidence(connection, "figure", keys, texts)
    sql = "SELECT key, id, what, value, unit, period, qualifier, verbatim FROM figures WHERE key IN {keys}"
    found = {key: made(Figure, *columns, proofs[key]) for key, *columns in select(connection, sql, keys)}
    return [found[key] for key in keys if key in found]


def doubts(connection: sqlite3.Connection, keys: Sequence[int], texts: Texts) -> list[Discrepancy]:
    """Return discrepancies with their evidence."""
    proofs = _evidence(connection, "discrepancy", keys, texts)
    sql = "SELECT key, id, kind, severity, what FROM discrepancies WHERE key IN {keys}"
    found = {key: made(Discrepancy, *columns, proofs[key]) for key, *columns in select(connection, sql, keys)}
    return [found[key] for key in keys if key in found]


def _evidence(
    connection: sqlite3.Connection, owner: str, keys: Iterable[int], texts: Texts
) -> defaultdict[int, tuple[Evidence, ...]]:
    sql = f'SELECT {owner}, source, start, "end" FROM evidence WHERE {owner} IN {{keys}} ORDER BY key'
    found: defaultdict[int, tuple[Evidence, ...]] = defaultdict(tuple)
    for key, source, start, end in select(connection, sql, list(keys)):
        ident, text = texts(source)
        found[key] += (Evidence(ident, start, end, text[start:end]),)
    return found
