"""What corrections made of facts, kept so small that it can be taken back: the facts as they were found.

A build lays corrections over the facts before they are stored. When one of them is taken back, what was found
must be at hand again without reading the texts anew: the differences, and nothing else, are kept beside the facts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from reltui.model import Actor, Discrepancy, Event, Facts, Mention, Statement


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Noun = TypeVar("_Noun", bound=_Identified)


@dataclass(frozen=True, slots=True)
class Before:
    """What was so before the corrections of a build: by id what was found, None for what they made.

    `entries` are the ids of the entries that were in force, in their order. Mentions have no ids: `unnamed` are
    those that were found and are not there now, `named` those that are there now and were not found.
    """

    entries: tuple[str, ...] = ()
    actors: Mapping[str, Actor | None] = field(default_factory=dict[str, "Actor | None"])
    events: Mapping[str, Event | None] = field(default_factory=dict[str, "Event | None"])
    statements: Mapping[str, Statement | None] = field(default_factory=dict[str, "Statement | None"])
    doubts: Mapping[str, Discrepancy | None] = field(default_factory=dict[str, "Discrepancy | None"])
    unnamed: tuple[Mention, ...] = ()
    named: tuple[Mention, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entries)


def difference(found: Facts, corrected: Facts, entries: Iterable[str]) -> Before:
    """Return what `restored` needs to make the facts as they were found out of the corrected ones."""
    then, now = Counter(found.mentions), Counter(corrected.mentions)
    return Before(
        tuple(entries),
        _changed(found.actors, corrected.actors),
        _changed(found.events, corrected.events),
        _changed(found.statements, corrected.statements),
        _changed(found.discrepancies, corrected.discrepancies),
        tuple((then - now).elements()),
        tuple((now - then).elements()),
    )


def restored(facts: Facts, before: Before) -> Facts:
    """Return the facts as they were found."""
    gone = Counter(before.named)
    kept: list[Mention] = []
    for mention in facts.mentions:
        if gone[mention]:
            gone[mention] -= 1
        else:
            kept.append(mention)
    return replace(
        facts,
        actors=_as_found(facts.actors, before.actors),
        events=_as_found(facts.events, before.events),
        statements=_as_found(facts.statements, before.statements),
        discrepancies=_as_found(facts.discrepancies, before.doubts),
        mentions=tuple(kept) + before.unnamed,
    )


def _changed(found: Iterable[_Noun], corrected: Iterable[_Noun]) -> dict[str, _Noun | None]:
    then = {noun.id: noun for noun in found}
    now = {noun.id: noun for noun in corrected}
    changed: dict[str, _Noun | None] = {id_: noun for id_, noun in then.items() if now.get(id_) != noun}
    return changed | {id_: None for id_ in now if id_ not in then}


def _as_found(nouns: Iterable[_Noun], before: Mapping[str, _Noun | None]) -> tuple[_Noun, ...]:
    found: list[_Noun] = []
    there: set[str] = set()
    for noun in nouns:
        there.add(noun.id)
        was = before.get(noun.id, noun)
        if was is not None:
            found.append(was)
    found += [noun for id_, noun in before.items() if noun is not None and id_ not in there]
    return tuple(found)
