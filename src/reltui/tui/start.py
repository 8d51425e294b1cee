"""What happens before the screen is taken: find the corpus, or what has to be built first."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reltui.corpus import Progress

DONE, SOME_UNREAD, INTERRUPTED = 0, 3, 130


class Wanted(NamedTuple):
    """The corpus to open and, if it has to be built first, what does so.

    `build` takes what is to be told of its progress, and gives the number of files it could not read.
    """

    db: Path
    build: Callable[[Progress], int] | None = None


def start(*, paths: Sequence[Path] | None, db: Path | None) -> int:
    """Find or build the corpus and open the reading room; return the exit code.

    Raises what keeps the corpus from being opened or built (the errors of `store` and `corpus`), each a
    sentence, also when that came to light while the app was on the screen.
    """
    from reltui.present.settings import load
    from reltui.store import Reader
    from reltui.tui.app import ReadingRoom

    wanted = want(paths, db)
    if wanted.build is None:
        Reader(wanted.db).close()
    settings = load()
    app = ReadingRoom(wanted, settings)
    code = app.run(mouse=settings.mouse)
    if app.failed is not None:
        raise app.failed
    return INTERRUPTED if code is None else code


def want(paths: Sequence[Path] | None, db: Path | None) -> Wanted:
    """What to open: `db` as it is, or the corpus of the paths; the shipped texts where neither is named."""
    if db is not None and not paths:
        return Wanted(Path(os.path.abspath(db)))
    from reltui import corpus, resources

    inputs = list(paths) if paths else [resources.shipped("seeds")]
    place = (
        Path(os.path.abspath(db)) if db is not None else corpus.user(inputs) if paths else corpus.shipped()
    )
    if corpus.fresh(inputs, place):
        return Wanted(place)

    def build(progress: Progress) -> int:
        return len(corpus.build(inputs, place, progress).unreadable)

    return Wanted(place, build)
