"""Who is meant beside those named: by an office, a possessive, "who" and "which", a plural."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from reltui.extract.document import Sentence
from reltui.extract.drafts import PartyDraft
from reltui.extract.events.context import Context
from reltui.extract.events.referents import Referents
from reltui.extract.events.telling import Telling
from reltui.extract.mentions.spotter import Read
from reltui.extract.order import within
from reltui.model.noun import noun

_OFFICES = re.compile(
    r"(?:the|both)\s(?:two\s|both\s)?(?P<office>(?:[a-z]+\s)?(?:ministers|presidents|chancellors|premiers|secretaries))\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:his|her|its)\s[\w\s,]{0,24}$", re.IGNORECASE)
_CLOSE = 15  # characters between a subject and its verb: "Belgrade will host"


@noun
class Clause:
    """A clause of sentence `number`: whether it is headline or lead, whether somebody speaks it."""

    number: int
    sentence: Sentence
    span: tuple[int, int]
    lead: bool
    spoken: bool


class Company:
    """Finds in a document whom the small words and offices of a clause mean."""

    def __init__(self, text: str, read: Read, context: Context, referents: Referents, language: str) -> None:
        self._text = text
        self._rows = read.rows
        self._spots = read.spots
        self._context = context
        self._referents = referents
        self._language = language

    def both(self, opening: str, before: int) -> list[PartyDraft]:
        """The last two persons with the title that a clause gives in the plural: "the two foreign ministers"."""
        match = _OFFICES.match(opening)
        if match is None:
            return []
        office = match["office"].casefold()[:-1]
        held: list[PartyDraft] = []
        for index, start, title in reversed(self._titled):
            if start >= before or office not in title:
                continue
            if not any(self._context.same(PartyDraft(index), other) for other in held):
                held.append(PartyDraft(index))
                if len(held) > 2:
                    return []
        return held[1::-1] if len(held) == 2 else []

    @cached_property
    def _titled(self) -> list[tuple[int, int, str]]:
        """The persons named with a title: their spots, where these begin, and the title in small letters."""
        return [
            (i, s.start, s.title.casefold())
            for i, s in enumerate(self._spots)
            if s.kind == "person" and s.title
        ]

    def holders(self, clause: Clause, trigger: tuple[int, int]) -> list[PartyDraft]:
        """The persons meant by offices before the trigger: "The Foreign Minister also met …"."""
        found: dict[int, PartyDraft] = {}
        for one in self._referents.find(self._rows[clause.number], clause.span, self._language):
            if one.end <= trigger[0] and not one.governed:
                found.setdefault(one.spot, PartyDraft(one.spot))
        return list(found.values())

    def with_described(
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

    def owner(self, clause: Clause, telling: Telling, subject: Sequence[PartyDraft]) -> PartyDraft | None:
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
        return subject[0] if subject else None

    def somebody_before(self, clause: Clause) -> PartyDraft | None:
        """Of whom a clause with "who" tells: the last person named, or meant by an office, before it."""
        start = clause.sentence.start
        named = [
            (s.start, i)
            for i, s in within(self._spots, start, clause.span[0])
            if s.kind == "person" and s.sure
        ]
        row = self._rows[clause.number]
        meant = [
            (d.start, d.spot) for d in self._referents.find(row, (start, clause.span[0]), self._language)
        ]
        return PartyDraft(max(named + meant)[1]) if named or meant else None

    def thing_before(self, clause: Clause) -> PartyDraft | None:
        """The state or body of which a clause with "which" tells: it stands right before the clause."""
        here = [i for i, _ in within(self._spots, clause.sentence.start, clause.span[0])]
        if not here or clause.span[0] - self._spots[here[-1]].end > _CLOSE:
            return None
        return PartyDraft(here[-1]) if self._spots[here[-1]].kind != "person" else None
