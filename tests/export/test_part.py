"""A part of a corpus stands by itself, whatever is chosen: every export of one passes the checks."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.export import export
from reltui.export.part import Chosen, Part, part
from tests import factory


class Whole:
    def everything(self):
        return [source for reading in factory.readings() for source in reading.sources], factory.facts()


SOURCES, FACTS = Whole().everything()


def some(ids: list[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(ids), max_size=4)


CHOSEN = st.builds(
    Chosen,
    some([one.id for one in SOURCES]),
    some([one.id for one in FACTS.events]),
    some([one.id for one in FACTS.statements]),
    some([one.id for one in FACTS.figures]),
    some([one.id for one in FACTS.discrepancies]),
)


@settings(max_examples=40, deadline=None)
@given(CHOSEN)
def test_every_part_is_a_whole_export(chosen: Chosen) -> None:
    out = io.StringIO()
    export(Part(Whole(), chosen), "json", out)
    written = json.loads(out.getvalue())
    assert chosen.events <= {event["id"] for event in written.get("events", [])}
    assert chosen.sources <= {source["id"] for source in written["sources"]}
    assert {one["id"] for one in written.get("figures", [])} == chosen.figures


def test_nobody_is_kept_who_is_not_named() -> None:
    sources, facts = part(SOURCES, FACTS, Chosen(events=frozenset({"meet-vulin"})))
    assert [source.id for source in sources] == ["post-2"]
    named = {mention.actor for mention in facts.mentions} | {"lavrov", "vulin"}
    assert {actor.id for actor in facts.actors} == named
    assert not facts.statements
    assert {
        proof.source for actor in facts.actors for office in actor.offices for proof in office.evidence
    } <= {"post-2"}


def test_nothing_chosen_is_nothing() -> None:
    sources, facts = part(SOURCES, FACTS, Chosen())
    assert sources == []
    assert not facts.actors
    assert not facts.events


@pytest.mark.parametrize("statement", [one for one in FACTS.statements if one.event], ids=lambda one: one.id)
def test_the_event_in_which_something_was_said_comes_along(statement) -> None:
    _, facts = part(SOURCES, FACTS, Chosen(statements=frozenset({statement.id})))
    assert [event.id for event in facts.events] == [statement.event]
