"""One document into a corpus of any size, another in its place, and out again: the store's share, in place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.search.generate import Generator, Reading
from benchmarks.search.measured import Measured

from reltui.model import Facts
from reltui.store import Reader
from reltui.store.change import Change, change

One = tuple[Reading, Facts]


def changes(corpus: Path, copy: Path, passages: int, rounds: int) -> Iterator[Measured]:
    """Yield what a document added, replaced and removed takes; on a copy of the corpus, which is deleted."""
    shutil.copyfile(corpus, copy)
    try:
        with Reader(copy) as reader:
            meta = reader.meta
        made = Generator(passages, mark="new")
        new = [made.one(number) for number in range(rounds)]
        again = [made.one(number) for number in range(rounds)]
        put = [Change(readings=[reading], facts=facts) for reading, facts in new]
        replaced = [
            Change(gone=_ids(old), events=_events(old), readings=[one[0]], facts=one[1])
            for old, one in zip(new, again, strict=True)
        ]
        out = [Change(gone=_ids(old), events=_events(old)) for old in again]

        def step(wanted: Change) -> None:
            nonlocal meta
            meta = change(copy, wanted, meta)

        kinds: dict[str, list[Change]] = {"added": put, "replaced": replaced, "removed": out}
        for name, wanted in kinds.items():
            calls: list[Callable[[], None]] = [partial(step, one) for one in wanted]
            target = 50 if name == "added" else None
            yield Measured(f"a document of {len(new[0][0].passages)} passages {name}", target).time(calls)
    finally:
        copy.unlink(missing_ok=True)


def _ids(one: One) -> frozenset[str]:
    return frozenset(source.id for source in one[0].sources)


def _events(one: One) -> frozenset[str]:
    return frozenset(event.id for event in one[1].events)
