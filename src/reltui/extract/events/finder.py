"""Reports of happenings in one source: sentence by sentence, clause by clause.

A clause reports something where a trigger stands with a date, where a headline or lead has a trigger and
named parties (the source's own date is then the happening's), or where a verb of contact joins two named
persons. Dates, parties and places that a clause leaves out are taken from its sentence, then from the
sentences before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reltui.authority import Tables
from reltui.extract.document import Document, Sentence
from reltui.extract.drafts import PartyDraft, ReportDraft, When
from reltui.extract.events.clauses import clauses
from reltui.extract.events.context import Context
from reltui.extract.events.definite import (
    CONTACT,
    event_dates,
    is_the_talk_itself,
    tells_undated,
    tells_without_trigger,
)
from reltui.extract.events.parties import parties_in, within
from reltui.extract.events.places import place_of
from reltui.extract.events.sharing import listed, share_dates, share_parties
from reltui.extract.events.status import status_of
from reltui.extract.events.subjects import Clause, Subjects
from reltui.extract.events.telling import Telling, best, circumstantial, kind_of, tellings
from reltui.extract.mentions.spotter import Read

_PRESENT = re.compile(
    r"\b(?:participants|attendees|attended|in attendance|present|joined by|delegation|участники|učesnici|prisutni)\b"
    r"[^.!?\n]{0,60}:\s*$",
    re.IGNORECASE,
)
_ATTENDS = re.compile(
    r"\b(?:attend|participat|take part|took part|прису|участ|učestv|учеств)\w*", re.IGNORECASE
)
_RELATIVE = re.compile(r",?\s(?:who|which|where)\b", re.IGNORECASE)
_WHEN = re.compile(r"(?:when|kada|kad|когда|када|кад)\b", re.IGNORECASE)


class ReportFinder:
    """Finds the reports of one document."""

    def __init__(self, document: Document, read: Read, tables: Tables) -> None:
        self._document = document
        self._text = document.text
        self._rows = read.rows
        self._spots = read.spots
        self._dates = read.dates
        self._tables = tables
        self._language = document.source.language or "en"
        self._context = Context(document, read)
        self._subjects = Subjects(document, read, self._context, tables)

    def find(self) -> tuple[ReportDraft, ...]:
        """Return all reports in order."""
        found: list[ReportDraft] = []
        for number, sentence in enumerate(self._document.sentences):
            block = self._document.blocks[sentence.block]
            if block.kind == "heading" and self._section_dated(sentence.block):
                continue
            if block.kind in ("dateline", "caption") or (
                block.kind == "attribution" and block.role != "quotes"
            ):
                continue
            quoted = self._text[sentence.start : sentence.start + 1] in tuple('“«„"')
            spoken = block.kind in ("turn", "quote") or quoted
            if spoken and not quoted:
                self._subjects.speaks(block.group)
            reports = self._sentence(number, sentence, spoken)
            if (
                not reports
                and found
                and number
                and self._document.sentences[number - 1].block == sentence.block
            ):
                found[-1] = self._attended(found[-1], number, sentence)
            found += reports
            self._subjects.remember(sentence, reports, spoken)
        found = self._with_lists(found)
        return tuple(replace(r, order=i) for i, r in enumerate(found))

    def _with_lists(self, found: list[ReportDraft]) -> list[ReportDraft]:
        """Add the persons of a list of participants to the document's own event."""
        lead = next((k for k, r in enumerate(found) if r.type in CONTACT or r.type == "session"), None)
        if lead is None:
            return found
        listed: list[PartyDraft] = []
        spans: list[tuple[int, int]] = []
        opened = False
        for block in self._document.blocks:
            if block.kind == "item" and opened:
                people = [
                    PartyDraft(i)
                    for i, s in within(self._spots, block.start, block.end)
                    if s.kind == "person" and s.sure
                ]
                listed += people[:1]
                spans += [(block.start, block.end)] if people else []
            elif block.kind != "noise":
                opened = _PRESENT.search(self._text, max(block.start, block.end - 120), block.end) is not None
        known = {self._spots[p.spot].surface.split()[-1] for p in found[lead].parties}
        new = [p for p in listed if self._spots[p.spot].surface.split()[-1] not in known]
        if new:
            report = found[lead]
            found[lead] = replace(report, parties=(*report.parties, *new), spans=(*report.spans, *spans))
        return found

    def _attended(self, report: ReportDraft, number: int, sentence: Sentence) -> ReportDraft:
        """Add to what the sentence before told those of whom this one says that they attend it."""
        before = self._document.sentences[number - 1]
        told_there = before.start <= report.spans[0][0] < before.end
        if not told_there or _ATTENDS.search(sentence.text) is None:
            return report
        if any(self._spots[p.spot].kind == "person" for p in report.parties):
            return report
        people = [
            p for p in parties_in(self._spots, (sentence.start, sentence.end), (sentence.start, sentence.start), None)
            if self._spots[p.spot].kind == "person"
        ]  # fmt: skip
        if not people:
            return report
        return replace(
            report, parties=(*report.parties, *people), spans=(*report.spans, (sentence.start, sentence.end))
        )

    def _section_dated(self, heading: int) -> bool:
        """Whether the text under a heading gives dates itself, so that the heading only announces them."""
        blocks = [b for b in self._document.blocks if b.heading == heading]
        return any(b.start <= d.start < b.end for b in blocks for d in self._dates if d.month is not None)

    # -- one sentence ------------------------------------------------------------------------------

    def _sentence(self, number: int, sentence: Sentence, spoken: bool) -> list[ReportDraft]:
        dates = [d for d in self._dates if sentence.start <= d.start < sentence.end]
        found = tellings(self._rows[number].words, self._tables, self._language)
        lead = number in self._context.leads
        whole = Clause(number, sentence, (sentence.start, sentence.end), lead, spoken)
        days = listed(self._text, dates)
        telling = best(self._text, found)
        if days and telling is not None:
            report = self._report(whole, telling, days[0], found)
            if report is not None:
                return share_dates(report, days, self._spots, (telling.start, telling.end))
        reports: list[ReportDraft] = []
        for span in self._pieces(sentence, dates):
            reports += self._clause(replace(whole, span=span), dates, found)
        return reports

    def _pieces(self, sentence: Sentence, dates: list[When]) -> list[tuple[int, int]]:
        """The clauses; a "when" clause without a date tells of the dated happening before it."""
        pieces: list[tuple[int, int]] = []
        for start, end in clauses(self._text, sentence.start, sentence.end, dates):
            dated = any(start <= d.start < end for d in dates)
            if pieces and not dated and _WHEN.match(self._text, start, end):
                before = [d for d in dates if pieces[-1][0] <= d.start < pieces[-1][1]]
                if before and before[-1].open == "before":
                    pieces.append((before[-1].start, end))
                    continue
                if before and before[-1].day is not None:
                    pieces[-1] = (pieces[-1][0], end)
                    continue
            pieces.append((start, end))
        return pieces

    def _clause(self, clause: Clause, dates: list[When], found: list[Telling]) -> list[ReportDraft]:
        start, end = clause.span
        here = [t for t in found if start <= t.start < end]
        telling = best(self._text, here)
        whens: list[When | None] = list(
            event_dates(self._text, [d for d in dates if start <= d.start < end], start)
        )
        if not whens and telling is not None and telling.entry.rank <= 2:
            elsewhere = event_dates(self._text, [d for d in dates if not start <= d.start < end], -1)
            others = [t for t in found if not start <= t.start < end and t.entry.rank <= 2]
            whens = [elsewhere[0]] if len(elsewhere) == 1 and not others else [None]
        reports: list[ReportDraft] = []
        for when in whens:
            report = self._report(clause, telling, when, here)
            if report is None:
                continue
            trigger = (telling.start, telling.end) if telling else (start, start)
            reports += share_parties(report, self._text, clause.span, self._spots, trigger)
            reports += self._followed(report, here)
        return reports

    def _followed(self, report: ReportDraft, here: list[Telling]) -> list[ReportDraft]:
        """The talks that a press conference or statement followed are a happening of their own."""
        if report.type not in ("press_conference", "statement") or report.status != "occurred":
            return []
        for telling in here:
            if telling.entry.type == "meeting" and circumstantial(self._text, telling):
                words = self._text[max(0, telling.start - 40) : telling.start].casefold()
                if "following" in words or "after" in words:
                    return [replace(report, type="meeting", trigger=self._text[telling.start : telling.end])]
        return []

    def _report(
        self, clause: Clause, telling: Telling | None, when: When | None, here: Sequence[Telling]
    ) -> ReportDraft | None:
        span = clause.span
        trigger = (telling.start, telling.end) if telling else (span[0], span[0])
        entry = telling.entry if telling else None
        named = parties_in(self._spots, span, trigger, entry)
        parties = self._subjects.complete(clause, named, trigger, telling)
        if not parties or (telling is None and not tells_without_trigger(self._document, clause, when)):
            return None
        status = status_of(self._text, span, trigger, entry, self._tables)
        if is_the_talk_itself(clause, telling, when, named, status):
            return None
        inherited = False
        if when is None and telling is not None:
            if not tells_undated(self._document, self._spots, clause, telling, named, parties, status):
                return None
            trip = self._subjects.trip
            if trip is not None and not clause.lead and status == "occurred" and not clause.spoken:
                when, inherited = trip, True
        place = self._place(clause, telling, trigger)
        if place is not None:
            outside = [p for p in parties if not place[1][0] <= self._spots[p.spot].start < place[1][1]]
            parties = outside or parties
        spans = [span]
        where = place[0] if place else None
        vague = place is None or self._tables.states.by_name(place[0]) is not None
        venue = self._context.venue
        if (
            vague
            and clause.lead
            and venue is not None
            and status == "occurred"
            and entry
            and entry.type != "call"
        ):
            where = self._text[slice(*venue)]
            spans.append(venue)
        if when is not None and not (span[0] <= when.start < span[1]):
            spans.append((when.start, when.end))
        clues = ("lead",) if clause.lead and when is None else ("of the trip",) if inherited else ()
        if entry is not None and entry.pos == "noun":
            clues = (*clues, "noun")  # no tense: the year may lie on either side
        return ReportDraft(
            kind_of(telling, here) if telling else "other", status, when, where, tuple(parties), tuple(spans),
            trigger=self._text[trigger[0] : trigger[1]], clues=clues,
        )  # fmt: skip

    def _place(
        self, clause: Clause, telling: Telling | None, trigger: tuple[int, int]
    ) -> tuple[str, tuple[int, int]] | None:
        row = self._rows[clause.number]
        travels = telling is not None and telling.travels
        hosts = telling is not None and telling.entry.lemma.startswith("host")
        found = place_of(row, clause.span, trigger[1], self._tables, travels=travels, hosts=hosts)
        if found is None and clause.span[0] > clause.sentence.start:
            # what was said of the place before holds on; what comes after a clause is another's
            before = (clause.sentence.start, clause.span[0])
            found = place_of(row, before, trigger[1], self._tables, travels=travels, hosts=hosts)
        if found is None and _RELATIVE.match(self._text, clause.span[1], clause.sentence.end):
            after = (clause.span[1], clause.sentence.end)  # "… who is arriving in Moscow"
            found = place_of(row, after, trigger[1], self._tables, travels=travels, hosts=hosts)
        return found
