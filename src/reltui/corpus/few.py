"""Change a few files of a large corpus without building it anew: resolve them with what is near, change rows.

What is new is resolved together with the files that it can touch (`nearby`); of what comes out, only what
the new texts say and the happenings they tell of are taken. A namesake who becomes doubtful far away, an
acronym, a usual spelling: such are settled by the next whole build (docs/store.md).
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.corpus.nearby import files_near, told_with
from reltui.corpus.work import Gathered
from reltui.model import Actor, Discrepancy, Event, Facts, Statement
from reltui.store.change import Change
from reltui.store.places import FILE_OF_PATH

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.corpus.kept import Kept

_ROUNDS = 4  # times that more files are taken in because an event is told there as well


class TooMuch(Exception):
    """The change cannot be kept small: the corpus must be built anew."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Files that come into a corpus, and the names of those that go; a changed file is both."""

    new: tuple[Gathered, ...]
    gone: frozenset[str]


def small_change(db: Path, kept: Kept, wanted: Wanted, tables: Tables) -> Change:
    """Return what changes in the database; raises `TooMuch`, and the errors of sqlite3."""
    connection = sqlite3.connect(f"{db.absolute().as_uri()}?mode=ro", uri=True)
    try:
        gone = [
            row[0]
            for name in sorted(wanted.gone)
            for row in connection.execute(
                f"SELECT s.id FROM sources s JOIN files f ON f.key = s.file WHERE {FILE_OF_PATH}", (name,)
            )
        ]
        around = dict.fromkeys(files_near(connection, wanted.new, gone, wanted.gone))
        for _ in range(_ROUNDS):
            near = _Near(connection, kept, wanted, gone, list(around), tables)
            missing = [name for name in near.missing() if name not in around]
            if not missing:
                return near.change()
            around.update(dict.fromkeys(missing))
        raise TooMuch
    finally:
        connection.close()


class _Near:
    """What is new resolved together with files around it."""

    def __init__(
        self, connection: sqlite3.Connection, kept: Kept, wanted: Wanted, gone: Sequence[str],
        around: Sequence[str], tables: Tables,
    ) -> None:  # fmt: skip
        from reltui.resolve import resolve

        self._ask = connection.execute
        self._connection = connection
        self._gone = frozenset(gone)
        self._names_gone = wanted.gone
        self._readings = [one.reading for one in wanted.new if one.reading is not None]
        self._new = frozenset(s.id for reading in self._readings for s in reading.sources)
        gathered = [(name, kept.named(name)) for name in around]
        if any(one is None or one.reading is None for _, one in gathered):
            raise TooMuch  # it is not known any more what was read of them
        everything = [one for _, one in gathered if one is not None]
        everything += [one for one in wanted.new if one.reading is not None]
        everything.sort(key=lambda one: _order(one.reading.file.path if one.reading else ""))
        told = [told for one in everything for told in one.told]
        facts = resolve(
            [one.reading for one in everything if one.reading is not None],
            [one.extraction for one in told],
            tables,
            {one.extraction.source: one.doubts for one in told},
        )
        self._around = frozenset(one.extraction.source for one in told) - self._new
        self._facts = self._called(facts)
        self._events = {r.id: event for event in self._facts.events for r in event.reports}
        self._replaced, self._instead = self._touched()

    def _called(self, facts: Facts) -> Facts:
        """Return the facts with the actors called as in the database, told by the places that name them."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        stored: dict[tuple[str, int, int], str] = {}
        for source in self._around:
            rows = self._ask(
                'SELECT m.start, m."end", a.id FROM mentions m JOIN actors a ON a.key = m.actor '
                "JOIN sources s ON s.key = m.source WHERE s.id = ?",
                (source,),
            )
            stored.update(((source, start, end), actor) for start, end, actor in rows)
        for m in facts.mentions:
            known = stored.get((m.source, m.start, m.end))
            if known is not None:
                votes[m.actor][known] += 1
        names = {actor: counted.most_common(1)[0][0] for actor, counted in votes.items()}

        def name(actor: str) -> str:
            return names.get(actor, actor)

        actors: dict[str, Actor] = {}
        for actor in facts.actors:
            one = replace(actor, id=name(actor.id))
            if one.id in actors:
                first = actors[one.id]
                one = replace(first, names=(*first.names, *one.names), offices=(*first.offices, *one.offices))
            actors[one.id] = one
        return replace(
            facts,
            actors=tuple(actors.values()),
            mentions=tuple(replace(m, actor=name(m.actor)) for m in facts.mentions),
            events=tuple(
                replace(e, participants=tuple(replace(p, actor=name(p.actor)) for p in e.participants))
                for e in facts.events
            ),
            statements=tuple(replace(s, speaker=s.speaker and name(s.speaker)) for s in facts.statements),
        )

    def _touched(self) -> tuple[dict[str, list[tuple[str, str]]], dict[str, Event]]:
        """Return the stored events that are replaced, with their reports (id, source), and those instead of them."""
        replaced: dict[str, list[tuple[str, str]]] = {}
        instead: dict[str, Event] = {}
        waiting = [e for e in self._facts.events if any(r.source in self._new for r in e.reports)]
        stored = self._column(
            "SELECT e.id FROM events e JOIN reports r ON r.event = e.key JOIN sources s ON s.key = r.source "
            "WHERE s.id = ?",
            self._gone,
        )
        while waiting or stored:
            for event in waiting:
                instead[event.id] = event
                stored += self._column(
                    "SELECT e.id FROM events e JOIN reports r ON r.event = e.key WHERE r.id = ?",
                    [r.id for r in event.reports if r.source not in self._new],
                )
            again: list[Event] = []
            for ident in stored:
                if ident in replaced:
                    continue
                rows = self._ask(
                    "SELECT r.id, s.id FROM events e JOIN reports r ON r.event = e.key "
                    "JOIN sources s ON s.key = r.source WHERE e.id = ?",
                    (ident,),
                ).fetchall()
                replaced[ident] = [(report, source) for report, source in rows if source not in self._gone]
                again += [self._events[report] for report, _ in replaced[ident] if report in self._events]
            waiting, stored = [event for event in again if event.id not in instead], []
        return replaced, instead

    def missing(self) -> list[str]:
        """Return the files that tell of events which are replaced, and were not looked at."""
        far = {source for reports in self._replaced.values() for _, source in reports} - self._around
        return [name for name in told_with(self._connection, sorted(far)) if name not in self._names_gone]

    def change(self) -> Change:
        """Return the change; everything it needs is known."""
        facts = self._facts
        events = self._free_ids()
        by_report = {r.id: event.id for event in events for r in event.reports}
        told = {r.source for e in self._instead.values() for r in e.reports}
        told |= {source for reports in self._replaced.values() for _, source in reports}
        scope = (told & self._around) - self._gone
        wanted = self._new | scope
        statements = tuple(
            self._at_event(s, by_report) for s in facts.statements if s.evidence[0].source in wanted
        )
        mentions = tuple(m for m in facts.mentions if m.source in self._new)
        doubts, settled = self._doubts()
        needed = {m.actor for m in mentions} | {p.actor for e in events for p in e.participants}
        needed |= {s.speaker for s in statements if s.speaker}
        return Change(
            self._gone,
            self._readings,
            Facts(
                tuple(actor for actor in facts.actors if actor.id in needed),
                mentions,
                tuple(events),
                statements,
                tuple(f for f in facts.figures if f.evidence[0].source in self._new),
                doubts,
                tuple(self._copies()),
                tuple(row for row in facts.published if row[0] in self._new),
            ),
            frozenset(self._replaced),
            settled,
            frozenset(scope),
        )

    def _free_ids(self) -> list[Event]:
        """Return the events under ids that none has which stays."""
        found: list[Event] = []
        taken = set[str]()
        for event in self._instead.values():
            base = ident = event.id
            number = 1
            while ident in taken or (ident not in self._replaced and self._known("events", ident)):
                number += 1
                ident = f"{base}-{number}"
            taken.add(ident)
            found.append(event if ident == base else replace(event, id=ident))
        return found

    def _at_event(self, statement: Statement, by_report: dict[str, str]) -> Statement:
        """Return a statement with its event as the database will call it."""
        if statement.event is None:
            return statement
        event = next((e for e in self._facts.events if e.id == statement.event), None)
        for report in event.reports if event else ():
            if report.id in by_report:
                return replace(statement, event=by_report[report.id])
            row = self._ask(
                "SELECT e.id FROM events e JOIN reports r ON r.event = e.key WHERE r.id = ?", (report.id,)
            ).fetchone()
            if row is not None:
                return replace(statement, event=row[0])
        return replace(statement, event=None)

    def _doubts(self) -> tuple[tuple[Discrepancy, ...], frozenset[str]]:
        """Return the doubts that are new, and the ids of those that are settled or told anew."""
        settled = set(
            self._column(
                "SELECT d.id FROM events e JOIN reports r ON r.event = e.key JOIN evidence v ON v.report = r.key "
                'JOIN evidence w ON w.source = v.source AND w.start = v.start AND w."end" = v."end" '
                "AND w.discrepancy IS NOT NULL JOIN discrepancies d ON d.key = w.discrepancy "
                "WHERE d.kind IN ('date', 'status') AND e.id = ?",
                self._replaced,
            )
        )
        proofs = {piece for event in self._instead.values() for piece in event.evidence}
        found = [
            d for d in self._facts.discrepancies
            if any(piece.source in self._new for piece in d.evidence)
            or (d.kind in ("date", "status") and any(piece in proofs for piece in d.evidence))
        ]  # fmt: skip
        of_gone = (
            "SELECT d.id FROM sources s JOIN evidence v ON v.source = s.key AND v.discrepancy IS NOT NULL "
            "JOIN discrepancies d ON d.key = v.discrepancy WHERE s.id = ?"
        )
        gone = set(self._column(of_gone, self._gone))
        kept = [d for d in found if d.id in settled | gone or not self._known("discrepancies", d.id)]
        return tuple(kept), frozenset(settled)

    def _copies(self) -> list[tuple[str, int, str, int]]:
        """Return which of the new passages copy one that is there."""
        from reltui.model import Passage
        from reltui.query.tokens import folded, words
        from reltui.read import link_copies

        texts = {s.id: s.text for reading in self._readings for s in reading.sources}
        new = [p for reading in self._readings for p in reading.passages]
        there: dict[tuple[str, int], Passage] = {}
        for passage in new:
            begin = texts[passage.source][passage.start : passage.end]
            letters = [part for word in words(begin)[:10] if (part := folded(word))]
            if len(letters) < 8:
                continue
            rows = self._ask(
                "SELECT s.id, s.text, p.ordinal, p.start, p.end FROM passage_phrases f "
                "JOIN passages p ON p.key = f.rowid JOIN sources s ON s.key = p.source "
                "WHERE passage_phrases MATCH ? LIMIT 3",
                (f'"{" ".join(letters[:8])}"',),
            )
            for source, text, ordinal, start, end in rows:
                if source not in self._gone:
                    texts[source] = text
                    there[source, ordinal] = Passage(source, ordinal, start, end)
        return [copy for copy in link_copies([*there.values(), *new], texts) if copy[0] in self._new]

    def _known(self, table: str, ident: str) -> bool:
        return self._ask(f"SELECT 1 FROM {table} WHERE id = ?", (ident,)).fetchone() is not None

    def _column(self, sql: str, values: Iterable[str]) -> list[str]:
        return [row[0] for value in values for row in self._ask(sql, (value,)).fetchall()]


def _order(path: str) -> tuple[tuple[int, str], ...]:
    """Return by what files of one folder are in order: by name, files before folders."""
    *folders, name = path.split("/")
    return (*((1, folder) for folder in folders), (0, name))
