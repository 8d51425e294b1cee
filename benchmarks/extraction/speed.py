"""Documents of 500 words a second on one core, beside spaCy's English pipeline in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pipeline

from reltui.authority import load
from reltui.extract import extract
from reltui.model import Source
from reltui.read import discover, read

WORDS = 500
SAMPLE = 200
YARDSTICK = 40  # sources that spaCy is given too
BUILT = 400  # briefings of the whole build


def table(shared: Path, model: str) -> None:
    """Print documents a second, each `WORDS` words, in processor time, and how many times spaCy's that is."""
    with tempfile.TemporaryDirectory() as scratch:
        sources = _sources(shared, Path(scratch))
    words = _words(sources)
    tables = load()
    extract(sources[0], tables)  # the tables are read and compiled here, not in the timing
    ours = words / WORDS / sum(_seconds(lambda one: extract(one, tables), source) for source in sources)
    print(
        f"extraction, one core: {ours:.0f} documents of {WORDS} words a second "
        f"({len(sources)} sources, {words} words)"
    )
    try:
        whole, called = pipeline.pipeline(model)
    except pipeline.Absent as error:
        print(f"beside spaCy: not measured, {error}")
        return
    sample = sources[:: max(1, len(sources) // YARDSTICK)]
    whole(sample[0].text[:1000])
    theirs = same = 0.0
    for source in sample:  # by turns, so that both meet the same noise
        theirs += _seconds(lambda one: whole(one.text), source)
        same += _seconds(lambda one: extract(one, tables), source)
    documents = _words(sample) / WORDS
    print(
        f"spaCy's {called}: {documents / theirs:.1f} documents a second, extraction on the same {len(sample)} sources "
        f"{documents / same:.0f}: {theirs / same:.1f} times that"
    )


def whole(shared: Path) -> None:
    """Print documents a second of a whole `reltui build` in processor time, and what a second worker is worth."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = _briefings(shared, Path(scratch) / "texts")
        if folder is None:
            print("the whole build: not measured, the briefings are not here")
            return
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        for path in files[BUILT:]:
            path.unlink()
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in files[:BUILT])
        taken: list[float] = []
        worked: list[float] = []
        for workers in (1, 2):
            db = Path(scratch) / f"{workers}.db"
            began, used = time.perf_counter(), _children()
            command = [sys.executable, "-m", "reltui", "build", str(folder), "--db", str(db)]
            subprocess.run([*command, "--workers", str(workers)], check=True, capture_output=True)
            taken.append(time.perf_counter() - began)
            worked.append(_children() - used)
    print(
        f"the whole build, {min(len(files), BUILT)} briefings of {words} words: {words / WORDS / worked[0]:.0f} "
        f"documents a second of a core; by the clock two workers do {taken[0] / taken[1]:.2f} times what one does"
    )


def _children() -> float:
    """Return the processor seconds of all processes that were started here and have ended."""
    used = os.times()
    return used.children_user + used.children_system


def _seconds(work: Callable[[Source], object], source: Source) -> float:
    began = time.process_time()
    work(source)
    return time.process_time() - began


def _words(sources: list[Source]) -> int:
    return sum(len(source.text.split()) for source in sources)


def _briefings(shared: Path, folder: Path) -> Path | None:
    archive = shared / "corpora" / "wh-briefings" / "statements-releases-2022.tar.xz"
    if not archive.is_file():
        return None
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder


def _sources(shared: Path, scratch: Path) -> list[Source]:
    folders = [shared / "seeds", shared / "gold" / "dev-texts", _briefings(shared, scratch)]
    found = [f for folder in folders if folder for f in list(discover([str(folder)]))[:SAMPLE]]
    return [source for f in found for source in read(f).sources]
