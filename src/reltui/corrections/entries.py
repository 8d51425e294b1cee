"""What stands in the user's file: corrections, remarks, and what takes them back.

An entry says what it is about in three ways, so that it is found again after a rebuild: a place by an
`Anchor`, an actor by an `ActorRef`, an event by an `EventRef`. The last two hold the id and, because an id
may come to mean somebody else, anchors of words that name that actor or tell of that event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from reltui.model.vocab import ActorKind

Settle = Literal["either", "prefix", "suffix", "both", "place"]
"""Which surroundings alone tell a place from every other one of its file, as it was when the anchor was
made: those on either side, only those before or after, only both together, or none ("place": only where
it stands in the unchanged file)."""

EventField = Literal["date", "type", "status", "place"]
RemarkKind = Literal["note", "label", "mark"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words at a place: which file, where in it, the very words and what stands around them.

    The quotation follows the W3C's TextQuoteSelector. `file` is the SHA-256 of the file ("" where a person
    wrote the entry), `source` the id of the source (a hint), `at` the offset of the words in the file's text,
    in code points (-1: not known; a hint that counts only while the file is unchanged).
    """

    file: str
    path: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    source: str = ""
    at: int = -1
    settle: Settle = "both"


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor: the id, the name for whoever reads the file, and words that name that actor.

    `origin` says whether the id is one of the tables or of a correction, which nobody else gets; "" or
    "corpus" where a corpus may give it to another.
    """

    id: str
    name: str = ""
    words: tuple[Anchor, ...] = ()
    origin: str = ""

    @property
    def keeps_id(self) -> bool:
        """Whether the id is nobody else's, whatever is in the corpus."""
        return self.origin in ("authority", "correction")


@dataclass(frozen=True, slots=True)
class NewActor:
    """An actor that a correction makes; the id comes from the name and the entry (`made_id`)."""

    name: str
    kind: ActorKind | None = None  # None: that of the actor it is split from


@dataclass(frozen=True, slots=True)
class EventRef:
    """An event: its id, what it was when the entry was made (`who`: its actors' ids), words that tell it."""

    id: str
    title: str = ""
    type: str = ""
    date: str | None = None
    who: tuple[str, ...] = ()
    words: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class MergeActors:
    """Both are one; `into` keeps its id."""

    actor: ActorRef
    into: ActorRef


@dataclass(frozen=True, slots=True)
class SplitActor:
    """These words do not name `actor` but somebody else, new or known."""

    actor: ActorRef
    mentions: tuple[Anchor, ...]
    into: ActorRef | NewActor


@dataclass(frozen=True, slots=True)
class RenameActor:
    """The name to show; the old one stays among the spellings."""

    actor: ActorRef
    name: str
    native: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """One more spelling by which the actor is found."""

    actor: ActorRef
    name: str


@dataclass(frozen=True, slots=True)
class DropMention:
    """These words name nobody."""

    actor: ActorRef
    mention: Anchor


@dataclass(frozen=True, slots=True)
class SetEvent:
    """What is so of an event; a `date` is EDTF, a `value` of None says that it is not known."""

    event: EventRef
    field: EventField
    value: str | None


@dataclass(frozen=True, slots=True)
class MergeEvents:
    """Both are one happening; `into` keeps its id and what is told of it goes first."""

    event: EventRef
    into: EventRef


@dataclass(frozen=True, slots=True)
class DropEvent:
    """It did not happen, or is no event."""

    event: EventRef


@dataclass(frozen=True, slots=True)
class Remark:
    """A note, a label (a word to gather things by) or a mark, on an actor, an event or words of a source."""

    kind: RemarkKind
    on: ActorRef | EventRef | Anchor
    text: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes another entry back; taking back an `Undo` puts its entry in force again."""

    of: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """An entry of a kind that this version does not know; kept as it stands."""

    what: str
    fields: Mapping[str, object] = field(default_factory=dict[str, object])


Body = (
    MergeActors | SplitActor | RenameActor | Alias | DropMention | SetEvent | MergeEvents | DropEvent
    | Remark | Undo | Unknown
)  # fmt: skip


def references(body: Body) -> Iterator[ActorRef | EventRef | Anchor]:
    """Yield all that an entry refers to."""
    match body:
        case Undo() | Unknown():
            return
        case Remark():
            yield body.on
        case SetEvent() | DropEvent():
            yield body.event
        case MergeEvents():
            yield from (body.event, body.into)
        case SplitActor(actor, mentions, into):
            yield from (actor, *mentions)
            if not isinstance(into, NewActor):
                yield into
        case DropMention():
            yield from (body.actor, body.mention)
        case MergeActors():
            yield from (body.actor, body.into)
        case RenameActor() | Alias():
            yield body.actor


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the file: `time` is ISO in UTC, `why` the user's own words, if any."""

    id: str
    time: str
    body: Body
    why: str = ""


def made_id(entry: Entry, name: str) -> str:
    """Return the id of the actor that a split makes: it tells by which entry, and is nobody else's."""
    from reltui.model.ids import slug
    from reltui.names import fold

    return f"{slug(name) or slug(fold(name)) or 'actor'}-{entry.id}"
