"""Reports of happenings in one source: sentence by sentence, clause by clause.

A clause reports something where a trigger stands with a date, where a headline or lead has a trigger and
named parties (the source's own date is then the happening's), or where a verb of contact joins two named
persons. Dates, parties and places that a clause leaves out are taken from its sentence, then from the
sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reltui.authority import Tables
from reltui.extract.document import Document, Sentence
from reltui.extract.drafts import PartyDraft, ReportDraft, Spot, When
from reltui.extract.events.clauses import clauses
from reltui.extract.events.parties import begins_with_pronoun, parties_in
from reltui.extract.events.places import place_of
from reltui.extract.events.status import status_of
from reltui.extract.events.telling import Telling, best, circumstantial, tellings
from reltui.extract.mentions.spotter import Read

_DEFINITE = re.compile(r"\b(?:the|this|these|their|those)\s(?:\w+\s)?$", re.IGNORECASE)
_CONTACT = frozenset(("visit", "meeting", "call", "press_conference"))
_COMMON = re.compile(r"\b(?:and|i|и)\b|,", re.IGNORECASE)


@dataclass
class _Memory:
    """What the sentences before have told, for pronouns and headings."""

    parties: tuple[PartyDraft, ...] = ()
    subject: tuple[PartyDraft, ...] = ()
    report: ReportDraft | None = None


class ReportFinder:
    """Finds the reports of one document."""

    def __init__(self, document: Document, read: Read, dates: Sequence[When], tables: Tables) -> None:
        self._document = document
        self._text = document.text
        self._rows = read.rows
        self._spots = read.spots
        self._dates = dates
        self._tables = tables
        self._language = document.source.language or "en"
        self._memory = _Memory()
        self._subject = self._page_subject()
        self._leads = self._lead_sentences()
        self._venue = self._venue_line()

    def find(self) -> tuple[ReportDraft, ...]:
        """Return all reports in order."""
        found: list[ReportDraft] = []
        for number, sentence in enumerate(self._document.sentences):
            block = self._document.blocks[sentence.block]
            if block.kind in ("dateline", "caption") or (block.kind == "attribution" and block.role != "quotes"):
                continue
            if block.kind in ("turn", "quote"):
                self._memory.subject = self._speaker(block.group) or self._memory.subject
            reports = self._sentence(number, sentence)
            found += reports
            self._remember(sentence, reports)
        return tuple(replace(r, order=i) for i, r in enumerate(found))

    # -- one sentence ------------------------------------------------------------------------------

    def _sentence(self, number: int, sentence: Sentence) -> list[ReportDraft]:
        dates = [d for d in self._dates if sentence.start <= d.start < sentence.end]
        found = tellings(self._text, sentence.start, sentence.end, self._tables, self._language)
        shared = self._distributed(number, sentence, dates, found)
        if shared is not None:
            return shared
        reports: list[ReportDraft] = []
        pieces = clauses(self._text, sentence.start, sentence.end)
        for piece in pieces:
            reports += self._clause(number, sentence, piece, dates, found, alone=len(pieces) == 1)
        return reports

    def _clause(
        self, number: int, sentence: Sentence, piece: tuple[int, int], dates: list[When], found: list[Telling], *, alone: bool
    ) -> list[ReportDraft]:
        here = [t for t in found if piece[0] <= t.start < piece[1]]
        when_here = [d for d in dates if piece[0] <= d.start < piece[1]]
        telling = best(self._text, here)
        block = self._document.blocks[sentence.block]
        if telling is None and not when_here:
            return []
        reports: list[ReportDraft] = []
        whens: list[When | None] = list(self._event_dates(when_here))
        lead = number in self._leads
        if not whens:
            elsewhere = self._event_dates([d for d in dates if d not in when_here])
            if telling is not None and len(elsewhere) == 1 and telling.entry.rank <= 2 and not here == []:
                # the sentence has one date: it belongs to the first clause that tells of something
                others = [t for t in found if not piece[0] <= t.start < piece[1] and t.entry.rank <= 2]
                if not others:
                    whens = [elsewhere[0]]
        if not whens:
            if telling is None or telling.entry.rank > 2:
                return []
            whens = [None]
        for when in whens:
            report = self._report(number, sentence, piece, telling, when, lead=lead, turn=block.kind in ("turn", "quote"))
            if report is not None:
                reports.append(report)
                reports += self._followed(report, here)
        return reports

    def _followed(self, report: ReportDraft, here: list[Telling]) -> list[ReportDraft]:
        """The talks that a press conference or statement followed are a happening of their own."""
        if report.type not in ("press_conference", "statement") or report.status != "occurred":
            return []
        for telling in here:
            if telling.entry.type == "meeting" and circumstantial(self._text, telling):
                words = self._text[max(0, telling.start - 40) : telling.start].casefold()
                if any(cue in words for cue in ("following", "after")):
                    return [replace(report, type="meeting", trigger=self._text[telling.start : telling.end])]
        return []

    def _report(
        self, number: int, sentence: Sentence, piece: tuple[int, int], telling: Telling | None,
        when: When | None, *, lead: bool, turn: bool,
    ) -> ReportDraft | None:  # fmt: skip
        trigger = (telling.start, telling.end) if telling else (piece[0], piece[0])
        entry = telling.entry if telling else None
        parties = parties_in(self._spots, piece, trigger, entry)
        parties = self._completed(piece, sentence, parties, trigger, entry)
        status = status_of(self._text, piece, trigger, entry, self._tables)
        type_ = entry.type if entry else "other"
        people = [p for p in parties if self._spots[p.spot].kind == "person"]
        if when is None:
            if type_ not in _CONTACT and not lead:
                return None
            if not lead and (len(people) < 2 or entry is None or entry.rank > 1):
                return None
            if lead and (not people or turn):
                return None
        if not parties:
            return None
        if when is None and telling is not None and telling.entry.pos == "noun" and _DEFINITE.search(
            self._text, max(0, telling.start - 20), telling.start
        ):
            return None
        if telling is None and (when is None or when.day is None or turn):
            return None
        place = place_of(self._rows[number], piece, trigger[1], self._tables, travels=bool(telling and telling.travels))
        if place is None and piece != (sentence.start, sentence.end):
            place = place_of(
                self._rows[number], (sentence.start, sentence.end), trigger[1], self._tables,
                travels=bool(telling and telling.travels),
            )  # fmt: skip
        spans = [piece]
        where = place[0] if place else None
        if where is None and lead and not turn and self._venue is not None and status == "occurred" and type_ != "call":
            where = self._text[self._venue[0] : self._venue[1]]
            spans.append(self._venue)
        if when is not None and not (piece[0] <= when.start < piece[1]):
            spans.append((when.start, when.end))
        return ReportDraft(
            type_, status, when, where, tuple(parties), tuple(spans),
            trigger=self._text[trigger[0] : trigger[1]], clues=("lead",) if lead and when is None else (),
        )  # fmt: skip

    # -- who -----------------------------------------------------------------------------------------

    def _completed(
        self, piece: tuple[int, int], sentence: Sentence, parties: list[PartyDraft], trigger: tuple[int, int], entry: object
    ) -> list[PartyDraft]:
        """Add the subject that a clause takes over from what stands before it."""
        people = [p for p in parties if self._spots[p.spot].kind == "person"]
        before = [p for p in people if self._spots[p.spot].end <= trigger[0]]
        if not before and piece[0] > sentence.start:
            earlier = parties_in(self._spots, (sentence.start, piece[0]), trigger, None)
            earlier = [p for p in earlier if self._spots[p.spot].kind == "person"]
            if earlier and not people:
                return earlier + [p for p in parties if p not in earlier]
        if begins_with_pronoun(self._text, *piece, self._language) and not before:
            taken = [p for p in (self._memory.subject or self._memory.parties) if p not in parties]
            if re.match(r"(?:they|both|the\s(?:two|parties|sides|ministers|presidents|leaders))\b", self._text[piece[0] : piece[1]], re.I):
                taken = [p for p in self._memory.parties if p not in parties]
            return [*taken, *people] if taken else parties
        if not people and self._subject is not None and self._in_profile(sentence):
            return [self._subject, *parties]
        if self._subject is not None and self._in_profile(sentence) and not before:
            if all(self._spots[p.spot].surface != self._spots[self._subject.spot].surface for p in people):
                return [self._subject, *people]
        return parties

    def _in_profile(self, sentence: Sentence) -> bool:
        return self._document.blocks[sentence.block].kind in ("item", "attribution")

    def _page_subject(self) -> PartyDraft | None:
        """The person that a profile page is about: the one its title names first."""
        if self._document.source.kind != "profile":
            return None
        for block in self._document.blocks:
            if block.kind in ("title", "heading"):
                for i, s in enumerate(self._spots):
                    if s.kind == "person" and block.start <= s.start < block.end:
                        return PartyDraft(i, "subject")
        return next((PartyDraft(i, "subject") for i, s in enumerate(self._spots) if s.kind == "person" and s.sure), None)

    def _speaker(self, group: int) -> tuple[PartyDraft, ...]:
        for block in self._document.blocks:
            if block.group == group and block.label is not None:
                return tuple(
                    PartyDraft(i) for i, s in enumerate(self._spots)
                    if s.kind == "person" and block.label[0] <= s.start < block.label[1]
                )  # fmt: skip
        return ()

    # -- when ----------------------------------------------------------------------------------------

    @staticmethod
    def _event_dates(dates: list[When]) -> list[When]:
        """Dates that can be a happening's: not the beginning of something that goes on."""
        return [d for d in dates if d.open != "after" or d.day is not None]

    def _distributed(
        self, number: int, sentence: Sentence, dates: list[When], found: list[Telling]
    ) -> list[ReportDraft] | None:
        """Share several dates out: "On D1 and D2, A and B had telephone conversations with C"."""
        days = [d for d in dates if d.edtf is not None or d.day is not None]
        if len(days) < 2 or not found:
            return None
        for first, second in zip(days, days[1:], strict=False):
            between = self._text[first.end : second.start].strip(" ,")
            if between not in ("and", "i", "и", "as well as"):
                return None
        telling = best(self._text, found)
        if telling is None:
            return None
        span = (sentence.start, sentence.end)
        trigger = (telling.start, telling.end)
        everybody = parties_in(self._spots, span, trigger, telling.entry)
        everybody = self._completed(span, sentence, everybody, trigger, telling.entry)
        callers = [p for p in everybody if self._spots[p.spot].end <= trigger[0]]
        others = [p for p in everybody if p not in callers]
        share = len(callers) == len(days) and bool(others)
        reports: list[ReportDraft] = []
        for i, when in enumerate(days):
            parties = [callers[i], *others] if share else everybody
            report = self._report(number, sentence, span, telling, when, lead=False, turn=False)
            if report is not None:
                clue = ("shared out",) if share else ("several dates",)
                reports.append(replace(report, parties=tuple(parties), clues=clue))
        return reports

    def _lead_sentences(self) -> frozenset[int]:
        """Headline and first sentences of a release, briefing, post or transcript: they tell its own event."""
        if self._document.source.kind in ("profile", "page", "document"):
            return frozenset()
        leads: list[int] = []
        prose = 0
        for number, sentence in enumerate(self._document.sentences):
            kind = self._document.blocks[sentence.block].kind
            if kind in ("turn", "quote"):
                break
            if kind in ("title", "heading") and prose == 0:
                leads.append(number)
            elif kind in ("paragraph", "item"):
                prose += 1
                if prose > 2:
                    break
                leads.append(number)
        return frozenset(leads)

    def _venue_line(self) -> tuple[int, int] | None:
        """The line of a transcript's head that says where: "The Kremlin, Moscow"."""
        if self._document.source.kind not in ("transcript", "release", "briefing"):
            return None
        for number, sentence in enumerate(self._document.sentences):
            block = self._document.blocks[sentence.block]
            if block.kind == "dateline" and set(self._rows[number].letters) & set("LlKS") and "d" not in self._rows[number].letters:
                return block.start, block.end
        return None

    def _remember(self, sentence: Sentence, reports: list[ReportDraft]) -> None:
        people = [
            PartyDraft(i) for i, s in enumerate(self._spots)
            if s.kind == "person" and s.sure and sentence.start <= s.start < sentence.end
        ]  # fmt: skip
        if reports:
            self._memory.report = reports[-1]
            self._memory.parties = reports[-1].parties
        elif len(people) >= 2:
            self._memory.parties = tuple(people)
        if people:
            self._memory.subject = (people[0],)


def subjects(spots: Sequence[Spot], parties: Sequence[PartyDraft]) -> list[str]:
    """Return the surfaces of the parties, for messages."""
    return [spots[p.spot].surface for p in parties]
