"""What this program takes for queries, keys, lists and names, called as the app and the commands call it."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.search.measured import Measured
from benchmarks.search.queries import TYPED, Maker

from reltui.query import parse
from reltui.store import EventRow, Reader, Window
from reltui.store.rows import Order

FIRST = 30  # hits that the app asks for at each key: a screenful


def keys(makers: dict[str, Maker], kind: str, texts: int) -> list[str]:
    """Return what stands in the search line after each key of so many typed queries of a kind."""
    typed = [makers[kind]() for _ in range(texts)]
    return [text[:stop] for text in typed for stop in range(1, len(text) + 1)]


def typists(reader: Reader, makers: dict[str, Maker], texts: int) -> Iterator[tuple[Measured, Measured]]:
    """Yield for each kind the first hits at each key, and what comes after them once the typist rests."""
    for kind in TYPED:
        queries = [parse(text) for text in keys(makers, kind, texts)]
        at_once = Measured(f"{kind}, each key", 16).time(
            partial(reader.search, query, FIRST, typing=True, hasty=True) for query in queries
        )
        rested = Measured(f"{kind}, at rest").time(
            partial(reader.search, query, FIRST, typing=True)
            for query in queries[:: max(len(queries) // 60, 1)]
        )
        yield at_once, rested


def whole(reader: Reader, makers: dict[str, Maker], rounds: int, order: Order) -> Iterator[Measured]:
    """Yield for each kind the fifty first hits of whole queries."""
    for kind, make in makers.items():
        calls = (partial(reader.search, parse(make()), 50, order) for _ in range(rounds))
        yield Measured(kind, 60 if order == "relevance" else None).time(calls)


def others(reader: Reader, makers: dict[str, Maker], rounds: int) -> Iterator[Measured]:
    """Yield counts, facets and what is offered for a word that is misspelt."""
    queries = [parse(makers[kind]()) for kind in ("a middling word", "two words", "a full name")] * rounds
    yield Measured("counts").time(partial(reader.count, query) for query in queries[:rounds])
    yield Measured("facets").time(partial(reader.facets, query) for query in queries[:rounds])
    common = [parse(makers["a common word"]()) for _ in range(rounds)]
    yield Measured("facets of a common word").time(partial(reader.facets, query) for query in common)
    wrong = [makers["a surname, any script"]() + "q" for _ in range(rounds)]
    yield Measured("did you mean").time(partial(reader.suggest, text) for text in wrong)


def lists(db: Path, chance: random.Random) -> Iterator[Measured]:
    """Yield the list of all events: opened, a page anywhere, the end, a place found again; filtered; years."""

    def opened() -> Reader:
        reader = Reader(db)
        reader.events().rows(0, 40)
        return reader

    yield Measured("events: open the corpus, first page", 500).time([opened] * 20)
    with Reader(db) as reader:
        window = reader.events()
        yield Measured(f"events ({len(window):,}): a page anywhere", 30).time(
            partial(_page, window, chance) for _ in range(200)
        )
        end = len(window)
        yield Measured("events: jump to the end", 50).time([partial(window.rows, end - 40, end)] * 20)
        yield Measured("events: the newest first").time([partial(reader.events, order="newest")] * 10)
        yield Measured("years").time([reader.years] * 10)
        dated = [parse(f"date:{year}") for year in range(1995, 2026)]
        yield Measured("events of a year: open").time(partial(reader.events, query) for query in dated)
        passages = (partial(_length, reader.sources), partial(_length, reader.actors))
        yield Measured("sources, actors: open").time(passages * 5)


def list_memory(db: Path) -> float:
    """Return the megabytes that a list of all events, read at its beginning, middle and end, adds."""
    with Reader(db) as reader:
        reader.events(parse("date:2000")).rows(0, 40)  # what any list loads
        tracemalloc.start()
        window = reader.events()
        for at in (0, len(window) // 2, len(window) - 40):
            window.rows(at, at + 40)
        held = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
    return held


def names(folder: Path, size: int) -> tuple[float, Measured]:
    """Return how long an index of so many names takes to build, in seconds, and what look-ups in it take."""
    from time import perf_counter

    from benchmarks.search.words import people

    from reltui.names import Index

    somebody = people(random.Random(7), min(size, 60_000))
    given = [f"{person.spellings[0]}" for person in somebody]
    pairs = (
        (f"{place}", f"{given[place % len(given)]} {_mark(place // len(given))}".strip())
        for place in range(size)
    )
    path = folder / f"names-{size}.db"
    begun = perf_counter()
    if not path.exists():
        Index.build(path, pairs)
    spent = perf_counter() - begun
    chance = random.Random(3)
    asked = [chance.choice(somebody).spellings[chance.randrange(4)] for _ in range(200)]
    with Index.open(path) as index:
        index.query(asked[0], 5)
        return spent, Measured(f"name among {size:,}", 5 if size < 500_000 else 20).time(
            partial(index.query, name, 5) for name in asked
        )


def _mark(number: int) -> str:
    """Return a middle name for a number, so that names repeat their parts as names do."""
    if not number:
        return ""
    begins, ends = (
        ("Bran", "Dal", "Gor", "Kov", "Lav", "Mar", "Nik", "Rad"),
        ("ić", "ov", "in", "enko", "ski"),
    )
    return begins[number % 8] + ends[number % 5] + ("a" * (number // 40))


def _page(window: Window[EventRow], chance: random.Random) -> None:
    """Read a page at random and find its first row's place again."""
    at = chance.randrange(len(window))
    row = window.rows(at, at + 40)[0]
    if window.index_of(row.id) != at:
        raise AssertionError("a row is not where it was found")


def _length(make: Callable[[], Window[object]]) -> int:
    return len(make())
