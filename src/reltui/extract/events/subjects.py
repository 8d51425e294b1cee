"""Who is meant where a clause names nobody: pronouns, bare titles, "we" and "you" of a talk.

What is remembered from sentence to sentence stands here too: who took part last, who goes on acting,
and the trip within which the rest happens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reltui.authority import Tables
from reltui.extract.document import Document, Sentence
from reltui.extract.drafts import PartyDraft, ReportDraft, When
from reltui.extract.events.context import Context
from reltui.extract.events.parties import begins_with_pronoun, by_whom, parties_in, pronoun_before, within
from reltui.extract.events.sharing import union
from reltui.extract.events.telling import Telling
from reltui.extract.mentions.spotter import Read

_ALL_OF_THEM = re.compile(
    r"(?:they|both|the\s(?:two|parties|sides|ministers|presidents|leaders|delegation))\b", re.IGNORECASE
)
_ADVERBIAL = re.compile(r"^(?:on|in|at|from|during|later|then|also|today)\b[\w\s]{0,30},\s", re.IGNORECASE)
_CLOSE = 15  # characters between a subject and its verb: "Belgrade will host"
_NAME = ("G", "N", "Z", "I", "g", "n", "T")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of sentence `number`: whether it is headline or lead, whether somebody speaks it."""

    number: int
    sentence: Sentence
    span: tuple[int, int]
    lead: bool
    spoken: bool


class Subjects:
    """Completes the parties of clauses, and remembers them for the next."""

    def __init__(self, document: Document, read: Read, context: Context, tables: Tables) -> None:
        self._document = document
        self._text = document.text
        self._rows = read.rows
        self._spots = read.spots
        self._context = context
        self._tables = tables
        self._language = document.source.language or "en"
        self._parties: tuple[PartyDraft, ...] = ()
        self._subject: tuple[PartyDraft, ...] = ()
        self.trip: When | None = None

    def speaks(self, group: int) -> None:
        """Say that the turn or quotation of that group begins: its speaker is "we" and "I"."""
        self._subject = self._context.speaker(group)

    def complete(
        self, clause: Clause, named: list[PartyDraft], trigger: tuple[int, int], telling: Telling | None
    ) -> list[PartyDraft]:
        """Add the subject that a clause takes over from what stands before it."""
        if telling is not None and telling.entry.pos == "noun":
            agents = by_whom(self._text, self._spots, telling, clause.span)
            if agents:
                return agents
        people = [p for p in named if self._spots[p.spot].kind == "person"]
        before = [p for p in people if self._spots[p.spot].end <= trigger[0]]
        close = [p for p in named if 0 <= trigger[0] - self._spots[p.spot].end <= _CLOSE]
        if before or (clause.spoken and close):
            return named  # "the exhibition that Belgrade will host": the state itself is the subject
        if clause.span[0] > clause.sentence.start and not people:
            earlier = parties_in(self._spots, (clause.sentence.start, clause.span[0]), trigger, None)
            actors = [p for p in earlier if self._spots[p.spot].kind == "person"]
            if actors or not named:
                return (actors or earlier) + [p for p in named if p not in earlier]
        taken = self._taken_over(clause, trigger)
        poster = self._context.poster
        if poster is not None and not any(
            self._spots[p.spot].end <= trigger[0] and not self._spots[p.spot].adjective for p in named
        ):
            met = people or [p for p in taken if not self._context.same(p, poster)] or named
            return [poster, *(p for p in met if not self._context.same(p, poster))]
        if taken:
            return [*taken, *(p for p in people if not any(self._context.same(p, t) for t in taken))]
        subject = self._context.subject
        block = self._document.blocks[clause.sentence.block]
        listed = subject is not None and block.kind in ("item", "attribution")
        if subject is not None and listed and not any(self._context.same(p, subject) for p in people):
            return [subject, *(people or [p for p in named if not self._spots[p.spot].adjective])]
        return named

    def _taken_over(self, clause: Clause, trigger: tuple[int, int]) -> list[PartyDraft]:
        """Whom the pronoun before the trigger means: the speaker, the one spoken to, or those told of last."""
        start, end = clause.span
        if clause.spoken:
            pronoun = pronoun_before(self._text, start, trigger[0])
            speaker = list(self._subject)
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
        if _ALL_OF_THEM.match(_ADVERBIAL.sub("", self._text[start:end])):
            return list(self._parties)
        return list(self._subject or self._parties)

    def _holder(self, clause: Clause) -> PartyDraft | None:
        """The person meant by a bare title at the head of the clause: "The Foreign Minister also met …"."""
        row = self._rows[clause.number]
        for i, chunk in enumerate(row.chunks):
            if chunk.start < clause.span[0] or chunk.cls in "fid,.":
                continue
            if chunk.cls != "T" or row.letters[i + 1 : i + 2] in _NAME:
                return None
            offices = {getattr(e, "office", "") for e in chunk.entries}
            for k, s in enumerate(self._spots):
                if s.kind == "person" and s.sure and s.title and s.start < clause.span[0]:
                    held = {
                        e.office for hit in self._tables.office_phrases.scan(s.title) for e in hit.entries
                    }
                    if offices & held:
                        return PartyDraft(k)
            return None
        return None

    def remember(self, sentence: Sentence, reports: Sequence[ReportDraft], spoken: bool) -> None:
        """Remember who took part in the sentence, for those that follow."""
        here = within(self._spots, sentence.start, sentence.end)
        people = [PartyDraft(i) for i, s in here if s.kind == "person" and s.sure]
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
                self._parties = tuple(subjects if len(subjects) >= 2 else told)
            for r in reports:
                if (
                    r.type == "visit"
                    and r.when is not None
                    and (r.when.relative.startswith("week") or r.when.to_day)
                ):
                    self.trip = self.trip or r.when
        elif len(people) >= 2:
            self._parties = tuple(people)
        if people and not spoken:
            trigger = (
                self._text.find(reports[0].trigger, sentence.start) if reports and reports[0].trigger else -1
            )
            first = people[0]
            # who is only met is not who goes on: "EAM will meet X. Earlier, he …"
            if trigger < 0 or self._spots[first.spot].end <= trigger or not self._subject:
                self._subject = (first,)
