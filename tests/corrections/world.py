"""The small corpus of `tests/factory.py` as corrections see it, and sequences of corrections on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hypothesis import strategies as st

from reltui.corrections import (
    Alias,
    DropEvent,
    DropMention,
    Entry,
    Log,
    MergeActors,
    MergeEvents,
    NewActor,
    Remark,
    RenameActor,
    SetEvent,
    SplitActor,
    Undo,
    actor_ref,
    anchor,
    entry,
    event_ref,
    overlay,
)
from reltui.corrections.entries import Body
from reltui.model import Actor, Event, Evidence, Facts, Mention, Source
from tests import factory

TIME = "2026-01-02T03:04:05Z"


def sources() -> list[Source]:
    return [source for reading in factory.readings() for source in reading.sources]


def by_id(all_sources: Iterable[Source]) -> dict[str, Source]:
    return {source.id: source for source in all_sources}


def facts(origin: str = "authority") -> Facts:
    """The facts; with origin "corpus" nobody is in the tables, so that ids alone are not trusted."""
    found = factory.facts()
    return replace(found, actors=tuple(replace(a, origin=origin) for a in found.actors))  # type: ignore[arg-type]  # one of the three


SOURCES = sources()
BY_ID = by_id(SOURCES)
SIBLINGS = {s.id: [o for o in SOURCES if o.path == s.path and o.id != s.id] for s in SOURCES}


def actor(known: Facts, ident: str) -> Actor:
    return next(a for a in known.actors if a.id == ident)


def event(known: Facts, ident: str) -> Event:
    return next(e for e in known.events if e.id == ident)


def ref(known: Facts, ident: str):
    return actor_ref(actor(known, ident), known.mentions, BY_ID, SIBLINGS)


def told(known: Facts, ident: str):
    return event_ref(event(known, ident), BY_ID, SIBLINGS)


def spot(mention: Mention | Evidence):
    return anchor(BY_ID[mention.source], mention.start, mention.end, SIBLINGS[mention.source])


def words(source: str, text: str, nth: int = 1):
    return spot(factory.piece(source, text, nth))


def mention(known: Facts, source: str, surface: str, nth: int = 1) -> Mention:
    at = factory.piece(source, surface, nth)
    return next(m for m in known.mentions if (m.source, m.start, m.end) == (source, at.start, at.end))


def made(number: int, body: Body, why: str = "") -> Entry:
    return entry(body, why, ident=f"e{number}", time=TIME)


def log(*bodies: Body) -> Log:
    return Log(tuple(made(number, body) for number, body in enumerate(bodies, 1)))


def laws(known: Facts, texts: Mapping[str, Source] = BY_ID) -> None:
    """No fact without its words, and nothing that leads nowhere."""
    actors = [a.id for a in known.actors]
    events = [e.id for e in known.events]
    assert len(set(actors)) == len(actors)
    assert len(set(events)) == len(events)
    pieces = [
        e
        for x in (*known.events, *known.statements, *known.figures, *known.discrepancies)
        for e in x.evidence
    ]
    pieces += [e for a in known.actors for office in a.offices for e in office.evidence]
    pieces += [Evidence(m.source, m.start, m.end, m.surface) for m in known.mentions]
    for piece in pieces:
        assert texts[piece.source].text[piece.start : piece.end] == piece.text
    for one in known.actors:
        assert all(office.evidence for office in one.offices)
        assert len({n.text for n in one.names}) == len(one.names)
    for happening in known.events:
        assert happening.reports
        parties = [p.actor for p in happening.participants]
        assert len(set(parties)) == len(parties)
        assert set(parties) <= set(actors)
    assert {m.actor for m in known.mentions} <= set(actors)
    assert {s.speaker for s in known.statements} <= {*actors, None}
    assert {s.event for s in known.statements} <= {*events, None}
    keys = [(m.source, m.start, m.end, m.actor) for m in known.mentions]
    assert len(set(keys)) == len(keys)


_NAMES = st.sampled_from(
    ["Ана Анић", "Petar Petrović", "X", "NIS", "Сергей Лавров", "Sergey Lavrov", "Mia—Ø"]
)
_BUSY = ("lavrov", "vulin", "djuric", "nis")
_GOING = ("meet-vulin", "group", "postponed", "forum")
_FIELDS = {
    "date": st.sampled_from(["2024-05-06", "2021", "../2024-08-14", "2024-01/2024-02", None]),
    "type": st.sampled_from(["call", "visit", "other"]),
    "status": st.sampled_from(["planned", "occurred", "cancelled"]),
    "place": st.sampled_from(["Moscow", "Ниш", None]),
}


@st.composite
def bodies(draw: st.DrawFn, known: Facts) -> Body:
    """One correction of what is there, as a user makes it on the screen."""
    # few of them, so that corrections meet
    busy = [a for a in known.actors if a.id in _BUSY or a.origin == "correction"] or list(known.actors)
    going = [e for e in known.events if e.id in _GOING] or list(known.events)
    one, other = (draw(st.sampled_from(busy)) for _ in range(2))
    what, with_ = (draw(st.sampled_from(going)) for _ in range(2)) if going else (None, None)
    kind = draw(
        st.sampled_from(["merge", "split", "rename", "alias", "drop mention", "set", "join", "drop", "note"])
    )
    named = [m for m in known.mentions if m.actor == one.id]
    if kind in ("set", "join", "drop") and what is None:
        kind = "alias"
    if kind in ("split", "drop mention") and not named:
        kind = "rename"
    match kind:
        case "merge":
            return MergeActors(ref(known, one.id), ref(known, other.id))
        case "split":
            chosen = draw(st.lists(st.sampled_from(named), min_size=1, max_size=4, unique=True))
            new = NewActor(draw(_NAMES))
            into = draw(st.sampled_from([new, new, ref(known, other.id)]))
            return SplitActor(ref(known, one.id), tuple(spot(m) for m in chosen), into)
        case "rename":
            return RenameActor(ref(known, one.id), draw(_NAMES), draw(st.sampled_from([None, "Ново Име"])))
        case "alias":
            return Alias(ref(known, one.id), draw(_NAMES))
        case "drop mention":
            return DropMention(ref(known, one.id), spot(draw(st.sampled_from(named))))
        case "set":
            field = draw(st.sampled_from(sorted(_FIELDS)))
            return SetEvent(told(known, what.id), field, draw(_FIELDS[field]))  # type: ignore[arg-type, union-attr]
        case "join":
            return MergeEvents(told(known, what.id), told(known, with_.id))  # type: ignore[union-attr]
        case "drop":
            return DropEvent(told(known, what.id))  # type: ignore[union-attr]
        case _:
            on = draw(
                st.sampled_from([ref(known, one.id), words("brief", "Trade reached 2.802 billion dollars")])
            )
            return Remark(draw(st.sampled_from(["note", "label", "mark"])), on, "said")


@st.composite
def logs(draw: st.DrawFn, most: int = 7) -> tuple[Facts, Log]:
    """A corpus and what a user made of it, step by step, each step on what the screen shows then."""
    known = facts(draw(st.sampled_from(["authority", "corpus"])))
    so_far = Log()
    shown = known
    for number in range(draw(st.integers(1, most))):
        so_far = so_far.plus(made(number, draw(bodies(shown))))
        shown = overlay(known, SOURCES, so_far).facts
    return known, so_far


@st.composite
def careless(draw: st.DrawFn, most: int = 7) -> tuple[Facts, Log]:
    """Corrections that know nothing of each other, as when the files of two people are put together."""
    known = facts(draw(st.sampled_from(["authority", "corpus"])))
    steps = draw(st.lists(bodies(known), min_size=1, max_size=most))
    return known, Log(tuple(made(number, body) for number, body in enumerate(steps)))


@st.composite
def mixed(draw: st.DrawFn, most: int = 7) -> tuple[Facts, Log]:
    """What two people did, one on the texts as found, one on what the screen shows; some of it is taken back."""
    known = facts(draw(st.sampled_from(["authority", "corpus"])))
    so_far = Log()
    shown = known
    for number in range(draw(st.integers(1, most))):
        back = so_far.active and draw(st.integers(0, 6)) == 0
        on = draw(st.sampled_from([known, shown]))
        body = Undo(draw(st.sampled_from(so_far.active)).id) if back else draw(bodies(on))
        so_far = so_far.plus(made(number, body))
        shown = overlay(known, SOURCES, so_far).facts
    return known, so_far


def under(known: Facts, old: str, new: str) -> Facts:
    """Return the facts of a rebuild that found an actor under another id; whoever had that id is not there."""

    def now(ident: str) -> str:
        return new if ident == old else ident

    known = without(known, new) if old != new else known
    return replace(
        known,
        actors=tuple(replace(a, id=now(a.id)) for a in known.actors),
        mentions=tuple(replace(m, actor=now(m.actor)) for m in known.mentions),
        events=tuple(
            replace(e, participants=tuple(replace(p, actor=now(p.actor)) for p in e.participants))
            for e in known.events
        ),
        statements=tuple(replace(s, speaker=s.speaker and now(s.speaker)) for s in known.statements),
    )


def without(known: Facts, gone: str) -> Facts:
    """Return the facts of a rebuild that did not find an actor."""
    return replace(
        known,
        actors=tuple(a for a in known.actors if a.id != gone),
        mentions=tuple(m for m in known.mentions if m.actor != gone),
        events=tuple(
            replace(e, participants=tuple(p for p in e.participants if p.actor != gone)) for e in known.events
        ),
        statements=tuple(
            replace(s, speaker=None if s.speaker == gone else s.speaker) for s in known.statements
        ),
    )


@st.composite
def rebuilt(draw: st.DrawFn) -> tuple[Facts, Log]:
    """Corrections of a corpus, and what a later build found: ids in use for others, actors and names gone."""
    known, log = draw(st.one_of(logs(), careless(), mixed()))
    if known.actors[0].origin == "corpus":  # the tables keep their ids
        old = draw(st.sampled_from(_BUSY))
        known = under(known, old, draw(st.sampled_from([old, f"{old}-2", *_BUSY])))
    for _ in range(draw(st.integers(0, 2))):
        old = draw(st.sampled_from(_BUSY))
        match draw(st.sampled_from(["without", "mentions", "event"])):
            case "mentions":
                kept = [m for m in known.mentions if m.actor != old or draw(st.booleans())]
                known = replace(known, mentions=tuple(kept))
            case "event":
                what = draw(st.sampled_from(_GOING))
                known = replace(known, events=tuple(e for e in known.events if e.id != what), statements=())
            case _:
                known = without(known, old)
    return known, log
