"""Put sources and facts into a database, each where its day is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reltui.dates import Edtf
from reltui.model import Event, Evidence, Statement
from reltui.store.hand import Hand
from reltui.store.numbers import taken
from reltui.store.packed import squeezed
from reltui.store.placing import after, figure_room, passages_room, room
from reltui.store.shelf import waiting
from reltui.store.write_texts import bounds, day

if TYPE_CHECKING:
    from reltui.store.change import Change
    from reltui.store.write import Reading


class PuttingIn:
    """Puts in what a change brings."""

    def __init__(self, hand: Hand, wanted: Change) -> None:
        self.hand, self.wanted = hand, wanted

    def run(self) -> None:
        """Put in the texts, then what stands on them."""
        facts = self.wanted.facts
        learnt = {source: (date, why) for source, date, why in facts.published}
        for reading in self.wanted.readings:
            self._reading(reading, learnt)
        self._put_actors()
        self._mentions()
        for event in facts.events:
            self._event(event)
        for statement in facts.statements:
            self._statement(statement)
        for figure in facts.figures:
            source = self.hand.key("sources", figure.evidence[0].source)
            key = self.hand.taken("figure", figure_room(self.hand.new, source))
            period = Edtf.try_parse(figure.period)
            span = bounds(period if period.known else self.hand.date_of(source))
            passage = self.hand.passage_around(source, figure.evidence[0].start)
            self.hand.insert("figures", key, figure.id, figure.what, figure.value, figure.unit, figure.period,
                         figure.qualifier, figure.verbatim, *span, passage)  # fmt: skip
            self._evidence(figure.evidence, "figure", key)
        for doubt in facts.discrepancies:
            key = self.hand.taken("doubt", self._doubt_room(doubt.severity))
            self.hand.insert("discrepancies", key, doubt.id, doubt.kind, doubt.severity, doubt.what)
            self._evidence(doubt.evidence, "discrepancy", key)
            self.hand.doubted.update(self.hand.events_near(self.hand.new, [key]))
        for source, ordinal, of, nth in facts.copies:
            self._copy(source, ordinal, of, nth)

    def _reading(self, reading: Reading, learnt: dict[str, tuple[str, str]]) -> None:
        f = reading.file
        (file,) = self.hand.do("SELECT coalesce(max(key), 0) + 1 FROM files").fetchone()
        self.hand.insert("files", file, f.path, f.sha256, f.format, f.encoding, f.size, f.note)
        keys: dict[str, int] = {}
        for source in reading.sources:
            passages = sorted((p for p in reading.passages if p.source == source.id), key=lambda p: p.start)
            columns, rows = waiting(source, passages)
            published = learnt.get(source.id)
            date = Edtf.try_parse(published[0] if published else source.published)
            key = keys[source.id] = room(self.hand.new, "sources", day(date))
            taken(self.hand.new, "sources", key)
            told = (published[0], "inferred", published[1]) if published else columns[7:10]
            repeats, _, blocks = str(columns[17]).partition("|")
            self.hand.insert(
                "sources", key, columns[0], file, *columns[1:7], *told, *columns[10:14],
                keys.get(source.embedded_in or ""), columns[14], day(date), *bounds(date), columns[15],
                *map(squeezed, (str(columns[16]), repeats, blocks)),
            )  # fmt: skip
            first = passages_room(self.hand.new, key, len(rows))
            headings: dict[str | None, int | None] = {None: None}
            for place, (ordinal, start, end, heading, _) in enumerate(rows):
                if heading not in headings:
                    headings[heading] = self.hand.do(
                        "INSERT INTO headings (text) VALUES (?)", (heading,)
                    ).lastrowid
                self.hand.insert("passages", first + place, key, ordinal, start, end, headings[heading], None)
                self.hand.taken("passage", first + place)

    def _put_actors(self) -> None:
        for actor in self.wanted.facts.actors:
            row = self.hand.do("SELECT key FROM actors WHERE id = ?", (actor.id,)).fetchone()
            if row is None:
                (key,) = self.hand.do("SELECT coalesce(max(key), 0) + 1 FROM actors").fetchone()
                self.hand.insert("actors", key, actor.id, actor.kind, actor.name, actor.native_name, actor.country,
                             actor.wikidata, actor.origin, 0, 0, None)  # fmt: skip
                taken(self.hand.new, "actors", key)
            else:
                key = row[0]
            self.hand.knows_actor(actor.id, key)
            self.hand.touched["actor"].add(key)
            known = {text for (text,) in self.hand.do("SELECT text FROM names WHERE actor = ?", (key,))}
            for name in actor.names:
                if name.text not in known:
                    self.hand.do(
                        "INSERT INTO names (actor, text, script, origin, mentions) VALUES (?, ?, ?, ?, 0)",
                        (key, name.text, name.script, name.origin),
                    )
            for office in actor.offices:
                self._office(key, office.title, office.of, office.at, office.evidence)

    def _office(
        self, actor: int, title: str, of: str | None, at: str | None, evidence: Sequence[Evidence]
    ) -> None:
        new = {source.id for reading in self.wanted.readings for source in reading.sources}
        pieces = [piece for piece in evidence if piece.source in new]
        if not pieces:
            return
        row = self.hand.do(
            'SELECT key FROM offices WHERE actor = ? AND title = ? AND "of" IS ? AND at IS ?',
            (actor, title, of, at),
        ).fetchone()
        key = row[0] if row else None
        if key is None:
            key = self.hand.do(
                'INSERT INTO offices (actor, title, "of", at) VALUES (?, ?, ?, ?)', (actor, title, of, at)
            ).lastrowid
        assert key is not None
        self._evidence(pieces, "office", key)

    def _mentions(self) -> None:
        mentions = self.wanted.facts.mentions
        spelled: Counter[tuple[int, str]] = Counter()
        for m in mentions:
            source, actor = self.hand.key("sources", m.source), self.hand.actor(m.actor)
            self.hand.do(
                "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?)",
                (source, m.start, m.end, actor, self.hand.reading(m)),
            )
            if m.doubt:
                self.hand.do("UPDATE actors SET doubt = coalesce(doubt, ?) WHERE key = ?", (m.doubt, actor))
            spelled[actor, m.surface] += 1
        self.hand.count_names(spelled, 1)

    def _event(self, event: Event) -> None:
        date = Edtf.try_parse(event.date)
        key = self.hand.taken("event", room(self.hand.new, "events", day(date)))
        self.hand.insert("events", key, event.id, event.type, event.date, event.precision, event.basis, event.status,
                     event.place, day(date), *bounds(date), event.title,
                     self.hand.reason(event.why), None)  # fmt: skip
        self.hand.doubted.add(key)
        for p in event.participants:
            self.hand.do(
                "INSERT INTO participants (event, actor, role, office) VALUES (?, ?, ?, ?)",
                (key, self.hand.actor(p.actor), p.role, p.office),
            )
        for r in event.reports:
            (report,) = self.hand.do("SELECT coalesce(max(key), 0) + 1 FROM reports").fetchone()
            self.hand.insert("reports", report, r.id, key, self.hand.key("sources", r.source), r.date, r.basis,
                         self.hand.reason(r.why),
                         r.status, r.place)  # fmt: skip
            self._evidence(r.evidence, "report", report)

    def _statement(self, statement: Statement) -> None:
        pieces = statement.evidence
        source = self.hand.key("sources", pieces[0].source)
        date = Edtf.try_parse(statement.date) if statement.date else self.hand.date_of(source)
        key = self.hand.taken("statement", room(self.hand.new, "statements", day(date)))
        event = self.hand.do("SELECT key FROM events WHERE id = ?", (statement.event,)).fetchone()
        own = None if len(pieces) == 1 and pieces[0].text == statement.text else statement.text
        self.hand.insert(
            "statements", key, statement.id, self.hand.actor(statement.speaker) if statement.speaker else None,
            statement.mode, statement.date, statement.venue, event[0] if event else None, day(date), *bounds(date),
            own,
        )  # fmt: skip
        self._evidence(pieces, "statement", key)
        self.hand.touch_statements(self.hand.new, [key])

    def _evidence(self, pieces: Sequence[Evidence], owner: str, key: int) -> None:
        for piece in pieces:
            source = self.hand.key("sources", piece.source)
            passage = self.hand.passage_at(source, piece.start)
            if passage is not None and owner != "office":
                self.hand.touched["passage"].add(passage)
            self.hand.do(
                f'INSERT INTO evidence (source, start, "end", passage, {owner}) VALUES (?, ?, ?, ?, ?)',
                (source, piece.start, piece.end, passage, key),
            )

    def _copy(self, source: str, ordinal: int, of: str, nth: int) -> None:
        self.hand.do(
            "UPDATE passages SET copy_of = (SELECT p.key FROM passages p JOIN sources s ON s.key = p.source "
            "WHERE s.id = ? AND p.ordinal = ?) "
            "WHERE source = (SELECT key FROM sources WHERE id = ?) AND ordinal = ?",
            (of, nth, source, ordinal),
        )

    def _doubt_room(self, severity: str) -> int:
        rank = ("conflict", "doubt", "note").index(severity)
        earlier = ("conflict", "doubt", "note")[: rank + 1]
        marks = ", ".join("?" * len(earlier))
        (last,) = self.hand.do(
            f"SELECT max(key) FROM discrepancies WHERE severity IN ({marks})", earlier
        ).fetchone()
        return after(self.hand.new, "discrepancies", last or 0)
