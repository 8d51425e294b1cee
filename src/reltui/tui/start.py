"""What happens before the screen is taken: find the corpus, or what has to be built first."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

Progress = Callable[[str, int, int], None]

NO_CORPUS, CANNOT_WRITE, INTERRUPTED = 4, 5, 130


def start(*, paths: Sequence[Path] | None, db: Path | None) -> int:
    """Find or build the corpus and open the reading room; return the exit code."""
    from reltui.store import Reader, StoreError

    build, db = _wanted(paths, db)
    if build is None:
        try:
            Reader(db).close()
        except StoreError as error:
            sys.stderr.write(f"reltui: {error}\n")
            return NO_CORPUS
    from reltui.present.settings import load
    from reltui.tui.app import ReadingRoom

    settings = load()
    app = ReadingRoom(db, settings, build)
    code = app.run(mouse=settings.mouse)
    if app.said:
        sys.stderr.write(f"reltui: {app.said}\n")
    return INTERRUPTED if code is None else code


def _wanted(paths: Sequence[Path] | None, db: Path | None) -> tuple[Callable[[Progress], Path] | None, Path]:
    """The corpus to open, and how to build it if that has to be done first."""
    from reltui import corpus, resources

    if db is not None and not paths:
        return None, db
    inputs = list(paths) if paths else [resources.shipped("seeds")]
    place = db or (corpus.place(inputs) if paths else corpus.shipped())
    if corpus.fresh(inputs, place):
        return None, place

    def build(progress: Progress) -> Path:
        corpus.build(inputs, place, progress=progress)
        return place

    return build, place
