"""Writing a name index."""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from reltui.names.index.marks import shortened, skeletons, sounds
from reltui.names.parse import Word, parse

#: Raised whenever keys or tables change; an index of another version is built anew.
VERSION = 1
#: Marks the file as one of ours ("rltn").
APPLICATION = 0x726C746E

_SCHEMA = """
CREATE TABLE name (id INTEGER PRIMARY KEY, ident TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL, shape TEXT NOT NULL, bones TEXT NOT NULL,
                   count INTEGER NOT NULL, names BLOB NOT NULL);
CREATE TABLE mark (mark TEXT PRIMARY KEY, words BLOB NOT NULL) WITHOUT ROWID;
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
            for word in {word.text: word for word in parse(text)}.values():
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
        "INSERT INTO word VALUES (?, ?, ?, ?, ?, ?)",
        (
            (number, word.text, word.shapes[0], word.bones[0], len(found), found.tobytes())
            for number, (word, found) in enumerate(zip(words, where, strict=True))
        ),
    )
    database.executemany(
        "INSERT INTO mark VALUES (?, ?)", ((mark, marks[mark].tobytes()) for mark in sorted(marks))
    )


def marks_of(word: Word) -> set[str]:
    """Return all marks under which a word is filed: `f` sounds, `s` consonants, `d` all but one of them."""
    found = {"f" + key for key in sounds(word)}
    for skeleton in skeletons(word):
        found.add("s" + skeleton)
        found.update("d" + short for short in shortened(skeleton))
    return found
