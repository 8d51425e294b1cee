"""What was found: actors and where they are named, events and who reports them, words and figures.

First law: every fact carries evidence, and `source.text[e.start:e.end] == e.text` for all of it.
Dates are EDTF strings (see `reltui.dates`); ids come from content and hold over rebuilds.
"""

from __future__ import annotations

from collections.abc import Sequence

from reltui.model.noun import noun
from reltui.model.vocab import (
    ActorKind,
    Basis,
    DoubtKind,
    EventType,
    Mode,
    Origin,
    Precision,
    Role,
    Severity,
    Status,
)


@noun(order=True)
class Evidence:
    """A span of a source and the very characters that stand there."""

    source: str
    start: int
    end: int
    text: str


@noun
class Name:
    """One spelling of an actor; `script` is an ISO 15924 code."""

    text: str
    script: str
    origin: Origin


@noun
class Office:
    """What an actor was, `at` when (EDTF), by which source; `of` names the organisation or state."""

    title: str
    of: str | None
    at: str | None
    evidence: tuple[Evidence, ...]


@noun
class Actor:
    """A person, organisation or state; `name` is the usual Latin spelling with its diacritics."""

    id: str
    kind: ActorKind
    name: str
    native_name: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    wikidata: str | None = None
    origin: Origin = "corpus"
    names: tuple[Name, ...] = ()
    offices: tuple[Office, ...] = ()


@noun
class Mention:
    """An actor named at a place: `surface` is the name alone, `title` the words of office before it."""

    actor: str
    source: str
    start: int
    end: int
    surface: str
    title: str | None = None
    score: float = 1.0
    why: str = ""
    doubt: str | None = None


@noun
class Participant:
    """An actor in an event, with the office held at that time as the reports give it."""

    actor: str
    role: Role
    office: str | None = None


@noun
class Report:
    """One source's telling of an event."""

    id: str
    source: str
    date: str | None  # as told
    basis: Basis
    why: str
    status: Status
    place: str | None
    evidence: tuple[Evidence, ...]


@noun
class Event:
    """One happening in the world, however often told."""

    id: str
    type: EventType
    title: str
    date: str | None  # EDTF
    precision: Precision
    basis: Basis
    why: str
    status: Status
    place: str | None
    participants: tuple[Participant, ...]
    reports: tuple[Report, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of all reports together, in their order."""
        return tuple(e for report in self.reports for e in report.evidence)


@noun
class Statement:
    """Somebody's words; one turn is one statement, over all its paragraphs."""

    id: str
    speaker: str | None
    mode: Mode
    text: str
    date: str | None
    venue: str | None
    event: str | None
    evidence: tuple[Evidence, ...]


@noun
class Figure:
    """A quantity with a meaning; `value` is in units of `unit` ("2.802 billion dollars": 2.802e9, USD)."""

    id: str
    what: str
    value: float
    unit: str
    period: str | None  # EDTF
    qualifier: str | None
    verbatim: str
    evidence: tuple[Evidence, ...]


@noun
class Discrepancy:
    """Sources that contradict each other, themselves or plain sense; shown as a "doubt"."""

    id: str
    kind: DoubtKind
    severity: Severity
    what: str
    evidence: tuple[Evidence, ...]


@noun
class Facts:
    """Everything that was found in a corpus, ready for the store.

    The sequences of what there is most of may make their nouns when they are asked for: ask in order where you can.
    """

    actors: tuple[Actor, ...] = ()
    mentions: Sequence[Mention] = ()
    events: tuple[Event, ...] = ()
    statements: Sequence[Statement] = ()
    figures: Sequence[Figure] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    copies: tuple[tuple[str, int, str, int], ...] = ()  # (source, ordinal) copies (source, ordinal)

    # what was learnt of the sources themselves once all were read: source id -> (EDTF, why)
    published: tuple[tuple[str, str, str], ...] = ()
