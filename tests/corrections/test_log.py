"""Taking back and taking back again; entries as lines."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.corrections import (
    KINDS,
    ActorRef,
    Alias,
    BadEntry,
    Log,
    NewActor,
    SetEvent,
    SplitActor,
    Undo,
    decode,
    encode,
    entry,
    what_of,
)
from reltui.corrections.entries import EventRef
from tests.corrections.world import bodies, facts, made


def steps(*commands: str) -> Log:
    """Run commands as keys do: "+" a correction, "u" undo, "r" redo (which do nothing where there is nothing)."""
    log = Log()
    for number, command in enumerate(commands):
        if command == "+":
            log = log.plus(made(number, Alias(ActorRef("a"), f"n{number}")))
        elif (target := log.to_undo if command == "u" else log.to_redo) is not None:
            log = log.plus(made(number, Undo(target.id)))
    return log


def in_force(log: Log) -> list[str]:
    return [e.id for e in log.active]


def test_undo_and_redo():
    assert in_force(steps("+", "+", "u")) == ["e0"]
    assert in_force(steps("+", "+", "u", "u")) == []
    assert in_force(steps("+", "+", "u", "u", "r")) == ["e0"]
    assert in_force(steps("+", "+", "u", "u", "r", "r")) == ["e0", "e1"]
    assert in_force(steps("+", "u", "r", "u")) == []
    assert in_force(steps("+", "u", "r", "u", "r")) == ["e0"]
    assert in_force(steps("+", "u", "+", "r")) == ["e2"], "something new was done, so nothing is redone"


@given(st.lists(st.sampled_from("+++ur"), max_size=30))
@settings(max_examples=200, deadline=None)
def test_keys_do_what_an_editor_does(commands: list[str]):
    done: list[str] = []
    back: list[str] = []
    for number, command in enumerate(commands):
        if command == "+":
            done.append(f"e{number}")
            back.clear()
        elif command == "u" and done:
            back.append(done.pop())
        elif command == "r" and back:
            done.append(back.pop())
    assert sorted(in_force(steps(*commands))) == sorted(done)


def test_an_entry_cannot_take_back_a_later_one():
    first, second = made(1, Undo("e2")), made(2, Undo("e1"))
    assert Log((first, second)).undone == {"e1"}


def test_what_is_taken_back_by_name():
    log = steps("+", "+", "+").plus(made(9, Undo("e1")))
    assert in_force(log) == ["e0", "e2"]
    assert log.to_undo is log.get("e2")
    assert log.plus(made(10, Undo("e9"))).undone == {"e9"}


@given(bodies(facts("corpus")))
@settings(max_examples=150, deadline=None)
def test_a_line_gives_the_entry_back(body: object):
    written = made(1, body, "in my own “words”\nоба")  # type: ignore[arg-type]  # a Body
    line = encode(written)
    assert "\n" not in line
    assert decode(line) == written
    members = json.loads(line)
    assert list(members)[:3] == ["id", "time", "what"]
    assert members["what"] == what_of(written.body)
    assert members["what"] in KINDS


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_any_line_is_an_entry_or_a_sentence(line: str):
    said = ""
    try:
        read = decode(line)
    except BadEntry as error:
        said = str(error)
    else:
        assert decode(encode(read)) == read
    assert "\n" not in said


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "exact", "path", "words"]), inner)
    ),
    max_leaves=6,
)


@given(st.sampled_from(KINDS), st.dictionaries(
    st.sampled_from(["id", "time", "why", "actor", "into", "event", "new", "name", "mentions", "mention", "date",
                     "type", "status", "place", "text", "of"]), _ANY))  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_any_members_are_an_entry_or_a_sentence(what: str, members: dict[str, object]):
    line = json.dumps({**members, "what": what})
    read, said = None, ""
    try:
        read = decode(line)
    except BadEntry as error:
        said = str(error)
    assert (read is None) == bool(said)
    assert read is None or decode(encode(read)) == read


def test_what_is_new_is_checked_before_it_is_kept():
    with pytest.raises(BadEntry, match="there is no month 13"):
        entry(SetEvent(EventRef("e"), "date", "2024-13"))
    with pytest.raises(BadEntry, match="“name” of the new actor is empty"):
        entry(SplitActor(ActorRef("a"), (), NewActor(" ")))
    with pytest.raises(BadEntry, match="surrogate"):
        entry(Alias(ActorRef("a"), "b\udc80"))


def test_new_entries_have_ids_of_their_own_and_a_time():
    some = [entry(Alias(ActorRef("a"), "b  c")) for _ in range(50)]
    assert len({e.id for e in some}) == 50
    assert all(e.id.isalnum() and len(e.id) == 8 and e.time.endswith("Z") for e in some)
    assert some[0].body == Alias(ActorRef("a"), "b c")
