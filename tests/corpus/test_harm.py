"""What happens to a corpus that is killed, squeezed, locked or changed by two at once: nothing is lost."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reltui import corpus
from reltui.corpus import changing
from reltui.store import Locked, Reader
from tests.corpus.test_changing import consistent, text

HERE = Path(__file__).resolve().parents[2]

_CHANGE = """
import sys
from pathlib import Path
from reltui import corpus
from reltui.corpus import quick
quick.SMALL = 0

def never(*_, **__):
    raise SystemExit("it was built anew")

import reltui.corpus.kept
reltui.corpus.kept.machinery_sign = lambda _: "the same"  # while somebody edits it
if sys.argv[3] == "quick":
    corpus.changing.build = never
print("begin", flush=True)
corpus.add([Path(sys.argv[1])], Path(sys.argv[2]))
print("done", flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("reltui.corpus.kept.machinery_sign", lambda _: "the same")
    folder = tmp_path / "texts"
    folder.mkdir()
    chance = random.Random(3)
    for number in range(5):
        (folder / f"{number}.txt").write_text(text(chance), encoding="utf-8")
    return folder


def start(path: Path, db: Path, how: str = "quick", **more: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _CHANGE, str(path), str(db), how],
        cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more,  # type: ignore[call-overload]
    )  # fmt: skip


def names(db: Path) -> set[str]:
    with Reader(db) as reader:
        return {row.path for row in reader.sources().rows(0, 99)}


@pytest.mark.parametrize("how", ["quick", "whole"])
def test_a_change_that_is_killed_has_happened_or_not(folder: Path, tmp_path: Path, how: str) -> None:
    db = tmp_path / "c" / "corpus.db"
    corpus.build([folder], db)
    before = names(db)
    new = folder / "new.txt"
    new.write_text(text(random.Random(4)) * 10, encoding="utf-8")
    begun = time.monotonic()
    process = start(new, tmp_path / "c" / "corpus.db", how)
    assert process.stdout is not None
    assert [process.stdout.readline() for _ in range(2)] == ["begin\n", "done\n"], process.communicate()[1]
    whole = time.monotonic() - begun
    process.communicate()
    corpus.remove([new], db)
    for part in range(3):
        process = start(new, db, how)
        assert process.stdout is not None
        assert process.stdout.readline() == "begin\n"
        time.sleep(whole * (part + 1) / 5)  # whenever that is: any moment must do
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert names(db) in (before, before | {"new.txt"})
        consistent(db)
        if names(db) != before:
            corpus.remove([new], db)
        journal = Path(f"{db}-journal")  # SQLite leaves one into which nothing had been written
        assert not journal.exists() or not journal.read_bytes().strip(b"\0")
    corpus.add([new], db)
    assert names(db) == before | {"new.txt"}
    consistent(db)


def test_a_change_killed_amid_its_writing_is_taken_back(folder: Path, tmp_path: Path) -> None:
    """The journal of a change that was killed lies there: whoever looks first takes the change back."""
    db = tmp_path / "c" / "corpus.db"
    corpus.build([folder], db)
    before = names(db)
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 2')\n"
        "c.execute('BEGIN')\n"
        "c.execute('DELETE FROM mentions')\n"
        "c.execute('UPDATE sources SET text = upper(text)')\n"
        "c.execute('CREATE TABLE more AS SELECT * FROM passages, files')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(db)], check=False)
    assert Path(f"{db}-journal").stat().st_size > 0
    assert names(db) == before
    consistent(db)


@pytest.mark.parametrize("how", ["quick", "whole"])
def test_a_full_disk_leaves_the_corpus_as_it_was(folder: Path, tmp_path: Path, how: str) -> None:
    db = tmp_path / "c" / "corpus.db"
    corpus.build([folder], db)
    before = names(db)
    held = db.read_bytes()
    new = folder / "new.txt"
    new.write_text(text(random.Random(9)) + "\n" + "And so on it went. " * 6000, encoding="utf-8")
    limit = len(held) + 4096

    def squeeze() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    process = start(new, db, how, preexec_fn=squeeze)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 1
    last = said.strip().splitlines()[-1]
    assert last.startswith("reltui.corpus.errors.CannotWrite: The corpus cannot be written to")
    assert "full" in last
    assert names(db) == before
    consistent(db)
    assert [entry.name for entry in db.parent.iterdir() if entry.name.endswith((".new", "-journal"))] == []
    corpus.add([new], db)
    assert names(db) == before | {"new.txt"}


def test_two_change_one_corpus_at_once(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "c" / "corpus.db"
    corpus.build([folder], db)
    before = names(db)
    paths = [folder / f"new{number}.txt" for number in range(2)]
    for number, path in enumerate(paths):
        path.write_text(text(random.Random(number)), encoding="utf-8")
    processes = [start(path, db, "either") for path in paths]
    for process in processes:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
    assert names(db) == before | {path.name for path in paths}
    consistent(db)


def test_a_corpus_that_somebody_else_writes_to(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "c" / "corpus.db"
    corpus.build([folder], db)
    before = names(db)
    monkeypatch.setattr("reltui.corpus.quick.SMALL", 0)
    monkeypatch.setattr("reltui.store.change._PATIENCE", 0.1)
    (folder / "new.txt").write_text(text(random.Random(1)), encoding="utf-8")
    other = sqlite3.connect(db, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Locked) as raised:
        corpus.add([folder / "new.txt"], db)
    assert str(db) in str(raised.value)
    other.execute("ROLLBACK")
    other.close()
    assert names(db) == before
    corpus.add([folder / "new.txt"], db)
    assert names(db) == before | {"new.txt"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_corpus_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "c" / "corpus.db"
    corpus.build([folder], db)
    before = names(db)
    (folder / "new.txt").write_text(text(random.Random(1)), encoding="utf-8")
    db.parent.chmod(0o555)
    try:
        with pytest.raises(corpus.CannotWrite):
            changing.update(db)
        assert names(db) == before
    finally:
        db.parent.chmod(0o755)
