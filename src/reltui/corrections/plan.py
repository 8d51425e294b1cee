"""What the entries in force come to, once it is known who and what they are about: ids in, ids out.

A plan knows nothing of whole facts, so that whoever shows a few of them (the app) can ask it what to show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reltui.corrections.lookup import MentionKey
from reltui.model.vocab import ActorKind

if TYPE_CHECKING:
    from reltui.corrections.entries import EventField


@dataclass(frozen=True, slots=True)
class Fate:
    """Where a mention goes: to another actor, or (None) nowhere, by which entry."""

    actor: str | None
    entry: str


@dataclass(frozen=True, slots=True)
class Born:
    """An actor that a split makes."""

    id: str
    name: str
    kind: ActorKind | None  # None: as the one it is split from
    parent: str
    entry: str


@dataclass(frozen=True, slots=True)
class Naming:
    """The name that an actor is to have."""

    name: str
    native: str | None
    entry: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What is to be so of an event; `why` is the sentence that says whose doing it is."""

    value: str | None
    why: str
    entry: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, by the ids of the facts before.

    `actor_of` and `event_of` lead from an id that is gone to the one that it goes under now; names and
    settings are by the latter. `merged_by` says which entry joined an actor or event to another.
    """

    fates: Mapping[MentionKey, Fate] = field(default_factory=dict[MentionKey, Fate])
    born: Mapping[str, Born] = field(default_factory=dict[str, Born])
    actor_of: Mapping[str, str] = field(default_factory=dict[str, str])
    event_of: Mapping[str, str] = field(default_factory=dict[str, str])
    merged_by: Mapping[str, str] = field(default_factory=dict[str, str])
    names: Mapping[str, Naming] = field(default_factory=dict[str, Naming])
    aliases: tuple[tuple[str, str, str], ...] = ()  # actor, spelling, entry
    settings: Mapping[str, Mapping[EventField, Setting]] = field(
        default_factory=dict[str, "Mapping[EventField, Setting]"]
    )
    dropped: Mapping[str, str] = field(default_factory=dict[str, str])  # event: entry
    ranks: Mapping[str, int] = field(default_factory=dict[str, int])  # of joined ones: who comes after whom

    def actor(self, ident: str) -> str:
        """Return the id under which an actor goes now; actors and events that nothing touches keep theirs."""
        return self.actor_of.get(ident, ident)

    def event(self, ident: str) -> str | None:
        """Return the id under which an event goes now, None for one that is dropped."""
        return None if ident in self.dropped else self.event_of.get(ident, ident)
