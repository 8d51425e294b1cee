"""Write the actors, and the places where they are named."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Sequence

from reltui.model import Actor, Evidence, Facts
from reltui.store.known import Known, provable, put_evidence, traced
from reltui.store.write_texts import Texts


class Named:
    """How often each actor is named, how often so, and what speaks first against one of the places."""

    def __init__(self, facts: Facts) -> None:
        self.times: Counter[str] = Counter()
        self.spelled: Counter[tuple[str, str]] = Counter()
        self.doubts: dict[str, str] = {}
        for mention in facts.mentions:
            self.spelled[mention.actor, mention.surface] += 1
            if mention.doubt:
                self.doubts.setdefault(mention.actor, mention.doubt)
        for (actor, _), times in self.spelled.items():
            self.times[actor] += times


def write_actors(
    connection: sqlite3.Connection,
    texts: Texts,
    actors: Sequence[Actor],
    known: Known,
    named: Named,
) -> None:
    """Write the actors in this order with their names and offices."""
    office = 0
    for actor in actors:
        key = known.actors[actor.id]
        connection.execute(
            "INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
            (
                key, actor.id, actor.kind, actor.name, actor.native_name, actor.country, actor.wikidata,
                actor.origin, named.times[actor.id], named.doubts.get(actor.id),
            ),
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO names (actor, text, script, origin, mentions) VALUES (?, ?, ?, ?, ?)",
            [
                (key, name.text, name.script, name.origin, named.spelled[actor.id, name.text])
                for name in actor.names
            ],
        )
        for held in actor.offices:
            pieces = provable(held.evidence, texts, known)
            if not pieces:
                continue
            office += 1
            connection.execute(
                "INSERT INTO offices VALUES (?, ?, ?, ?, ?)", (office, key, held.title, held.of, held.at)
            )
            put_evidence(connection, texts, pieces, "office", office)


def write_mentions(connection: sqlite3.Connection, texts: Texts, facts: Facts, known: Known) -> None:
    """Write the mentions source by source, in the order of their places."""
    readings: dict[tuple[int, str | None, float, str | None], int] = {}
    places: dict[str, array[int]] = {}  # of the mentions of each source among all
    for place, mention in enumerate(facts.mentions):
        if mention.source not in places:
            places[mention.source] = array("q")
        places[mention.source].append(place)
    known.untraced += sum(len(some) for source, some in places.items() if source not in texts)
    for text in texts.values():
        rows: list[tuple[int, int, int, int, int]] = []
        for mention in map(facts.mentions.__getitem__, places.get(text.id, ())):
            if not traced(Evidence(mention.source, mention.start, mention.end, mention.surface), texts):
                known.untraced += 1
                continue
            reading = (known.reason(mention.why), mention.title, mention.score, mention.doubt)
            rows.append(
                (
                    text.key, mention.start, mention.end, known.actor(mention.actor),
                    readings.setdefault(reading, len(readings) + 1),
                )
            )  # fmt: skip
        rows.sort(key=lambda row: row[:4])
        connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?)", rows)
    connection.executemany(
        "INSERT INTO readings VALUES (?, ?, ?, ?, ?)", ((key, *said) for said, key in readings.items())
    )
