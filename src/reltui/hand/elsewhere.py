"""What the user's file means for sources that it does not touch: those who are one go under one id and name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from reltui.corrections.events import events_of
from reltui.corrections.following import Following
from reltui.hand.delta import Delta
from reltui.model import Facts

if TYPE_CHECKING:
    from reltui.model import Event, Mention, Statement
    from reltui.store.rows import EventRow, Facet, Hit, Mark, OfficeRow, StatementRow


class Elsewhere:
    """Rows and nouns of the corpus as they are to be shown; `fetch` reads an event of the corpus."""

    def __init__(self, delta: Delta, fetch: Callable[[str], Event]) -> None:
        self._delta = delta
        self._plan = delta.plan
        self._fetch = fetch
        self._touched = delta.plan.actor_of.keys() | delta.plan.names.keys()
        self._nobody = Following((), {})
        self._now = {ident: actor for ident, actor in delta.people.items() if actor is not None}

    def event(self, event: Event) -> Event:
        """Return an event with its parties and title as they are now."""
        if self._touched.isdisjoint(party.actor for party in event.participants):
            return event
        known = Facts(actors=tuple(self._delta.found.values()), events=(event,))
        return next(iter(events_of(known, self._plan, self._nobody, self._now)), event)

    def event_row(self, row: EventRow) -> EventRow:
        """Return the row of an event likewise."""
        if self._touched.isdisjoint(row.party_ids):
            return row
        event = self.event(self._fetch(row.id))
        names = dict(zip(row.party_ids, row.parties, strict=False))
        ids = tuple(dict.fromkeys(party.actor for party in event.participants))
        return replace(
            row, title=event.title, party_ids=ids, parties=tuple(self._name(i, names.get(i, i)) for i in ids)
        )

    def statement(self, statement: Statement) -> Statement:
        """Return a statement by whoever said it."""
        if statement.speaker is None:
            return statement
        return replace(statement, speaker=self._plan.actor(statement.speaker))

    def statement_row(self, row: StatementRow) -> StatementRow:
        """Return the row of a statement likewise."""
        if row.speaker is None or row.speaker not in self._touched:
            return row
        speaker = self._plan.actor(row.speaker)
        return replace(row, speaker=speaker, speaker_name=self._name(speaker, row.speaker_name or speaker))

    def office_row(self, row: OfficeRow) -> OfficeRow:
        """Return an office of whoever held it."""
        actor = self._plan.actor(row.actor)
        return replace(row, actor=actor, name=self._name(actor, row.name))

    def facet(self, facet: Facet) -> Facet:
        """Return a count by actor under the id and name that the actor has now."""
        actor = self._plan.actor(facet.value)
        return replace(facet, value=actor, label=self._name(actor, facet.label))

    def mention(self, mention: Mention) -> Mention:
        """Return a naming of whoever is named."""
        actor = self._plan.actor(mention.actor)
        return mention if actor == mention.actor else replace(mention, actor=actor)

    def mark(self, mark: Mark) -> Mark:
        """Return what stands at a place, an actor by the id that holds."""
        actor = self._plan.actor(mark.id) if mark.kind == "mention" else mark.id
        return mark if actor == mark.id else replace(mark, id=actor)

    def hit(self, hit: Hit) -> Hit:
        """Return a hit with the name that it is to have."""
        return replace(hit, label=self._name(hit.id, hit.label)) if hit.kind == "actor" else hit

    def _name(self, ident: str, otherwise: str) -> str:
        actor = self._now.get(ident)
        return actor.name if actor is not None else otherwise
