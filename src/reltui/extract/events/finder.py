"""Reports of happenings in one source: sentence by sentence, clause by clause.

A clause reports something where a trigger stands with a date, where a headline or lead has a trigger and
named parties (the source's own date is then the happening's), or where a verb of contact joins two named
persons. Dates, parties and places that a clause leaves out are taken from its sentence, then from the
sentences before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reltui.authority import Tables
from reltui.extract.document import Document, Sentence
from reltui.extract.drafts import PartyDraft, ReportDraft, When
from reltui.extract.events.clauses import clauses
from reltui.extract.events.context import Context
from reltui.extract.events.parties import begins_with_pronoun, by_whom, parties_in, pronoun_before
from reltui.extract.events.places import place_of
from reltui.extract.events.sharing import listed, share_dates, share_parties, union
from reltui.extract.events.status import status_of
from reltui.extract.events.telling import Telling, best, circumstantial, kind_of, tellings
from reltui.extract.mentions.spotter import Read

_RELATIVE = re.compile(r",?\s(?:who|which|where)\b", re.IGNORECASE)
_WHEN = re.compile(r"(?:when|kada|kad|когда|када|кад)\b", re.IGNORECASE)
_CONTACT = frozenset(("visit", "meeting", "call", "press_conference"))
_DEFINITE = re.compile(r"\b(?:the|this|these|their|those|such)\s(?:\w+\s)?$", re.IGNORECASE)
_ALL_OF_THEM = re.compile(
    r"(?:they|both|the\s(?:two|parties|sides|ministers|presidents|leaders|delegation))\b", re.IGNORECASE
)


@dataclass
class _Memory:
    """What the sentences before have told, for pronouns and for trips."""

    parties: tuple[PartyDraft, ...] = ()
    subject: tuple[PartyDraft, ...] = ()
    trip: When | None = None


@dataclass(frozen=True, slots=True)
class _Clause:
    number: int
    sentence: Sentence
    span: tuple[int, int]
    lead: bool
    spoken: bool  # in a turn or quotation: "we" and "you" are known


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
        self._memory = _Memory()

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
            spoken = block.kind in ("turn", "quote")
            if spoken:
                self._memory.subject = self._context.speaker(block.group)
            reports = self._sentence(number, sentence, spoken)
            found += reports
            self._remember(sentence, reports, spoken)
        return tuple(replace(r, order=i) for i, r in enumerate(found))

    def _section_dated(self, heading: int) -> bool:
        """Whether the text under a heading gives dates itself, so that the heading only announces them."""
        blocks = [b for b in self._document.blocks if b.heading == heading]
        return any(b.start <= d.start < b.end for b in blocks for d in self._dates if d.month is not None)

    # -- one sentence ------------------------------------------------------------------------------

    def _sentence(self, number: int, sentence: Sentence, spoken: bool) -> list[ReportDraft]:
        dates = [d for d in self._dates if sentence.start <= d.start < sentence.end]
        found = tellings(self._rows[number].words, self._tables, self._language)
        lead = number in self._context.leads
        whole = _Clause(number, sentence, (sentence.start, sentence.end), lead, spoken)
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

    def _clause(self, clause: _Clause, dates: list[When], found: list[Telling]) -> list[ReportDraft]:
        start, end = clause.span
        here = [t for t in found if start <= t.start < end]
        telling = best(self._text, here)
        whens: list[When | None] = list(_event_dates([d for d in dates if start <= d.start < end], start))
        if not whens and telling is not None and telling.entry.rank <= 2:
            elsewhere = _event_dates([d for d in dates if not start <= d.start < end], -1)
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
        self, clause: _Clause, telling: Telling | None, when: When | None, here: Sequence[Telling]
    ) -> ReportDraft | None:
        span = clause.span
        trigger = (telling.start, telling.end) if telling else (span[0], span[0])
        entry = telling.entry if telling else None
        named = parties_in(self._spots, span, trigger, entry)
        parties = self._completed(clause, named, trigger, telling)
        if not parties or (telling is None and not self._tells_without_trigger(clause, when)):
            return None
        if (
            clause.spoken and not named and when is not None and when.relative == "day:0"
            and entry is not None and entry.type in _CONTACT
        ):  # fmt: skip
            return None  # "I am glad to meet with you today": the very talk in which it is said
        status = status_of(self._text, span, trigger, entry, self._tables)
        inherited = False
        if when is None and telling is not None:
            if not self._tells_undated(clause, telling, named, parties):
                return None
            if (
                self._memory.trip is not None
                and not clause.lead
                and status == "occurred"
                and not clause.spoken
            ):
                when, inherited = self._memory.trip, True
        place = self._place(clause, telling, trigger)
        spans = [span]
        where = place[0] if place else None
        vague = place is None or self._tables.states.by_name(place[0]) is not None
        if vague and clause.lead and self._context.venue is not None and status == "occurred":
            if entry is not None and entry.type != "call":
                where = self._text[slice(*self._context.venue)]
                spans.append(self._context.venue)
        if when is not None and not (span[0] <= when.start < span[1]):
            spans.append((when.start, when.end))
        clues = ("lead",) if clause.lead and when is None else ("of the trip",) if inherited else ()
        return ReportDraft(
            kind_of(telling, here) if telling else "other", status, when, where, tuple(parties), tuple(spans),
            trigger=self._text[trigger[0] : trigger[1]], clues=clues,
        )  # fmt: skip

    def _tells_undated(
        self, clause: _Clause, telling: Telling, named: Sequence[PartyDraft], parties: Sequence[PartyDraft]
    ) -> bool:
        """Whether a clause without a date tells of something definite enough to be an event."""
        entry = telling.entry
        people = [p for p in parties if self._spots[p.spot].kind == "person"]
        if entry.type not in _CONTACT and not clause.lead:
            return False
        if entry.pos == "noun" and (_DEFINITE.search(self._text, max(0, telling.start - 20), telling.start)):
            return False
        if circumstantial(self._text, telling):
            return False
        if clause.lead:
            return any(self._spots[p.spot].kind == "person" for p in named) and entry.rank <= 2
        if entry.type == "visit" and people and self._document.blocks[clause.sentence.block].kind == "item":
            return True  # a list of what somebody did: "Putin visited Belgrade, pledging …"
        return len(people) >= 2 and entry.rank <= 1

    def _tells_without_trigger(self, clause: _Clause, when: When | None) -> bool:
        """A chronology tells by its dates alone; other texts only where they give the day."""
        if when is None or clause.spoken or when.relative.startswith(("week", "month", "year", "season")):
            return False
        return when.day is not None or self._document.source.kind in ("page", "document")

    def _place(
        self, clause: _Clause, telling: Telling | None, trigger: tuple[int, int]
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

    # -- who -----------------------------------------------------------------------------------------

    def _completed(
        self, clause: _Clause, named: list[PartyDraft], trigger: tuple[int, int], telling: Telling | None
    ) -> list[PartyDraft]:
        """Add the subject that a clause takes over from what stands before it."""
        if telling is not None and telling.entry.pos == "noun":
            agents = by_whom(self._text, self._spots, telling, clause.span)
            if agents:
                return agents
        people = [p for p in named if self._spots[p.spot].kind == "person"]
        before = [p for p in people if self._spots[p.spot].end <= trigger[0]]
        if before:
            return named
        if clause.span[0] > clause.sentence.start and not people:
            earlier = parties_in(self._spots, (clause.sentence.start, clause.span[0]), trigger, None)
            actors = [p for p in earlier if self._spots[p.spot].kind == "person"]
            if actors or not named:
                return (actors or earlier) + [p for p in named if p not in earlier]
        taken = self._taken_over(clause, trigger)
        if taken:
            return [*taken, *(p for p in people if not any(self._context.same(p, t) for t in taken))]
        subject = self._context.subject
        block = self._document.blocks[clause.sentence.block]
        if subject is not None and block.kind in ("item", "attribution"):
            if not any(self._context.same(p, subject) for p in people):
                others = people or [p for p in named if not self._spots[p.spot].adjective]
                return [subject, *others]
        return named

    def _taken_over(self, clause: _Clause, trigger: tuple[int, int]) -> list[PartyDraft]:
        """Whom the pronoun before the trigger means: the speaker, the one spoken to, or those told of last."""
        start, end = clause.span
        if clause.spoken:
            pronoun = pronoun_before(self._text, start, trigger[0])
            speaker = list(self._memory.subject)
            if pronoun == "you":
                others = [
                    p for p in self._context.principals if not any(self._context.same(p, s) for s in speaker)
                ]
                return others[:1]
            if pronoun == "we":
                return speaker
        holder = self._holder(clause)
        if holder is not None:
            return [holder]
        if not begins_with_pronoun(self._text, start, end, self._language):
            return []
        if _ALL_OF_THEM.match(_bare_start(self._text[start:end])):
            return list(self._memory.parties)
        return list(self._memory.subject or self._memory.parties)

    def _holder(self, clause: _Clause) -> PartyDraft | None:
        """The person meant by a bare title at the head of the clause: "The Foreign Minister also met …"."""
        row = self._rows[clause.number]
        for i, chunk in enumerate(row.chunks):
            if chunk.start < clause.span[0] or chunk.cls in "fid,.":
                continue
            if chunk.cls != "T" or row.letters[i + 1 : i + 2] in ("G", "N", "Z", "I", "g", "n", "T"):
                return None
            offices = {getattr(e, "office", "") for e in chunk.entries}
            for k, s in enumerate(self._spots):
                if s.kind == "person" and s.sure and s.title and s.start < clause.span[0]:
                    held = {e.office for hit in self._tables.office_phrases.scan(s.title) for e in hit.entries}
                    if offices & held:
                        return PartyDraft(k)
            return None
        return None

    def _remember(self, sentence: Sentence, reports: list[ReportDraft], spoken: bool) -> None:
        people = [
            PartyDraft(i) for i, s in enumerate(self._spots)
            if s.kind == "person" and s.sure and sentence.start <= s.start < sentence.end
        ]  # fmt: skip
        if reports:
            told = [p for p in union(reports) if self._spots[p.spot].kind == "person"]
            first = (
                self._text.find(reports[0].trigger, sentence.start) if reports[0].trigger else sentence.start
            )
            subjects = [
                p
                for p in told
                if self._spots[p.spot].end <= first or self._spots[p.spot].start < sentence.start
            ]
            if told:
                self._memory.parties = tuple(subjects if len(subjects) >= 2 else told)
            for r in reports:
                if (
                    r.type == "visit"
                    and r.when is not None
                    and (r.when.relative.startswith("week") or r.when.to_day)
                ):
                    self._memory.trip = self._memory.trip or r.when
        elif len(people) >= 2:
            self._memory.parties = tuple(people)
        if people and not spoken:
            trigger = self._text.find(reports[0].trigger, sentence.start) if reports and reports[0].trigger else -1
            first = people[0]
            # who is only met is not who goes on: "EAM will meet X. Earlier, he …"
            if trigger < 0 or self._spots[first.spot].end <= trigger or not self._memory.subject:
                self._memory.subject = (first,)


def _event_dates(dates: list[When], start: int) -> list[When]:
    """Dates that can be a happening's: not the bounds of something that goes on ("since 2009", "until 1992")."""
    return [d for d in dates if not d.open or d.day is not None or d.start == start]


def _bare_start(clause: str) -> str:
    """The clause without a leading adverbial ("In Niamey, they …" → "they …")."""
    return re.sub(
        r"^(?:on|in|at|from|during|later|then|also|today)\b[\w\s]{0,30},\s", "", clause, flags=re.IGNORECASE
    )
