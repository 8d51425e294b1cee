"""What was read of each file, kept beside a corpus, so that an unchanged file is not read again.

A hidden SQLite file beside the database (`.corpus.db.kept`). It can be deleted at any time: the next build
reads everything once more. It is filled while a build goes on, so a build that is killed loses little.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reltui import __version__
from reltui.corpus.parcel import packed, unpacked
from reltui.corpus.stamp import machinery
from reltui.model.ids import digest

if TYPE_CHECKING:
    from reltui.corpus.work import Gathered
    from reltui.read.discover import Found

_VERSION = 2  # of the tables below
_PASSING = ("cannot be read", "reltui failed", "it was given up")  # of what need not fail again
_PAUSE = 2.0  # seconds between two commits
_READING = ("model", "dates", "names", "authority", "read", "extract", "resolve")
"""The layers that decide what comes out of one file."""

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (
    name TEXT PRIMARY KEY, place TEXT, size INTEGER, modified INTEGER, known TEXT, sha256 TEXT, content BLOB
);
"""


def kept_beside(db: Path) -> Path:
    """Return where what was read for a database is kept."""
    return db.parent / f".{db.name}.kept"


def machinery_sign(tables: Iterable[Path]) -> str:
    """Return a digest of all that decides what is found in a file: the program's readers, the tables."""
    parts: list[tuple[str, str]] = []
    for path, _, _ in machinery(tuple(tables), _READING):
        with suppress(OSError), open(path, "rb") as file:
            parts.append((os.path.basename(path), hashlib.file_digest(file, "sha256").hexdigest()))
    return digest(__version__, *sorted(parts), length=32)


class Kept:
    """What was read of the files of one corpus; a context manager. It never raises for its own file's sake:

    where that cannot be read or written, everything counts as not read yet.
    """

    def __init__(self, db: Path, sign: str) -> None:
        self.path = kept_beside(db)
        self._last = time.monotonic()
        self._broken = False
        try:
            self._open(sign)
        except sqlite3.DatabaseError:
            self._anew(sign)

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")
        self._connection.close()

    def get(self, found: Found) -> Gathered | None:
        """Return what was read of this file if it is as it was then, else None."""
        if found.path is None or found.refusal:
            return None
        try:
            row = self._connection.execute(
                "SELECT size, modified, known, sha256, content FROM files WHERE name = ?", (found.name,)
            ).fetchone()
            if row is None or row[0] != found.size or row[2] != _known(found):
                return None
            if row[1] != found.modified:
                if _sha256(found) != row[3]:
                    return None
                self._run("UPDATE files SET modified = ? WHERE name = ?", (found.modified, found.name))
            return unpacked(row[4])
        except (sqlite3.Error, ValueError, zlib.error):
            return None

    def named(self, name: str) -> Gathered | None:
        """Return what was read of the file of this name, however it is now; None where it is not kept."""
        try:
            row = self._connection.execute("SELECT content FROM files WHERE name = ?", (name,)).fetchone()
            return unpacked(row[0]) if row else None
        except (sqlite3.Error, ValueError, zlib.error):
            return None

    def same(self, found: Found) -> bool:
        """Whether a file is as it was when it was read, by its size and time alone."""
        sql = "SELECT 1 FROM files WHERE name = ? AND size = ? AND modified = ? AND known = ?"
        with suppress(sqlite3.Error):
            values = (found.name, found.size, found.modified, _known(found))
            return self._connection.execute(sql, values).fetchone() is not None
        return False

    @property
    def built(self) -> str:
        """What the corpus is known by that was last built of what is kept."""
        with suppress(sqlite3.Error):
            row = self._connection.execute("SELECT value FROM meta WHERE name = 'built'").fetchone()
            return row[0] if row else ""
        return ""

    def belongs_to(self, built: str) -> None:
        """Note that a corpus was built of what is kept."""
        self._run("INSERT OR REPLACE INTO meta VALUES ('built', ?)", (built,))
        self._commit()

    def forget(self, names: Iterable[str]) -> None:
        """Forget some files."""
        for name in names:
            self._run("DELETE FROM files WHERE name = ?", (name,))

    def put(self, found: Found, gathered: Gathered) -> None:
        """Keep what was read of a file, also that nothing can be; not where that may be otherwise next time."""
        if worth_keeping(found, gathered):
            reading = gathered.reading
            self.put_packed(found, reading.file.sha256 if reading is not None else "", packed(gathered))

    def put_packed(self, found: Found, sha256: str, content: bytes) -> None:
        """Keep what was read of a file that is worth keeping and has been packed already (`parcel.packed`)."""
        values = (
            found.name, os.fspath(found.path or ""), found.size, found.modified, _known(found), sha256, content,
        )  # fmt: skip
        self._run("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        if time.monotonic() - self._last > _PAUSE:
            self._commit()

    def only(self, names: Iterable[str]) -> None:
        """Forget every file that is not among these."""
        with suppress(sqlite3.Error):
            gone = {name for (name,) in self._connection.execute("SELECT name FROM files")} - set(names)
            for name in gone:
                self._run("DELETE FROM files WHERE name = ?", (name,))
            self._commit()

    def _run(self, sql: str, values: tuple[object, ...]) -> None:
        if self._broken:
            return
        try:
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN")
            self._connection.execute(sql, values)
        except sqlite3.Error:
            self._broken = True  # a full disk: the build itself will say so if it needs the room

    def _commit(self) -> None:
        self._last = time.monotonic()
        if self._connection.in_transaction:
            try:
                self._connection.execute("COMMIT")
            except sqlite3.Error:
                self._broken = True

    def _open(self, sign: str) -> None:
        self._connection = sqlite3.connect(self.path, isolation_level=None, timeout=5)
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        self._connection.execute("PRAGMA synchronous = NORMAL")
        if version != _VERSION or self._sign() != sign:
            raise sqlite3.DatabaseError("made by another program")

    def _sign(self) -> str:
        row = self._connection.execute("SELECT value FROM meta WHERE name = 'sign'").fetchone()
        return row[0] if row else ""

    def _anew(self, sign: str) -> None:
        """Begin with an empty file, or, where there can be none, with nothing on the disk."""
        with suppress(AttributeError, sqlite3.Error):
            self._connection.close()
        try:
            self.path.unlink(missing_ok=True)
            self._connection = sqlite3.connect(self.path, isolation_level=None, timeout=5)
            self._fill(sign)
        except (OSError, sqlite3.Error):
            self._connection = sqlite3.connect(":memory:", isolation_level=None)
            self._fill(sign)
            self._broken = True

    def _fill(self, sign: str) -> None:
        self._connection.execute("PRAGMA page_size = 16384")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.executescript(f"BEGIN;{_TABLES}PRAGMA user_version = {_VERSION};COMMIT;")
        self._connection.execute("INSERT INTO meta VALUES ('sign', ?)", (sign,))


def worth_keeping(found: Found, gathered: Gathered) -> bool:
    """Whether what was read of a file is so that it will be the same next time."""
    if found.path is None or found.refusal or (gathered.problems and gathered.reading is not None):
        return False
    return not any(reason.startswith(_PASSING) for _, reason in gathered.problems)


def _known(found: Found) -> str:
    """Return what besides its bytes decides what is read of a file."""
    return f"{found.described!r} {found.twin}"


def _sha256(found: Found) -> str:
    if found.data is not None:
        return hashlib.sha256(found.data).hexdigest()
    assert found.path is not None
    try:
        with found.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
