"""Who is meant where a clause names nobody: pronouns, bare titles, "we" and "you" of a talk.

What is remembered from sentence to sentence stands here too: who took part last, who goes on acting,
and the trip within which the rest happens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reltui.authority import Tables
from reltui.extract.document import Document, Sentence
from reltui.extract.drafts import PartyDraft, ReportDraft, When
from reltui.extract.events.clauses import first_verb
from reltui.extract.events.context import Context
from reltui.extract.events.parties import begins_with_pronoun, by_whom, parties_in, pronoun_before, within
from reltui.extract.events.referents import Referents
from reltui.extract.events.sharing import union
from reltui.extract.events.telling import Telling
from reltui.extract.mentions.spotter import Read
from reltui.model.vocab import Status

_ALL_OF_THEM = re.compile(
    r"(?:they|both|the\s(?:two\b|(?:\w+\s)?(?:parties|sides|ministers|presidents|leaders|delegations?|premiers))|они|oni|стороны|"
    r"условились|договорились|министры|президенты|главы|собеседники|ministri|predsednici|sagovornici|министри|председници|саговорници|dvoj\w+|двој\w+)\b",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"(?:the|both)\s(?:two\s|both\s)?(?P<office>(?:[a-z]+\s)?(?:ministers|presidents|chancellors|premiers|secretaries))\b",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"^(?:on|in|at|from|during|after|following|upon|later|then|also|today)\b[\w\s]{0,40},\s", re.IGNORECASE
)
_HEADS = re.compile(
    r"(?:the\s(?:two\s)?|both\s)(?:leaders|presidents|heads\sof\s(?:state|government))\b", re.IGNORECASE
)
_OWN = re.compile(r"\b(?:his|her|its)\s[\w\s,]{0,24}$", re.IGNORECASE)
_WHICH = re.compile(r"(?:which|that)\b", re.IGNORECASE)
_CLOSE = 15  # characters between a subject and its verb: "Belgrade will host"


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
            owner = self._owner(clause, telling)
            if owner is not None:
                return [owner, *(p for p in named if self._spots[p.spot].start > telling.end and p != owner)]
        people = [p for p in named if self._spots[p.spot].kind == "person"]
        before = [p for p in people if self._spots[p.spot].end <= trigger[0]]
        close = [p for p in named if 0 <= trigger[0] - self._spots[p.spot].end <= _CLOSE]
        if before or (clause.spoken and close):
            # "the exhibition that Belgrade will host": the state itself is the subject
            return self._with_described(clause, named, trigger)
        agents = self._agents(clause) if people and self._subjectless(clause, trigger) else []
        if agents:
            return [*agents, *(p for p in named if not any(self._context.same(p, a) for a in agents))]
        if clause.span[0] > clause.sentence.start and not before and _WHICH.match(self._text, *clause.span):
            thing = self._thing_before(clause)
            if thing is not None:
                return [thing, *(p for p in named if p != thing)]
        if clause.span[0] > clause.sentence.start and not people:
            earlier = parties_in(self._spots, (clause.sentence.start, clause.span[0]), trigger, None)
            actors = [p for p in earlier if self._spots[p.spot].kind == "person"]
            if actors:
                described = self._with_described(clause, [], trigger)
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
            met = people or self._with_described(clause, [], trigger)
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
            found = states if len(states) >= 2 else self._context.two_states
            return [PartyDraft(i) for i in found] or list(self._parties)
        if telling.entry.type == "visit":
            return list(self._subject)
        return list(self._parties) if telling.entry.type in ("meeting", "call") else []

    def _thing_before(self, clause: Clause) -> PartyDraft | None:
        """The state or body of which a clause with "which" tells: it stands right before the clause."""
        here = [i for i, _ in within(self._spots, clause.sentence.start, clause.span[0])]
        if not here or clause.span[0] - self._spots[here[-1]].end > _CLOSE:
            return None
        return PartyDraft(here[-1]) if self._spots[here[-1]].kind != "person" else None

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
        holders = self._holders(clause, trigger)
        if holders:
            return holders
        if not begins_with_pronoun(self._text, start, end, self._language):
            return []
        opening = _ADVERBIAL.sub("", self._text[start:end])
        if _HEADS.match(opening) and len(heads := self._referents.heads(start)) >= 2:
            return [PartyDraft(i) for i in heads]
        if _ALL_OF_THEM.match(opening):
            pair = self._parties if len(self._parties) >= 2 else self._pair or self._parties
            return self._both(opening, start) or list(pair)
        return list(self._subject or self._parties)

    def _both(self, opening: str, before: int) -> list[PartyDraft]:
        """The last two persons with the title that a clause gives in the plural: "the two foreign ministers"."""
        match = _OFFICES.match(opening)
        if match is None:
            return []
        office = match["office"].casefold()[:-1]
        held: list[PartyDraft] = []
        for index in range(len(self._spots) - 1, -1, -1):
            spot = self._spots[index]
            if spot.start >= before or spot.kind != "person" or office not in (spot.title or "").casefold():
                continue
            if not any(self._context.same(PartyDraft(index), other) for other in held):
                held.append(PartyDraft(index))
        return held[1::-1] if len(held) == 2 else []

    def _holders(self, clause: Clause, trigger: tuple[int, int]) -> list[PartyDraft]:
        """The persons meant by offices before the trigger: "The Foreign Minister also met …"."""
        found: dict[int, PartyDraft] = {}
        for one in self._referents.find(self._rows[clause.number], clause.span, self._language):
            if one.end <= trigger[0] and not one.governed:
                found.setdefault(one.spot, PartyDraft(one.spot))
        return list(found.values())

    def _with_described(
        self, clause: Clause, named: list[PartyDraft], trigger: tuple[int, int]
    ) -> list[PartyDraft]:
        """Add whom an office behind the trigger means, where nobody is named there: "met the Iraqi President"."""
        if any(
            self._spots[p.spot].kind == "person" and self._spots[p.spot].start >= trigger[1] for p in named
        ):
            return named
        found = list(named)
        for one in self._referents.find(self._rows[clause.number], clause.span, self._language):
            party = PartyDraft(one.spot)
            if one.start >= trigger[1] and not any(self._context.same(p, party) for p in found):
                found = [p for p in found if self._spots[p.spot].kind == "person"]
                found.append(party)
                break
        return found

    def _owner(self, clause: Clause, telling: Telling) -> PartyDraft | None:
        """Whose the happening is: "the task force the Vice President announced during *her* June 2021 visit"."""
        match = _OWN.search(self._text, max(clause.span[0], telling.start - 30), telling.start)
        if match is None:
            return None
        before = [
            i for i, s in within(self._spots, clause.span[0], match.start()) if s.kind == "person" and s.sure
        ]
        places = {self._spots[i].start: i for i in before[-1:]}
        for one in self._referents.find(
            self._rows[clause.number], (clause.span[0], match.start()), self._language
        ):
            places[one.start] = one.spot
        if places:
            return PartyDraft(places[max(places)])
        return self._subject[0] if self._subject else None

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
            return people[:1] or self._holders(whole, clause.span)
        first = parties_in(self._spots, (start, verb), (verb, verb), None)
        people = [p for p in first if self._spots[p.spot].kind == "person"]
        if people:
            return people
        whole = replace(clause, span=(start, clause.span[0]))
        return self._taken_over(whole, (verb, verb)) or first

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
