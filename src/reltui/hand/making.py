"""What an entry is about, out of what is shown: references that find it again after a rebuild.

All of them read the corpus as it is shown; to be called where that takes no one's time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reltui.corrections.anchors import anchor
from reltui.corrections.making import actor_ref, event_ref
from reltui.corrections.parts import siblings

if TYPE_CHECKING:
    from reltui.corrections.entries import ActorRef, Anchor, EventRef
    from reltui.model import Mention, Source
    from reltui.store import Reader

_SOURCES = 4  # in which an actor is looked for: as many places as an entry holds, and one to spare


def actor_of(reader: Reader, ident: str, near: str = "") -> ActorRef:
    """Return what leads to an actor again; words of the source `near` are taken first. Raises KeyError."""
    from reltui.query import parse

    actor = reader.actor(ident)
    wanted = [near] if near else []
    hits = reader.search(parse(f'actor:"{ident}"'), limit=3 * _SOURCES, order="date")
    wanted += [hit.source for hit in hits if hit.source]
    sources: dict[str, Source] = {}
    named: list[Mention] = []
    for source in dict.fromkeys(wanted):
        try:
            own = [mention for mention in reader.mentions(source) if mention.actor == ident]
        except KeyError:
            continue
        if own and len(sources) < _SOURCES:
            sources[source] = reader.source(source)
            named += own
    return actor_ref(actor, named, sources, _beside(reader, sources.values()))


def event_of(reader: Reader, ident: str) -> EventRef:
    """Return what leads to an event again. Raises KeyError."""
    event = reader.event(ident)
    sources = {report.source: reader.source(report.source) for report in event.reports}
    return event_ref(event, sources, _beside(reader, sources.values()))


def place_of(reader: Reader, source_id: str, start: int, end: int) -> Anchor:
    """Return what leads to words of a source again. Raises KeyError, and ValueError where there are no words."""
    source = reader.source(source_id)
    return anchor(source, start, end, siblings(reader, source))


def mention_of(reader: Reader, mention: Mention) -> Anchor:
    """Return what leads to a naming of somebody again."""
    return place_of(reader, mention.source, mention.start, mention.end)


def _beside(reader: Reader, sources: Iterable[Source]) -> dict[str, list[Source]]:
    return {source.id: siblings(reader, source) for source in sources}
