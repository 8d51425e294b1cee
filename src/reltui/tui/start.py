"""What happens before the screen is taken: say which corpus is wanted, and how it is built if need be."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reltui.corpus import Progress

DONE, SOME_UNREAD, INTERRUPTED = 0, 3, 130


class Wanted(NamedTuple):
    """The corpus to open and, where it is made from files, how to tell that it is fresh and how to build it.

    `build` takes what is to be told of its progress, and gives the number of files it could not read.
    """

    db: Path
    build: Callable[[Progress], int] | None = None
    fresh: Callable[[], bool] | None = None


def start(*, paths: Sequence[Path] | None, db: Path | None) -> int:
    """Open the reading room and return the exit code once it is left.

    What is there is shown at once; whether it is still what its files say is seen to afterwards. Raises
    what keeps the corpus from being opened or built (the errors of `store` and `corpus`), each a sentence.
    """
    gc.disable()  # nothing of what is imported is garbage; from the first paint on the app looks for it again
    from reltui.present.settings import load
    from reltui.tui.app import ReadingRoom

    settings = load()
    app = ReadingRoom(want(paths, db), settings, tour=True)
    try:
        code = app.run(mouse=settings.mouse)
    finally:
        gc.enable()
    if app.failed is not None:
        raise app.failed
    if app.signalled:
        return 128 + app.signalled  # as shells count
    return INTERRUPTED if code is None else code


def want(paths: Sequence[Path] | None, db: Path | None) -> Wanted:
    """What to open: `db` as it is, or the corpus of the paths; the shipped texts where neither is named."""
    if db is not None and not paths:
        return Wanted(Path(os.path.abspath(db)))
    from reltui import resources
    from reltui.corpus import places

    inputs = list(paths) if paths else [resources.shipped("seeds")]
    place = (
        Path(os.path.abspath(db)) if db is not None else places.user(inputs) if paths else places.shipped()
    )

    def build(progress: Progress) -> int:
        from reltui import corpus

        return len(corpus.build(inputs, place, progress).unreadable)

    def fresh() -> bool:
        from reltui import corpus

        return corpus.fresh(inputs, place, corrected=False)  # corrections are laid over what is shown

    return Wanted(place, build, fresh)
