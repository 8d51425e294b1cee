"""Extraction alone, and spaCy's full English pipeline, on the texts of the same documents: each a process of its own.

    python -m benchmarks.building.yardstick extraction FOLDER
    python -m benchmarks.building.yardstick spacy FOLDER --model NAME --batches N ...

Printed is, as JSON, what it is called and for each size of a batch the seconds of the processor and by the clock; or
why spaCy is not there. Reading the files, loading tables or models and the first few texts are not in the timing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.extraction.pipeline import MODEL, Absent, on_one_thread, pipeline
from benchmarks.search.measured import number

from reltui.model import Source

BATCHES = (16, 32, 128)  # texts that spaCy is given at once: the best of these counts
WARM = 10  # texts before the timing begins
BESIDE = 10  # times what spaCy does, at least


class NotMeasured(Exception):
    """The yardstick is not here; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Took:
    """What one took for the texts of a folder: seconds of the processor and by the clock, in batches of how many."""

    called: str
    processor: float
    clock: float
    batch: int = 0


def extraction(folder: Path) -> Took:
    """Return what extraction took in a process of its own."""
    return _asked(["extraction", str(folder)])


def spacy(folder: Path, model: str = MODEL, batches: Sequence[int] = BATCHES) -> Took:
    """Return what spaCy took in a process of its own, with its best size of a batch; raises `NotMeasured`."""
    return _asked(["spacy", str(folder), "--model", model, "--batches", *map(str, batches)])


class Beside:
    """Extraction alone and spaCy on the same texts, round by round."""

    def __init__(self, model: str) -> None:
        self._model = model
        self.ours: list[Took] = []
        self.theirs: list[Took] = []
        self._why = ""  # spaCy is not measured

    def round(self, folder: Path) -> None:
        """Measure both once; after the first time spaCy has the batches that were best for it."""
        self.ours.append(extraction(folder))
        if self._why:
            return
        best = [min(self.theirs, key=_processor).batch] if self.theirs else BATCHES
        try:
            self.theirs.append(spacy(folder, self._model, best))
        except NotMeasured as error:
            self._why = str(error)

    def rows(self, count: int, size: float) -> list[list[str]]:
        """Return the rows of both: the folder had `count` documents, as many words as `size` of 500 words."""
        measured = [results for results in (self.ours, self.theirs) if results]
        return [
            [
                f"{results[0].called}, {count:,} of them",
                number(size / min(took.clock for took in results)),
                number(size / min(took.processor for took in results)),
                number(min(took.clock for took in results)),
            ]
            for results in measured
        ]

    def verdict(self, built: float) -> str:
        """Return how many times as fast as spaCy a build is that takes `built` seconds for the folder's texts."""
        if not self.theirs:
            return f"Beside spaCy: not measured, {self._why}."
        ours, theirs = (min(map(_processor, results)) for results in (self.ours, self.theirs))
        return (
            f"One worker does {theirs / built:.1f} times what {self.theirs[0].called} does in the same time of the "
            f"processor (at least {BESIDE}), extraction alone {theirs / ours:.1f} times."
        )


def _processor(took: Took) -> float:
    return took.processor


def _asked(options: Sequence[str]) -> Took:
    command = [sys.executable, "-m", "benchmarks.building.yardstick", *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=on_one_thread())
    told = json.loads(done.stdout)
    if "absent" in told:
        raise NotMeasured(told["absent"])
    return min((Took(**took) for took in told["took"]), key=lambda took: took.processor)


def _sources(folder: Path) -> list[Source]:
    from reltui.read import discover, read

    return [source for found in discover([str(folder)]) for source in read(found).sources]


def _timed(called: str, work: Callable[[], object], batch: int = 0) -> dict[str, str | float]:
    used, began = time.process_time(), time.perf_counter()
    work()
    return {
        "called": called,
        "processor": time.process_time() - used,
        "clock": time.perf_counter() - began,
        "batch": batch,
    }


def _extracted(sources: Sequence[Source]) -> list[dict[str, str | float]]:
    from reltui.authority import load
    from reltui.extract import extract

    tables = load()

    def work(some: Sequence[Source]) -> None:
        deque((extract(source, tables) for source in some), maxlen=0)  # nothing is kept

    work(sources[:WARM])
    return [_timed("extraction alone", lambda: work(sources))]


def _piped(sources: Sequence[Source], model: str, batches: Sequence[int]) -> list[dict[str, str | float]]:
    whole, called = pipeline(model)
    texts = [source.text for source in sources]

    def work(some: Sequence[str], size: int) -> None:
        deque(whole.pipe(some, batch_size=size), maxlen=0)

    work(texts[:WARM], WARM)
    return [_timed(f"spaCy's {called}", lambda size=size: work(texts, size), size) for size in batches]


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("what", choices=["extraction", "spacy"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default=MODEL)
    parser.add_argument("--batches", type=int, nargs="+", default=list(BATCHES), metavar="N")
    options = parser.parse_args()
    sources = _sources(options.folder)
    try:
        alone = options.what == "extraction"
        took = _extracted(sources) if alone else _piped(sources, options.model, options.batches)
    except Absent as error:
        print(json.dumps({"absent": str(error)}))
        return
    print(json.dumps({"took": took}))


if __name__ == "__main__":
    main()
