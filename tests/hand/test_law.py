"""The law: what is shown after corrections is what a build with the same file shows."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reltui import corpus
from reltui.corrections import append, beside, entry
from reltui.hand import Keeper
from reltui.query import parse
from reltui.store import Reader
from reltui.store.rows import Facets
from tests.hand.conftest import SEEDS
from tests.hand.drawn import Draw, body

QUERIES = ("actor:lavrov", "with:vucic", "type:visit", "date:2024", "gas", "novo", "has:note", "has:mark")
RELAXED = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def counted(facets: Facets) -> dict[str, object]:
    """Facets without the order of those that are as frequent."""
    each = (*facets.actors, *facets.years, *facets.types, *facets.kinds)
    return {"": (facets.passages, facets.exact), **{f.query: (f.label, f.count) for f in each}}


def shown(reader: Reader) -> dict[str, Any]:
    """Everything that the lists, the views and the search show."""
    found: dict[str, Any] = {
        "actors": reader.actors().rows(0, 999),
        "by name": reader.actors(order="name").rows(0, 999),
        "events": reader.events().rows(0, 999),
        "newest": reader.events(order="newest").rows(0, 999),
        "years": reader.years(),
        "statements": reader.statements().rows(0, 999),
    }
    for text in QUERIES:
        query = parse(text)
        found[f"events {text}"] = [row.id for row in reader.events(query).rows(0, 999)]
        found[f"actors {text}"] = [row.id for row in reader.actors(query).rows(0, 999)]
        found[f"sources {text}"] = [row.id for row in reader.sources(query).rows(0, 999)]
        found[f"hits {text}"] = sorted((hit.kind, hit.id) for hit in reader.search(query, limit=500))
        found[f"count {text}"] = reader.count(query)
        found[f"facets {text}"] = counted(reader.facets(query, 999, exact=True))
    found["each actor"] = [reader.actor(row.id) for row in found["by name"]]
    found["each event"] = [reader.event(row.id) for row in found["events"]]
    return found


def every(reader: Reader) -> dict[str, Any]:
    """The same, with what only a small corpus is held to: doubts, figures, and the facts themselves.

    At which of several places a doubt is shown depends on the order in which a build comes upon names, which is
    not kept: so doubts are compared by what they say.
    """
    sources, facts = reader.everything()
    rest: dict[str, Any] = {
        "doubts": sorted((row.kind, row.severity, row.what) for row in reader.doubts().rows(0, 999)),
        "figures": reader.figures().rows(0, 999),
        "sources": [replace(row, doubts=0) for row in reader.sources().rows(0, 999)],
        "facts": (sources, replace(facts, discrepancies=())),
        "meta": {name: count for name, count in reader.meta.counts.items() if name != "evidence"},
    }
    found: dict[str, Any] = {**shown(reader), **rest}
    for name in ("events", "newest"):
        found[name] = [replace(row, doubt=None) for row in found[name]]
    return found


def loosely(found: dict[str, Any]) -> dict[str, Any]:
    """What a large corpus is held to: no order among events of one day, nor spellings that went nowhere else."""
    kept = dict(found)
    for name in ("actors", "by name"):
        kept[name] = [replace(row, spellings=(), doubt=None) for row in found[name]]
    for name in ("events", "newest"):
        kept[name] = [row.lower for row in found[name]]
    kept["each row"] = {row.id: replace(row, doubt=None) for row in found["events"]}
    kept["each actor"] = [replace(actor, names=()) for actor in found["each actor"]]
    kept["each event"] = {event.id: event for event in found["each event"]}
    kept["statements"] = {row.id: row for row in found["statements"]}
    for text in QUERIES:
        kept[f"events {text}"] = set(found[f"events {text}"])
        kept[f"actors {text}"] = set(found[f"actors {text}"])
    return kept


def correct(draw: Draw, db: Path, steps: int) -> None:
    """Draw corrections and keep them, each made of what those before it show."""
    for _ in range(steps):
        keeper = Keeper(db)
        hand = keeper.look()
        with hand.reader() as reader:
            made = body(draw, reader, hand)
        keeper.close()
        append(beside(db), entry(made))


@given(data=st.data())
@settings(RELAXED, max_examples=5)
def test_what_is_shown_is_what_a_build_shows(copied: Callable[[], Path], data: st.DataObject) -> None:
    db = copied()
    correct(data.draw, db, data.draw(st.integers(0, 2)))
    if data.draw(st.booleans()):
        corpus.build([SEEDS], db)
    correct(data.draw, db, data.draw(st.integers(1, 3)))
    with Keeper(db).reader() as reader:
        at_once = every(reader)
    corpus.build([SEEDS], db)
    with Reader(db) as reader:
        rebuilt = every(reader)
    for name, value in rebuilt.items():
        assert at_once[name] == value, name
    shutil.rmtree(db.parent)


@given(data=st.data())
@settings(RELAXED, max_examples=10)
def test_a_large_corpus_shows_the_same(copied: Callable[[], Path], data: st.DataObject) -> None:
    db = copied()
    correct(data.draw, db, data.draw(st.integers(0, 2)))
    if data.draw(st.booleans()):
        corpus.build([SEEDS], db)
    correct(data.draw, db, data.draw(st.integers(1, 3)))
    with Keeper(db).reader() as reader:
        whole = loosely(shown(reader))
    with Keeper(db, small=0).reader() as reader:
        laid = loosely(shown(reader))
    for name, value in whole.items():
        assert laid[name] == value, name
    shutil.rmtree(db.parent)


@given(data=st.data())
@settings(RELAXED, max_examples=3)
def test_all_taken_back_is_as_if_nothing_had_been(copied: Callable[[], Path], data: st.DataObject) -> None:
    db = copied()
    with Reader(db) as reader:
        before = every(reader)
    correct(data.draw, db, data.draw(st.integers(1, 4)))
    corpus.build([SEEDS], db)
    keeper = Keeper(db)
    taken: object = keeper
    while taken is not None:
        _, taken = keeper.undo()
    with keeper.reader() as reader:
        after = every(reader)
    for name, value in before.items():
        assert after[name] == value, name
    shutil.rmtree(db.parent)
