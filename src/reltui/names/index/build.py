"""Writing a name index."""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Iterable
from contextlib import closing
from itertools import accumulate, pairwise
from pathlib import Path

from reltui.garbage import NEVER, HeldBack
from reltui.names.index.marks import marks_of
from reltui.names.parse import Word, joined, kind_of, make, texts
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
            with HeldBack(NEVER):  # what is made here is written, and dropped
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
    words = _Words()

    def rows() -> Iterable[tuple[int, str, str]]:
        for number, (ident, text) in enumerate(names):
            words.add(number, text)
            yield number, ident, text

    database.executemany("INSERT INTO name VALUES (?, ?, ?)", rows())
    database.executemany(
        "INSERT INTO mark VALUES (?, ?)",
        ((mark, words.marks[mark].tobytes()) for mark in sorted(words.marks)),
    )
    database.executemany(
        "INSERT INTO posting VALUES (?, ?)", ((n, found.tobytes()) for n, found in enumerate(words.where))
    )
    _hold(database, "count", array("I", map(len, words.where)))
    for what, shapes in (("shape", words.tight), ("loose", words.loose)):
        _hold(database, f"{what} end", array("I", accumulate(map(len, shapes))))
        database.execute("INSERT INTO words VALUES (?, ?)", (what, "".join(shapes)))


def _hold(database: sqlite3.Connection, what: str, numbers: array[int]) -> None:
    """Write a column of all words as one value: a reader holds it in memory."""
    database.execute("INSERT INTO words VALUES (?, ?)", (what, numbers.tobytes()))


class _Words:
    """The different words of all names: where each stands, under which marks it is filed, its shapes."""

    def __init__(self) -> None:
        self.where: list[array[int]] = []
        self.marks: dict[str, array[int]] = {}
        self.tight: list[str] = []
        self.loose: list[str] = []
        self._numbers: dict[str, int] = {}

    def add(self, name: int, text: str) -> None:
        """Enter the words of a name, short neighbours also as one (En-lai, Enlai)."""
        found = texts(text)
        for part in dict.fromkeys(found):
            self._enter(name, part, None)
        if len(found) > 2:
            for first, second in pairwise(found):
                if max(len(first), len(second)) <= _SHORT and kind_of(first) == kind_of(second) == "name":
                    self._enter(name, first + second, (first, second))

    def _enter(self, name: int, text: str, pair: tuple[str, str] | None) -> None:
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self.where)
            self.where.append(array("I"))
            self._describe(number, joined(make(pair[0]), make(pair[1])) if pair else make(text))
        self.where[number].append(name)

    def _describe(self, number: int, word: Word) -> None:
        self.tight.append(tight(word.fine[0]))
        self.loose.append(loose(word.fine[0]))
        marks = self.marks
        for mark in marks_of(word):
            filed = marks.get(mark)
            if filed is None:
                marks[mark] = array("I", (number,))
            else:
                filed.append(number)
