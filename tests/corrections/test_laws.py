"""What holds of any sequence of corrections."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.corrections import Entry, Log, Undo, encode, overlay
from reltui.model import Facts
from tests.corrections.world import SOURCES, careless, laws, logs, made, mixed, rebuilt

ANY = st.one_of(logs(), careless(), mixed())


@given(ANY)
@settings(max_examples=80, deadline=None)
def test_every_fact_keeps_its_words_and_leads_somewhere(case: tuple[Facts, Log]):
    known, log = case
    corrected = overlay(known, SOURCES, log)
    laws(corrected.facts)


@given(ANY)
@settings(max_examples=80, deadline=None)
def test_twice_is_once(case: tuple[Facts, Log]):
    known, log = case
    once = overlay(known, SOURCES, log)
    twice = overlay(once.facts, SOURCES, log)
    assert twice.facts == once.facts


@given(rebuilt())
@settings(max_examples=80, deadline=None)
def test_what_a_later_build_found_under_other_ids_keeps_its_words_too(case: tuple[Facts, Log]):
    known, log = case
    once = overlay(known, SOURCES, log)
    laws(once.facts)
    laws(overlay(once.facts, SOURCES, log).facts)


@given(logs())
@settings(max_examples=80, deadline=None)
def test_what_a_user_corrects_on_the_screen_finds_its_target(case: tuple[Facts, Log]):
    known, log = case
    corrected = overlay(known, SOURCES, log)
    for orphan in corrected.orphans:
        assert "leaves nothing" in orphan.reason or "is dropped by" in orphan.reason, orphan


@given(ANY, st.data())
@settings(max_examples=60, deadline=None)
def test_taking_all_back_gives_the_facts_before(case: tuple[Facts, Log], data: st.DataObject):
    known, log = case
    kept = data.draw(st.integers(0, len(log) - 1))
    gone = data.draw(st.permutations(log.entries[kept:]))
    back = log.plus(*(made(100 + number, Undo(entry.id)) for number, entry in enumerate(gone)))
    assert overlay(known, SOURCES, back) == overlay(known, SOURCES, Log(log.entries[:kept]))


def targets(entry: Entry) -> set[str]:
    """Return the ids of the actors and events that an entry is about."""
    members = json.loads(encode(entry))
    place = {members["place"]["exact"]} if isinstance(members.get("place"), dict) else set()
    return place | {members[name]["id"] for name in ("actor", "event", "into") if name in members}


@given(careless(most=9), st.data())
@settings(max_examples=70, deadline=None)
def test_corrections_that_do_not_touch_may_stand_in_any_order(case: tuple[Facts, Log], data: st.DataObject):
    known, log = case
    apart: list[Entry] = []
    taken: set[str] = set()
    for entry in log.entries:
        if taken.isdisjoint(targets(entry)):
            taken |= targets(entry)
            apart.append(entry)
    one = overlay(known, SOURCES, apart)
    other = overlay(known, SOURCES, data.draw(st.permutations(apart)))
    assert one.facts == other.facts
    assert one.ids == other.ids
    assert set(one.notes) == set(other.notes)


@given(logs(), st.data())
@settings(max_examples=70, deadline=None)
def test_laying_them_on_in_two_steps_is_the_same(case: tuple[Facts, Log], data: st.DataObject):
    """As when a build held some of them and the app lays all over what the build made."""
    known, log = case
    built = overlay(known, SOURCES, Log(log.entries[: data.draw(st.integers(0, len(log)))])).facts
    again, at_once = overlay(built, SOURCES, log).facts, overlay(known, SOURCES, log).facts
    assert [(m.source, m.start, m.actor) for m in again.mentions] == [
        (m.source, m.start, m.actor) for m in at_once.mentions
    ]
    assert {a.id: (a.name, a.origin) for a in again.actors} == {
        a.id: (a.name, a.origin) for a in at_once.actors
    }
    assert [(e.id, e.date, e.type, e.status, e.place) for e in again.events] == [
        (e.id, e.date, e.type, e.status, e.place) for e in at_once.events
    ]
