"""What the indexes know of a row, worked out from the database alone: to take it out of them and put it back.

The indexes are contentless: a row is taken out by the very tokens that were put in. A build works them out
from what it has in memory (`write_index`); both must come to the same, and a test holds them to it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from reltui.store.about import About
from reltui.store.indexed import (
    Columns,
    actor_tag,
    columns,
    party_tag,
    place_tags,
    speaker_tag,
    value_tag,
)
from reltui.store.places import NAMED_IN_PASSAGE


class RowsSaid:
    """Works out the columns of rows over one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._ask = connection.execute
        self._about = About(connection)
        self._kinds: dict[str, Callable[[int], Columns | None]] = {
            "passage": self._passage, "event": self._event, "actor": self._actor,
            "statement": self._statement, "figure": self._figure, "doubt": self._doubt,
        }  # fmt: skip

    def of(self, kind: str, key: int) -> Columns | None:
        """Return what is known of a row; None where there is no such row."""
        return self._kinds[kind](key)

    def _passage(self, key: int) -> Columns | None:
        row = self._ask(
            "SELECT p.source, substr(s.text, p.start + 1, p.end - p.start) FROM passages p "
            "JOIN sources s ON s.key = p.source WHERE p.key = ?",
            (key,),
        ).fetchone()
        if row is None:
            return None
        source, text = row
        tags = list(self._about[source])
        named = f"SELECT m.actor FROM passages p {NAMED_IN_PASSAGE} WHERE p.key = ?"
        tags += [actor_tag(a) for (a,) in self._ask(named, (key,))]
        proofs = self._ask(
            "SELECT r.event, v.statement, t.speaker, v.figure, v.discrepancy FROM evidence v "
            "LEFT JOIN reports r ON r.key = v.report LEFT JOIN statements t ON t.key = v.statement "
            "WHERE v.source = ? AND v.passage = ?",
            (source, key),
        ).fetchall()
        for event, statement, speaker, figure, doubt in proofs:
            tags += self._event_tags(event) if event is not None else []
            tags += [value_tag("has", "statement")] if statement is not None else []
            tags += [speaker_tag(speaker)] if speaker is not None else []
            tags += [value_tag("has", "figure")] if figure is not None else []
            tags += [value_tag("has", "doubt")] if doubt is not None else []
        return columns([text], tags)

    def _event_tags(self, event: int) -> list[str]:
        """Return what `tagged.event_tags` does."""
        kind, status, place = self._ask(
            "SELECT type, status, place FROM events WHERE key = ?", (event,)
        ).fetchone()
        told = self._ask(
            "SELECT status, place FROM reports WHERE event = ? ORDER BY key", (event,)
        ).fetchall()
        tags = [value_tag("type", kind), value_tag("has", "event")]
        tags += [value_tag("status", one) for one in (status, *(row[0] for row in told))]
        for where in dict.fromkeys((place, *(row[1] for row in told))):
            tags += place_tags(where) if where else []
        return tags

    def _event(self, key: int) -> Columns | None:
        row = self._ask("SELECT title, place, doubt FROM events WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        title, place, doubt = row
        parties = self._ask(
            "SELECT a.key, a.name FROM participants p JOIN actors a ON a.key = p.actor WHERE p.event = ? "
            "ORDER BY p.key",
            (key,),
        ).fetchall()
        pieces = self._pieces("v.report IN (SELECT key FROM reports WHERE event = ?)", key)
        tags = self._event_tags(key)
        for (speaker,) in self._ask("SELECT speaker FROM statements WHERE event = ?", (key,)).fetchall():
            tags.append(value_tag("has", "statement"))
            tags += [speaker_tag(speaker)] if speaker is not None else []
        tags += [party_tag(actor) for actor, _ in parties]
        tags += [actor_tag(actor) for actor, _ in parties]
        for source, start, end, _ in pieces:
            tags += self._named(source, start, end)
            tags += self._about[source]
        tags += [value_tag("has", "doubt")] if doubt is not None else []
        said = [title, place or "", *(name for _, name in parties)]
        return columns([*said, *dict.fromkeys(text for *_, text in pieces)], tags)

    def _actor(self, key: int) -> Columns | None:
        row = self._ask("SELECT name, kind FROM actors WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        names = self._ask("SELECT text FROM names WHERE actor = ? ORDER BY key", (key,)).fetchall()
        return columns([row[0], *(text for (text,) in names)], [value_tag("kind", row[1])])

    def _statement(self, key: int) -> Columns | None:
        row = self._ask(
            "SELECT t.text, t.event, t.speaker, a.name FROM statements t LEFT JOIN actors a ON a.key = t.speaker "
            "WHERE t.key = ?",
            (key,),
        ).fetchone()
        if row is None:
            return None
        text, event, speaker, name = row
        pieces = self._pieces("v.statement = ?", key)
        tags = [value_tag("has", "statement"), *(self._event_tags(event) if event is not None else ())]
        tags += [speaker_tag(speaker), actor_tag(speaker)] if speaker is not None else []
        for source, start, end, _ in pieces:
            tags += self._about[source]
            tags += self._named(source, start, end)
        return columns([pieces[0][3] if text is None else text, name or ""], tags)

    def _figure(self, key: int) -> Columns | None:
        row = self._ask("SELECT what, unit, verbatim FROM figures WHERE key = ?", (key,)).fetchone()
        return None if row is None else self._standing("figure", key, "v.figure = ?", list(row))

    def _doubt(self, key: int) -> Columns | None:
        row = self._ask("SELECT kind, what FROM discrepancies WHERE key = ?", (key,)).fetchone()
        return None if row is None else self._standing("doubt", key, "v.discrepancy = ?", list(row))

    def _standing(self, kind: str, key: int, where: str, said: list[str]) -> Columns:
        """Figures and doubts answer for the paragraph in which they stand; figures are told of what it does not say."""
        tags = [value_tag("has", kind)]
        besides: Columns | None = None
        for nth, (source, start, end, _) in enumerate(self._pieces(where, key)):
            tags += self._about[source]
            around = self._ask(
                "SELECT start, end FROM passages WHERE source = ? AND start <= ? AND end > ? ORDER BY start LIMIT 1",
                (source, start, start),
            ).fetchone()
            first, last = (around[0], max(around[1], end)) if around else (start, end)
            tags += self._named(source, first, last)
            said.append(self._text(source, first, last))
            if nth == 0 and kind == "figure" and around:
                told = [value_tag("has", kind), *self._about[source], *self._named(source, *around)]
                besides = columns([self._text(source, *around)], told)
        whole = columns(said, tags)
        return whole.without(besides) if besides else whole

    def _text(self, source: int, start: int, end: int) -> str:
        sql = "SELECT substr(text, ? + 1, ?) FROM sources WHERE key = ?"
        return self._ask(sql, (start, end - start, source)).fetchone()[0]

    def _named(self, source: int, start: int, end: int) -> list[str]:
        sql = 'SELECT actor FROM mentions WHERE source = ? AND start >= ? AND start <= ? AND "end" <= ?'
        return [actor_tag(actor) for (actor,) in self._ask(sql, (source, start, end, end)).fetchall()]

    def _pieces(self, where: str, key: int) -> list[tuple[int, int, int, str]]:
        """Return (source, start, end, words) of evidence in its order."""
        return self._ask(
            'SELECT v.source, v.start, v."end", substr(s.text, v.start + 1, v."end" - v.start) '
            f"FROM evidence v JOIN sources s ON s.key = v.source WHERE {where} ORDER BY v.key",
            (key,),
        ).fetchall()
