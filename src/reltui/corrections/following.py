"""What follows a mention that goes to another actor, or to none: parts in events, words said, offices.

Facts do not say by which mention they know an actor. It is taken to be the one in their evidence, or else the
nearest one of that actor in the same source, of two as near the one before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reltui.corrections.lookup import MentionKey, key_of
from reltui.corrections.plan import Fate
from reltui.model import Event, Evidence, Mention, Office, Participant, Statement


class Following:
    """Knows, for actors of whom mentions were taken away, who is meant now at each place."""

    def __init__(self, mentions: Iterable[Mention], fates: Mapping[MentionKey, Fate]) -> None:
        real = {key: fate for key, fate in fates.items() if fate.actor != key[3]}
        self.actors = frozenset(key[3] for key in real)
        self._at: dict[tuple[str, str], list[tuple[int, int, str | None]]] = defaultdict(list)
        for mention in mentions:
            if mention.actor in self.actors:
                fate = real.get(key_of(mention))
                to = fate.actor if fate else mention.actor
                self._at[mention.actor, mention.source].append((mention.start, mention.end, to))

    def participants(self, event: Event) -> tuple[Participant, ...]:
        """Return who took part; where reports name different actors now, all of them did."""
        found: list[Participant] = []
        for party in event.participants:
            if party.actor not in self.actors:
                found.append(party)
                continue
            meant: dict[str | None, None] = {}
            for report in event.reports:
                meant |= dict.fromkeys(self._in(party.actor, report.evidence))
            if not meant or party.actor in meant:
                found.append(party)
            found += [replace(party, actor=a) for a in meant if a is not None and a != party.actor]
        return tuple(found)

    def speaker(self, statement: Statement) -> str | None:
        """Return who said it."""
        actor = statement.speaker
        if actor is None or actor not in self.actors or not statement.evidence:
            return actor
        return self._nearest(actor, statement.evidence[0])

    def offices(self, actor: str, offices: Iterable[Office]) -> dict[str, list[Office]]:
        """Return the offices of an actor by who held them, each with the evidence that speaks of that one."""
        found: dict[str, list[Office]] = defaultdict(list)
        for office in offices:
            shares: dict[str, list[Evidence]] = defaultdict(list)
            for piece in office.evidence:
                holder = self._nearest(actor, piece)
                if holder is not None:
                    shares[holder].append(piece)
            for holder, pieces in shares.items():
                found[holder].append(replace(office, evidence=tuple(pieces)))
        return found

    def _in(self, actor: str, evidence: tuple[Evidence, ...]) -> list[str | None]:
        """Return who is meant by the mentions in the evidence of a report, or by the one nearest to it."""
        inside = [
            to for piece in evidence for start, end, to in self._at.get((actor, piece.source), ())
            if start < piece.end and piece.start < end
        ]  # fmt: skip
        if inside or not evidence or not self._at.get((actor, evidence[0].source)):
            return inside
        return [self._nearest(actor, evidence[0])]

    def _nearest(self, actor: str, piece: Evidence) -> str | None:
        """Return who is meant by the mention nearest to a place; the actor where the source has none."""

        def distance(at: tuple[int, int, str | None]) -> tuple[int, bool, int]:
            start, end, _ = at
            gap = max(piece.start - end, start - piece.end, 0)
            return gap, start > piece.start, start

        near = min(self._at.get((actor, piece.source), ()), key=distance, default=None)
        return near[2] if near else actor
