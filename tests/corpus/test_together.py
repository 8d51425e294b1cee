"""Several processes at one corpus: builders wait for each other, killed ones leave nothing behind."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reltui import corpus
from reltui.corpus import builder
from reltui.corpus.kept import kept_beside
from reltui.corpus.lock import alone
from reltui.store import Locked, Reader

_BUILD = """
import sys
from pathlib import Path
from reltui import corpus

def progress(stage, done, total):
    print(stage, flush=True)
    sys.stdin.readline()

corpus.build([sys.argv[1]], Path(sys.argv[2]), progress, title="new")
"""


@pytest.mark.parametrize("stop", ["read", "extract", "resolve", "store", "index"])
def test_a_killed_build_leaves_the_old_corpus(texts: Path, tmp_path: Path, stop: str) -> None:
    db = tmp_path / "c" / "corpus.db"
    corpus.build([texts], db, title="old")
    kept_beside(db).unlink()  # so that the second build has something to read
    before = hashlib.sha256(db.read_bytes()).hexdigest()
    child = subprocess.Popen(
        [sys.executable, "-c", _BUILD, str(texts), str(db)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ},
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    for line in child.stdout:
        if line.strip() == stop:
            break
        child.stdin.write("\n")
        child.stdin.flush()
    else:
        pytest.fail(f"the build never came to {stop}")
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert hashlib.sha256(db.read_bytes()).hexdigest() == before
    report = corpus.build([texts], db, title="new")  # it is not held up, and clears up
    assert report.title == "new"
    assert sorted(entry.name for entry in db.parent.iterdir()) == [".corpus.db.kept", "corpus.db"]


def test_a_build_that_is_stopped_leaves_the_old_corpus(texts: Path, tmp_path: Path) -> None:
    db = tmp_path / "c" / "corpus.db"
    corpus.build([texts], db, title="old")
    for stop in ("read", "extract", "resolve", "store", "index"):
        kept_beside(db).unlink()

        def progress(stage: str, done: int, total: int, stop: str = stop) -> None:
            if stage == stop:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            corpus.build([texts], db, progress, title="new")
        with Reader(db) as reader:
            assert reader.meta.title == "old"
        assert sorted(entry.name for entry in db.parent.iterdir()) == [".corpus.db.kept", "corpus.db"]


def test_a_builder_waits_for_another(texts: Path, tmp_path: Path) -> None:
    db = tmp_path / "c" / "corpus.db"
    db.parent.mkdir()
    waited = threading.Event()

    def progress(stage: str, done: int, total: int) -> None:
        if stage == "wait for another build":
            waited.set()

    with alone(db.parent, lambda: None, 0):
        thread = threading.Thread(target=corpus.build, args=([texts], db, progress))
        thread.start()
        assert waited.wait(30)
        assert not db.exists()
    thread.join(60)
    assert corpus.fresh([texts], db)


def test_a_builder_does_not_wait_for_ever(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builder, "PATIENCE", 0.0)
    db = tmp_path / "corpus.db"
    with alone(tmp_path, lambda: None, 0), pytest.raises(Locked, match="Another build of this corpus"):
        corpus.build([texts], db)


def test_a_reader_goes_on_while_a_build_replaces_the_corpus(texts: Path, tmp_path: Path) -> None:
    db = tmp_path / "corpus.db"
    corpus.build([texts], db, title="old")
    with Reader(db) as reader:
        corpus.build([texts], db, title="new")
        assert reader.meta.title == "old"
        assert len(reader.sources().rows(0, 9)) == 2
    with Reader(db) as reader:
        assert reader.meta.title == "new"
