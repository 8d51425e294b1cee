"""Change a few files of a corpus in place where that is possible; where it is not, it must be built anew.

It is not for small corpora (they are built anew in the time it takes, and then nothing is left open), for
many files at once, where the user's corrections must be laid over all facts, and where what was read for the
corpus is not kept any more.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.corpus.builder import Progress, Report, sign_of, table_folders
from reltui.corpus.places import notice

if TYPE_CHECKING:
    from reltui.corpus.kept import Kept
    from reltui.corpus.work import Gathered
    from reltui.read.discover import Found
    from reltui.store import Meta

SMALL = 150  # sources up to which a corpus is rather built anew
FEW = 16  # files that change at once


def base_of(inputs: Sequence[str]) -> str:
    """Return the folder that the names of a corpus's files are relative to."""
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in inputs if path != "-"]
    return os.path.commonpath(folders) if folders else ""


def named_in(found: Sequence[Found], base: str, own: str) -> list[Found]:
    """Return files that were looked for by themselves under the names that they have in a corpus."""
    prefix = os.path.relpath(own, base).replace(os.sep, "/")
    return list(found) if prefix == "." else [replace(f, name=f"{prefix}/{f.name}") for f in found]


def files_of(db: Path) -> list[str]:
    """Return the names of the files of a corpus."""
    connection = sqlite3.connect(f"{db.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return [row[0] for row in connection.execute("SELECT path FROM files")]
    finally:
        connection.close()


def quickly(
    db: Path,
    meta: Meta,
    found: Sequence[Found],
    gone: Sequence[str],
    tell: Progress,
    *,
    inputs: Sequence[str],
    left_out: Sequence[str],
) -> Report | None:
    """Take files into a corpus and others (by name) out of it; None where it must be built anew.

    `found` may hold files that are unchanged; one whose name is known takes the place of what is there. The
    caller holds the folder (`lock.alone`). Raises what `store.change` raises but `NoRoom`.
    """
    from reltui.authority import load_beside
    from reltui.corpus.few import TooMuch, Wanted, small_change
    from reltui.corpus.kept import Kept, machinery_sign
    from reltui.corpus.stamp import stamp
    from reltui.corrections import beside
    from reltui.store.change import NoRoom, change

    begun = time.monotonic()
    if meta.counts.get("sources", 0) <= SMALL or beside(db).exists():
        return None
    folders = table_folders(db)
    with Kept(db, machinery_sign(folders)) as kept:
        if kept.built != sign_of(meta):
            return None
        known = set(files_of(db))
        seen = known | {name for name, _ in meta.unreadable}
        new = [
            file for file in found
            if not (file.name in seen and kept.same(file)) and (file.name, file.refusal) not in meta.unreadable
        ]  # fmt: skip
        if len(new) > FEW or len(gone) > FEW:
            return None
        gathered = _gathered(kept, new, db, tell)
        out = frozenset(gone) | {file.name for file, _ in gathered if file.name in known}
        if _needs_all(db, gathered, out):
            return None
        tell("resolve", 0, 1)
        problems = tuple(problem for _, one in gathered for problem in one.problems)
        again = {one.name for one, _ in gathered}
        unreadable = tuple(p for p in meta.unreadable if p[0] not in again | out) + problems
        after = replace(
            meta,
            built=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            inputs=tuple(inputs),
            left_out=tuple(left_out),
            unreadable=unreadable,
            fingerprint="",  # of all files: taken with the next whole build
            stamp=stamp(inputs, folders),
        )
        try:
            read = tuple(one for _, one in gathered if one.reading is not None)
            wanted = small_change(db, kept, Wanted(read, out), load_beside(db))
            tell("store", 0, 1)
            counted = change(db, wanted, after)
        except (TooMuch, NoRoom, LookupError):
            return None
        tell("store", 1, 1)
        kept.forget(out)
        for file, one in gathered:
            kept.put(file, one)
        kept.belongs_to(sign_of(counted))
    return Report(db, meta.title, unreadable, counted.counts, time.monotonic() - begun, notice(db))


def _gathered(kept: Kept, new: Sequence[Found], db: Path, tell: Progress) -> list[tuple[Found, Gathered]]:
    from reltui.authority import load_beside
    from reltui.corpus.work import gather

    results: list[tuple[Found, Gathered]] = []
    for done, file in enumerate(new, 1):
        results.append((file, kept.get(file) or gather(file, load_beside(db))))
        tell("extract", done, len(new))
    return results


def _needs_all(db: Path, gathered: Sequence[tuple[Found, Gathered]], out: frozenset[str]) -> bool:
    """Whether a file is the very same as another, or has halves of characters: only a build sees to those."""
    from reltui.store.halves import any_halves
    from reltui.store.places import FILE_OF_PATH

    readings = [one.reading for _, one in gathered if one.reading is not None]
    if any(file.twin for file, _ in gathered) or any(any_halves(reading.sources) for reading in readings):
        return True
    connection = sqlite3.connect(f"{db.absolute().as_uri()}?mode=ro", uri=True)
    try:
        marks = ", ".join("?" * len(readings))
        sql = f"SELECT path FROM files WHERE sha256 IN ({marks})"
        rows = connection.execute(sql, [reading.file.sha256 for reading in readings]).fetchall()
        gone = [
            row[0]
            for name in out
            for row in connection.execute(f"SELECT f.sha256 FROM files f WHERE {FILE_OF_PATH}", (name,))
        ]
        marks = ", ".join("?" * len(gone))
        sql = f"SELECT path FROM files WHERE sha256 IN ({marks})"
        twins = connection.execute(sql, gone).fetchall() if gone else []
    finally:
        connection.close()
    return any(path not in out for (path,) in (*rows, *twins))
