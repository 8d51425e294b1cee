"""Time the queries of each kind on a generated corpus: p50, p95, p99 in milliseconds.

    python -m benchmarks.search.timing /tmp/corpus.db
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.search.generate import VOCABULARY, people, vocabulary
from reltui.query import parse
from reltui.store import Reader

ROUNDS = 120


def kinds(reader: Reader, passages: int, chance: random.Random) -> dict[str, Callable[[], str]]:
    """Return a maker of queries for each kind."""
    fixed = random.Random(7)
    words = vocabulary(fixed, VOCABULARY)
    somebody = people(fixed, min(max(passages // 50, 50), 20_000))

    def word(first: int, last: int) -> str:
        return words[chance.randrange(first, min(last, VOCABULARY))]

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
        "phrase of words": lambda: f'"{word(0, 30)} {word(0, 30)}"',
        "or, not": lambda: f"{word(0, 400)} OR {word(0, 4000)} -{word(0, 40)}",
        "exact": lambda: f"={name().split()[-1]}",
        "actor: and a word": lambda: f'actor:"{name()}" {word(0, 200)}',
        "date: and a word": lambda: f"date:{chance.randint(1995, 2025)} {word(0, 400)}",
        "fields alone": lambda: f"type:call lang:sr after:{chance.randint(1995, 2025)}",
        "absent": lambda: "zzz" + word(0, 400),
    }


def measure(calls: list[Callable[[], object]]) -> str:
    """Return p50, p95, p99 and the worst of the calls, as columns in milliseconds."""
    spent: list[float] = []
    for call in calls:
        begun = time.perf_counter()
        call()
        spent.append((time.perf_counter() - begun) * 1000)
    spent.sort()
    at = [spent[min(int(len(spent) * share), len(spent) - 1)] for share in (0.5, 0.95, 0.99, 1)]
    return " ".join(f"{value:9.1f}" for value in at)


def main() -> None:
    """Print the table for the corpus named on the command line."""
    path = Path(sys.argv[1])
    chance = random.Random(11)
    begun = time.perf_counter()
    reader = Reader(path)
    rows = reader.events().rows(0, 40)
    print(f"open and first list {1000 * (time.perf_counter() - begun):.1f} ms ({len(rows)} rows)")
    makers = kinds(reader, reader.meta.counts["passages"], chance)
    head = f"{'':34} {'p50':>9} {'p95':>9} {'p99':>9} {'max':>9}"
    for order in ("date", "relevance"):
        print(f"\nfirst 50 hits by {order}\n{head}")
        for kind, make in makers.items():
            queries = [parse(make()) for _ in range(ROUNDS)]
            reader.search(queries[0], order=order)  # type: ignore[arg-type]
            print(f"{kind:34} {measure([lambda q=q: reader.search(q, order=order) for q in queries])}")  # type: ignore[arg-type,misc]
        typed = [parse(text[:stop]) for text in (makers[k]() for k in list(makers)[:7] * 8) for stop in range(1, len(text) + 1)]
        calls = [lambda q=q: reader.search(q, order=order, typing=True) for q in typed]  # type: ignore[arg-type,misc]
        print(f"{f'each key of {len(typed)} typed':34} {measure(calls)}")
    print(f"\nlists\n{head}")
    filters = [parse(makers["date: and a word"]()) for _ in range(30)]
    print(f"{'events, all: open':34} {measure([reader.events for _ in range(20)])}")
    window = reader.events()
    print(f"{'events: a page anywhere':34} {measure([lambda: _page(window, chance) for _ in range(100)])}")
    print(f"{'events, filtered: open':34} {measure([lambda q=q: reader.events(q) for q in filters])}")  # type: ignore[misc]
    print(f"{'actors related to a filter':34} {measure([lambda q=q: reader.actors(q, related=True) for q in filters])}")  # type: ignore[misc]
    print(f"{'suggest':34} {measure([lambda: reader.suggest(makers['surname, any script']() + 'q') for _ in range(20)])}")


def _page(window: object, chance: random.Random) -> None:
    at = chance.randrange(len(window))  # type: ignore[arg-type]
    row = window.rows(at, at + 40)[0]  # type: ignore[attr-defined]
    assert window.index_of(row.id) == at  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
