"""Build a corpus: read, extract, resolve, write; and tell whether that is needed at all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reltui import __version__
from reltui.corpus.belonging import without
from reltui.corpus.errors import CannotWrite
from reltui.corpus.places import SHIPPED_TITLE, PathLike, notice

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from reltui.corpus.nothing import NothingToRead
    from reltui.corpus.stock import Stock
    from reltui.model import Facts
    from reltui.read.discover import Found
    from reltui.store import Meta

Progress = Callable[[str, int, int], None]
"""Is told (stage, done, total); what it raises stops the build and leaves the old corpus as it was."""

_AND = "+"  # in a fingerprint, between that of the inputs and that of the user's corrections
PATIENCE = 600.0  # seconds to wait for another build of the same corpus


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a build. `unreadable` lists (path, reason), `counts` the rows of each table."""

    db: Path
    title: str
    unreadable: tuple[tuple[str, str], ...]
    counts: Mapping[str, int]
    seconds: float
    notice: str = ""  # what the user should know of where the corpus is


def fresh(paths: Sequence[PathLike], db: Path, corrected: bool = True) -> bool:
    """Whether `db` was built from these inputs, as they are now, by these tables and this version.

    The user's corrections count too, unless `corrected` is false: the app lays them over what it shows.
    Raises the errors of the store for a file that must not be replaced (of another program, or of a
    newer reltui) or is held by somebody else, and what `read.discover` raises for a path that is not there.
    """
    from reltui.corpus.stamp import stamp
    from reltui.store.errors import Damaged, Missing, Older
    from reltui.store.reader import Reader

    try:
        with Reader(db) as reader:
            meta = reader.meta
    except (Missing, Damaged, Older):
        return False
    sources, _, laid = meta.fingerprint.partition(_AND)
    if corrected and laid != _corrections(db):
        return False
    tables = table_folders(db)
    now = stamp(paths, tables)
    if now and now == meta.stamp:
        return True
    from reltui.corpus.fingerprint import fingerprint
    from reltui.read.discover import discover

    found = without(discover(paths), paths, meta.left_out)
    if any(file.path is None for file in found):
        return False  # standard input is new each time
    return sources == fingerprint(found, {}, tables)


def build(
    paths: Sequence[PathLike],
    db: Path,
    progress: Progress | None = None,
    title: str | None = None,
    executor: Executor | None = None,
    workers: int | None = None,
    left_out: Sequence[str] | None = None,
) -> Report:
    """Build the corpus of these files and folders at `db`, replacing the one there when the new one is whole.

    A file that cannot be read is listed in the report and stops nothing. Files that are as they were at the
    last build are not read again. `left_out` are files and folders below `paths` that do not belong (None: those
    that were taken out of this corpus). Extraction runs in `workers` processes (None: as many as pay), or with
    `executor` there, a source at a time. Raises `NothingToRead`, `CannotWrite`, the store's errors where `db`
    is no corpus or of a newer version, and what `read.discover` raises for a path that is not there.
    """
    from reltui.corpus.lock import alone
    from reltui.garbage import HeldBack
    from reltui.read.discover import discover
    from reltui.store.errors import Locked

    begun = time.monotonic()
    db = Path(db)
    tell = progress or _silent
    said = notice(db)
    if said:
        tell(said, 0, 0)
    _may_replace(db)
    if left_out is None:
        left_out = _left_out(paths, db)
    found = without(discover(paths), paths, left_out)
    try:
        db.parent.mkdir(parents=True, exist_ok=True)
        with alone(db.parent, lambda: tell("wait for another build", 0, 0), PATIENCE) as held:
            if not held:
                raise Locked(db, "another build of this corpus has not finished")
            for left in db.parent.glob(f".{db.name}.*.new"):
                left.unlink(missing_ok=True)  # of a build that was killed
            with HeldBack(50_000, 20, 50, aside=True):
                meta, unreadable = _build(
                    found, paths, db, tell, title or _title(paths), workers, executor, left_out
                )
    except OSError as error:
        raise CannotWrite(db.parent, (error.strerror or str(error)).lower()) from error
    return Report(db, meta.title, unreadable, meta.counts, time.monotonic() - begun, said)


def _left_out(paths: Sequence[PathLike], db: Path) -> Sequence[str]:
    """Return what was taken out of the corpus at `db`, if it was built of these very paths."""
    from reltui.store.errors import StoreError
    from reltui.store.reader import Reader

    try:
        with Reader(db) as reader:
            meta = reader.meta
    except StoreError:
        return ()
    return meta.left_out if sorted(meta.inputs) == sorted(os.path.abspath(path) for path in paths) else ()


def _may_replace(db: Path) -> None:
    """Raise the store's error where a file stands at `db` that a build must not replace."""
    from reltui.store.connect import connect
    from reltui.store.errors import Damaged, Missing, Older

    with suppress(Missing, Damaged, Older):
        connect(db).close()


def _build(
    found: Sequence[Found],
    paths: Sequence[PathLike],
    db: Path,
    tell: Progress,
    title: str,
    workers: int | None,
    executor: Executor | None,
    left_out: Sequence[str],
) -> tuple[Meta, tuple[tuple[str, str], ...]]:
    from reltui.authority import load_beside
    from reltui.corpus.fingerprint import fingerprint
    from reltui.corpus.gathering import gather_all
    from reltui.corpus.kept import Kept, machinery_sign
    from reltui.corpus.stamp import stamp
    from reltui.corpus.stock import Sources, Stock
    from reltui.corrections import correct
    from reltui.corrections.difference import difference
    from reltui.store.rows import Meta
    from reltui.store.write import write

    tables = table_folders(db)
    marked, laid = stamp(paths, tables), _corrections(db)
    made_by = machinery_sign(tables)
    with Stock(db.parent, load_beside(db)) as stock:
        with Kept(db, made_by) as kept:
            gather_all(found, _own_tables(db), kept, stock, tell, workers=workers, executor=executor)
        unreadable = stock.problems()
        sums = {file.path: file.sha256 for file in stock.files()}
        if not sums:
            raise _nothing(paths, unreadable)
        facts = _facts(stock, db, tell)
        corrected, wrong = correct(db, facts, Sources(stock), load_beside(db))
        before = difference(facts, corrected.facts, corrected.entries) if corrected.entries else None
        facts = corrected.facts
        unreadable = (*unreadable, *wrong)
        meta = Meta(
            title=title,
            built=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            generator=f"reltui {__version__}",
            schema=0,  # the store's own
            fingerprint=_AND.join(filter(None, (fingerprint(found, sums, tables), laid))),
            counts={},
            inputs=tuple(os.path.abspath(path) if os.fspath(path) != "-" else "-" for path in paths),
            unreadable=unreadable,
            stamp=marked,
            left_out=tuple(left_out),
        )
        readings = list(stock.readings()) if stock.small else stock.readings()
        written = write(
            db, readings, facts, meta, tell, before=before, notes=corrected.notes, words_of=stock.words_of
        )
    with Kept(db, made_by) as kept:
        kept.belongs_to(sign_of(written))
    return written, unreadable


def sign_of(meta: Meta) -> str:
    """Return what tells this state of a corpus from others."""
    return f"{meta.built} {meta.title} {sorted(meta.counts.items())}"


def _facts(stock: Stock, db: Path, tell: Progress) -> Facts:
    from reltui.authority import load_beside
    from reltui.read.copies import linked
    from reltui.resolve import facts_of, spelling

    tell("resolve", 0, 1)
    texts = stock.texts()
    copies = linked(stock.sketches(), texts)
    facts = facts_of(stock.parts(), stock.places, load_beside(db), texts.items(), stock.aside)
    spelling.forget()
    tell("resolve", 1, 1)
    return replace(facts, copies=tuple(dict.fromkeys((*facts.copies, *copies))))


def _own_tables(db: Path) -> str | None:
    """Return the folder of the user's own tables beside a database, None where there is none."""
    from reltui.resources import own_tables

    own = own_tables(db)
    return os.fspath(own) if own.is_dir() else None


def table_folders(db: Path) -> tuple[Path, ...]:
    """Return the tables that a build of this database uses, the shipped and its own."""
    from reltui.resources import own_tables, shipped

    return shipped("data"), own_tables(db)


def _corrections(db: Path) -> str:
    """Return what tells the user's file of corrections from another one; empty where there is none."""
    from reltui.corrections import beside

    path = beside(db)
    if not path.exists():
        return ""
    from reltui.corpus.fingerprint import sum_of

    return sum_of(path)


def _title(paths: Sequence[PathLike]) -> str:
    """Return what to call a corpus that nobody gave a name: what was built."""
    from reltui.resources import ResourceMissing, shipped

    names = [Path(os.path.abspath(path)).name for path in paths]
    try:
        if [os.path.realpath(path) for path in paths] == [os.path.realpath(shipped("seeds"))]:
            return SHIPPED_TITLE
    except ResourceMissing:
        pass
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _nothing(paths: Sequence[PathLike], unreadable: Sequence[tuple[str, str]]) -> NothingToRead:
    from reltui.corpus.nothing import NothingToRead

    named = ", ".join(os.fspath(path) for path in paths[:3])
    if len(unreadable) == 1:
        return NothingToRead(*unreadable[0])
    if unreadable:
        path, reason = unreadable[0]
        return NothingToRead(
            named, f"none of {len(unreadable)} files could be read (the first, {path}: {reason})"
        )
    return NothingToRead(named)


def _silent(stage: str, done: int, total: int) -> None:
    pass
