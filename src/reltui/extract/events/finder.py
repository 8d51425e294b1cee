"""Reports of happenings in one source: sentence by sentence, clause by clause.

A clause reports something where a trigger stands with a date, where a headline or lead has a trigger and
named parties (the source's own date is then the happening's), or where a verb of contact joins two named
persons. Dates, parties and places that a clause leaves out are taken from its sentence, then from the
sentences before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from reltui.authority import Tables
from reltui.extract.dates import day_lines
from reltui.extract.document import Document, Sentence
from reltui.extract.drafts import ReportDraft, When
from reltui.extract.events.attendance import attended, met_before, only_attends, with_lists
from reltui.extract.events.clauses import clauses
from reltui.extract.events.company import Clause
from reltui.extract.events.context import Context
from reltui.extract.events.definite import (
    dated_noun,
    event_dates,
    is_joint,
    is_the_talk_itself,
    only_attributes,
    tells_undated,
    tells_without_trigger,
)
from reltui.extract.events.headlines import dated_below
from reltui.extract.events.parties import parties_in, stands_by, without_tellers
from reltui.extract.events.placing import Placing, states_of
from reltui.extract.events.referents import Referents
from reltui.extract.events.sharing import listed, share_dates, share_parties
from reltui.extract.events.status import status_of
from reltui.extract.events.story import Shared, Story
from reltui.extract.events.subjects import Subjects
from reltui.extract.events.telling import (
    Telling,
    best,
    circumstantial,
    kind_of,
    tellings,
)
from reltui.extract.mentions.spotter import Read
from reltui.extract.order import beginning_in, begins
from reltui.model.vocab import EventType

_TO_COME = frozenset(("day:1", "week:1", "month:1", "year:1", "weekday:1"))
_HEAD = 30  # characters at the head of a title in which a page's own date stands
_AND = re.compile(r",?\s(?:and|i|и|te)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s(?:who|which|where)\b", re.IGNORECASE)
_WHERE = re.compile(r"(?:where|gde|gdje|где|during which|at which|after which)\b", re.IGNORECASE)
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
        self._referents = Referents(read.spots, tables)
        # an undated post happened on the day that heads it
        self._heads = day_lines(document.text, read.dates)
        self._subjects = Subjects(document, read, self._context, tables, self._referents)
        self._placing = Placing(document, read, self._context, self._referents, tables)
        self._story = Story(
            document, lambda place: states_of(place, tables), told_at_once=not self._context.chronicle
        )

    def find(self) -> tuple[ReportDraft, ...]:
        """Return all reports in order."""
        found: list[ReportDraft] = []
        for number, sentence in enumerate(self._document.sentences):
            block = self._document.blocks[sentence.block]
            if block.kind == "heading" and sentence.block in self._dated_sections:
                continue
            if block.kind in ("dateline", "caption") or (
                block.kind == "attribution" and block.role != "quotes"
            ):
                continue
            quoted = self._text[sentence.start : sentence.start + 1] in tuple('“«„"')
            spoken = block.kind in ("turn", "quote") or quoted
            if spoken and not quoted:
                self._subjects.speaks(block.group)
            only = (
                met_before(found, self._document, number)
                and not self._dated(sentence)
                and only_attends(sentence, self._language)
            )
            if only and attended(found, self._document, self._spots, number, sentence):
                continue
            reports = self._sentence(number, sentence, spoken)
            found += reports
            self._subjects.remember(sentence, reports, spoken)
            self._story.remember(reports, self._spots, lead=number in self._context.leads)
        found = dated_below(
            with_lists(found, self._document, self._spots), self._document, self._spots, self._context.leads
        )
        return tuple(replace(r, order=i) for i, r in enumerate(found))

    def _dated(self, sentence: Sentence) -> bool:
        return any(d.month for d in beginning_in(self._dates, sentence.start, sentence.end))

    @cached_property
    def _dated_sections(self) -> frozenset[int]:
        """The headings under which the text gives dates itself, so that they only announce them."""
        return frozenset(
            block.heading
            for block in self._document.blocks
            if block.heading >= 0
            and any(d.month is not None for d in beginning_in(self._dates, block.start, block.end))
        )

    # -- one sentence ------------------------------------------------------------------------------

    def _sentence(self, number: int, sentence: Sentence, spoken: bool) -> list[ReportDraft]:
        dates = beginning_in(self._dates, sentence.start, sentence.end)
        if self._document.blocks[sentence.block].kind == "title":
            dates = [d for d in dates if not self._of_the_release(d, sentence)]
        row = self._rows[number]
        found = tellings(row.words, self._tables, self._language, headline=row.title_case)
        if not found and not dates:
            return []
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
            reports += self._clause(Clause(number, sentence, span, lead, spoken), dates, found)
        return reports

    def _of_the_release(self, when: When, sentence: Sentence) -> bool:
        """Whether a date at the head of a title only dates the page: "No: 187, 23 May 2022, Press Release …"."""
        published = self._document.source.published
        return when.start - sentence.start < _HEAD and (when.edtf is not None and when.edtf == published)

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
        if not here and not dates:
            return []
        telling = best(self._text, here)
        inside = [d for d in dates if start <= d.start < end]
        if len(inside) == 1:
            telling = dated_noun(self._text, inside[0], here) or telling
        whens: list[When | None] = list(event_dates(self._text, inside, start))
        if not whens and _WHERE.match(self._text, start, end):
            whens = [
                *[d for d in dates if clause.sentence.start <= d.start < start and d.day is not None][-1:]
            ]
        if not whens and telling is not None and telling.entry.rank <= 2 and self._heads:
            whens = [*self._heads[: bisect_left(self._heads, start, key=begins)][-1:]]
        joint = telling is not None and clause.lead and is_joint(self._text, telling)
        if not whens and telling is not None and (telling.entry.rank <= 2 or joint):
            outside = [d for d in dates if not start <= d.start < end and not self._aside(d, clause)]
            elsewhere = event_dates(self._text, outside, -1)
            others = [t for t in found if not start <= t.start < end and t.entry.rank <= 2]
            whens = [elsewhere[0]] if len(elsewhere) == 1 and not others else [None]
        reports: list[ReportDraft] = []
        begin = start
        for number, when in enumerate(whens):
            report = self._report(clause, telling, when, here)
            if report is None:
                continue
            if when is not None and len(whens) > 1:
                # "to Palestine on 24 May and to Israel on 25 May": each date has what stands before it
                stop = when.end if number + 1 < len(whens) else end
                own = self._placing.told(
                    replace(clause, span=(begin, stop)), telling, (begin, begin), alone=True
                )
                report = replace(report, place=own[0]) if own is not None else report
                joined = _AND.match(self._text, when.end)
                begin = joined.end() if joined else when.end
            trigger = (telling.start, telling.end) if telling else (start, start)
            reports += share_parties(report, self._text, clause.span, self._spots, trigger)
            reports += self._followed(report, here)
        return reports

    def _aside(self, when: When, clause: Clause) -> bool:
        """Whether a date behind the clause stands in a relative clause, which is about something else."""
        return (
            when.start >= clause.span[1]
            and _RELATIVE.search(self._text, clause.span[1], when.start) is not None
        )

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
        if telling is not None and only_attributes(self._text, clause.sentence.start, span, telling):
            return None
        named = parties_in(self._spots, span, trigger, entry)
        if clause.spoken or self._context.subject is not None:
            named = [p for p in named if not stands_by(self._text, self._spots[p.spot])]
        words = self._rows[clause.number].words.between(*span)
        status = status_of(self._text, words, span, trigger, entry, self._tables)
        if status == "occurred" and when is not None and when.relative in _TO_COME:
            status = "planned"
        parties = self._subjects.complete(clause, named, trigger, telling)
        parties = without_tellers(self._text, self._spots, parties, trigger, entry, self._tables)
        if not parties and telling is not None and not clause.spoken:
            parties = self._subjects.unnamed(clause, telling, when, status)
        if not parties or (telling is None and not tells_without_trigger(self._document, clause, when)):
            return None
        if is_the_talk_itself(clause, telling, when, named, status):
            return None
        shared: Shared | None = None
        if when is None and telling is not None:
            told = tells_undated(self._document, self._spots, clause, telling, named, parties, status)
            if not clause.spoken and (not clause.lead or status == "planned"):
                people = any(self._spots[p.spot].kind == "person" for p in parties)
                states = self._placing.states(clause, parties)
                names = {self._spots[p.spot].surface.split()[-1] for p in parties}
                shared = self._story.share(telling, span, status, states, names, people=people)
            if not told and shared is None:
                return None
            if shared is not None:
                when = shared.when
            trip = self._subjects.trip
            if (
                shared is None
                and trip is not None
                and not clause.lead
                and status == "occurred"
                and not clause.spoken
            ):
                shared = Shared(trip, self._subjects.trip_place, "of the trip")
                when = trip
        place = self._placing.told(clause, telling, trigger)
        if place is not None:
            outside = [p for p in parties if not place[1][0] <= self._spots[p.spot].start < place[1][1]]
            parties = outside or parties
        where, telling_spans = self._placing.complete(
            clause, telling, place[0] if place else None, when, parties, status, shared
        )
        spans = [span, *telling_spans]
        if when is not None and not (span[0] <= when.start < span[1]):
            spans.append((when.start, when.end))
        clues = () if shared is None else (shared.clue,)
        if when is None and (clause.lead or shared is not None):
            clues = (*clues, "lead")
        if entry is not None and entry.pos == "noun":
            clues = (*clues, "noun")  # no tense: the year may lie on either side
        kind: EventType = kind_of(telling, here) if telling else "other"
        if (
            telling is None
            and where is not None
            and any(self._spots[p.spot].kind == "person" for p in parties)
        ):
            kind = "visit"  # "28 June: the Deputy Prime Minister in Honiara; …"
        return ReportDraft(
            kind, status, when, where, tuple(parties), tuple(spans),
            trigger=self._text[trigger[0] : trigger[1]], clues=clues,
        )  # fmt: skip
