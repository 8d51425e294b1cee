"""One entry as one line of JSON."""

from __future__ import annotations

import json
import unicodedata

from reltui.corrections.entries import (
    ActorRef,
    Alias,
    Anchor,
    Body,
    DropEvent,
    DropMention,
    Entry,
    EventRef,
    MergeActors,
    MergeEvents,
    NewActor,
    Remark,
    RenameActor,
    SetEvent,
    SplitActor,
    Undo,
    Unknown,
)

_HIDDEN = ("Cc", "Cf", "Zl", "Zp")  # controls, marks of direction, line separators: written as \uXXXX


def encode(entry: Entry) -> str:
    """Return the entry as one line, without its end; what a reader cannot see is written as an escape."""
    body = entry.body
    short, long = ({}, dict(body.fields)) if isinstance(body, Unknown) else _members(body)
    what = body.what if isinstance(body, Unknown) else what_of(body)
    members: dict[str, object] = {"id": entry.id, "time": entry.time, "what": what, **short}
    if entry.why:
        members["why"] = entry.why
    line = json.dumps({**members, **long}, ensure_ascii=False)
    if line.isascii() and "\x7f" not in line:
        return line
    return "".join(_escaped(c) if unicodedata.category(c) in _HIDDEN else c for c in line)


def what_of(body: Body) -> str:
    """Return what kind of entry it is, as the file says it."""
    match body:
        case SetEvent():
            return f"event-{body.field}"
        case Remark():
            return body.kind
        case Unknown():
            return body.what
        case _:
            return _NAMES[type(body)]


_NAMES: dict[type, str] = {
    MergeActors: "merge-actors", SplitActor: "split-actor", RenameActor: "rename-actor", Alias: "alias",
    DropMention: "drop-mention", MergeEvents: "merge-events", DropEvent: "drop-event", Undo: "undo",
}  # fmt: skip


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1]  # as ASCII, with a pair of surrogates where it needs one


def _members(body: Body) -> tuple[dict[str, object], dict[str, object]]:
    """Return the members that say what is so, and those that say of what."""
    match body:
        case MergeActors():
            return {}, {"actor": _actor(body.actor), "into": _actor(body.into)}
        case SplitActor(actor, mentions, into):
            named: list[object] = [_anchor(mention) for mention in mentions]
            if isinstance(into, NewActor):
                return {"new": _new(into)}, {"actor": _actor(actor), "mentions": named}
            return {"into": _actor(into)}, {"actor": _actor(actor), "mentions": named}
        case RenameActor():
            native = {"native": body.native} if body.native else {}
            return {"name": body.name, **native}, {"actor": _actor(body.actor)}
        case Alias():
            return {"name": body.name}, {"actor": _actor(body.actor)}
        case DropMention():
            return {}, {"actor": _actor(body.actor), "mention": _anchor(body.mention)}
        case SetEvent():
            return {body.field: body.value}, {"event": _event(body.event)}
        case MergeEvents():
            return {}, {"event": _event(body.event), "into": _event(body.into)}
        case DropEvent():
            return {}, {"event": _event(body.event)}
        case Remark(_, on, text):
            said: dict[str, object] = {"text": text} if text else {}
            if isinstance(on, ActorRef):
                return said, {"actor": _actor(on)}
            return said, {"event": _event(on)} if isinstance(on, EventRef) else {"place": _anchor(on)}
        case Undo():
            return {"of": body.of}, {}
        case Unknown():
            return {}, dict(body.fields)


def _new(new: NewActor) -> dict[str, object]:
    return {"name": new.name, **({"kind": new.kind} if new.kind else {})}


def _actor(ref: ActorRef) -> dict[str, object]:
    return _filled(id=ref.id, name=ref.name, origin=ref.origin, words=[_anchor(w) for w in ref.words])


def _event(ref: EventRef) -> dict[str, object]:
    return _filled(
        id=ref.id, title=ref.title, type=ref.type, date=ref.date, who=list(ref.who),
        words=[_anchor(w) for w in ref.words],
    )  # fmt: skip


def _anchor(anchor: Anchor) -> dict[str, object]:
    return {
        "exact": anchor.exact,
        **_filled(
            prefix=anchor.prefix, suffix=anchor.suffix, path=anchor.path, source=anchor.source,
            file=anchor.file, settle="" if anchor.settle == "both" else anchor.settle,
        ),
        **({"at": anchor.at} if anchor.at >= 0 else {}),
    }  # fmt: skip


def _filled(**members: object) -> dict[str, object]:
    return {name: value for name, value in members.items() if value}
