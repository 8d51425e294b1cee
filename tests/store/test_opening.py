"""What cannot be opened is said in one sentence, and nothing is changed by trying."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reltui.query import parse
from reltui.store import (
    Damaged,
    Foreign,
    Interrupted,
    Locked,
    Missing,
    Newer,
    Older,
    Reader,
    Refused,
    StoreError,
)

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def altered(db: Path, path: Path, *statements: str) -> None:
    shutil.copy(db, path)
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def missing(db: Path, path: Path) -> None:
    pass


def folder(db: Path, path: Path) -> None:
    path.mkdir()


def empty(db: Path, path: Path) -> None:
    path.touch()


def noise(db: Path, path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(9000))


def letter(db: Path, path: Path) -> None:
    path.write_text("Dear Sir,\n")


def beginning_only(db: Path, path: Path) -> None:
    path.write_bytes(db.read_bytes()[:60])


def cut(db: Path, path: Path) -> None:
    path.write_bytes(db.read_bytes()[:-20_000])


def header_only(db: Path, path: Path) -> None:
    path.write_bytes(db.read_bytes()[:100] + bytes(db.stat().st_size - 100))


def foreign(db: Path, path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.commit()
    connection.close()


def newer(db: Path, path: Path) -> None:
    altered(db, path, "PRAGMA user_version = 99")


def older(db: Path, path: Path) -> None:
    altered(db, path, "PRAGMA user_version = 0")


def without_meta(db: Path, path: Path) -> None:
    altered(db, path, "DROP TABLE meta")


@pytest.mark.parametrize(
    ("make", "kind", "said"),
    [
        (missing, Missing, "There is no corpus here"),
        (folder, Foreign, "This is a folder, not the file of a corpus"),
        (empty, Damaged, "This file is empty"),
        (noise, Foreign, "This file is not a corpus of reltui"),
        (letter, Foreign, "This file is not a corpus of reltui"),
        (beginning_only, Damaged, "The end of this corpus is missing"),
        (cut, Damaged, "The end of this corpus is missing"),
        (header_only, Damaged, "The corpus is damaged"),
        (foreign, Foreign, "This file is not a corpus of reltui"),
        (newer, Newer, "A newer version of reltui made this corpus"),
        (older, Older, "An older version of reltui made this corpus"),
        (without_meta, Damaged, "The corpus is damaged"),
    ],
)
def test_what_is_no_corpus(
    db: Path, tmp_path: Path, make: Callable[[Path, Path], None], kind: type[StoreError], said: str
) -> None:
    path = tmp_path / "corpus.db"
    make(db, path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as raised:
        Reader(path)
    message = str(raised.value)
    assert message.startswith(f"{said}: {path}; ")
    assert message.endswith(".")
    assert "\n" not in message
    assert raised.value.path == path
    assert str(pickle.loads(pickle.dumps(raised.value))) == message
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ([path.name] if path.exists() else [])


@pytest.mark.parametrize("path", ["", "no\0such", "x" * 5000, "/dev/null/corpus.db"])
def test_paths_that_are_none(path: str) -> None:
    with pytest.raises(StoreError):
        Reader(path)


@pytest.mark.parametrize(
    "name", ["a b.db", "100%.db", "what?.db", "#1.db", "Ђурић.db", "a&b=c.db", "back\\slash.db"]
)
def test_any_name_of_a_file(db: Path, tmp_path: Path, name: str) -> None:
    shutil.copy(db, tmp_path / name)
    with Reader(tmp_path / name) as reader:
        assert len(reader.events()) == 12


@pytest.mark.skipif(ROOT, reason="root may read everything")
def test_no_permission(db: Path, tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    shutil.copy(db, path)
    path.chmod(0)
    with pytest.raises(Refused, match="no permission"):
        Reader(path)


def test_a_read_only_folder_is_enough(db: Path, tmp_path: Path) -> None:
    place = tmp_path / "read-only"
    place.mkdir()
    shutil.copy(db, place / "c.db")
    (place / "c.db").chmod(0o444)
    place.chmod(0o555)
    try:
        with Reader(place / "c.db") as reader:
            assert reader.search(parse("djuric"))
            assert reader.suggest("lavrof")
        assert [entry.name for entry in place.iterdir()] == ["c.db"]
    finally:
        place.chmod(0o755)


def test_a_locked_corpus(db: Path, tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    shutil.copy(db, path)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(Locked, match="wait until it has finished"):
            Reader(path)
    finally:
        writer.rollback()
        writer.close()
    Reader(path).close()


def test_a_corpus_that_is_replaced_is_read_to_the_end(db: Path, tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    shutil.copy(db, path)
    with Reader(path) as reader:
        first = reader.events().rows(0, 12)
        shutil.copy(db, tmp_path / "new.db")
        (tmp_path / "new.db").replace(path)
        assert reader.events().rows(0, 12) == first


def everything(reader: Reader) -> None:
    for name in ("actors", "events", "statements", "figures", "doubts", "sources"):
        window = getattr(reader, name)()
        for row in window.rows(0, len(window)):
            window.index_of(row.id)
    for text in ("djuric", '"marko djuric"', "actor:lavrov", "date:2024 -x", "vu*"):
        reader.search(parse(text))
        reader.highlights(parse(text), "brief")
    reader.suggest("lavrof")
    reader.years()
    reader.everything()
    reader.marks("brief")


@pytest.mark.parametrize("seed", range(30))
def test_a_file_with_holes_is_damaged_or_readable_and_nothing_else(
    db: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    holes = bytearray(db.read_bytes())
    size = chance.choice((1, 16, 512, 20_000))
    for _ in range(chance.randint(1, 4)):
        begin = chance.randrange(100, len(holes) - size)
        holes[begin : begin + size] = chance.randbytes(size)
    path = tmp_path / "c.db"
    path.write_bytes(holes)
    said: list[str] = []
    try:
        with Reader(path) as reader:
            everything(reader)
    except StoreError as error:
        said.append(str(error))
    except KeyError as error:  # an id itself was hit
        assert error.args == ("brief",)  # noqa: PT017 - which holes do harm is chance
    assert all("\n" not in sentence and sentence.endswith(".") for sentence in said)


def test_a_query_that_runs_is_interrupted_from_another_thread(db: Path) -> None:
    with Reader(db) as reader:
        begun = threading.Event()

        def endless() -> None:
            with reader._translated() as connection:  # pyright: ignore[reportPrivateUsage]
                begun.set()
                connection.execute(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
                ).fetchone()

        caught: list[BaseException] = []

        def work() -> None:
            try:
                endless()
            except BaseException as error:
                caught.append(error)

        thread = threading.Thread(target=work)
        thread.start()
        begun.wait(10)
        until = time.monotonic() + 10
        while thread.is_alive() and time.monotonic() < until:
            reader.interrupt()
            thread.join(0.01)
        assert [type(error) for error in caught] == [Interrupted]
        assert len(reader.events()) == 12  # and it goes on


def test_a_loop_over_rows_is_interrupted_too(db: Path) -> None:
    with Reader(db) as reader:
        keys = reader._filter.keys("passage", parse("lavrov").tree)  # pyright: ignore[reportPrivateUsage]
        next(keys)
        reader._filter.stopped = True  # pyright: ignore[reportPrivateUsage]
        with pytest.raises(Interrupted):
            next(keys)
        assert reader.search(parse("lavrov"))


def test_a_reader_that_is_closed_has_nothing_to_interrupt(db: Path) -> None:
    reader = Reader(db)
    reader.close()
    reader.interrupt()
    with Reader(db) as another:
        assert another.search(parse("lavrov"))
