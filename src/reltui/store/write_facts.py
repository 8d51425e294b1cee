"""Write actors, mentions, events, statements, figures and discrepancies with their evidence."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from reltui.dates import Edtf
from reltui.model import Event, Facts, Statement
from reltui.store.known import Known, provable, put_evidence, traced
from reltui.store.numbers import Numbers, write_runs
from reltui.store.write_named import Named, write_actors, write_mentions
from reltui.store.write_texts import Text, Texts, bounds, day

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


def write_facts(
    connection: sqlite3.Connection,
    texts: Texts,
    facts: Facts,
    progress: Callable[[str, int, int], None],
) -> Known:
    """Write all facts; return their row numbers. Evidence that does not stand in its source is left out."""
    known = Known()
    named = Named(facts)
    actors = sorted(facts.actors, key=lambda actor: (-named.times[actor.id], actor.name, actor.id))
    for key, actor in enumerate(actors, 1):
        known.actors[actor.id] = key
    write_runs(connection, "actors", [(1, len(actors))] if actors else [])
    write_actors(connection, texts, actors, known, named)
    write_mentions(connection, texts, facts, known)
    progress("store", 1, 3)
    _events(connection, texts, facts, known)
    progress("store", 2, 3)
    connection.executemany("INSERT INTO reasons (text, key) VALUES (?, ?)", known.reasons.items())
    _statements(connection, texts, facts.statements, known)
    _figures_and_doubts(connection, texts, facts, known)
    _derived(connection)
    progress("store", 3, 3)
    return known


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
        reports = [(report, provable(report.evidence, texts, known)) for report in event.reports]
        reports = [(report, pieces) for report, pieces in reports if pieces and report.source in texts]
        if not reports:
            continue
        date = Edtf.try_parse(event.date)
        key = known.events[event.id] = numbers.take(day(date))
        connection.execute(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (
                key, event.id, event.type, event.date, event.precision, event.basis, event.status,
                event.place, day(date), *bounds(date), event.title, known.reason(event.why),
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
                    known.reason(report.why), report.status, report.place,
                ),
            )  # fmt: skip
            put_evidence(connection, texts, pieces, "report", report_key)
    numbers.close()
    write_runs(connection, "events", numbers.runs)


def _statements(
    connection: sqlite3.Connection, texts: Texts, statements: Sequence[Statement], known: Known
) -> None:
    order: list[tuple[str, int, int, int]] = []  # all that is held of those that wait for their turn
    for place, s in enumerate(statements):
        pieces = provable(s.evidence, texts, known)
        if pieces:
            first = texts[pieces[0].source]
            order.append((day(_date(s, first)) or "", first.key, pieces[0].start, place))
    order.sort()
    numbers = Numbers()
    for *_, place in order:
        statement = statements[place]
        pieces = [piece for piece in statement.evidence if traced(piece, texts)]
        date = _date(statement, texts[pieces[0].source])
        key = known.statements[statement.id] = numbers.take(day(date))
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
        put_evidence(connection, texts, pieces, "statement", key)
    numbers.close()
    write_runs(connection, "statements", numbers.runs)


def _date(statement: Statement, text: Text) -> Edtf:
    """Return when it was said: its own date, else that of the source."""
    return Edtf.try_parse(statement.date) if statement.date else text.date


def _figures_and_doubts(connection: sqlite3.Connection, texts: Texts, facts: Facts, known: Known) -> None:
    order: list[tuple[int, int, int]] = []
    for place, figure in enumerate(facts.figures):
        pieces = provable(figure.evidence, texts, known)
        if pieces:
            # listed where they stand, by their source's date; the period is what `date:` asks for
            order.append((texts[pieces[0].source].key, pieces[0].start, place))
    order.sort()
    numbers = Numbers()
    for *_, place in order:
        figure = facts.figures[place]
        pieces = [piece for piece in figure.evidence if traced(piece, texts)]
        period, text = Edtf.try_parse(figure.period), texts[pieces[0].source]
        key = known.figures[figure.id] = numbers.take(day(text.date))
        connection.execute(
            "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key, figure.id, figure.what, figure.value, figure.unit, figure.period, figure.qualifier,
                figure.verbatim, *bounds(period if period.known else text.date),
                text.passage_around(pieces[0].start),
            ),
        )  # fmt: skip
        put_evidence(connection, texts, pieces, "figure", key)
    numbers.close()
    write_runs(connection, "figures", numbers.runs)
    rank = {"conflict": 0, "doubt": 1, "note": 2}
    doubts = [(d, provable(d.evidence, texts, known)) for d in facts.discrepancies]
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
        put_evidence(connection, texts, pieces, "discrepancy", key)
    numbers.close()
    write_runs(connection, "discrepancies", numbers.runs)


def _derived(connection: sqlite3.Connection) -> None:
    """Fill in what lists show and would otherwise have to work out for every line."""
    connection.execute("CREATE INDEX evidence_place ON evidence (source, start)")
    connection.execute("CREATE INDEX evidence_proof ON evidence (discrepancy, report)")
    connection.execute(f"UPDATE events SET doubt = ({DOUBT_OF_EVENT})")
    connection.execute("DROP INDEX evidence_place")
    connection.execute("DROP INDEX evidence_proof")
