"""A whole build: documents a second with one worker and two, memory, and a build again of what is unchanged.

    python -m benchmarks.building [--texts FOLDER ...] [--documents N] [--sizes N ...] [--rounds N] [--spacy MODEL]

Documents of about 500 words are made out of the texts of the folders (else of the seeds) in a temporary folder.
Each build is a process of its own; those of one worker and of two take turns, and the least of all rounds is told,
which other work on the machine changes least. "Processor" is that of all processes together. In the same rounds
extraction alone and, where it is installed, spaCy's full English pipeline are given the same texts
(benchmarks/building/yardstick.py); where it is not, that is said.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.building.generate import documents, texts_in
from benchmarks.building.yardstick import Beside
from benchmarks.extraction.pipeline import MODEL
from benchmarks.search.measured import number, table

from reltui.resources import shipped

WORDS = 500  # of a document, as speeds are told
FASTER = 1.7  # two workers, at least, beside one
A_SECOND = 100  # documents, at least, of the processor's time
PIPED = 200  # documents at most that spaCy is given of them
MEMORY = 500  # MB at most of any process
UNCHANGED = 2.0  # seconds at most for 10,000 files
LOOK = 0.05  # seconds between two looks at how much memory the workers have


@dataclass(frozen=True, slots=True)
class Built:
    """What one build took: seconds by the clock and of the processor, MB at most here and of its largest worker."""

    clock: float
    processor: float
    memory: float
    worker: float


def build(folder: Path, db: Path, workers: int) -> Built:
    """Build a corpus in a process of its own, of which nothing was kept."""
    for left in (db, db.parent / f".{db.name}.kept"):
        left.unlink(missing_ok=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.building", "--one", str(folder), str(db), str(workers)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    spent = time.perf_counter() - begun
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
    return Built(spent, processor, told["memory"], told["worker"])


def one(folder: Path, db: Path, workers: int) -> None:
    """Build here, and print how much memory that took, as JSON."""
    from reltui.corpus import build as build_here

    most = 0.0
    done = threading.Event()

    def look() -> None:
        nonlocal most
        while not done.wait(LOOK):
            most = max(most, _largest_child())

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        build_here([folder], db, workers=workers)
    finally:
        done.set()
        watcher.join()
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    print(json.dumps({"memory": own, "worker": most}))


def _largest_child() -> float:
    """Return MB of this process's largest child; 0 where the system does not tell."""
    most = 0
    try:
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        for child in children:
            most = max(most, int(Path(f"/proc/{child}/statm").read_text().split()[1]))
    except (OSError, IndexError):
        pass  # it has just gone
    return most * os.sysconf("SC_PAGE_SIZE") / 1e6


def again(folder: Path, db: Path) -> float:
    """Return the seconds of `reltui build` where nothing has changed, the least of three."""
    command = [sys.executable, "-m", "reltui", "build", str(folder), "--db", str(db)]
    spent: list[float] = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        spent.append(time.perf_counter() - begun)
    return min(spent)


class Bench:
    """The documents, and what is measured of them."""

    def __init__(self, folder: Path, sources: Sequence[Path], most: int) -> None:
        self._folder = folder
        self._words: list[int] = []
        for name, text in documents(texts_in(sources), most):
            path = folder / "all" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            self._words.append(len(text.split()))

    def first(self, count: int) -> tuple[Path, float]:
        """Return a folder with the first of the documents, and how many of 500 words they are."""
        chosen = self._folder / str(count)
        if not chosen.exists():
            files = sorted(path for path in (self._folder / "all").rglob("*") if path.is_file())[:count]
            for path in files:
                linked = chosen / path.relative_to(self._folder / "all")
                linked.parent.mkdir(parents=True, exist_ok=True)
                os.link(path, linked)
        return chosen, sum(self._words[:count]) / WORDS

    def speed(self, count: int, rounds: int, model: str) -> Iterator[str]:
        """One worker, two, extraction alone and spaCy by turns, the least of each."""
        folder, size = self.first(count)
        piped = min(count, PIPED)
        few, some = self.first(piped)
        db = self._folder / "speed" / "corpus.db"
        built: dict[int, list[Built]] = {1: [], 2: []}
        beside = Beside(model)
        for _ in range(rounds):
            for workers, results in built.items():
                results.append(build(folder, db, workers))
            beside.round(few)
        clock = {workers: min(b.clock for b in results) for workers, results in built.items()}
        spent = {workers: min(b.processor for b in results) for workers, results in built.items()}
        yield f"## {count:,} documents, as if each had {WORDS} words\n"
        rows = [
            [f"{w} worker{'s'[: w - 1]}", number(size / clock[w]), number(size / spent[w]), number(clock[w])]
            for w in built
        ]
        head = ["", "a second by the clock", "a second of the processor", "seconds"]
        yield table(head, rows + beside.rows(piped, some))
        yield (
            f"\nTwo workers are {clock[1] / clock[2]:.2f} times as fast as one (at least {FASTER}); one does "
            f"{size / spent[1]:.0f} a second of the processor (at least {A_SECOND})."
        )
        yield beside.verdict(spent[1] / size * some) + "\n"

    def memory(self, counts: Sequence[int]) -> Iterator[str]:
        """How memory grows with the corpus, and a build again of the largest."""
        yield "## Memory of a build with two workers, MB at most\n"
        rows: list[list[str]] = []
        most: list[tuple[int, float]] = []
        db = self._folder / "memory" / "corpus.db"
        for count in counts:
            folder, _ = self.first(count)
            built = build(folder, db, 2)
            most.append((count, built.memory))
            rows.append([f"{count:,}", number(built.memory), number(built.worker), str(MEMORY)])
        yield table(["documents", "the process that writes", "its largest worker", "at most"], rows)
        if len(most) > 1:
            (few, little), (many, much) = most[0], most[-1]
            yield f"\n{(much - little) / (many - few) * 10_000:.0f} MB more for each 10,000 documents."
        folder, _ = self.first(counts[-1])
        yield (
            f"\nBuilt again, nothing changed, {counts[-1]:,} files: {again(folder, db):.2f} s "
            f"(10,000: at most {UNCHANGED:.0f}).\n"
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--texts", type=Path, nargs="+", default=[shipped("seeds")], metavar="FOLDER")
    parser.add_argument("--documents", type=int, default=1000, help="for the speed (else 1000)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[2500, 5000, 10_000], metavar="N")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--spacy", default=MODEL, metavar="MODEL", help=f"the pipeline beside it (else {MODEL})"
    )
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        folder, db, workers = options.one
        one(Path(folder), Path(db), int(workers))
        return
    if not texts_in(options.texts):
        folders = ", ".join(map(str, options.texts))
        parser.error(f"no text to make documents of in {folders}: name folders with .txt or .md files")
    sizes = sorted(options.sizes)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), options.texts, max(options.documents, *sizes))
        for lines in (bench.speed(options.documents, options.rounds, options.spacy), bench.memory(sizes)):
            for line in lines:
                print(line, flush=True)


if __name__ == "__main__":
    main()
