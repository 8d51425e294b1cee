"""Writing a name index."""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Iterable
from contextlib import closing
from itertools import accumulate, pairwise
from pathlib import Path

from reltui.names.index.marks import marks_of
from reltui.names.parse import Word, joined, parse
from reltui.names.shapes import loose, tight

#: Raised whenever keys or tables change; an index of another version is built anew.
VERSION = 1
#: Marks the file as one of ours ("rltn").
APPLICATION = 0x726C746E

#: Neighbours up to this many letters are filed as one word too.
_SHORT = 5

_SCHEMA = """
CREATE TABLE name (id INTEGER PRIMARY KEY, ident TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE posting (word INTEGER PRIMARY KEY, names BLOB NOT NULL);
CREATE TABLE mark (mark TEXT PRIMARY KEY, words BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE words (what TEXT PRIMARY KEY, held BLOB NOT NULL) WITHOUT ROWID;
"""


def build(path: Path, names: Iterable[tuple[str, str]]) -> None:
    """Write an index of (id, name) pairs; the file appears at `path` only when it is whole."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(fresh, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode=OFF")
            database.execute("PRAGMA synchronous=OFF")
            database.execute(f"PRAGMA application_id={APPLICATION}")
            database.execute(f"PRAGMA user_version={VERSION}")
            database.executescript(_SCHEMA)
            database.execute("BEGIN")
            _fill(database, names)
            database.execute("COMMIT")
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        fresh.replace(path)
    except sqlite3.Error as error:
        raise OSError(f"{path}: the name index could not be written ({error})") from error
    finally:
        fresh.unlink(missing_ok=True)


def _fill(database: sqlite3.Connection, names: Iterable[tuple[str, str]]) -> None:
    numbers: dict[str, int] = {}
    words: list[Word] = []
    where: list[array[int]] = []

    def rows() -> Iterable[tuple[int, str, str]]:
        for number, (ident, text) in enumerate(names):
            for word in _words(text):
                place = numbers.setdefault(word.text, len(words))
                if place == len(words):
                    words.append(word)
                    where.append(array("I"))
                where[place].append(number)
            yield number, ident, text

    database.executemany("INSERT INTO name VALUES (?, ?, ?)", rows())
    marks: dict[str, array[int]] = {}
    for number, word in enumerate(words):
        for mark in marks_of(word):
            filed = marks.get(mark)
            if filed is None:
                marks[mark] = array("I", (number,))
            else:
                filed.append(number)
    database.executemany(
        "INSERT INTO posting VALUES (?, ?)", ((number, found.tobytes()) for number, found in enumerate(where))
    )
    _hold(database, "count", array("I", map(len, where)))
    for what, shapes in (
        ("shape", [tight(word.fine[0]) for word in words]),
        ("loose", [loose(word.fine[0]) for word in words]),
    ):
        _hold(database, f"{what} end", array("I", accumulate(map(len, shapes))))
        database.execute("INSERT INTO words VALUES (?, ?)", (what, "".join(shapes)))
    database.executemany(
        "INSERT INTO mark VALUES (?, ?)", ((mark, marks[mark].tobytes()) for mark in sorted(marks))
    )


def _hold(database: sqlite3.Connection, what: str, numbers: array[int]) -> None:
    """Write a column of all words as one value: a reader holds it in memory."""
    database.execute("INSERT INTO words VALUES (?, ?)", (what, numbers.tobytes()))


def _words(name: str) -> list[Word]:
    """Return the different words of a name, short neighbours also as one (En-lai, Enlai)."""
    words = parse(name)
    found = {word.text: word for word in words}
    if len(words) > 2:
        for first, second in pairwise(words):
            if first.kind == second.kind == "name" and max(len(first.text), len(second.text)) <= _SHORT:
                both = joined(first, second)
                found.setdefault(both.text, both)
    return list(found.values())
