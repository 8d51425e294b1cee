"""Facets after corrections: who is one is counted once for a passage, and sources laid out anew count as they are."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from reltui.corrections import DropMention, MergeActors, SetEvent, append, beside, entry
from reltui.hand import Keeper, actor_of, event_of, mention_of
from reltui.hand.facets import together
from reltui.query import parse
from reltui.store import Reader
from reltui.store.rows import Facet, Facets


def passages_of(reader: Reader, ident: str) -> set[str]:
    hits = reader.search(parse(f'actor:"{ident}"'), limit=10_000)
    return {hit.id for hit in hits if hit.kind == "passage"}


def named_together(reader: Reader) -> tuple[str, str]:
    """Two persons, of whom many passages name both."""
    people = [row.id for row in reader.actors().rows(0, 30) if row.kind == "person"]
    where = {ident: passages_of(reader, ident) for ident in people}
    return max(combinations(people, 2), key=lambda two: len(where[two[0]] & where[two[1]]))


@pytest.mark.parametrize("typing", [False, True])
def test_a_passage_that_names_one_of_two_names_counts_once(db: Path, typing: bool) -> None:
    with Reader(db) as reader:
        one, other = named_together(reader)
        before = {facet.value: facet.count for facet in reader.facets(parse("")).actors}
        assert passages_of(reader, one) & passages_of(reader, other), "or this test tells nothing"
        append(beside(db), entry(MergeActors(actor_of(reader, one), actor_of(reader, other))))
    with Keeper(db, small=0).reader() as reader:
        facets = reader.facets(parse("s*"), typing=typing)
        (merged,) = [facet for facet in facets.actors if facet.value in (one, other)]
        assert merged.count == reader.count(parse(f"s* {merged.query}"))["passages"]
        (merged,) = [facet for facet in reader.facets(parse("")).actors if facet.value in (one, other)]
        assert merged.count == reader.count(parse(merged.query))["passages"]
        assert max(before[one], before[other]) <= merged.count < before[one] + before[other]


def test_one_of_several_names_is_found_though_none_of_them_is_frequent(db: Path) -> None:
    with Reader(db) as reader:
        rows = reader.facets(parse(""), 999).actors
        rare = [facet.value for facet in rows if facet.count == 2]
        first, *rest = rare[:4]
        for ident in rest:
            append(beside(db), entry(MergeActors(actor_of(reader, first), actor_of(reader, ident))))
    with Keeper(db, small=0).reader() as reader:
        every = reader.facets(parse(""), 999).actors
        (merged,) = [facet for facet in every if facet.value in (first, *rest)]
        place = sum(facet.count > merged.count for facet in every)
        few = reader.facets(parse(""), place + sum(facet.count == merged.count for facet in every)).actors
        assert merged in few


def test_a_naming_that_is_none_is_not_counted(db: Path) -> None:
    with Reader(db) as reader:
        source = next(row.id for row in reader.sources().rows(0, 99) if row.mentions)
        mention = reader.mentions(source)[0]
        count = reader.count(parse(f'actor:"{mention.actor}"'))["passages"]
        own = actor_of(reader, mention.actor, source)
        for each in reader.mentions(source):
            if each.actor == mention.actor:
                append(beside(db), entry(DropMention(own, mention_of(reader, each))))
        whole = reader.facets(parse(""))
    with Keeper(db, small=0).reader() as reader:
        facets = reader.facets(parse(""), 999, exact=True)
        now = {facet.value: facet.count for facet in facets.actors}.get(mention.actor, 0)
        assert now == reader.count(parse(f'actor:"{mention.actor}"'))["passages"] < count
        assert (facets.passages, facets.kinds) == (whole.passages, whole.kinds)


def test_who_may_not_be_shown_is_not_counted() -> None:
    def facet(value: str, count: int) -> Facet:
        return Facet("actor", value, value, count)

    asked: list[list[str]] = []

    def distinct(idents: list[str]) -> int:
        asked.append(list(idents))
        return 5

    names = {"a1": "a", "a2": "a", "z1": "z", "z2": "z"}
    actors = (facet("a1", 5), facet("b", 4), facet("a2", 3), facet("z1", 1), facet("z2", 1))
    base = Facets(9, True, actors, (), (), ())

    def shown(one: Facet) -> Facet:
        return facet(names.get(one.value, one.value), one.count)

    found = together(base, None, shown, distinct, 2)  # type: ignore[arg-type]  # a list is a sequence
    assert [(one.value, one.count) for one in found.actors] == [("a", 5), ("b", 4)]
    assert asked == [["a1", "a2"]]


def test_who_answered_only_by_what_was_corrected_is_listed_no_more(db: Path) -> None:
    query = parse("type:visit")
    with Reader(db) as reader:
        visits = reader.events(query).rows(0, 999)
        before = {row.id for row in reader.actors(query).rows(0, 999)}
    gone: set[str] = set()
    for visit in visits:
        with Keeper(db).reader() as reader:
            append(beside(db), entry(SetEvent(event_of(reader, visit.id), "type", "call")))
        with Keeper(db).reader() as reader:
            whole = {row.id for row in reader.actors(query).rows(0, 999)}
        with Keeper(db, small=0).reader() as reader:
            rows = reader.actors(query)
            assert {row.id for row in rows.rows(0, 999)} == whole
        gone |= before - whole
    assert gone, "or this test tells nothing"
