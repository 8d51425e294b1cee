"""Who is meant where a clause names nobody: pronouns, bare titles, "we" and "you" of a talk.

What is remembered from sentence to sentence stands here too: who took part last, who goes on acting,
and the trip within which the rest happens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reltui.authority import Tables
from reltui.extract.document import Document, Sentence
from reltui.extract.drafts import PartyDraft, ReportDraft, When
from reltui.extract.events.clauses import first_verb
from reltui.extract.events.company import Clause, Company
from reltui.extract.events.context import Context
from reltui.extract.events.parties import begins_with_pronoun, by_whom, parties_in, pronoun_before
from reltui.extract.events.referents import Referents
from reltui.extract.events.sharing import union
from reltui.extract.events.telling import Telling
from reltui.extract.mentions.spotter import Read
from reltui.extract.order import within
from reltui.model.vocab import Status

_ALL_OF_THEM = re.compile(
    r"(?:they|both|the\s(?:two\b|(?:\w+\s)?(?:parties|sides|ministers|presidents|leaders|delegations?|premiers))|они|oni|стороны|"
    r"условились|договорились|министры|президенты|главы|собеседники|ministri|predsednici|sagovornici|министри|председници|саговорници|dvoj\w+|двој\w+)\b",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"^(?:on|in|at|from|during|after|following|upon|later|then|also|today)\b[\w\s]{0,40},\s", re.IGNORECASE
)
_HEADS = re.compile(
    r"(?:the\s(?:two\s)?|both\s)(?:leaders|presidents|heads\sof\s(?:state|government))\b", re.IGNORECASE
)
_THAT = re.compile(r"\s(?:that|da|да|что)\s", re.IGNORECASE)
_WHO = re.compile(r"who\b", re.IGNORECASE)
_WHICH = re.compile(r"(?:which|that)\b", re.IGNORECASE)
_CLOSE = 15  # characters between a subject and its verb: "Belgrade will host"


class Subjects:
    """Completes the parties of clauses, and remembers them for the next."""

    def __init__(
        self, document: Document, read: Read, context: Context, tables: Tables, referents: Referents
    ) -> None:
        self._referents = referents
        self._document = document
        self._text = document.text
        self._rows = read.rows
        self._spots = read.spots
        self._context = context
        self._tables = tables
        self._language = document.source.language or "en"
        self._company = Company(document.text, read, context, referents, self._language)
        self._parties: tuple[PartyDraft, ...] = ()
        self._subject: tuple[PartyDraft, ...] = ()
        self.trip: When | None = None
        self.trip_place: str | None = None
        self._pair: tuple[PartyDraft, ...] = ()

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
            owner = self._company.owner(clause, telling, self._subject)
            if owner is not None:
                return [owner, *(p for p in named if self._spots[p.spot].start > telling.end and p != owner)]
        inner = self._told_of(clause, trigger)
        if inner:
            return inner
        people = [p for p in named if self._spots[p.spot].kind == "person"]
        before = [p for p in people if self._spots[p.spot].end <= trigger[0]]
        close = [p for p in named if 0 <= trigger[0] - self._spots[p.spot].end <= _CLOSE]
        if before or (clause.spoken and close):
            # "the exhibition that Belgrade will host": the state itself is the subject
            return self._company.with_described(clause, named, trigger)
        agents = self._agents(clause) if people and self._subjectless(clause, trigger) else []
        if agents:
            return [*agents, *(p for p in named if not any(self._context.same(p, a) for a in agents))]
        if clause.span[0] > clause.sentence.start and not before and _WHICH.match(self._text, *clause.span):
            thing = self._company.thing_before(clause)
            if thing is not None:
                return [thing, *(p for p in named if p != thing)]
        if clause.span[0] > clause.sentence.start and not before and _WHO.match(self._text, *clause.span):
            somebody = self._company.somebody_before(clause)
            if somebody is not None:
                others = [p for p in people if not self._context.same(p, somebody)]
                return [somebody, *others]
        if clause.span[0] > clause.sentence.start and not people:
            earlier = parties_in(self._spots, (clause.sentence.start, clause.span[0]), trigger, None)
            actors = [p for p in earlier if self._spots[p.spot].kind == "person"]
            if actors:
                described = self._company.with_described(clause, [], trigger)
                return [*actors, *(p for p in described if not any(self._context.same(p, a) for a in actors))]
            if not named:
                return earlier
        taken = self._taken_over(clause, trigger)
        poster = self._context.poster
        if poster is not None and not any(
            self._spots[p.spot].end <= trigger[0] and not self._spots[p.spot].adjective for p in named
        ):
            met = people or [p for p in taken if not self._context.same(p, poster)] or named
            return [poster, *(p for p in met if not self._context.same(p, poster))]
        if taken:
            met = people or self._company.with_described(clause, [], trigger)
            return [*taken, *(p for p in met if not any(self._context.same(p, t) for t in taken))]
        subject = self._context.subject
        block = self._document.blocks[clause.sentence.block]
        listed = subject is not None and block.kind in ("item", "attribution")
        if subject is not None and listed and not any(self._context.same(p, subject) for p in people):
            return [subject, *(people or [p for p in named if not self._spots[p.spot].adjective])]
        return named

    def unnamed(
        self, clause: Clause, telling: Telling, when: When | None, status: Status
    ) -> list[PartyDraft]:
        """Return who takes part where a dated clause names nobody: those of whom the text told last.

        In a chronicle the rest of the entry says who ("The round is held in X; Y leads the team of …"). A session
        or agreement is that of the states, a visit that of the one who goes on acting.
        """
        if when is None or telling.entry.rank > 2 or not (when.month or when.relative or status == "planned"):
            return []
        rest = parties_in(self._spots, (clause.span[1], clause.sentence.end), clause.span, None)
        people = [p for p in rest if self._spots[p.spot].kind == "person"]
        if len(people) >= 2:
            return people
        noun = telling.entry.pos == "noun" and telling.entry.type != "visit"
        if noun or telling.entry.type in ("agreement", "session"):
            states = self._referents.seats([p.spot for p in self._parties])
            if len(states) < 2:
                states = self._referents.seats([p.spot for p in self._context.principals])
            found = states if len(states) == 2 else self._context.two_states
            return [PartyDraft(i) for i in found] or list(self._parties)
        if telling.entry.type == "visit":
            return list(self._subject)
        return list(self._parties) if telling.entry.type in ("meeting", "call") else []

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
        holders = self._company.holders(clause, trigger)
        if holders:
            return holders
        if not begins_with_pronoun(self._text, start, end, self._language):
            return []
        opening = _ADVERBIAL.sub("", self._text[start:end])
        if _HEADS.match(opening) and len(heads := self._referents.heads(start)) >= 2:
            return [PartyDraft(i) for i in heads]
        if _ALL_OF_THEM.match(opening):
            pair = self._parties if len(self._parties) >= 2 else self._pair or self._parties
            return self._company.both(opening, start) or list(pair)
        return list(self._subject or self._parties)

    def _told_of(self, clause: Clause, trigger: tuple[int, int]) -> list[PartyDraft]:
        """Of whom words told with "that" are: "She recalled that *Canada* imposed sanctions" is Canada's doing."""
        cuts = list(_THAT.finditer(self._text, clause.span[0], trigger[0]))
        if not cuts or clause.spoken:
            return []
        inside = parties_in(self._spots, (cuts[-1].end(), clause.span[1]), trigger, None)
        subject = [
            p for p in inside if self._spots[p.spot].end <= trigger[0] and not self._spots[p.spot].adjective
        ]
        return inside if subject else []

    def _subjectless(self, clause: Clause, trigger: tuple[int, int]) -> bool:
        """Whether a later clause has nothing but small words before its trigger: "and will meet with …"."""
        if clause.span[0] <= clause.sentence.start:
            return False
        if begins_with_pronoun(self._text, *clause.span, self._language):
            return False
        return all(
            c.cls in "xfic,d"
            for c in self._rows[clause.number].chunks
            if clause.span[0] <= c.start < trigger[0]
        )

    def _agents(self, clause: Clause) -> list[PartyDraft]:
        """The subject of the sentence whose later clause begins with a verb: "X was received by Y and met with Z"."""
        start = clause.sentence.start
        verb = first_verb(self._text, start, clause.span[0])
        if verb is None:  # languages whose verbs are not known by their endings
            named = parties_in(self._spots, (start, clause.span[0]), trigger=clause.span, entry=None)
            whole = replace(clause, span=(start, clause.span[0]))
            people = [p for p in named if self._spots[p.spot].kind == "person"]
            return people[:1] or self._company.holders(whole, clause.span)
        first = parties_in(self._spots, (start, verb), (verb, verb), None)
        people = [p for p in first if self._spots[p.spot].kind == "person"]
        if people:
            return people
        whole = replace(clause, span=(start, clause.span[0]))
        return self._company.holders(whole, (verb, verb)) or self._taken_over(whole, (verb, verb)) or first

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
                long = r.when is not None and (r.when.relative.startswith("week:") or r.when.to_day)
                if r.type == "visit" and long and self.trip is None:
                    self.trip, self.trip_place = r.when, r.place
        elif len(people) >= 2:
            self._parties = tuple(people)
        if len(self._parties) >= 2:
            self._pair = self._parties
        if people and not spoken:
            trigger = (
                self._text.find(reports[0].trigger, sentence.start) if reports and reports[0].trigger else -1
            )
            first = people[0]
            # who is only met is not who goes on: "EAM will meet X. Earlier, he …"
            if trigger < 0 or self._spots[first.spot].end <= trigger or not self._subject:
                self._subject = (first,)
