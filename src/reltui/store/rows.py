"""What the store hands out: one frozen row for each line that a list or a page shows.

Everything here is plain text of the corpus: whoever shows it makes it safe first (`present.safe`).
Offsets count Unicode code points of `Source.text`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reltui.store.hit import Hit, HitKind, Order

if TYPE_CHECKING:  # the nouns cost more to import than all of the reading side
    from reltui.model.vocab import (
        ActorKind,
        Basis,
        DoubtKind,
        EventType,
        Mode,
        Precision,
        Severity,
        SourceKind,
        Status,
    )

__all__ = [
    "ActorRow",
    "DoubtRow",
    "EventRow",
    "Facet",
    "FacetField",
    "Facets",
    "FigureRow",
    "Hit",
    "HitKind",
    "Mark",
    "MarkKind",
    "Meta",
    "OfficeRow",
    "Order",
    "SourceRow",
    "StatementRow",
]

MarkKind = Literal["mention", "event", "statement", "figure", "doubt"]
FacetField = Literal["actor", "date", "type", "kind"]


@dataclass(frozen=True, slots=True)
class Meta:
    """What a corpus says of itself. `built` is an ISO time in UTC, `counts` goes by table name."""

    title: str
    built: str
    generator: str  # "reltui X.Y.Z"
    schema: int
    fingerprint: str  # of inputs, tables and extractor (see `reltui.corpus`)
    counts: Mapping[str, int]
    inputs: tuple[str, ...] = ()  # the paths that were built, as the user gave them
    unreadable: tuple[tuple[str, str], ...] = ()  # (path, reason)
    stamp: str = ""  # the fingerprint's cheap forerunner (see `reltui.corpus.fingerprint`)
    left_out: tuple[str, ...] = ()  # paths within the inputs that the user took out of the corpus


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in a list. `mentions` and `events` count over the whole corpus."""

    id: str
    kind: ActorKind
    name: str
    native_name: str | None
    country: str | None
    mentions: int
    events: int
    spellings: tuple[str, ...]  # every other spelling, the most frequent first
    doubt: str | None  # why a naming of this actor is doubtful, if one is


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in the chronology.

    `lower` is the ISO day it is sorted and grouped by: the first that its date may mean, or the last where
    the first is open. `upper` is the last day it may mean. Both are None where nothing is known.
    """

    id: str
    type: EventType
    title: str
    date: str | None  # EDTF
    precision: Precision
    basis: Basis
    why: str
    status: Status
    place: str | None
    parties: tuple[str, ...]  # names to show, in the order of the event
    party_ids: tuple[str, ...]
    reports: int  # how many reports tell of it
    sources: tuple[str, ...]  # the ids of the sources that do
    doubt: str | None  # what is doubtful about it, if anything
    lower: str | None
    upper: str | None


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """What somebody was, as one day's sources tell it; `start`/`end` span its first evidence in `source`."""

    id: str
    actor: str
    name: str  # the holder's
    title: str
    of: str | None  # a state or body
    at: str | None  # EDTF: when it is told of, which is not when it began
    source: str | None
    source_label: str
    start: int
    end: int
    told: int  # how many pieces of evidence


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement in a list; `start`/`end` span its first evidence in `source`."""

    id: str
    speaker: str | None  # actor id
    speaker_name: str | None
    mode: Mode
    text: str
    date: str | None
    venue: str | None
    event: str | None
    source: str
    source_label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A quantity in a list; `start`/`end` span its first evidence in `source`."""

    id: str
    what: str
    value: float
    unit: str
    period: str | None
    qualifier: str | None
    verbatim: str
    source: str
    source_label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A discrepancy in a list. `places` are (source, start, end), two or more where sources disagree."""

    id: str
    kind: DoubtKind
    severity: Severity
    what: str
    source: str
    source_label: str
    start: int
    end: int
    places: tuple[tuple[str, int, int], ...]
    quotes: tuple[str, ...]  # the words at each place


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in a list, without its text."""

    id: str
    kind: SourceKind
    label: str  # its title, or what else names it: "Source 3 of 7 in posts.txt"
    title: str | None
    publisher: str | None
    author: str | None
    path: str
    unit: int
    units: int
    published: str | None
    published_basis: Basis | None
    published_why: str | None
    language: str | None
    script: str | None
    url: str | None
    embedded_in: str | None
    translated: bool
    passages: int
    mentions: int
    events: int
    statements: int
    figures: int
    doubts: int
    lower: str | None  # ISO day to sort and group by, None if undated


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a field, and how many of the passages that answer a query have it."""

    field: FacetField
    value: str  # an actor's id, a year, a type, a kind; empty for passages without a date
    label: str  # the actor's name, the year or "undated", the type or kind as words
    count: int

    @property
    def query(self) -> str:
        """What narrows a search to these passages; empty where no query can ask for them."""
        plain = self.value.replace("_", "").isalnum()
        return f"{self.field}:{self.value}" if plain else f'{self.field}:"{self.value}"' if self.value else ""


@dataclass(frozen=True, slots=True)
class Facets:
    """What the passages that answer a query have in common.

    Where `exact` is False all counts, and `passages`, which is how many answer, are estimates from a
    part of them. Actors, types and kinds come with the most frequent first, years rising, undated first.
    """

    passages: int
    exact: bool
    actors: tuple[Facet, ...]
    years: tuple[Facet, ...]
    types: tuple[Facet, ...]
    kinds: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands at a place of a source: `id` is the actor's for a mention, else the fact's own."""

    start: int
    end: int
    kind: MarkKind
    id: str
    doubt: bool = False
