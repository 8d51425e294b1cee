"""One line of JSON as an entry, or what is wrong with it."""

from __future__ import annotations

import json
from typing import cast, get_args

from reltui.corrections.entries import (
    ActorRef,
    Alias,
    Anchor,
    Body,
    DropEvent,
    DropMention,
    Entry,
    EventField,
    EventRef,
    MergeActors,
    MergeEvents,
    NewActor,
    Remark,
    RemarkKind,
    RenameActor,
    SetEvent,
    Settle,
    SplitActor,
    Undo,
    Unknown,
)
from reltui.corrections.errors import BadEntry
from reltui.corrections.fields import Fields
from reltui.dates import Edtf
from reltui.model.ids import digest
from reltui.model.vocab import ACTOR_KINDS, EVENT_TYPES, STATUSES, ActorKind, Origin

KINDS = (
    "merge-actors", "split-actor", "rename-actor", "alias", "drop-mention",
    "event-date", "event-type", "event-status", "event-place", "merge-events", "drop-event",
    "note", "label", "mark", "undo",
)  # fmt: skip
"""What an entry's `what` may be."""

_REMARKS: tuple[RemarkKind, ...] = get_args(RemarkKind)


def decode(line: str) -> Entry:
    """Return the entry that a line holds. Raises `BadEntry` with what is wrong.

    A line without an id gets one from its words, so that it can be taken back too.
    """
    try:
        value: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        where = f", at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else ""
        raise BadEntry(f"it cannot be read as JSON{where}") from None
    members = Fields(value, "the entry")
    known = {"id", "time", "what", "why"}
    what = members.text("what")
    if what in KINDS:
        body = _body(what, members)
    else:
        body = Unknown(what, {name: value for name, value in members.all.items() if name not in known})
    ident = members.text("id", "").strip() or digest(line.strip(), length=8)
    if not (ident.isascii() and ident.isalnum()) or len(ident) > 40:
        raise BadEntry("the id of the entry should be at most 40 letters and digits")
    return Entry(ident, members.text("time", ""), body, members.text("why", ""))


def _body(what: str, members: Fields) -> Body:
    if what == "undo":
        return Undo(members.text("of"))
    if what in _REMARKS:
        return _remark(what, members)
    if what == "drop-event":
        return DropEvent(_read_event(members, "event"))
    if what == "merge-events":
        return MergeEvents(_read_event(members, "event"), _read_event(members, "into"))
    if what.startswith("event-"):
        field = cast("EventField", what.removeprefix("event-"))
        return SetEvent(_read_event(members, "event"), field, _value(field, members))
    actor = _read_actor(members, "actor")
    if what == "merge-actors":
        return MergeActors(actor, _read_actor(members, "into"))
    if what == "rename-actor":
        native = members.name("native") if members.optional("native") else None
        return RenameActor(actor, members.name("name"), native)
    if what == "alias":
        return Alias(actor, members.name("name"))
    if what == "drop-mention":
        return DropMention(actor, _read_anchor(members.get("mention")))
    into = _read_new(members) if members.has("new") else _read_actor(members, "into")
    return SplitActor(actor, tuple(_read_anchor(m) for m in members.many("mentions", True)), into)


def _remark(kind: RemarkKind, members: Fields) -> Remark:
    text = members.text("text", "") if kind == "mark" else members.text("text")
    targets = [name for name in ("actor", "event", "place") if members.has(name)]
    if len(targets) != 1:
        raise BadEntry(f"a {kind} is put on one of “actor”, “event” or “place”, and it has {len(targets)}")
    if targets == ["actor"]:
        return Remark(kind, _read_actor(members, "actor"), text)
    if targets == ["event"]:
        return Remark(kind, _read_event(members, "event"), text)
    return Remark(kind, _read_anchor(members.get("place")), text)


def _value(field: EventField, members: Fields) -> str | None:
    members.get(field)
    if field == "type":
        return members.choice("type", EVENT_TYPES)
    if field == "status":
        return members.choice("status", STATUSES)
    if members.optional(field) is None:
        return None
    if field == "place":
        return members.name("place")
    try:
        date = Edtf.parse(members.text("date"))
    except ValueError as error:
        raise BadEntry(str(error)) from None
    return date.text if date.known else None


def _read_new(members: Fields) -> NewActor:
    new = Fields(members.get("new"), "the new actor")
    kind = new.choice("kind", ACTOR_KINDS) if new.optional("kind") else None
    return NewActor(new.name("name"), cast("ActorKind | None", kind))


def _read_actor(members: Fields, name: str) -> ActorRef:
    value = members.get(name)
    if isinstance(value, str):  # a person may write the id alone
        return ActorRef(members.text(name).strip())
    ref = Fields(value, f"the {name}")
    words = tuple(_read_anchor(word) for word in ref.many("words"))
    origin = ref.choice("origin", ("", *get_args(Origin)), "")
    return ActorRef(ref.text("id").strip(), ref.text("name", ""), words, origin)


def _read_event(members: Fields, name: str) -> EventRef:
    value = members.get(name)
    if isinstance(value, str):
        return EventRef(members.text(name).strip())
    ref = Fields(value, f"the {name}")
    who = tuple(str(one) for one in ref.many("who"))
    words = tuple(_read_anchor(word) for word in ref.many("words"))
    return EventRef(
        ref.text("id").strip(), ref.text("title", ""), ref.text("type", ""), ref.optional("date"), who, words
    )


def _read_anchor(value: object) -> Anchor:
    words = Fields(value, "the place")
    anchor = Anchor(
        words.text("file", ""), words.text("path", ""), words.text("exact").strip(), words.text("prefix", ""),
        words.text("suffix", ""), words.text("source", ""), words.whole("at", -1),
        cast("Settle", words.choice("settle", get_args(Settle), "both")),
    )  # fmt: skip
    if not (anchor.file or anchor.path):
        raise BadEntry("the place names neither a “path” nor a “file”")
    return anchor
