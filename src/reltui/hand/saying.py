"""Entries of the user's file in words: one line that says what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.corrections.entries import (
    ActorRef,
    Alias,
    Anchor,
    DropEvent,
    DropMention,
    EventRef,
    MergeActors,
    MergeEvents,
    Remark,
    RenameActor,
    SetEvent,
    SplitActor,
    Undo,
    Unknown,
)

if TYPE_CHECKING:
    from reltui.corrections.entries import Body

_QUOTED = 48


def said(body: Body) -> str:
    """Return what an entry says, a clause without a full stop; not yet safe for a terminal."""
    match body:
        case MergeActors(actor, into):
            return f"{_who(actor)} is the same as {_who(into)}"
        case SplitActor(actor, mentions, into):
            words = ", ".join(dict.fromkeys(_words(one.exact) for one in mentions))
            other = _who(into) if isinstance(into, ActorRef) else into.name
            return f"{words} names {other}, not {_who(actor)}"
        case RenameActor(actor, name, native):
            return f"{_who(actor)} is called {name}{f' ({native})' if native else ''}"
        case Alias(actor, name):
            return f"{_who(actor)} is also written {name}"
        case DropMention(actor, mention):
            return f"{_words(mention.exact)} names nobody, not {_who(actor)}"
        case SetEvent(event, field, value):
            return f"{_what(event)}: {field} {value or 'not known'}"
        case MergeEvents(event, into):
            return f"{_what(event)} is the same happening as {_what(into)}"
        case DropEvent(event):
            return f"{_what(event)} is no event"
        case Remark(kind, on, text):
            if kind == "note":
                return f"Note on {target(on)}: {text}"
            return f"{target(on)} is {f'labelled #{text}' if kind == 'label' else 'marked'}"
        case Undo(of):
            return f"{of} is taken back"
        case Unknown(what):
            return f"“{what}”, which this version does not know"


def target(on: ActorRef | EventRef | Anchor) -> str:
    """Return what an entry is about, in words."""
    if isinstance(on, ActorRef):
        return _who(on)
    return _what(on) if isinstance(on, EventRef) else _words(on.exact)


def _who(ref: ActorRef) -> str:
    return ref.name or ref.id


def _what(ref: EventRef) -> str:
    return f"{ref.title or ref.id}{f', {ref.date}' if ref.date else ''}"


def _words(exact: str) -> str:
    plain = " ".join(exact.split())
    return f"“{plain if len(plain) <= _QUOTED else plain[: _QUOTED - 1].rstrip() + '…'}”"
