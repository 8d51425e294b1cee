"""Search at a million passages, beside its yardsticks, as Markdown tables.

    python -m benchmarks.search [--folder DIR] [--passages N] [--texts N] [--rounds N] [--only PART ...]

The corpus is made in the folder if it is not there, and so is what the others need (some gigabytes, some
minutes). Times are milliseconds by the clock; "cpu" is the time of the thread's own processor, which other work
on the machine changes less. Results of runs that are kept stand in docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.search import app, ours, rivals
from benchmarks.search.changes import changes
from benchmarks.search.measured import Measured, number, share, table, timed
from benchmarks.search.million import multiply
from benchmarks.search.queries import PLAIN, kinds
from benchmarks.startup import startup

from reltui.query import parse
from reltui.store import Reader

PARTS = (
    "keys",
    "relevance",
    "date",
    "others",
    "rivals",
    "lists",
    "names",
    "change",
    "start",
    "memory",
    "screen",
)

EVENTS = 1_000_000  # of the list that is measured; the generator makes about a quarter as many


class Bench:
    """The parts of the benchmark on one corpus; each yields lines of Markdown."""

    def __init__(self, db: Path, folder: Path, texts: int, rounds: int) -> None:
        self.db, self.folder = db, folder
        self.texts, self.rounds = texts, rounds
        self.reader = Reader(db)
        self._many: Path | None = None
        self.makers = kinds(self.reader.meta.counts["actors"], random.Random(11))

    @property
    def many(self) -> Path:
        """The corpus with a million events, made when it is first asked for."""
        if self._many is None:
            self._many = self.folder / f"{self.db.stem}-events.db"
            if not self._many.exists():
                multiply(self.db, self._many, -(-EVENTS // self.reader.meta.counts["events"]))
        return self._many

    def keys(self) -> Iterator[str]:
        """What is found at each key, and once the typist rests."""
        pairs = list(ours.typists(self.reader, self.makers, self.texts))
        yield f"## The first {ours.FIRST} hits at each key\n"
        yield timed(
            [*(first for first, _ in pairs), _together("all keys", [first for first, _ in pairs], 16)]
        )
        yield "\n## What comes once the typist rests: all words of a beginning, ranked where they are few\n"
        yield timed(
            [*(rest for _, rest in pairs), _together("all of these", [rest for _, rest in pairs], 60)]
        )

    def relevance(self) -> Iterator[str]:
        """Whole queries, the best first."""
        yield "## Whole queries, the 50 best\n"
        yield timed(ours.whole(self.reader, self.makers, self.rounds, "relevance"))

    def date(self) -> Iterator[str]:
        """Whole queries, the newest first."""
        yield "## Whole queries, the 50 newest\n"
        yield timed(ours.whole(self.reader, self.makers, self.rounds, "date"))

    def others(self) -> Iterator[str]:
        """Counts, facets, suggestions."""
        yield "## Counts, facets, suggestions\n"
        yield timed(ours.others(self.reader, self.makers, self.rounds))

    def rivals(self) -> Iterator[str]:
        """The same queries put to others, p50 / p95."""
        asked: dict[str, Callable[[str], object]] = {
            "reltui, best": lambda text: self.reader.search(parse(text), 50),
            "reltui, newest": lambda text: self.reader.search(parse(text), 50, "date"),
        }
        asked["bare FTS5, best"], asked["bare FTS5, newest"] = rivals.bare_fts5(self.db, self.folder)
        for name, make in (("tantivy, best", rivals.tantivy), ("ripgrep, first", rivals.ripgrep)):
            try:
                asked[name] = make(self.db, self.folder)
            except (ImportError, FileNotFoundError):
                yield f"{name.split(',')[0]} is not installed here and was left out.\n"
        rows: list[list[str]] = []
        for kind in PLAIN:
            texts = [self.makers[kind]() for _ in range(self.rounds)]
            cells = [kind]
            for search in asked.values():
                found = Measured(kind).time(
                    partial(search, text) for text in texts[: self._few(search, texts)]
                )
                cells.append(f"{number(share(found.wall, 0.5))} / {number(share(found.wall, 0.95))}")
            rows.append(cells)
        yield "## The same words put to others: p50 / p95\n"
        yield table(["", *asked], rows)

    def _few(self, search: Callable[[str], object], texts: list[str]) -> int:
        """Return how many texts a search is asked for: fewer of one that takes long."""
        begun = time.perf_counter()
        search(texts[0])
        return len(texts) if time.perf_counter() - begun < 0.1 else min(10, len(texts))

    def lists(self) -> Iterator[str]:
        """Lists of any length."""
        yield "## Lists\n"
        yield timed(ours.lists(self.many, random.Random(5)))
        yield f"\nA list of all events adds {ours.list_memory(self.many):.1f} MB of Python's memory (at most 20).\n"

    def names(self) -> Iterator[str]:
        """Names in an index of their own."""
        yield "## Names\n"
        found = [ours.names(self.folder, size) for size in (120_000, 1_000_000)]
        yield timed(row for _, row in found)

    def change(self) -> Iterator[str]:
        """One document more, into the store."""
        yield "## A document into the store, in place\n"
        copy = self.folder / f"{self.db.stem}-changed.db"
        yield timed(changes(self.db, copy, self.reader.meta.counts["passages"], self.rounds))

    def start(self) -> Iterator[str]:
        """Whole processes, small and large."""
        word = self.makers["a surname, any script"]()
        with tempfile.TemporaryDirectory() as home:
            env = startup.surroundings(home)
            cases = startup.cases(env, [], ["--db", str(self.many)], word)
            results = startup.alternate(cases, max(self.rounds // 6, 5))
        yield "## Start: whole processes, and the first paint in a terminal\n"
        yield startup.table(results, cases)

    def memory(self) -> Iterator[str]:
        """What the app holds."""
        texts = [self.makers[kind]() for kind in ("a common word", "a full name", "two words")]
        with tempfile.TemporaryDirectory() as home:
            holds, most = app.memory(self.many, texts, startup.surroundings(home))
        yield "## Memory\n"
        yield f"The app after three searches: {holds:.0f} MB resident, {most:.0f} at most (at most 200).\n"

    def screen(self) -> Iterator[str]:
        """How late the screen is."""
        chosen = ("a common word", "a full name", "two words", "a name as a phrase")
        late = app.lateness(self.many, [self.makers[kind]() for kind in chosen])
        yield "## The screen while one types: how late ticks of its clock are\n"
        yield timed(late)


def _together(name: str, rows: list[Measured], target: float) -> Measured:
    """Return all calls of several rows as one."""
    return Measured(name, target, [t for row in rows for t in row.wall], [t for row in rows for t in row.cpu])


def machine() -> str:
    """Return what the results depend on, in general words: cores, memory, how busy, Python, SQLite."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    load = os.getloadavg()[0]
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB, {load:.1f} programs at work on them "
        f"(the load when it began); Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "reltui-benchmark")
    parser.add_argument("--passages", type=int, default=1_000_000)
    parser.add_argument("--texts", type=int, default=12, help="typed queries of each kind (else 12)")
    parser.add_argument("--rounds", type=int, default=60, help="whole queries of each kind (else 60)")
    parser.add_argument(
        "--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART", help=", ".join(PARTS)
    )
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    db = options.folder / f"{options.passages}.db"
    if not db.exists():
        command = [sys.executable, "-m", "benchmarks.search.generate", str(options.passages), str(db)]
        subprocess.run(command, check=True, stdout=sys.stderr)
    bench = Bench(db, options.folder, options.texts, options.rounds)
    print(f"{options.passages:,} passages, {db.stat().st_size / 1e9:.1f} GB; {machine()}.\n")
    for part in options.only:
        for line in getattr(bench, part)():
            print(line, flush=True)
        print(flush=True)


if __name__ == "__main__":
    main()
