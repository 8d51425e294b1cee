"""Change a corpus that is there: more inputs, fewer, or the same as they are now."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.corpus.builder import Progress, Report, belongs, build
from reltui.corpus.errors import NotInCorpus
from reltui.corpus.places import PathLike

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
    return build(
        list(dict.fromkeys([*meta.inputs, *new])),
        db,
        progress,
        meta.title,
        workers=workers,
        left_out=left_out,
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
    return build(inputs, db, progress, meta.title, workers=workers, left_out=list(dict.fromkeys(left_out)))


def update(db: Path, progress: Progress | None = None, *, workers: int | None = None) -> Report:
    """Bring a corpus up to date with its files as they are now. Inputs that are gone are left out.

    Raises what `build` and `Reader` raise.
    """
    meta = meta_of(db)
    there = [path for path in meta.inputs if path == STDIN or os.path.lexists(path) or _is_pattern(path)]
    return build(there or meta.inputs, db, progress, meta.title, workers=workers, left_out=meta.left_out)


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
