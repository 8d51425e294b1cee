"""Which files of a corpus a change can touch: those that must be resolved together with what is new.

They tell of happenings that may be the same, or name somebody in full whom the new text may mean. Everything
else stays as it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reltui.dates import Edtf
from reltui.store.indexed import actor_tag, columns
from reltui.store.places import NAMED_IN_PASSAGE

if TYPE_CHECKING:
    from reltui.corpus.work import Gathered
    from reltui.extract.drafts import Extraction, Spot
    from reltui.model import Source

_MOST = 32  # files that are looked at beside those that must be
_EVENTS = 10  # happenings near each telling
_NAMESAKES = 12
_YEAR = 366

_NAMED_SO = f"""
    SELECT o.path FROM (SELECT rowid AS key FROM passage_finder WHERE passage_finder MATCH ?1 ORDER BY rowid) k
    CROSS JOIN passages p ON p.key = k.key {NAMED_IN_PASSAGE} AND m.actor = ?2
    JOIN sources s ON s.key = m.source JOIN files o ON o.key = s.file
    WHERE substr(s.text, m.start + 1, m."end" - m.start) = ?3 LIMIT 1
"""


def files_near(
    connection: sqlite3.Connection, new: Sequence[Gathered], gone: Sequence[str], taken: Iterable[str]
) -> list[str]:
    """Return the names of the files near what is new, and of all that told the same as the sources `gone`.

    `taken` are names that are not to be among them.
    """
    found: dict[str, None] = dict.fromkeys(told_with(connection, gone))
    more: dict[str, None] = {}
    named: dict[str, None] = {}
    for gathered in new:
        if gathered.reading is None:
            continue
        for source, told in zip(gathered.reading.sources, gathered.told, strict=True):
            people = _actors(connection, told.extraction.spots)
            more.update(dict.fromkeys(_telling(connection, source, told.extraction, people)))
            named.update(dict.fromkeys(_naming(connection, people)))
    for name in (*more, *named):
        if len(found) >= _MOST:
            break
        found[name] = None
    without = set(taken)
    return [name for name in found if name not in without]


def told_with(connection: sqlite3.Connection, sources: Sequence[str]) -> list[str]:
    """Return the files of all sources that tell of an event of which one of these sources tells."""
    found: dict[str, None] = {}
    sql = (
        "SELECT DISTINCT f.path FROM sources s JOIN reports r ON r.source = s.key "
        "JOIN reports o ON o.event = r.event JOIN sources t ON t.key = o.source JOIN files f ON f.key = t.file "
        "WHERE s.id = ?"
    )
    for ident in sources:
        found.update(dict.fromkeys(row[0] for row in connection.execute(sql, (ident,))))
    return list(found)


def _actors(connection: sqlite3.Connection, spots: Sequence[Spot]) -> dict[int, str]:
    """Return the actors that these places may name: row number → what they are called here."""
    from reltui import names
    from reltui.query.tokens import sounds

    found: dict[int, str] = {}
    seen = set[str]()
    for spot in spots:
        if spot.kind != "person" or spot.surface in seen:
            continue
        seen.add(spot.surface)
        last = spot.surface.replace(".", ". ").split()[-1:]
        keys = [key for word in last for key in sounds(word)]
        if not keys:
            continue
        match = " OR ".join(f'"~{key}"' for key in keys)
        rows = connection.execute(
            "SELECT a.key, a.name FROM actor_finder f JOIN actors a ON a.key = f.rowid "
            "WHERE actor_finder MATCH ? AND a.kind = 'person' LIMIT 400",
            (match,),
        )
        alike = [(names.similarity(spot.surface, name), key) for key, name in rows]
        best = sorted((one for one in alike if one[0] >= names.THRESHOLD), reverse=True)[:_NAMESAKES]
        found.update((key, spot.surface) for _, key in best)
    return found


def _telling(
    connection: sqlite3.Connection, source: Source, extraction: Extraction, people: dict[int, str]
) -> list[str]:
    """Return the files that tell of happenings of the same people at about the same time."""
    if not people:
        return []
    window = _around(source.published)
    found: dict[str, None] = {}
    for draft in extraction.reports:
        date = Edtf.try_parse(draft.when.edtf) if draft.when is not None else None
        span = (date.lower, date.upper) if date is not None and date.known else window
        found.update(dict.fromkeys(_at(connection, list(people), span)))
    return list(found)


def _around(published: str | None) -> tuple[str | None, str | None]:
    """Return the days that a text of this date may tell of without saying the year."""
    from datetime import date, timedelta

    written = Edtf.try_parse(published)
    try:
        lower = date.fromisoformat(written.lower or "") - timedelta(days=_YEAR)
        upper = date.fromisoformat(written.upper or "") + timedelta(days=_YEAR)
    except (ValueError, OverflowError):
        return None, None
    return lower.isoformat(), upper.isoformat()


def _at(connection: sqlite3.Connection, people: list[int], span: tuple[str | None, str | None]) -> list[str]:
    marks = ", ".join("?" * len(people))
    rows = connection.execute(
        f"""
        SELECT DISTINCT f.path FROM (
            SELECT e.key AS event, count(*) AS shared FROM participants p JOIN events e ON e.key = p.event
            WHERE p.actor IN ({marks}) AND e.lower <= ? AND e.upper >= ?
            GROUP BY e.key ORDER BY shared DESC, e.key DESC LIMIT {_EVENTS}) n
        JOIN reports r ON r.event = n.event JOIN sources s ON s.key = r.source JOIN files f ON f.key = s.file
        ORDER BY n.shared DESC
        """,
        (*people, span[1] or "9999-12-31", span[0] or "0000-01-01"),
    )
    return [row[0] for row in rows]


def _naming(connection: sqlite3.Connection, people: dict[int, str]) -> list[str]:
    """Return for each actor a file that has its fullest usual name."""
    found: list[str] = []
    for actor in people:
        name = connection.execute(
            "SELECT text FROM names WHERE actor = ? ORDER BY instr(text, ' ') > 0 DESC, mentions DESC LIMIT 1",
            (actor,),
        ).fetchone()
        if name is None:
            continue
        row = connection.execute(_NAMED_SO, (_asked(actor, name[0]), actor, name[0])).fetchone()
        if row is not None:
            found.append(row[0])
    return found


def _asked(actor: int, name: str) -> str:
    """Return what to ask the finder of passages for those that name an actor and have the words of a name."""
    return " AND ".join(f'"{part}"' for part in dict.fromkeys((actor_tag(actor), *columns([name], ()).words)))
