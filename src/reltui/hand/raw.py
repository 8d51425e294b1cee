"""A built corpus as it was found: what a build has laid over it is taken back as it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, TypeVar

from reltui.corrections.parts import part
from reltui.model import Facts, Mention
from reltui.store import Mark

if TYPE_CHECKING:
    from reltui.corrections.difference import Before
    from reltui.corrections.entries import Entry
    from reltui.model import Actor, Discrepancy, Event, Figure, Source, Statement
    from reltui.store import Reader

Noun = TypeVar("Noun")


class Raw:
    """Reads the facts of a corpus before its corrections; what is stored now is asked for by `stored_…`."""

    def __init__(self, reader: Reader, before: Before) -> None:
        self.before = before
        self._reader = reader
        self._named: dict[str, list[Mention]] = defaultdict(list)
        self._unnamed: dict[str, list[Mention]] = defaultdict(list)
        for mention in before.named:
            self._named[mention.source].append(mention)
        for mention in before.unnamed:
            self._unnamed[mention.source].append(mention)
        self._told: dict[str, list[Mark]] = defaultdict(list)
        for event in before.events.values():
            if event is not None:
                for piece in event.evidence:
                    self._told[piece.source].append(Mark(piece.start, piece.end, "event", event.id))
        self.stored_actor = cache(partial(_or_none, reader.actor))
        self.stored_event = cache(partial(_or_none, reader.event))
        self.taken: frozenset[str] = frozenset()  # the sources that were gathered whole
        self.event_ids: list[str] = []

    # what `corrections.part` asks for ------------------------------------------------------------------

    def source(self, source_id: str) -> Source:
        """Return a source."""
        return self._reader.source(source_id)

    def mentions(self, source_id: str) -> list[Mention]:
        """Return who was named in a source."""
        gone = list(self._named.get(source_id, ()))
        kept: list[Mention] = []
        for mention in self._reader.mentions(source_id):
            if mention in gone:
                gone.remove(mention)
            else:
                kept.append(mention)
        return kept + self._unnamed.get(source_id, [])

    def marks(self, source_id: str) -> Sequence[Mark]:
        """Return what stands in a source, what is stored no more included."""
        return [*self._reader.marks(source_id), *self._told.get(source_id, ())]

    def actor(self, actor_id: str) -> Actor:
        """Return an actor; raises KeyError."""
        return _found(self.before.actors, actor_id, self._reader.actor)

    def event(self, event_id: str) -> Event:
        """Return an event; raises KeyError."""
        return _found(self.before.events, event_id, self._reader.event)

    def statement(self, statement_id: str) -> Statement:
        """Return a statement; raises KeyError."""
        return _found(self.before.statements, statement_id, self._reader.statement)

    # gathering ---------------------------------------------------------------------------------------

    def gather(self, entries: Sequence[Entry], most: int) -> tuple[dict[str, Source], Facts]:
        """Return the sources that entries touch, and all facts in them as they were found.

        Of the sources that only name an actor whom entries are about, at most so many are gathered.
        Sources that are needed for the words of an event alone come last; nothing of them but that is gathered.
        """
        first, facts = part(self, entries)
        wanted = dict.fromkeys([*(source.id for source in first), *self._of_before()])
        wanted |= dict.fromkeys(list(dict.fromkeys(self._naming(entries)))[:most])
        taken = {ident: self.source(ident) for ident in wanted}
        self.taken = frozenset(taken)
        mentions = [mention for ident in taken for mention in self.mentions(ident)]
        marks = [mark for ident in taken for mark in self.marks(ident)]
        ids = {kind: dict.fromkeys(m.id for m in marks if m.kind == kind) for kind in _KINDS}
        ids["event"] |= dict.fromkeys(
            [e.id for e in facts.events] + [i for i, e in self.before.events.items() if e]
        )
        events = list(_each(self.event, ids["event"]))
        statements = list(_each(self.statement, [*ids["statement"], *(i for i in self.before.statements)]))
        self.event_ids = list(dict.fromkeys([*ids["event"], *self.before.events]))
        people = dict.fromkeys([a.id for a in facts.actors] + [m.actor for m in mentions])
        people |= dict.fromkeys([p.actor for e in events for p in e.participants] + list(self.before.actors))
        people |= dict.fromkeys(said.speaker for said in statements if said.speaker)
        figures: list[Figure] = list(_each(self._reader.figure, ids["figure"]))
        doubts: list[Discrepancy] = list(_each(self._reader.doubt, ids["doubt"]))
        sources = dict(taken)
        for noun in (*events, *statements, *figures, *doubts):
            for piece in noun.evidence:
                if piece.source not in sources:
                    sources[piece.source] = self.source(piece.source)
        actors = tuple(_each(self.actor, people))
        for office in (office for actor in actors for office in actor.offices):
            for piece in office.evidence:
                if piece.source not in sources and len(sources) < 2 * most:
                    sources[piece.source] = self.source(piece.source)
        found = Facts(
            actors, tuple(mentions), tuple(events), tuple({s.id: s for s in statements}.values()),
            tuple(figures), tuple(doubts),
        )  # fmt: skip
        return sources, found

    def _of_before(self) -> Iterator[str]:
        """The sources of what a build has corrected."""
        yield from self._named
        yield from self._unnamed
        yield from self._told
        for said in self.before.statements.values():
            yield from (piece.source for piece in said.evidence) if said is not None else ()

    def _naming(self, entries: Iterable[Entry]) -> Iterator[str]:
        """The sources that name the actors whom entries are about."""
        from reltui.corrections.entries import ActorRef, references
        from reltui.query import parse

        for entry in entries:
            for ref in references(entry.body):
                if isinstance(ref, ActorRef):
                    for hit in self._reader.search(
                        parse(f'actor:"{ref.id}"'), limit=_MOST_HITS, order="date"
                    ):
                        if hit.source:
                            yield hit.source


_KINDS = ("event", "statement", "figure", "doubt")
_MOST_HITS = 1_000


def _found(before: Mapping[str, Noun | None], ident: str, stored: Callable[[str], Noun]) -> Noun:
    """What was found under an id, where a build has changed it, else what is stored; raises KeyError."""
    noun = before[ident] if ident in before else stored(ident)
    if noun is None:
        raise KeyError(ident)
    return noun


def _or_none(stored: Callable[[str], Noun], ident: str) -> Noun | None:
    try:
        return stored(ident)
    except KeyError:
        return None


def _each(fetch: Callable[[str], Noun], idents: Iterable[str]) -> Iterator[Noun]:
    """Yield what there is of these ids."""
    for ident in idents:
        try:
            yield fetch(ident)
        except KeyError:
            continue
