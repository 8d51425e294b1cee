"""Write actors, mentions, events, statements, figures and discrepancies with their evidence."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reltui.dates import Edtf
from reltui.model import Actor, Event, Evidence, Facts, Statement
from reltui.store.numbers import Numbers, write_runs
from reltui.store.write_texts import Texts, bounds, day

Owner = str  # the column of `evidence` that says what a piece proves


DOUBT_OF_EVENT = """
    SELECT d.what FROM reports r JOIN evidence e ON e.report = r.key
    JOIN evidence v ON v.source = e.source AND v.start < e.end AND e.start < v.end
    JOIN discrepancies d ON d.key = v.discrepancy
    WHERE r.event = events.key AND (
        d.kind IN ('date', 'status', 'duplicate') -- of happenings; others: by their first place
        OR NOT EXISTS (SELECT 1 FROM evidence w WHERE w.discrepancy = d.key AND w.key < v.key))
    ORDER BY d.key LIMIT 1
"""
"""SQL for the doubt that an event shows."""


class Inconsistent(ValueError):
    """Facts that point to an actor or a source which is not among them: a defect of the program."""


@dataclass(slots=True)
class Known:
    """Row numbers of what was written, by id, and what the index needs to know of it."""

    actors: dict[str, int] = field(default_factory=dict[str, int])
    events: dict[str, int] = field(default_factory=dict[str, int])
    statements: dict[str, int] = field(default_factory=dict[str, int])
    figures: dict[str, int] = field(default_factory=dict[str, int])
    discrepancies: dict[str, int] = field(default_factory=dict[str, int])
    untraced: int = 0

    def actor(self, ident: str) -> int:
        """Return the row number of an actor; raises `Inconsistent` for one that does not exist."""
        try:
            return self.actors[ident]
        except KeyError:
            raise Inconsistent(f"a fact names the actor '{ident}', who is not among the actors") from None


def write_facts(
    connection: sqlite3.Connection,
    texts: Texts,
    facts: Facts,
    progress: Callable[[str, int, int], None],
) -> Known:
    """Write all facts; return their row numbers. Evidence that does not stand in its source is left out."""
    known = Known()
    named = Counter(mention.actor for mention in facts.mentions)
    actors = sorted(facts.actors, key=lambda actor: (-named[actor.id], actor.name, actor.id))
    for key, actor in enumerate(actors, 1):
        known.actors[actor.id] = key
    write_runs(connection, "actors", [(1, len(actors))] if actors else [])
    _actors(connection, texts, facts, actors, known, named)
    _mentions(connection, texts, facts, known)
    progress("store", 1, 3)
    _events(connection, texts, facts, known)
    progress("store", 2, 3)
    _statements(connection, texts, facts.statements, known)
    _figures_and_doubts(connection, texts, facts, known)
    _derived(connection)
    progress("store", 3, 3)
    return known


def traced(evidence: Evidence, texts: Texts) -> bool:
    """Whether the words stand in the source where the evidence says."""
    return (
        evidence.source in texts
        and 0 <= evidence.start <= evidence.end
        and texts.words(evidence.source)[evidence.start : evidence.end] == evidence.text
    )


def _evidence(
    connection: sqlite3.Connection,
    texts: Texts,
    pieces: Sequence[Evidence],
    owner: Owner,
    key: int,
) -> None:
    for piece in pieces:
        text = texts[piece.source]
        connection.execute(
            f'INSERT INTO evidence (source, start, "end", passage, {owner}) VALUES (?, ?, ?, ?, ?)',
            (text.key, piece.start, piece.end, text.passage_at(piece.start), key),
        )


def _kept(pieces: Iterable[Evidence], texts: Texts, known: Known) -> list[Evidence]:
    kept: list[Evidence] = []
    for piece in pieces:
        if traced(piece, texts):
            kept.append(piece)
        else:
            known.untraced += 1
    return kept


def _actors(
    connection: sqlite3.Connection,
    texts: Texts,
    facts: Facts,
    actors: Sequence[Actor],
    known: Known,
    named: Counter[str],
) -> None:
    spelled = Counter((mention.actor, mention.surface) for mention in facts.mentions)
    doubts: dict[str, str] = {}
    for mention in facts.mentions:
        if mention.doubt:
            doubts.setdefault(mention.actor, mention.doubt)
    office = 0
    for actor in actors:
        key = known.actors[actor.id]
        connection.execute(
            "INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
            (
                key, actor.id, actor.kind, actor.name, actor.native_name, actor.country, actor.wikidata,
                actor.origin, named[actor.id], doubts.get(actor.id),
            ),
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO names (actor, text, script, origin, mentions) VALUES (?, ?, ?, ?, ?)",
            [
                (key, name.text, name.script, name.origin, spelled[actor.id, name.text])
                for name in actor.names
            ],
        )
        for held in actor.offices:
            pieces = _kept(held.evidence, texts, known)
            if not pieces:
                continue
            office += 1
            connection.execute(
                "INSERT INTO offices VALUES (?, ?, ?, ?, ?)", (office, key, held.title, held.of, held.at)
            )
            _evidence(connection, texts, pieces, "office", office)


def _mentions(connection: sqlite3.Connection, texts: Texts, facts: Facts, known: Known) -> None:
    rows: list[tuple[int, int, int, int, int]] = []
    reasons: dict[str, int] = {}  # few words, many mentions
    readings: dict[tuple[int, str | None, float, str | None], int] = {}
    for mention in facts.mentions:
        if not traced(Evidence(mention.source, mention.start, mention.end, mention.surface), texts):
            known.untraced += 1
            continue
        why = reasons.setdefault(mention.why, len(reasons) + 1)
        reading = (why, mention.title, mention.score, mention.doubt)
        rows.append(
            (
                texts[mention.source].key, mention.start, mention.end, known.actor(mention.actor),
                readings.setdefault(reading, len(readings) + 1),
            )
        )  # fmt: skip
    connection.executemany(
        "INSERT INTO reasons VALUES (?, ?)", ((key, text) for text, key in reasons.items())
    )
    connection.executemany(
        "INSERT INTO readings VALUES (?, ?, ?, ?, ?)", ((key, *said) for said, key in readings.items())
    )
    rows.sort(key=lambda row: row[:4])
    connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?)", rows)


def _events(connection: sqlite3.Connection, texts: Texts, facts: Facts, known: Known) -> None:
    def place(event: Event) -> tuple[bool, tuple[str, str, str], int, int, str]:
        """Undated first, so that they are last where the newest come first."""
        first = next(iter(event.evidence), None)
        text = texts.get(first.source) if first else None
        date = Edtf.try_parse(event.date)
        return date.known, date.key, text.key if text else 0, first.start if first else 0, event.id

    report_key = 0
    numbers = Numbers()
    for event in sorted(facts.events, key=place):
        reports = [(report, _kept(report.evidence, texts, known)) for report in event.reports]
        reports = [(report, pieces) for report, pieces in reports if pieces and report.source in texts]
        if not reports:
            continue
        date = Edtf.try_parse(event.date)
        key = known.events[event.id] = numbers.take(day(date))
        connection.execute(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (
                key, event.id, event.type, event.date, event.precision, event.basis, event.status,
                event.place, day(date), *bounds(date), event.title, event.why,
            ),
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO participants (event, actor, role, office) VALUES (?, ?, ?, ?)",
            [(key, known.actor(p.actor), p.role, p.office) for p in event.participants],
        )
        for report, pieces in reports:
            report_key += 1
            connection.execute(
                "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    report_key, report.id, key, texts[report.source].key, report.date, report.basis,
                    report.why, report.status, report.place,
                ),
            )  # fmt: skip
            _evidence(connection, texts, pieces, "report", report_key)
    numbers.close()
    write_runs(connection, "events", numbers.runs)


def _statements(
    connection: sqlite3.Connection, texts: Texts, statements: Sequence[Statement], known: Known
) -> None:
    kept = [(s, _kept(s.evidence, texts, known)) for s in statements]
    dated = [
        (s, pieces, Edtf.try_parse(s.date) if s.date else texts[pieces[0].source].date)
        for s, pieces in kept
        if pieces
    ]
    dated.sort(key=lambda e: (day(e[2]) or "", texts[e[1][0].source].key, e[1][0].start))
    numbers = Numbers()
    for statement, pieces, date in dated:
        key = numbers.take(day(date))
        known.statements[statement.id] = key
        # what the evidence says already is not kept twice
        own = None if len(pieces) == 1 and pieces[0].text == statement.text else statement.text
        connection.execute(
            "INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key, statement.id, known.actor(statement.speaker) if statement.speaker else None,
                statement.mode, statement.date, statement.venue, known.events.get(statement.event or ""),
                day(date), *bounds(date), own,
            ),
        )  # fmt: skip
        _evidence(connection, texts, pieces, "statement", key)
    numbers.close()
    write_runs(connection, "statements", numbers.runs)


def _figures_and_doubts(connection: sqlite3.Connection, texts: Texts, facts: Facts, known: Known) -> None:
    figures = [(f, _kept(f.evidence, texts, known)) for f in facts.figures]
    dated = [
        (f, pieces, Edtf.try_parse(f.period), texts[pieces[0].source]) for f, pieces in figures if pieces
    ]
    # listed where they stand, by their source's date; the period is what `date:` asks for
    dated.sort(key=lambda entry: (entry[3].key, entry[1][0].start))
    numbers = Numbers()
    for figure, pieces, period, text in dated:
        key = numbers.take(day(text.date))
        known.figures[figure.id] = key
        connection.execute(
            "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key, figure.id, figure.what, figure.value, figure.unit, figure.period, figure.qualifier,
                figure.verbatim, *bounds(period if period.known else text.date),
                text.passage_around(pieces[0].start),
            ),
        )  # fmt: skip
        _evidence(connection, texts, pieces, "figure", key)
    numbers.close()
    write_runs(connection, "figures", numbers.runs)
    rank = {"conflict": 0, "doubt": 1, "note": 2}
    doubts = [(d, _kept(d.evidence, texts, known)) for d in facts.discrepancies]
    kept = [(d, pieces) for d, pieces in doubts if pieces]
    kept.sort(key=lambda e: (rank[e[0].severity], texts[e[1][0].source].key, e[1][0].start))
    numbers = Numbers()
    for doubt, pieces in kept:
        key = numbers.take(doubt.severity)
        known.discrepancies[doubt.id] = key
        connection.execute(
            "INSERT INTO discrepancies VALUES (?, ?, ?, ?, ?)",
            (key, doubt.id, doubt.kind, doubt.severity, doubt.what),
        )
        _evidence(connection, texts, pieces, "discrepancy", key)
    numbers.close()
    write_runs(connection, "discrepancies", numbers.runs)


def _derived(connection: sqlite3.Connection) -> None:
    """Fill in what lists show and would otherwise have to work out for every line."""
    connection.execute("CREATE INDEX evidence_place ON evidence (source, start)")
    connection.execute("CREATE INDEX evidence_proof ON evidence (discrepancy, report)")
    connection.execute(f"UPDATE events SET doubt = ({DOUBT_OF_EVENT})")
    connection.execute("DROP INDEX evidence_place")
    connection.execute("DROP INDEX evidence_proof")
