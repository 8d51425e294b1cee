"""A line of results for each thing found: its words in context, and where it leads."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from reltui.query import Words
from reltui.store.context import line
from reltui.store.lists import Place, evidence, label, select
from reltui.store.match import Span, joined, spans
from reltui.store.rows import Hit, HitKind
from reltui.store.sources import Texts


@dataclass(frozen=True, slots=True)
class Found:
    """Something found, by its row number; `score` is 1 for the best."""

    kind: HitKind
    key: int
    score: float


class Hits:
    """Makes hits over one connection."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts

    def hit(self, found: Found, words: tuple[Words, ...], named: list[int]) -> Hit:
        """Return the line for one thing found; `words` and the actors in `named` are highlighted."""
        if found.kind == "passage":
            return self._passage(found, words, named)
        if found.kind == "actor":
            return self._actor(found, words)
        return self._fact(found, words, named)

    def spans(
        self, words: tuple[Words, ...], named: list[int], source: int, start: int = 0, end: int | None = None
    ) -> list[Span]:
        """Return what is highlighted in a stretch of a source, passage by passage, in order."""
        text = self._texts.text(source)
        stop = len(text) if end is None else end
        found: list[Span] = []
        if words and end is None:
            # a phrase does not run from one passage into the next
            sql = 'SELECT start, "end" FROM passages WHERE source = ? ORDER BY ordinal'
            for first, last in self._connection.execute(sql, (source,)):
                found += spans(words, text, first, last)
        elif words:
            found = spans(words, text, start, stop)
        if not named:
            return found
        sql = (
            f'SELECT start, "end" FROM mentions WHERE source = {source} AND start >= {start} '
            f'AND "end" <= {stop} AND actor IN {{keys}}'
        )
        return joined([*found, *((first, last) for first, last in select(self._connection, sql, named))])

    def _passage(self, found: Found, words: tuple[Words, ...], named: list[int]) -> Hit:
        sql = (
            'SELECT p.source, p.ordinal, p.start, p."end", coalesce(p.copy_of, p.key), s.id, s.published, '
            "s.title, s.publisher, f.path, s.unit, s.units FROM passages p "
            "JOIN sources s ON s.key = p.source JOIN files f ON f.key = s.file WHERE p.key = ?"
        )
        row = self._connection.execute(sql, (found.key,)).fetchone()
        source, ordinal, start, end, original, ident, published, *names = row
        where = self.spans(words, named, source, start, end)
        shown = line(self._texts.text(source), start, end, where)
        return Hit(
            "passage", f"{ident}:{ordinal}", ident, ordinal, start, end, tuple(where), *shown, published,
            label(*names), found.score, self._copies(original, ident),
        )  # fmt: skip

    def _copies(self, original: int, ident: str) -> tuple[str, ...]:
        """Return the other sources in which a passage or its copies stand."""
        rows = self._connection.execute(
            "SELECT s.id FROM passages p JOIN sources s ON s.key = p.source WHERE p.copy_of = ?1 "
            "UNION SELECT s.id FROM passages p JOIN sources s ON s.key = p.source WHERE p.key = ?1",
            (original,),
        )
        return tuple(other for (other,) in rows if other != ident)

    def _actor(self, found: Found, words: tuple[Words, ...]) -> Hit:
        ident, name = self._connection.execute(
            "SELECT id, name FROM actors WHERE key = ?", (found.key,)
        ).fetchone()
        shown = self._spelling(found.key, name, words)
        place = self._connection.execute(
            'SELECT s.id, m.start, m."end", p.ordinal FROM (SELECT * FROM mentions WHERE actor = ? '
            "ORDER BY source DESC, start DESC LIMIT 1) m JOIN sources s ON s.key = m.source "
            "LEFT JOIN passages p ON p.key = m.passage",
            (found.key,),
        ).fetchone()
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

    def _fact(self, found: Found, words: tuple[Words, ...], named: list[int]) -> Hit:
        sql, owner = _FACTS[found.kind]
        ident, date, title = self._connection.execute(sql, (found.key,)).fetchone()
        places = self._places(found.key, owner)
        marked = [(place, self.spans(words, named, place.source, place.start, place.end)) for place in places]
        place, where = max(marked, key=lambda pair: bool(pair[1]))  # the first with something to highlight
        shown = line(self._texts.text(place.source), place.start, place.end, where)
        others = dict.fromkeys(other.id for other in places if other.id != place.id)
        return Hit(
            found.kind, ident, place.id, place.ordinal, place.start, place.end, tuple(where), *shown, date,
            title or place.label, found.score, tuple(others),
        )  # fmt: skip

    def _places(self, key: int, owner: str) -> list[Place]:
        keys = [key]
        if owner == "report":
            sql = "SELECT key FROM reports WHERE event = ? ORDER BY key"
            keys = [report for (report,) in self._connection.execute(sql, (key,))]
        return [place for some in evidence(self._connection, owner, keys).values() for place in some]


_FACTS = {
    "event": ("SELECT id, date, title FROM events WHERE key = ?", "report"),
    "statement": ("SELECT id, date, NULL FROM statements WHERE key = ?", "statement"),
}
