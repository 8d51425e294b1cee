"""What comes of laying corrections over facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reltui.corrections.anchors import Place
from reltui.corrections.entries import Entry, RemarkKind
from reltui.corrections.plan import Plan
from reltui.model import Facts


@dataclass(frozen=True, slots=True)
class Orphan:
    """An entry (or one of the places it names) that finds no target; it has no effect there.

    `reason` is a sentence; `near` is a place where the same words stand, for the user to judge.
    """

    entry: Entry
    reason: str
    near: Place | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note, label or mark, and where it belongs now: an actor's or event's id, or a span of a source."""

    entry: str
    time: str
    kind: RemarkKind
    on: Literal["actor", "event", "source"]
    id: str  # of the actor, event or source
    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Overruled:
    """Two entries contradict each other: the later one holds. `what` is a sentence."""

    entry: str
    by: str
    what: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """Facts with the corrections laid over them.

    `ids` leads from the id of an actor or event that is gone to the one it goes under now; `by` from
    ("actor" or "event", id) to the entries that shaped it, which is how a screen shows them as the user's.
    `entries` are the ids of all entries in force, `applied` of those that found a target.
    """

    facts: Facts
    orphans: tuple[Orphan, ...] = ()
    notes: tuple[Note, ...] = ()
    overruled: tuple[Overruled, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict[str, str])
    by: Mapping[tuple[str, str], tuple[str, ...]] = field(
        default_factory=dict[tuple[str, str], tuple[str, ...]]
    )
    applied: tuple[str, ...] = ()
    plan: Plan = field(default_factory=Plan)
    entries: tuple[str, ...] = ()
