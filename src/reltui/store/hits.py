"""A line of results for each thing found: its words in context, and where it leads."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reltui.query import Words
from reltui.store.compile import token
from reltui.store.context import line
from reltui.store.hit import Hit, HitKind
from reltui.store.indexed import actor_tag
from reltui.store.match import Span, first_spans, joined, spans
from reltui.store.places import NAMED_IN_PASSAGE, Place, evidence, label, select
from reltui.store.sources import Texts

_LAST_NAMED = f"""
    SELECT s.id, m.start, m."end", p.ordinal FROM (
        SELECT rowid AS key FROM passage_finder WHERE passage_finder MATCH ?1 ORDER BY rowid DESC LIMIT 1) k
    CROSS JOIN passages p ON p.key = k.key {NAMED_IN_PASSAGE} AND m.actor = ?2
    JOIN sources s ON s.key = m.source ORDER BY m.start DESC LIMIT 1
"""
"""Passages are numbered like their sources: the last that names an actor has the last mention."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something found, by its row number; `score` is 1 for the best."""

    kind: HitKind
    key: int
    score: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is highlighted: words, and the mentions of the actors a field names."""

    words: tuple[Words, ...]
    named: Sequence[int] = ()


class Hits:
    """Makes hits over one connection."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts

    def hits(self, found: Sequence[Found], wanted: Wanted) -> list[Hit]:
        """Return the lines for things found, in their order."""
        made = self._facts(found, wanted)
        made.update(self._passages([one for one in found if one.kind == "passage"], wanted))
        for one in found:
            if one.kind == "actor":
                made["actor", one.key] = self._actor(one, wanted.words)
        return [made[one.kind, one.key] for one in found]

    def spans(self, wanted: Wanted, source: int, start: int = 0, end: int | None = None) -> list[Span]:
        """Return what is highlighted in a source, passage by passage, or in the line for a stretch of it."""
        text = self._texts.text(source)
        stop = len(text) if end is None else end
        found: list[Span] = []
        if wanted.words and end is None:
            # a phrase does not run from one passage into the next
            sql = 'SELECT start, "end" FROM passages WHERE source = ? ORDER BY ordinal'
            for first, last in self._connection.execute(sql, (source,)):
                found += spans(wanted.words, text, first, last)
        elif wanted.words:
            found = first_spans(wanted.words, text, start, stop)
        if not wanted.named:
            return found
        sql = (
            f'SELECT start, "end" FROM mentions WHERE source = {source} AND start >= {start} '
            f'AND "end" <= {stop} AND actor IN {{keys}}'
        )
        named = select(self._connection, sql, wanted.named)
        return joined([*found, *((first, last) for first, last in named)])

    def _passages(self, found: Sequence[Found], wanted: Wanted) -> dict[tuple[HitKind, int], Hit]:
        sql = (
            'SELECT p.key, p.source, p.ordinal, p.start, p."end", coalesce(p.copy_of, p.key), s.id, '
            "s.published, s.title, s.publisher, f.path, s.unit, s.units FROM passages p "
            "JOIN sources s ON s.key = p.source JOIN files f ON f.key = s.file WHERE p.key IN {keys}"
        )
        rows = {row[0]: row[1:] for row in select(self._connection, sql, [one.key for one in found])}
        copies = self._copies([row[4] for row in rows.values()])
        made: dict[tuple[HitKind, int], Hit] = {}
        for one in found:
            source, ordinal, start, end, original, ident, published, *names = rows[one.key]
            where = self.spans(wanted, source, start, end)
            shown = line(self._texts.text(source), start, end, where)
            others = tuple(other for other in copies[original] if other != ident) if copies else ()
            made["passage", one.key] = Hit(
                "passage", f"{ident}:{ordinal}", ident, ordinal, start, end, tuple(where), *shown, published,
                label(*names), one.score, others,
            )  # fmt: skip
        return made

    def _copies(self, originals: Sequence[int]) -> dict[int, list[str]]:
        """Return for passages the sources in which they and their copies stand; nothing if none has copies."""
        sql = "SELECT copy_of, key FROM passages WHERE copy_of IN {keys}"
        copied: dict[int, list[int]] = {}
        for original, key in select(self._connection, sql, originals):
            copied.setdefault(original, []).append(key)
        if not copied:
            return {}
        known = dict(
            select(
                self._connection,
                "SELECT p.key, s.id FROM passages p JOIN sources s ON s.key = p.source WHERE p.key IN {keys}",
                [key for original, keys in copied.items() for key in (original, *keys)],
            )
        )
        return {
            key: list(dict.fromkeys(sorted(known[one] for one in (key, *copied[key]))))
            if key in copied
            else []
            for key in originals
        }

    def _actor(self, found: Found, words: tuple[Words, ...]) -> Hit:
        ident, name = self._connection.execute(
            "SELECT id, name FROM actors WHERE key = ?", (found.key,)
        ).fetchone()
        shown = self._spelling(found.key, name, words)
        place = self._connection.execute(_LAST_NAMED, (token(actor_tag(found.key)), found.key)).fetchone()
        source, start, end, ordinal = place or (None, 0, 0, 0)
        where = spans(words, shown)
        first, last = (where[0][0], where[-1][1]) if where else (0, len(shown))
        return Hit(
            "actor", ident, source, ordinal or 0, start, end, ((start, end),) if source else (),
            shown[:first], shown[first:last], shown[last:], None, name, found.score,
        )  # fmt: skip

    def _spelling(self, key: int, name: str, words: tuple[Words, ...]) -> str:
        """Return the spelling of an actor that answers: the usual one if it does, else the most frequent."""
        others = self._connection.execute(
            "SELECT text FROM names WHERE actor = ? ORDER BY mentions DESC, key", (key,)
        )
        spellings = (name, *(text for (text,) in others))
        return next((spelling for spelling in spellings if spans(words, spelling)), name)

    def _facts(self, found: Sequence[Found], wanted: Wanted) -> dict[tuple[HitKind, int], Hit]:
        made: dict[tuple[HitKind, int], Hit] = {}
        for kind, (sql, owner) in _FACTS.items():
            ours = [one for one in found if one.kind == kind]
            if not ours:
                continue
            keys = [one.key for one in ours]
            rows = {
                key: (ident, date, title) for key, ident, date, title in select(self._connection, sql, keys)
            }
            places = self._places(keys, owner)
            for one in ours:
                made[kind, one.key] = self._fact(one, *rows[one.key], places[one.key], wanted)
        return made

    def _fact(
        self,
        found: Found,
        ident: str,
        date: str | None,
        title: str | None,
        places: list[Place],
        wanted: Wanted,
    ) -> Hit:
        place, where = places[0], list[Span]()
        for other in places:  # the first with something to highlight
            if marked := self.spans(wanted, other.source, other.start, other.end):
                place, where = other, marked
                break
        shown = line(self._texts.text(place.source), place.start, place.end, where)
        others = dict.fromkeys(other.id for other in places if other.id != place.id)
        return Hit(
            found.kind, ident, place.id, place.ordinal, place.start, place.end, tuple(where), *shown, date,
            title or place.label, found.score, tuple(others),
        )  # fmt: skip

    def _places(self, keys: list[int], owner: str) -> Mapping[int, list[Place]]:
        """Return the evidence of facts by their row numbers; an event's is that of its reports."""
        if owner != "report":
            return evidence(self._connection, owner, keys)
        sql = "SELECT event, key FROM reports WHERE event IN {keys} ORDER BY key"
        told = list(select(self._connection, sql, keys))
        proved = evidence(self._connection, owner, [report for _, report in told])
        found: dict[int, list[Place]] = {key: [] for key in keys}
        for event, report in told:
            found[event] += proved[report]
        return found


_FACTS: dict[HitKind, tuple[str, str]] = {
    "event": ("SELECT key, id, date, title FROM events WHERE key IN {keys}", "report"),
    "statement": ("SELECT key, id, date, NULL FROM statements WHERE key IN {keys}", "statement"),
}
