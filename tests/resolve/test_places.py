"""Places in columns say what was put into them, and become mentions in the order of sources and places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.authority import Tables, load
from reltui.extract.drafts import Spot
from reltui.model import Mention
from reltui.model.vocab import ACTOR_KINDS, ActorKind
from reltui.resolve.places import Places, Verdict


def _spot(kind: ActorKind, start: int, surface: str, title: str | None) -> Spot:
    span = (max(start - 9, 0), start) if title else None
    return Spot(kind, start, start + len(surface), surface, title, span)


_SPOTS = st.builds(
    _spot,
    st.sampled_from(ACTOR_KINDS),
    st.integers(0, 500),
    st.sampled_from(("Lavrov", "Ђурић", "NIS")),
    st.sampled_from((None, "Foreign Minister")),
)


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load()


@given(
    sources=st.lists(st.tuples(st.sampled_from("abc"), st.lists(_SPOTS, max_size=6)), max_size=6),
    data=st.data(),
)
def test_mentions_are_those_that_somebody_is_meant_by_in_order(
    tables: Tables, sources: list[tuple[str, list[Spot]]], data: st.DataObject
) -> None:
    places = Places(tables)
    expected: list[Mention] = []
    for source, spots in sources:
        for number, spot in zip(places.take(source, spots), spots, strict=True):
            assert (places.source(number), places.title_span(number)) == (source, spot.title_span)
            assert (places.spot(number).surface, places.actor(number)) == (spot.surface, None)
            who = data.draw(st.sampled_from((None, "sergey-lavrov", "nis")))
            if who is None:
                continue
            score, doubt = data.draw(
                st.tuples(st.floats(0, 1), st.sampled_from((None, "the source says so")))
            )
            places.judge(number, Verdict(score, "its own name", doubt))
            places.mean([number], who)
            assert places.actor(number) == who
            title = spot.title if spot.kind == "person" else None
            expected.append(
                Mention(who, source, spot.start, spot.end, spot.surface, title, score, "its own name", doubt)
            )
    found = places.mentions()
    assert sorted(found, key=repr) == sorted(expected, key=repr)
    assert [(m.source, m.start) for m in found] == sorted((m.source, m.start) for m in found)
    assert found == tuple(found)
    assert found == [*found]
    assert [found[number] for number in range(len(found))] == list(found[:])
    if expected:
        assert found != tuple(found)[1:]
        assert found != tuple(m for m in found if m != found[0])


def test_what_is_said_often_is_held_once(tables: Tables) -> None:
    places = Places(tables)
    for number in range(50):
        spot = Spot("person", number, number + 6, "Lavrov", "Foreign Minister", None, "russia")
        places.take(f"s{number}", [spot])
    assert len(places.said) == 1
    assert places.office(49) == "foreign-minister russia"
