"""The tags of passages and events in a whole new corpus, found as they are asked for: all of them are too many."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reltui.store.indexed import actor_tag, place_tags, speaker_tag, value_tag
from reltui.store.places import NAMED_IN_PASSAGE

if TYPE_CHECKING:
    from reltui.model import Event, Facts
    from reltui.store.known import Known

_AT_HAND = 1024  # sources and events of which what is asked for again is remembered


def event_tags(event: Event) -> list[str]:
    """Return the tags of the type, the statuses and the places of an event, its reports' included."""
    tags = [value_tag("type", event.type), value_tag("has", "event")]
    tags += [value_tag("status", told.status) for told in (event, *event.reports)]
    for place in dict.fromkeys(told.place for told in (event, *event.reports)):
        tags += place_tags(place) if place else []
    return tags


class Named:
    """Who is named between two offsets of a source; of the sources that were asked for last it is at hand."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        @lru_cache(maxsize=_AT_HAND)
        def of(source: int) -> list[tuple[int, int, int]]:
            return connection.execute(
                'SELECT start, "end", actor FROM mentions WHERE source = ? ORDER BY start', (source,)
            ).fetchall()

        self._of = of

    def within(self, source: int, start: int, end: int) -> list[int]:
        """Return the actors named in a stretch, each once."""
        found = (actor for s, e, actor in self._of(source) if start <= s and e <= end)
        return list(dict.fromkeys(found))


class EventTags:
    """The tags of events by row number; of those that were asked for last they are at hand."""

    def __init__(self, facts: Facts, known: Known) -> None:
        events = {known.events[e.id]: e for e in facts.events if e.id in known.events}

        @lru_cache(maxsize=_AT_HAND)
        def of(key: int) -> list[str]:
            return event_tags(events[key])

        self._of = of

    def __getitem__(self, key: int) -> list[str]:
        """Return the tags of an event."""
        return self._of(key)


class PassageTags:
    """The tags of passages, which are asked for in the order of their row numbers."""

    def __init__(self, connection: sqlite3.Connection, events: EventTags) -> None:
        def rows(sql: str) -> _Rows:
            return _Rows(connection.execute(sql))

        self._events = events
        self._named = rows(f"SELECT p.key, m.actor FROM passages p {NAMED_IN_PASSAGE} ORDER BY p.key")
        self._told = rows(
            "SELECT v.passage, r.event FROM evidence v JOIN reports r ON r.key = v.report "
            "WHERE v.passage IS NOT NULL ORDER BY v.passage, v.key"
        )
        self._said = rows(
            "SELECT v.passage, t.speaker FROM evidence v JOIN statements t ON t.key = v.statement "
            "WHERE v.passage IS NOT NULL ORDER BY v.passage, v.key"
        )
        self._having = [
            (value_tag("has", noun), rows(
                f"SELECT passage, 0 FROM evidence WHERE {owner} IS NOT NULL AND passage IS NOT NULL ORDER BY passage"
            ))
            for owner, noun in (("figure", "figure"), ("discrepancy", "doubt"))
        ]  # fmt: skip

    def of(self, passage: int) -> list[str]:
        """Return the tags of a passage; its number must be above that of the last one."""
        tags = [actor_tag(actor) for actor in self._named.of(passage)]
        for event in self._told.of(passage):
            tags += self._events[event]
        for speaker in self._said.of(passage):
            tags.append(value_tag("has", "statement"))
            if speaker is not None:
                tags.append(speaker_tag(speaker))
        tags += [tag for tag, rows in self._having if rows.of(passage)]
        return tags


class _Rows:
    """Rows (number, value) in the order of their numbers, taken a number at a time."""

    def __init__(self, rows: Iterator[tuple[int, Any]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, number: int) -> list[Any]:
        """Return the values of a number above the last one, and leave out those of the numbers between."""
        found: list[Any] = []
        while self._next is not None and self._next[0] <= number:
            if self._next[0] == number:
                found.append(self._next[1])
            self._next = next(self._rows, None)
        return found
