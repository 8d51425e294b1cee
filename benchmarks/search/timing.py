"""Time the queries of each kind on a generated corpus: p50, p95, p99 and the worst, in milliseconds.

    python -m benchmarks.search.generate 100000 /tmp/corpus.db
    python -m benchmarks.search.timing /tmp/corpus.db [--cpu]

With --cpu it is processor time, which a busy machine changes less.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

from benchmarks.search.words import VOCABULARY, people, vocabulary

from reltui.query import Query, parse
from reltui.store import EventRow, Reader, Window

ROUNDS = 120
Order = Literal["relevance", "date"]
CLOCK = time.process_time if "--cpu" in sys.argv else time.perf_counter


def kinds(reader: Reader, chance: random.Random) -> dict[str, Callable[[], str]]:
    """Return a maker of queries for each kind, of the words and names of the generated corpus."""
    fixed = random.Random(7)
    words = vocabulary(fixed, VOCABULARY)
    somebody = people(fixed, reader.meta.counts["actors"])

    def word(first: int, last: int) -> str:
        return words[chance.randrange(first, last)]

    def name() -> str:
        return chance.choice(chance.choice(somebody[: len(somebody) // 2]).spellings)

    return {
        "common word": lambda: word(0, 40),
        "middling word": lambda: word(40, 2000),
        "rare word": lambda: word(2000, 30000),
        "two words": lambda: f"{word(0, 400)} {word(0, 4000)}",
        "surname, any script": lambda: name().split()[-1],
        "full name": name,
        "name as a phrase": lambda: f'"{name()}"',
        "phrase of common words": lambda: f'"{word(0, 30)} {word(0, 30)}"',
        "or, not": lambda: f"{word(0, 400)} OR {word(0, 4000)} -{word(0, 40)}",
        "exact": lambda: f"={name().split()[-1]}",
        "actor: and a word": lambda: f'actor:"{name()}" {word(0, 200)}',
        "date: and a word": lambda: f"date:{chance.randint(1995, 2025)} {word(0, 400)}",
        "fields alone": lambda: f"type:call lang:sr after:{chance.randint(1995, 2025)}",
        "absent": lambda: "zzz" + word(0, 400),
    }


def line(name: str, calls: list[Callable[[], object]]) -> None:
    """Print p50, p95, p99 and the worst of the calls."""
    spent: list[float] = []
    for call in calls:
        begun = CLOCK()
        call()
        spent.append((CLOCK() - begun) * 1000)
    spent.sort()
    at = [spent[min(int(len(spent) * share), len(spent) - 1)] for share in (0.5, 0.95, 0.99, 1)]
    print(f"{name:34} " + " ".join(f"{value:9.1f}" for value in at), flush=True)


def head(title: str) -> None:
    """Print a heading."""
    print(f"\n{title:34} {'p50':>9} {'p95':>9} {'p99':>9} {'max':>9}")


def searches(reader: Reader, makers: dict[str, Callable[[], str]], order: Order) -> None:
    """Time whole queries, and each key of typed ones."""
    head(f"first 50 hits by {order}")
    search = partial(reader.search, order=order)
    for kind, make in makers.items():
        line(kind, [partial(search, parse(make())) for _ in range(ROUNDS)])
    texts = [makers[kind]() for kind in list(makers)[:7] * 6]
    keys = [parse(text[:stop]) for text in texts for stop in range(1, len(text) + 1)]
    line(f"each key of {len(keys)} typed", [partial(search, query, typing=True) for query in keys])


def lists(reader: Reader, filters: list[Query], chance: random.Random) -> None:
    """Time lists: opening, a page anywhere, filters."""
    head("lists")
    window = reader.events()
    line("events, all: open", [reader.events for _ in range(10)])
    line("events: a page anywhere", [partial(page, window, chance) for _ in range(200)])
    line("years", [reader.years for _ in range(10)])
    line("events, filtered: open", [partial(reader.events, query) for query in filters])
    line("actors related to a filter", [partial(reader.actors, query, related=True) for query in filters])
    line("counts of a search", [partial(reader.count, query) for query in filters])


def page(window: Window[EventRow], chance: random.Random) -> None:
    """Read a page at random and find its first row's place again."""
    at = chance.randrange(len(window))
    row = window.rows(at, at + 40)[0]
    if window.index_of(row.id) != at:
        raise AssertionError("a row is not where it was found")


def main() -> None:
    """Print the tables for the corpus named on the command line."""
    path = Path(sys.argv[1])
    chance = random.Random(11)
    begun = CLOCK()
    reader = Reader(path)
    rows = reader.events().rows(0, 40)
    print(f"open and first list {1000 * (CLOCK() - begun):.1f} ms ({len(rows)} rows)")
    makers = kinds(reader, chance)
    searches(reader, makers, "date")
    searches(reader, makers, "relevance")
    lists(reader, [parse(makers["date: and a word"]()) for _ in range(30)], chance)
    wrong = [makers["surname, any script"]() + "q" for _ in range(20)]
    line("suggest", [partial(reader.suggest, text) for text in wrong])


if __name__ == "__main__":
    main()
