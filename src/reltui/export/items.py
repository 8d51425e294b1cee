"""The nouns as the JSON form has them: names and order of fields as in the contract."""

from __future__ import annotations

from typing import Any

from reltui.dates import Edtf
from reltui.model import (
    Actor,
    Discrepancy,
    Event,
    Evidence,
    Facts,
    Figure,
    Mention,
    Office,
    Report,
    Source,
    Statement,
)

Item = dict[str, Any]


class Items:
    """Turns nouns into items; knows what was learnt of the sources' dates and the codes of event types."""

    def __init__(self, facts: Facts) -> None:
        self._published = {source: (date, why) for source, date, why in facts.published}
        self._plover: dict[str, str] | None = None

    def source(self, source: Source) -> Item:
        """Return a source with its text and where that stands in the file."""
        published, basis, why = source.published, source.published_basis, source.published_why
        if published is None and source.id in self._published:
            published, why = self._published[source.id]
            basis = "inferred"
        return {
            "id": source.id,
            "path": source.path,
            "unit": source.unit,
            "kind": source.kind,
            "title": source.title,
            "publisher": source.publisher,
            "author": source.author,
            "published": published,
            "published_basis": basis,
            "published_why": why,
            "language": source.language,
            "script": source.script,
            "url": source.url,
            "sha256": source.sha256,
            "forwarded_from": source.forwarded_from,
            "embedded_in": source.embedded_in,
            "translated": source.translated,
            "text": source.text,
            "spans": [[span.file_start, span.file_end, span.start] for span in source.spans],
            "repeats": [list(stretch) for stretch in source.repeats],
        }

    def actor(self, actor: Actor) -> Item:
        """Return an actor with spellings and offices."""
        return {
            "id": actor.id,
            "kind": actor.kind,
            "name": actor.name,
            "native_name": actor.native_name,
            "country": actor.country,
            "wikidata": actor.wikidata,
            "origin": actor.origin,
            "names": [{"text": n.text, "script": n.script, "origin": n.origin} for n in actor.names],
            "offices": [_office(office) for office in actor.offices],
        }

    def mention(self, mention: Mention) -> Item:
        """Return an actor named at a place."""
        return {
            "actor": mention.actor,
            "source": mention.source,
            "start": mention.start,
            "end": mention.end,
            "surface": mention.surface,
            "title": mention.title,
            "score": mention.score,
            "why": mention.why,
            "doubt": mention.doubt,
        }

    def event(self, event: Event) -> Item:
        """Return an event with its parties, its reports and the evidence of all of them."""
        date = Edtf.try_parse(event.date)
        return {
            "id": event.id,
            "type": event.type,
            "plover": self._code(event.type),
            "title": event.title,
            "date": event.date,
            "start": date.start,
            "end": date.end,
            "precision": event.precision,
            "basis": event.basis,
            "why": event.why,
            "status": event.status,
            "place": event.place,
            "participants": [
                {"actor": p.actor, "role": p.role, "office": p.office} for p in event.participants
            ],
            "reports": [_report(report) for report in event.reports],
            "evidence": _evidence(event.evidence),
        }

    def statement(self, statement: Statement) -> Item:
        """Return somebody's words."""
        return {
            "id": statement.id,
            "speaker": statement.speaker,
            "mode": statement.mode,
            "text": statement.text,
            "date": statement.date,
            "venue": statement.venue,
            "event": statement.event,
            "evidence": _evidence(statement.evidence),
        }

    def figure(self, figure: Figure) -> Item:
        """Return a quantity; one without a fraction is written without one."""
        value = figure.value
        whole = float(value).is_integer() and abs(value) < 2**53
        return {
            "id": figure.id,
            "what": figure.what,
            "value": int(value) if whole else value,
            "unit": figure.unit,
            "period": figure.period,
            "qualifier": figure.qualifier,
            "verbatim": figure.verbatim,
            "evidence": _evidence(figure.evidence),
        }

    def discrepancy(self, doubt: Discrepancy) -> Item:
        """Return a contradiction."""
        return {
            "id": doubt.id,
            "kind": doubt.kind,
            "severity": doubt.severity,
            "what": doubt.what,
            "evidence": _evidence(doubt.evidence),
        }

    def _code(self, event_type: str) -> str | None:
        """Return the PLOVER code of a type of event, None where the tables give none."""
        if self._plover is None:
            from reltui.authority import load

            self._plover = {kind.type: kind.plover for kind in load().event_types}
        return self._plover.get(event_type) or None


def _office(office: Office) -> Item:
    return {
        "title": office.title,
        "of": office.of,
        "at": office.at,
        "evidence": _evidence(office.evidence),
    }


def _report(report: Report) -> Item:
    return {
        "id": report.id,
        "source": report.source,
        "date": report.date,
        "basis": report.basis,
        "why": report.why,
        "status": report.status,
        "place": report.place,
        "evidence": _evidence(report.evidence),
    }


def _evidence(spans: tuple[Evidence, ...]) -> list[Item]:
    return [{"source": e.source, "start": e.start, "end": e.end, "text": e.text} for e in spans]
