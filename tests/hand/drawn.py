"""Corrections drawn at random out of what is shown, as somebody at the screen might make them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from reltui.corrections import (
    Alias,
    DropEvent,
    DropMention,
    MergeActors,
    MergeEvents,
    NewActor,
    Remark,
    RenameActor,
    SetEvent,
    SplitActor,
    Undo,
)
from reltui.corrections.entries import Body
from reltui.hand import Hand, actor_of, event_of, mention_of, place_of
from reltui.store import Reader

Draw = Callable[[st.SearchStrategy[Any]], Any]
"""Draws a value, as `st.DataObject.draw` does."""

KINDS = (
    "merge", "rename", "alias", "split", "nobody", "date", "type", "place", "join", "drop", "note", "mark", "undo",
)  # fmt: skip


def body(draw: Draw, reader: Reader, hand: Hand) -> Body:
    """Draw one decision about what a reader shows."""
    people = [row.id for row in reader.actors().rows(0, 999)]
    told = [row.id for row in reader.events().rows(0, 999)]
    one, other = draw(st.sampled_from(people)), draw(st.sampled_from(people))
    event, second = draw(st.sampled_from(told)), draw(st.sampled_from(told))
    kind = draw(st.sampled_from(KINDS))
    if kind == "undo" and hand.log.active:
        return Undo(draw(st.sampled_from(hand.log.active)).id)
    if kind == "merge" and one != other:
        return MergeActors(actor_of(reader, one), actor_of(reader, other))
    if kind == "rename":
        return RenameActor(actor_of(reader, one), draw(st.sampled_from(["Novo Ime", "Šćepan Mali", "Ђорђе"])))
    if kind == "alias":
        return Alias(actor_of(reader, one), "Zubinović")
    if kind in ("split", "nobody"):
        mention = draw(st.sampled_from(reader.mentions(draw(st.sampled_from(_named(reader))))))
        own = actor_of(reader, mention.actor, mention.source)
        if kind == "nobody":
            return DropMention(own, mention_of(reader, mention))
        into = NewActor("Neko Drugi") if other == mention.actor else actor_of(reader, other)
        return SplitActor(own, (mention_of(reader, mention),), into)
    if kind == "date":
        date = draw(st.sampled_from(["2024-05-05", "2019", "2021-03/2021-04", "../2020", None]))
        return SetEvent(event_of(reader, event), "date", date)
    if kind == "type":
        return SetEvent(event_of(reader, event), "type", draw(st.sampled_from(["visit", "call"])))
    if kind == "place":
        return SetEvent(event_of(reader, event), "place", draw(st.sampled_from(["Beč", None])))
    if kind == "join" and event != second:
        return MergeEvents(event_of(reader, event), event_of(reader, second))
    if kind == "drop":
        return DropEvent(event_of(reader, event))
    if kind == "mark":
        source = reader.sources().rows(0, 1)[0].id
        passage = reader.passages(source)[0]
        return Remark("mark", place_of(reader, source, passage.start, passage.end))
    return Remark("note", actor_of(reader, one), "to be looked at")


def _named(reader: Reader) -> list[str]:
    """The sources in which anybody is named."""
    return [row.id for row in reader.sources().rows(0, 999) if row.mentions]
