"""The part of a built corpus that corrections speak of: what the app lays them over, however large the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from reltui.corrections.entries import ActorRef, Anchor, Entry, EventRef, references
from reltui.corrections.log import Log, log_of
from reltui.model import Actor, Event, Facts, Mention, Source, Statement
from reltui.model.ids import digest

_Noun = TypeVar("_Noun")


class Mark(Protocol):
    """What stands at a place of a source (`store.Mark`)."""

    @property
    def kind(self) -> str:
        """What kind of thing: mention, event, statement, figure, doubt."""
        ...

    @property
    def id(self) -> str:
        """Its id."""
        ...


class Corpus(Protocol):
    """What is asked of a built corpus (`store.Reader`); each raises KeyError for an id that it has not."""

    def source(self, source_id: str, /) -> Source:
        """Return a source."""
        ...

    def mentions(self, source_id: str, /) -> list[Mention]:
        """Return who is named in a source."""
        ...

    def marks(self, source_id: str, /) -> Sequence[Mark]:
        """Return what stands in a source."""
        ...

    def actor(self, actor_id: str, /) -> Actor:
        """Return an actor."""
        ...

    def event(self, event_id: str, /) -> Event:
        """Return an event."""
        ...

    def statement(self, statement_id: str, /) -> Statement:
        """Return a statement."""
        ...


def siblings(corpus: Corpus, source: Source) -> list[Source]:
    """Return the other sources of a source's file, which an anchor is told apart from."""
    if source.units < 2:
        return []
    ids = (f"s{digest(source.sha256, unit)}" for unit in range(1, source.units + 1))  # as `read` makes them
    return [one for ident in ids if ident != source.id and (one := _try(corpus.source, ident))]


def part(corpus: Corpus, corrections: Log | Iterable[Entry]) -> tuple[list[Source], Facts]:
    """Return the sources that the corrections in force are anchored in, and the facts that they may change.

    These are whole events, actors and statements, and the mentions in all sources concerned: overlaying
    the part (`whole=False`) plans what overlaying the corpus would. What the part lacks is an orphan there.
    """
    bodies = [entry.body for entry in log_of(corrections).active]
    refs = [ref for body in bodies for ref in references(body)]
    sources: dict[str, Source] = {}
    for anchor in (anchor for ref in refs for anchor in _anchors(ref)):
        _add(sources, anchor.source, corpus.source)
    events: dict[str, Event] = {}
    statements: dict[str, Statement] = {}
    for ref in refs:
        if isinstance(ref, EventRef):
            _add(events, ref.id, corpus.event)
    for ident in list(sources):
        for mark in corpus.marks(ident):
            if mark.kind == "event":
                _add(events, mark.id, corpus.event)
            elif mark.kind == "statement":
                _add(statements, mark.id, corpus.statement)
    for event in events.values():
        for report in event.reports:
            _add(sources, report.source, corpus.source)
    mentions = {ident: corpus.mentions(ident) for ident in sources}
    wanted = [ref.id for ref in refs if isinstance(ref, ActorRef)]
    wanted += [mention.actor for named in mentions.values() for mention in named]
    wanted += [party.actor for event in events.values() for party in event.participants]
    wanted += [said.speaker for said in statements.values() if said.speaker]
    actors: dict[str, Actor] = {}
    for ident in wanted:
        _add(actors, ident, corpus.actor)
    found = Facts(
        tuple(actors.values()), tuple(m for named in mentions.values() for m in named),
        tuple(events.values()), tuple(statements.values()),
    )  # fmt: skip
    return list(sources.values()), found


def _anchors(ref: ActorRef | EventRef | Anchor) -> tuple[Anchor, ...]:
    return (ref,) if isinstance(ref, Anchor) else ref.words


def _add(found: dict[str, _Noun], ident: str, fetch: Callable[[str], _Noun]) -> None:
    if ident and ident not in found and (noun := _try(fetch, ident)) is not None:
        found[ident] = noun


def _try(fetch: Callable[[str], _Noun], ident: str) -> _Noun | None:
    try:
        return fetch(ident)
    except KeyError:
        return None
