"""Change a corpus that is there: more inputs, fewer, or the same as they are now."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.corpus.belonging import belongs, without
from reltui.corpus.builder import PATIENCE, Progress, Report, build
from reltui.corpus.errors import CannotWrite, NotInCorpus
from reltui.corpus.places import PathLike
from reltui.corpus.quick import base_of, files_of, named_in, quickly

if TYPE_CHECKING:
    from reltui.store import Meta

STDIN = "-"


def add(
    paths: Sequence[PathLike], db: Path, progress: Progress | None = None, *, workers: int | None = None
) -> Report:
    """Take more files and folders into a corpus; what was removed from it is taken back in.

    Files that are as they were are not read again. Raises what `build` and `Reader` raise.
    """
    meta = meta_of(db)
    more = [_absolute(path) for path in paths]
    left_out = [path for path in meta.left_out if not any(_covers(one, path) for one in more)]
    new = [path for path in more if path == STDIN or not _there(path, meta.inputs, left_out)]
    inputs = list(dict.fromkeys([*meta.inputs, *new]))

    def quick(tell: Progress) -> Report | None:
        from reltui.read import discover

        base = base_of(inputs)
        if STDIN in inputs or base != base_of(meta.inputs):
            return None  # all files are called otherwise then
        found = named_in(discover(more), base, base_of(more))
        return quickly(db, meta, found, (), tell, inputs=inputs, left_out=left_out)

    return _changed(db, progress, quick) or build(
        inputs, db, progress, meta.title, workers=workers, left_out=left_out
    )


def remove(
    paths: Sequence[PathLike], db: Path, progress: Progress | None = None, *, workers: int | None = None
) -> Report:
    """Take files and folders out of a corpus; nothing is deleted on the disk.

    An input is named no more; what lies in an input stays out of it until it is added again. Raises
    `NotInCorpus` for what is not in the corpus, and what `build` and `Reader` raise.
    """
    meta = meta_of(db)
    gone = [_absolute(path) for path in paths]
    for given, path in zip(paths, gone, strict=True):
        if not (_within(path, meta.inputs) or any(_covers(path, one) for one in meta.inputs)):
            raise NotInCorpus(Path(given), db)
    inputs = [one for one in meta.inputs if not any(_covers(path, one) for path in gone)]
    if not inputs:
        raise NotInCorpus(Path(paths[0]), db, "nothing would be left of it; delete the file instead")
    left_out = [path for path in (*meta.left_out, *gone) if _within(path, inputs)]
    left_out = list(dict.fromkeys(left_out))

    def quick(tell: Progress) -> Report | None:
        base = base_of(meta.inputs)
        if STDIN in inputs or base != base_of(inputs):
            return None
        names = [name for name in files_of(db) if _within(os.path.join(base, name), gone)]
        return quickly(db, meta, (), names, tell, inputs=inputs, left_out=left_out)

    return _changed(db, progress, quick) or build(
        inputs, db, progress, meta.title, workers=workers, left_out=left_out
    )


def update(db: Path, progress: Progress | None = None, *, workers: int | None = None) -> Report:
    """Bring a corpus up to date with its files as they are now. Inputs that are gone are left out.

    Raises what `build` and `Reader` raise.
    """
    meta = meta_of(db)
    there = [path for path in meta.inputs if path == STDIN or os.path.lexists(path) or _is_pattern(path)]
    inputs = there or list(meta.inputs)

    def quick(tell: Progress) -> Report | None:
        from reltui.read import discover

        base = base_of(inputs)
        if STDIN in inputs or base != base_of(meta.inputs):
            return None
        found = without(discover(inputs), inputs, meta.left_out)
        names = {file.name for file in found if not file.refusal}
        gone = [name for name in files_of(db) if name not in names]
        return quickly(db, meta, found, gone, tell, inputs=inputs, left_out=meta.left_out)

    return _changed(db, progress, quick) or build(
        inputs, db, progress, meta.title, workers=workers, left_out=meta.left_out
    )


def _changed(
    db: Path, progress: Progress | None, quick: Callable[[Progress], Report | None]
) -> Report | None:
    """Do the quick change while nobody else changes the corpus; None where it must be built."""
    from reltui.corpus.lock import alone
    from reltui.store.errors import Locked, Refused

    tell = progress or _silent
    if not os.access(db, os.W_OK) or not os.access(db.parent, os.W_OK):
        return None  # the build says what is wrong
    try:
        with alone(db.parent, lambda: tell("wait for another build", 0, 0), PATIENCE) as held:
            if not held:
                raise Locked(db, "another build of this corpus has not finished")
            return quick(tell)
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise Locked(db) from error
        raise Refused(db) from error
    except sqlite3.DatabaseError:
        return None  # damaged: it is built anew
    except OSError as error:
        raise CannotWrite(db.parent, (error.strerror or str(error)).lower()) from error


def _silent(stage: str, done: int, total: int) -> None:
    pass


def meta_of(db: Path) -> Meta:
    """Return what a corpus says of itself; raises the errors of the store."""
    from reltui.store.reader import Reader

    with Reader(db) as reader:
        return reader.meta


def _absolute(path: PathLike) -> str:
    text = os.fspath(path)
    return text if text == STDIN else os.path.abspath(os.path.expanduser(text))


def _is_pattern(path: str) -> bool:
    import glob

    return glob.has_magic(path)


def _within(path: str, inputs: Sequence[str]) -> bool:
    return any(_covers(one, path) for one in inputs)


def _there(path: str, inputs: Sequence[str], left_out: Sequence[str]) -> bool:
    return _within(path, inputs) and belongs(path, inputs, left_out)


def _covers(one: str, path: str) -> bool:
    """Whether a path is another one or lies below it."""
    return path == one or path.startswith(one.rstrip(os.sep) + os.sep)
