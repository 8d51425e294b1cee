"""What a build holds: texts on the disk or not, the same corpus comes out, and nothing is left behind."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import SpooledTemporaryFile

import pytest

from reltui import corpus
from reltui.corpus import stock
from reltui.corpus.errors import CannotWrite
from reltui.corpus.pickled import dumps
from reltui.store import Reader


def test_texts_that_go_to_the_disk_come_back_as_they_were(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (texts / "half.txt").write_text("Ana Brnabić met \ufffd Ђурић in Niš on 2 May 2021 \U0001f600.\n")
    corpus.build([texts], tmp_path / "a" / "held.db")
    monkeypatch.setattr(stock, "_IN_MEMORY", 100)
    monkeypatch.setattr(stock, "_AT_HAND", 1)
    corpus.build([texts], tmp_path / "b" / "spilled.db")
    with Reader(tmp_path / "a" / "held.db") as held, Reader(tmp_path / "b" / "spilled.db") as spilled:
        assert held.everything() == spilled.everything()
        assert held.meta.counts == spilled.meta.counts
    left = {path.name for path in (tmp_path / "b").iterdir()}
    assert left == {"spilled.db", ".spilled.db.kept"}


def test_no_room_for_the_texts_is_said_in_a_sentence_and_the_old_corpus_stays(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "c.db"
    corpus.build([texts], db)
    before = db.read_bytes()

    def full(self: object, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(SpooledTemporaryFile, "write", full)
    with pytest.raises(CannotWrite, match="no space left on device; make room there"):
        corpus.build([texts], db)
    assert db.read_bytes() == before


def test_a_pickle_makes_the_same_again_and_is_smaller(texts: Path) -> None:
    import pickle

    from reltui.corpus.work import gather, tables_of
    from reltui.read import discover

    found = [gather(file, tables_of(None)) for file in discover([texts])]
    assert any(one.told for one in found)
    packed = dumps(found)
    assert pickle.loads(packed) == found
    assert len(packed) < len(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))


def test_workers_leave_the_very_same_rows_in_every_table_and_index(texts: Path, tmp_path: Path) -> None:
    def rows(db: Path) -> dict[str, list[tuple[object, ...]]]:
        with closing(sqlite3.connect(db)) as connection:
            tables = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'meta' AND sql NOT LIKE '%VIRTUAL%'"
            ).fetchall()
            return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for (name,) in tables}

    corpus.build([texts], tmp_path / "a" / "alone.db", workers=1)
    corpus.build([texts], tmp_path / "b" / "helped.db", workers=2)
    alone, helped = rows(tmp_path / "a" / "alone.db"), rows(tmp_path / "b" / "helped.db")
    assert alone == helped
    assert alone["passage_finder_data"]
    assert alone["passage_phrases_data"]
