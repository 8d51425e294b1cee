"""Single things of a large corpus as they are by the user's hand: a source's marks, an actor, an event."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reltui.hand.delta import Delta
from reltui.hand.elsewhere import Elsewhere
from reltui.hand.placing import covering
from reltui.store import Reader

if TYPE_CHECKING:
    from reltui.model import Actor, Event, Facts, Mention, Source, Statement
    from reltui.store.rows import Mark


class Covering(Reader):
    """A reader with what is laid over its corpus; the base of `Overlaid`."""

    def __init__(self, path: Path | str, delta: Delta) -> None:
        """Open the corpus at `path` and what is laid over it."""
        super().__init__(path)
        self._delta = delta
        self._own = Reader(delta.db)
        self._elsewhere = Elsewhere(delta, super().event)

    def close(self) -> None:
        """Close both."""
        self._own.close()
        super().close()

    def interrupt(self) -> None:
        """End the query that is running, in whichever of the two."""
        self._own.interrupt()
        super().interrupt()

    def mentions(self, source_id: str) -> list[Mention]:
        """Return who is named in a source, in order; KeyError if there is no such source."""
        if source_id in self._delta.sources:
            return self._own.mentions(source_id)
        return [self._elsewhere.mention(mention) for mention in super().mentions(source_id)]

    def marks(self, source_id: str) -> list[Mark]:
        """Return what stands where in a source; KeyError if there is no such source."""
        if source_id in self._delta.sources:
            return self._own.marks(source_id)
        return [self._elsewhere.mark(mark) for mark in super().marks(source_id)]

    def actor(self, actor_id: str) -> Actor:
        """Return an actor; KeyError if there is none of that id, or if it goes under another now."""
        return covering(self._delta.people, actor_id, super().actor)

    def event(self, event_id: str) -> Event:
        """Return an event with its reports; KeyError if there is none of that id, or it was dropped or joined."""
        if event_id in self._delta.events:
            return covering(self._delta.events, event_id, super().event)
        return self._elsewhere.event(super().event(event_id))

    def statement(self, statement_id: str) -> Statement:
        """Return a statement; KeyError if there is none of that id."""
        if statement_id in self._delta.statements:
            return covering(self._delta.statements, statement_id, super().statement)
        return self._elsewhere.statement(super().statement(statement_id))

    def everything(self) -> tuple[list[Source], Facts]:
        """Return all sources and all facts, everything of the user's laid over them."""
        from reltui.corrections import beside, load, overlay
        from reltui.corrections.difference import restored
        from reltui.store.before import read_before

        sources, facts = super().everything()
        found = restored(facts, read_before(self.path))
        return sources, overlay(found, sources, load(beside(self.path))).facts
