"""Open a database to read it, and say in a sentence what is wrong where that fails."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from reltui.store.errors import (
    Damaged,
    Foreign,
    Interrupted,
    Locked,
    Missing,
    Newer,
    Older,
    Refused,
    StoreError,
)

_MAGIC = b"SQLite format 3\x00"
_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-")  # in a URI
_WAIT = 1.0  # seconds another process may take to finish a write


def connect(path: Path) -> sqlite3.Connection:
    """Return a read-only connection to a corpus; nothing is created, locked or changed by it.

    The check is cheap: the file's header, its length, and whether the schema is there. Raises the
    errors of `reltui.store.errors`.
    """
    _check_header(path)
    try:
        return _checked(path, "")
    except Refused:
        # A folder that cannot be written needs the promise that nobody else writes there either;
        # beside a journal that promise would be wrong: there a change was killed, and is taken back first.
        if not Path(f"{path}-journal").exists():
            return _checked(path, "&immutable=1")
        if not _taken_back(path):
            raise
        return _checked(path, "")


def _taken_back(path: Path) -> bool:
    """Take back a change that was killed, as SQLite does when somebody opens the file who may write."""
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return True


@contextmanager
def translating(path: Path, connection: sqlite3.Connection) -> Generator[None]:
    """Turn what SQLite raises inside the block into the errors of `reltui.store.errors`.

    A file with holes gives rows that make no sense, and so all kinds of errors: where one comes and the
    file is not sound, it is `Damaged`.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        meant = translated(error, path)
        if meant is error and not _sound(connection):
            meant = Damaged(path)
        raise meant from error
    except (IndexError, TypeError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError) or not _sound(connection):
            raise Damaged(path) from error
        raise
    except KeyError as error:
        if error.args and isinstance(error.args[0], int):  # an index names a row that is not there
            raise Damaged(path) from error
        raise


def translated(error: sqlite3.DatabaseError, path: Path) -> Exception:
    """Return the error to raise for what SQLite says."""
    said = str(error)
    if "interrupted" in said:
        return Interrupted()
    if "locked" in said or "busy" in said:
        return Locked(path)
    if "not a database" in said:
        return Foreign(path)
    if "unable to open" in said or "readonly" in said or "authorization" in said:
        return Refused(path)
    if any(
        sign in said
        for sign in ("malformed", "disk I/O", "corrupt", "no such", "decode", "vtable", "too big")
    ):
        return Damaged(path)
    return error


def _sound(connection: sqlite3.Connection) -> bool:
    try:
        return connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        return False


def _open(path: Path, more: str) -> sqlite3.Connection:
    # `check_same_thread` is off for `interrupt` alone, which may come from any thread.
    name = "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in os.fsencode(path.absolute()))
    uri = f"file:{name}?mode=ro{more}"
    return sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False)


def _check_header(path: Path) -> None:
    try:
        if path.is_dir():
            raise Foreign(path, "this is a folder, not the file of a corpus")
        with path.open("rb") as file:
            header = file.read(100)
            size = file.seek(0, 2)
    except (FileNotFoundError, NotADirectoryError):
        raise Missing(path) from None
    except PermissionError:
        raise Refused(path) from None
    except StoreError:
        raise
    except (OSError, ValueError):  # a path with a NUL, a device, a network that is gone
        raise Refused(path, "this path cannot be read") from None
    if not header:
        raise Damaged(path, "this file is empty")
    if not header.startswith(_MAGIC):
        raise Foreign(path)
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    if len(header) < 100 or size < (65536 if page == 1 else page) * pages:
        raise Damaged(path, "the end of this corpus is missing")


def _checked(path: Path, more: str) -> sqlite3.Connection:
    """Return a connection to what is a corpus of this version; raises the errors of `reltui.store.errors`."""
    from reltui.store.version import APPLICATION_ID, SCHEMA

    try:
        connection = _open(path, more)
    except sqlite3.DatabaseError as error:
        raise translated(error, path) from error
    try:
        with translating(path, connection):
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if application != APPLICATION_ID:
                raise Foreign(path)
            if version > SCHEMA:
                raise Newer(path)
            if version < SCHEMA:
                raise Older(path)
            connection.execute("SELECT value FROM meta WHERE name = 'title'").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection
