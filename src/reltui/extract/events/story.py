"""What a text has told so far: the day, the trip and the place that its happenings without a date share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from reltui.extract.document import Document
from reltui.extract.drafts import ReportDraft, Spot, When
from reltui.extract.events.clauses import first_verb
from reltui.extract.events.telling import Telling
from reltui.model.noun import noun
from reltui.model.vocab import EventType, Status
from reltui.read.tables import rows

_NEWS = frozenset(("article", "release", "briefing", "post", "message"))
_SHORT = 3500  # characters: longer articles look back as well
_TYPES: frozenset[EventType] = frozenset(
    ("visit", "meeting", "session", "ceremony", "agreement", "press_conference", "call")
)
_RANK = 2


@noun
class Shared:
    """What an undated clause takes over: a date (None: the day of the text itself), a place, and where from."""

    when: When | None
    place: str | None
    clue: str


@noun
class _Told:
    when: When | None
    place: str | None
    states: frozenset[str]
    status: Status
    type: EventType
    names: frozenset[str]

    @property
    def long(self) -> bool:
        """Whether it goes on for days, so that others happen within it."""
        return self.when is not None and (bool(self.when.to_day) or self.when.relative.startswith("week:"))


class Story:
    """Remembers the dated happenings of one source for those that follow without a date."""

    def __init__(
        self, document: Document, states_of: Callable[[str | None], frozenset[str]], *, told_at_once: bool
    ) -> None:
        kind = document.source.kind
        self._states_of = states_of
        self._text = document.text
        self._language = document.source.language or "en"
        self._news = told_at_once and (kind in _NEWS and (kind != "article" or len(document.text) <= _SHORT))
        self._lead: _Told | None = None
        self._count = 0
        self._trips: dict[tuple[Status, str], tuple[int, _Told]] = {}  # the last visit to each state

    def remember(self, reports: Iterable[ReportDraft], spots: Sequence[Spot], *, lead: bool) -> None:
        """Remember what the sentence told; `lead`: it is of the headline or the lead."""
        for r in reports:
            names = frozenset(spots[p.spot].surface.split()[-1] for p in r.parties)
            told = _Told(r.when, r.place, self._states_of(r.place), r.status, r.type, names)
            first = self._lead is None or (
                self._lead.when is None and told.when is not None and bool(names & self._lead.names)
            )
            if lead and r.type in _TYPES and "shared" not in r.clues and first:
                self._lead = told
            dated = r.when is not None and (r.when.day or r.when.relative)
            if dated and r.type == "visit" and (r.status == "planned" or told.long):
                self._count += 1
                self._trips |= {(r.status, state): (self._count, told) for state in told.states}

    def share(
        self, telling: Telling, clause: tuple[int, int], status: Status, states: Iterable[str],
        names: AbstractSet[str], *, people: bool,
    ) -> Shared | None:  # fmt: skip
        """Return what a clause without a date shares with what was told before it, None where nothing is sure.

        `states` are those of the clause's place and parties: a meeting with the Prime Minister of Israel
        belongs to the visit to Israel. `names` are the parties' last names;
        `people`: persons take part, not bodies or states alone.
        """
        entry = telling.entry
        words = self._text[clause[0] : clause[1]]
        if not self._news or entry.pos == "noun" or entry.rank > _RANK or entry.type not in _TYPES:
            return None
        first = self._text[telling.start : telling.end].split()[0]
        # "meeting", "Chair": no finite verb; bodies by themselves sign, but who "met" with them is somebody
        noun = first.endswith("ing") and first_verb(self._text, clause[0], telling.start) is None
        if noun or first[0].isupper() or not (people or entry.type == "agreement"):
            return None
        if _earlier(self._language).search(words) is not None or _PLUPERFECT.search(words) is not None:
            return None
        trips = [self._trips[status, state] for state in states if (status, state) in self._trips]
        if trips:
            _, trip = max(trips, key=lambda numbered: numbered[0])
            return Shared(trip.when, trip.place, "of the trip")
        lead = self._lead
        if lead is None or lead.status != status:
            return None
        if status == "planned" and not names & lead.names:
            return None  # what is announced beside the plan, by others, has a day of its own
        return Shared(lead.when, lead.place, "shared")


_PLUPERFECT = re.compile(
    r"\bhad\s(?:\w+ly\s|also\s|already\s)?(?:\w+ed|met|held|spoken|taken|been|made|gone|come|left|sent|won|paid)\b"
)


@cache
def _earlier(language: str) -> re.Pattern[str]:
    words = [row[1] for row in rows("events/earlier") if row[0] == language]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words)) or '(?!)'})\b", re.IGNORECASE)
