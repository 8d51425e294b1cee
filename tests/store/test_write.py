"""Writing: the whole database or none, and what other programs find in it."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlite_utils

from reltui.model import Facts, File, Passage, Source
from reltui.store import Reader, write
from tests import factory
from tests.conftest import meta

HERE = Path(__file__).resolve().parents[2]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_new_database_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "c.db"
    readings, facts = factory.build()
    write(path, readings, Facts(), meta("old"))
    counted = write(path, readings, facts, meta("new"))
    assert [entry.name for entry in path.parent.iterdir()] == ["c.db"]
    with Reader(path) as reader:
        assert reader.meta == counted
        assert reader.meta.title == "new"
    assert not stat.S_IMODE(path.stat().st_mode) & stat.S_IXUSR


def test_the_same_facts_give_the_same_database(tmp_path: Path) -> None:
    readings, facts = factory.build()
    for name in ("one.db", "two.db"):
        write(tmp_path / name, readings, facts, meta())
    assert digest(tmp_path / "one.db") == digest(tmp_path / "two.db")


def test_readings_may_come_one_by_one(tmp_path: Path) -> None:
    readings, facts = factory.build()
    asked: list[str] = []

    def one_by_one() -> Iterator[factory.Reading]:
        for reading in readings:
            asked.append(reading.file.path)
            yield reading

    def facts_then() -> Facts:
        assert len(asked) == len(readings)
        return facts

    write(tmp_path / "one.db", readings, facts, meta())
    write(tmp_path / "two.db", one_by_one(), facts_then, meta())
    assert digest(tmp_path / "one.db") == digest(tmp_path / "two.db")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["one.db", "two.db"]


@pytest.mark.parametrize("size", [1, 900, 3_000, 3_797, 4_096, 8_100, 16_000, 400_000])
def test_texts_of_any_size(tmp_path: Path, size: int) -> None:
    count = 2_000_000 // size + 2 if size > 1000 else 30
    readings: list[factory.Reading] = []
    for number in range(count):
        ident, text = f"s{number}", "Ж" * (size // 2) + "x"
        source = Source(ident, f"{number}.txt", 1, 1, "article", text, "0" * 64)
        file = File(source.path, "0" * 64, "text", "utf-8", len(text))
        readings.append(factory.Reading(file, (source,), (Passage(ident, 1, 0, len(text)),)))
    counted = write(tmp_path / "c.db", readings, Facts(), meta())
    assert counted.counts["sources"] == count
    if size > 1000:
        written = sum(len(reading.sources[0].text.encode()) for reading in readings)
        assert (tmp_path / "c.db").stat().st_size < 3 * written


def test_a_write_that_fails_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    readings, facts = factory.build()
    write(path, readings, facts, meta())
    before = digest(path)

    def stop(stage: str, done: int, total: int) -> None:
        if stage == "index":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(path, readings, facts, meta("new"), stop)
    assert digest(path) == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["c.db"]


_KILLED = """
import sys
from pathlib import Path
from tests import factory
from tests.conftest import meta
from reltui.store import write

def progress(stage, done, total):
    print(stage, done, flush=True)
    sys.stdin.readline()

write(Path(sys.argv[1]), *factory.build(), meta("new"), progress)
"""


@pytest.mark.parametrize("stop", ["store 1", "store 6", "store 3", "index 2", "index 6"])
def test_a_killed_write_leaves_the_old_one(tmp_path: Path, stop: str) -> None:
    path = tmp_path / "c.db"
    write(path, *factory.build(), meta("old"))
    before = digest(path)
    child = subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(path)],
        cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdin is not None
    for line in child.stdout:
        if line.strip() == stop:
            break
        child.stdin.write("\n")
        child.stdin.flush()
    else:
        pytest.fail(f"the write never came to {stop}")
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert digest(path) == before
    with Reader(path) as reader:
        assert reader.meta.title == "old"
    write(path, *factory.build(), meta("new"))
    with Reader(path) as reader:
        assert reader.meta.title == "new"


def test_a_full_disk_is_an_os_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.db"
    write(path, *factory.build(), meta("old"))
    before = digest(path)
    real = sqlite3.connect

    def small(name: object, **more: object) -> sqlite3.Connection:
        connection = real(name, **more)  # type: ignore[arg-type]
        connection.execute("PRAGMA max_page_count = 6")
        return connection

    monkeypatch.setattr(sqlite3, "connect", small)
    with pytest.raises(OSError, match="full") as raised:
        write(path, *factory.build(), meta("new"))
    assert raised.value.errno == 28
    assert digest(path) == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["c.db"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(PermissionError):
        write(tmp_path / "c.db", *factory.build(), meta())
    tmp_path.chmod(0o755)


@pytest.fixture(scope="module")
def database(db: Path) -> sqlite_utils.Database:
    return sqlite_utils.Database(db)


def test_other_programs_find_their_way(database: sqlite_utils.Database) -> None:
    assert {"sources", "passages", "actors", "names", "offices", "mentions", "events"} <= set(
        database.table_names()
    )
    assert {key.column for key in database["mentions"].foreign_keys} == {
        "actor",
        "source",
        "reading",
    }
    rows = list(database.query("SELECT parties, place FROM chronology WHERE id = 'meet-vulin'"))
    assert rows == [{"parties": "Sergey Lavrov; Aleksandar Vulin", "place": "Moscow"}]
    (quoted,) = database.query("SELECT text FROM quotations WHERE proves = 'statement st-1'")
    assert quoted["text"] == "Србија води самосталну политику"
    (spoken,) = database.query("SELECT speaker, text FROM spoken WHERE id = 'st-5'")
    assert spoken == {"speaker": "Sergey Lavrov", "text": "The sides discussed energy\nthe future of NIS"}
    (passage,) = database.query("SELECT text FROM passage_texts WHERE source = 'article' AND ordinal = 1")
    assert passage["text"] == "Ђурић: Србија остаје на свом путу"
    (mention,) = database.query("SELECT context FROM mentions_in_context WHERE surface = 'Rosatom'")
    assert "opened talks with Rosatom in Moscow" in mention["context"]


def test_the_indexes_can_be_asked_by_hand(database: sqlite_utils.Database) -> None:
    found = database.query(
        """
        SELECT t.source, t.ordinal FROM passage_finder f JOIN passage_texts t ON t.key = f.rowid
        WHERE passage_finder MATCH '"lavrov" AND "vulin"' ORDER BY 1
        """
    )
    assert [tuple(row.values()) for row in found] == [("post-2", 1), ("profile", 5)]


def test_every_table_and_view_is_documented(database: sqlite_utils.Database) -> None:
    page = (HERE / "docs" / "store.md").read_text(encoding="utf-8")
    shadows = ("_config", "_content", "_data", "_docsize", "_idx")
    names = [
        name
        for name in (*database.table_names(), *database.view_names())
        if not name.endswith(shadows) and not name.startswith("sqlite_")
    ]
    assert len(names) > 20
    for name in names:
        assert f"`{name}`" in page, name
        for column in database[name].columns if name in database.table_names() else ():
            if "finder" not in name and "phrases" not in name:
                assert f"`{column.name}`" in page, f"{name}.{column.name}"
