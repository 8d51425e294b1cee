"""Documents of 500 words a second on one core, beside spaCy's English pipeline in the same run."""

from __future__ import annotations

import tarfile
import tempfile
import time
from pathlib import Path

from reltui.authority import load
from reltui.extract import extract
from reltui.model import Source
from reltui.read import discover, read

WORDS = 500
SAMPLE = 200


def table(shared: Path, *, with_spacy: bool) -> None:
    """Print documents a second, each `WORDS` words, in processor time."""
    with tempfile.TemporaryDirectory() as scratch:
        sources = _sources(shared, Path(scratch))
    words = sum(len(s.text.split()) for s in sources)
    tables = load()
    extract(sources[0], tables)  # the tables are read and compiled here, not in the timing
    began = time.process_time()
    for source in sources:
        extract(source, tables)
    ours = words / WORDS / (time.process_time() - began)
    print(
        f"extraction, one core: {ours:.0f} documents of {WORDS} words a second ({len(sources)} sources, {words} words)"
    )
    if with_spacy:
        theirs = _spacy(sources, words)
        if theirs:
            print(
                f"spaCy en_core_web_sm:  {theirs:.0f} documents a second; ours is {ours / theirs:.1f} times that"
            )


def _sources(shared: Path, scratch: Path) -> list[Source]:
    archive = shared / "corpora" / "wh-briefings" / "statements-releases-2022.tar.xz"
    folders = [shared / "seeds", shared / "gold" / "dev-texts"]
    if archive.is_file():
        with tarfile.open(archive) as tar:
            tar.extractall(scratch, filter="data")
        folders.append(scratch)
    found = [f for folder in folders for f in list(discover([str(folder)]))[:SAMPLE]]
    return [source for f in found for source in read(f).sources]


def _spacy(sources: list[Source], words: int) -> float | None:
    try:
        import spacy  # type: ignore[import-not-found]  # an optional yardstick

        pipeline = spacy.load("en_core_web_sm")
    except (ImportError, OSError) as error:
        print(f"spaCy's pipeline is not here ({error}), left out")
        return None
    sample = sources[:40]
    share = sum(len(s.text.split()) for s in sample)
    began = time.process_time()
    for source in sample:
        pipeline(source.text)
    return share / WORDS / (time.process_time() - began) if words else None
