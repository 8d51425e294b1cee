"""Entries in the making: what the app calls when the user decides something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from reltui.corrections.anchors import anchor
from reltui.corrections.decoding import decode
from reltui.corrections.encoding import encode
from reltui.corrections.entries import ActorRef, Anchor, Body, Entry, EventRef
from reltui.model import Actor, Event, Mention, Source

_WORDS = 3  # anchors of what a rebuild may number anew: one lost file does not lose the entry
_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"  # no l, o, 0, 1, which look alike


def entry(body: Body, why: str = "", *, ident: str | None = None, time: str | None = None) -> Entry:
    """Return a new entry, checked as it will be when it is read again; `why` is for the user's own words.

    Raises `BadEntry` for a date that is none, a type or status that there is not, an empty name and the like.
    """
    now = time or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return decode(encode(Entry(ident or _ident(), now, body, why.strip())))


def actor_ref(
    actor: Actor,
    mentions: Iterable[Mention],
    sources: Mapping[str, Source],
    siblings: Mapping[str, Iterable[Source]] | None = None,
) -> ActorRef:
    """Return what leads to an actor again: its id and a few places where it is named.

    `mentions` may be any that are at hand, those the user looks at first; others' are left out. `sources`
    are the sources of the mentions by id, `siblings` the other sources of the same files, by source id.
    Names that a correction gave to the actor are taken last: they are lost to it when that is undone.
    """
    own = [m for m in mentions if m.actor == actor.id and m.source in sources]
    own.sort(key=lambda m: "correction " in m.why)
    first = {m.source: m for m in reversed(own)}  # one a source before two of one source
    chosen = [m for m in own if first[m.source] is m]
    chosen += [m for m in own if first[m.source] is not m]
    few = (
        _WORDS if actor.origin == "corpus" else 1
    )  # the id of the tables, or of a correction, is nobody else's
    return ActorRef(
        actor.id, actor.name,
        tuple(_anchor(sources[m.source], m.start, m.end, siblings) for m in chosen[:few]),
        "" if actor.origin == "corpus" else actor.origin,
    )  # fmt: skip


def event_ref(
    event: Event, sources: Mapping[str, Source], siblings: Mapping[str, Iterable[Source]] | None = None
) -> EventRef:
    """Return what leads to an event again: its id, kind, date and actors, and up to three places that tell it."""
    first = [report.evidence[0] for report in event.reports if report.evidence]
    told = list({piece.source: piece for piece in reversed(first)}.values())[::-1]
    words = tuple(_anchor(sources[e.source], e.start, e.end, siblings) for e in told if e.source in sources)[
        :_WORDS
    ]
    who = tuple(party.actor for party in event.participants)
    return EventRef(event.id, event.title, event.type, event.date, who, words)


def _anchor(source: Source, start: int, end: int, siblings: Mapping[str, Iterable[Source]] | None) -> Anchor:
    return anchor(source, start, end, (siblings or {}).get(source.id, ()))


def _ident() -> str:
    import secrets

    return "".join(secrets.choice(_ALPHABET) for _ in range(8))
