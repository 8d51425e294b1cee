"""Write a whole new database: beside the old one, synced, then in its place.

A build that is killed or fails at any moment leaves the old database as it was.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from reltui.corrections.difference import Before
    from reltui.corrections.results import Note
    from reltui.model import Facts, File, Passage, Source
    from reltui.store.indexed import Spoken
    from reltui.store.rows import Meta

Progress = Callable[[str, int, int], None]
"""Is told (stage, done, total) now and then."""


WordsOf = Callable[[str], "Sequence[Spoken]"]
"""Gives by a source's id what the words of its passages decide (`indexed.spoken`), nothing where it is not known."""

_PAGES = (4096, 8192, 16384)
_BESIDE = 300  # bytes of a source beside its text
_LARGE = 2_000_000  # bytes of text below which small pages waste least, since most tables are nearly empty


class Reading(Protocol):
    """What was read of one file (`reltui.read.Reading`)."""

    @property
    def file(self) -> File:
        """The file."""
        ...

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources in it."""
        ...

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of those sources."""
        ...


def write(
    path: Path,
    readings: Iterable[Reading],
    facts: Facts | Callable[[], Facts],
    meta: Meta,
    progress: Progress | None = None,
    *,
    before: Before | None = None,
    notes: Sequence[Note] = (),
    words_of: WordsOf | None = None,
) -> Meta:
    """Write a database of these readings and facts to `path`; return its meta with the counts filled in.

    The database appears under its name when it is whole and on the disk, and replaces one that was
    there. Facts are kept only with evidence that stands in the sources; how many pieces of evidence
    did not is counted under `untraced`. Readings that come one by one are not held in memory; `facts` may be
    a function then, which is asked for them after the last reading. `before` is what corrections made the
    facts of, `notes` are the user's notes, labels and marks, for `has:` and `label:`; `words_of` gives what the words
    of the passages of a source decide, where somebody has worked that out already. Raises OSError where the folder
    cannot be written.
    """
    import tempfile

    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        counted = _fill(temporary, readings, facts, meta, progress or _silent, before, notes, words_of)
        _sync(temporary)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except sqlite3.OperationalError as error:
        if "full" in str(error) or "disk I/O" in str(error):
            raise OSError(28, f"the disk is full ({error})", str(path.parent)) from error
        raise
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)
    return counted


def _fill(
    temporary: Path,
    readings: Iterable[Reading],
    facts: Facts | Callable[[], Facts],
    meta: Meta,
    progress: Progress,
    before: Before | None,
    notes: Sequence[Note],
    words_of: WordsOf | None,
) -> Meta:
    from sqlite_utils import Database

    from reltui.store.before import write_before
    from reltui.store.halves import whole
    from reltui.store.meta import rows
    from reltui.store.schema import TABLES, create, index
    from reltui.store.shelf import InMemory, OnDisk
    from reltui.store.version import SCHEMA
    from reltui.store.write_facts import write_facts
    from reltui.store.write_index import write_index
    from reltui.store.write_texts import read_texts, write_texts

    waiting = temporary.with_name(f"{temporary.name.removesuffix('.new')}.waiting.new")
    shelf = InMemory() if isinstance(readings, Sequence) else OnDisk(waiting)
    connection = sqlite3.connect(temporary, isolation_level=None)
    try:
        read = read_texts(readings, shelf)
        found = facts() if callable(facts) else facts
        if read.broken:
            found, words_of = whole(found), None
        # The file is new and nobody else's: a journal would protect nothing, the replacement does.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA page_size = {_page_size([source.size for source in read.sources])}")
        connection.execute("PRAGMA cache_size = -32768")
        database = Database(connection)
        connection.execute("BEGIN")
        create(database)
        texts = write_texts(connection, read, shelf, found, progress)
        known = write_facts(connection, texts, found, progress)
        index(database)
        write_index(connection, texts, known, found, progress, notes, words_of)
        if before is not None:
            write_before(connection, before)
        counts = {table: _count(connection, table) for table in TABLES}
        counts["untraced"] = known.untraced
        counted = replace(meta, schema=SCHEMA, counts=counts)
        connection.executemany("INSERT INTO meta (name, value) VALUES (?, ?)", rows(counted))
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()
        shelf.close()
    return counted


def _page_size(sizes: Sequence[int]) -> int:
    """Return the size of page of which texts of these sizes leave the least empty.

    A text that does not fit in a page goes on in pages of its own, of which the last is half empty; of those
    that fit only whole ones share a page.
    """
    if sum(sizes) < _LARGE:
        return _PAGES[0]

    def taken(page: int) -> int:
        rows = (size + _BESIDE for size in sizes)
        return sum(-(-row // page) * page if row > page else page // (page // row) for row in rows)

    return min(_PAGES, key=taken)


def _count(connection: sqlite3.Connection, table: str) -> int:
    return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name durable too, where the system lets folders be synced."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass  # some network file systems refuse; the file itself is synced
    finally:
        os.close(handle)


def _umask() -> int:
    """Return the process's mask for new files; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _silent(stage: str, done: int, total: int) -> None:
    pass
