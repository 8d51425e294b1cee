"""Building: what comes of files, what cannot be read, what must not be replaced."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from reltui import corpus, resources
from reltui.corpus import CannotWrite, NothingToRead
from reltui.query import parse
from reltui.read import Missing, Unreadable
from reltui.store import Foreign, Newer, Reader


def test_files_become_a_corpus(texts: Path, tmp_path: Path) -> None:
    db = tmp_path / "c" / "corpus.db"
    told: list[tuple[str, int, int]] = []
    report = corpus.build([texts], db, lambda *said: told.append(said))
    assert (report.db, report.title, report.unreadable, report.notice) == (db, "texts", (), "")
    assert report.counts["files"] == 2
    assert report.seconds > 0
    stages = list(dict.fromkeys(stage for stage, _, _ in told))
    assert stages == ["read", "extract", "resolve", "store", "index"]
    assert all(0 <= done <= total for _, done, total in told)
    assert sorted(entry.name for entry in db.parent.iterdir()) == [".corpus.db.kept", "corpus.db"]
    with Reader(db) as reader:
        assert reader.meta.title == "texts"
        assert reader.meta.inputs == (str(texts),)
        assert {row.path for row in reader.sources().rows(0, 9)} == {"letter.txt", "deep/note.txt"}
        assert any(hit.kind == "passage" for hit in reader.search(parse("лавров")))
        for row in reader.sources().rows(0, 9):  # the first law
            text = reader.source(row.id).text
            for mention in reader.mentions(row.id):
                assert text[mention.start : mention.end] == mention.surface


def test_a_title_may_be_given(texts: Path, tmp_path: Path) -> None:
    assert corpus.build([texts], tmp_path / "c.db", title="My letters").title == "My letters"
    report = corpus.build([texts / "letter.txt", texts / "deep"], tmp_path / "d.db")
    assert report.title == "letter.txt, deep"


def test_one_bad_file_stops_nothing(texts: Path, tmp_path: Path) -> None:
    (texts / "bad.pdf").write_bytes(b"%PDF-1.4 \x00 nothing that follows is a document")
    (texts / "picture.txt").write_bytes(bytes(range(256)) * 40)
    report = corpus.build([texts, texts / "bad.pdf"], tmp_path / "c.db")
    assert report.counts["sources"] == 2
    assert [name for name, _ in report.unreadable if "bad.pdf" in name]
    with Reader(tmp_path / "c.db") as reader:
        assert reader.meta.unreadable == report.unreadable
    assert all(reason and "\n" not in reason for _, reason in report.unreadable)


def test_a_reader_that_fails_stops_nothing(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import reltui.read

    real = reltui.read.read

    def read(found: object) -> object:
        if found.name == "letter.txt":  # type: ignore[attr-defined]
            raise RecursionError("too deep")
        return real(found)  # type: ignore[arg-type]

    monkeypatch.setattr(reltui.read, "read", read)
    report = corpus.build([texts], tmp_path / "c.db")
    assert report.unreadable == (("letter.txt", "reltui failed on it (RecursionError: too deep)"),)
    assert report.counts["sources"] == 1


def test_extraction_that_fails_leaves_the_text(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import reltui.extract

    real = reltui.extract.extract

    def extract(source: object, *others: object) -> object:
        if source.path == "letter.txt":  # type: ignore[attr-defined]
            raise ValueError("no such thing")
        return real(source, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(reltui.extract, "extract", extract)
    report = corpus.build([texts], tmp_path / "c.db")
    assert report.unreadable == (("letter.txt", "its facts could not be found (ValueError: no such thing)"),)
    with Reader(tmp_path / "c.db") as reader:
        assert {hit.kind for hit in reader.search(parse("pipeline"))} == {"passage"}


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_extraction_runs_on_any_executor(
    texts: Path, tmp_path: Path, pool: Callable[[int], ProcessPoolExecutor]
) -> None:
    corpus.build([texts], tmp_path / "one.db")
    with pool(2) as executor:
        corpus.build([texts], tmp_path / "two.db", executor=executor)
    with Reader(tmp_path / "one.db") as one, Reader(tmp_path / "two.db") as two:
        assert one.everything() == two.everything()
        assert one.meta.fingerprint == two.meta.fingerprint


def test_nothing_to_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(
        NothingToRead, match="there is no file in it that could be read; name files"
    ) as raised:
        corpus.build([empty], tmp_path / "c.db")
    assert isinstance(raised.value, Unreadable)
    (empty / "x.txt").touch()
    with pytest.raises(NothingToRead, match="the file is empty"):
        corpus.build([empty / "x.txt"], tmp_path / "c.db")
    assert not (tmp_path / "c.db").exists()


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        corpus.build([tmp_path / "absent"], tmp_path / "c.db")


def test_what_must_not_be_replaced(texts: Path, tmp_path: Path) -> None:
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("three years of work\n")
    with pytest.raises(Foreign):
        corpus.build([texts], thesis)
    assert thesis.read_text() == "three years of work\n"
    bookmarks = tmp_path / "places.sqlite"
    connection = sqlite3.connect(bookmarks)
    connection.execute("CREATE TABLE moz (url TEXT)")
    connection.close()
    with pytest.raises(Foreign):
        corpus.build([texts], bookmarks)
    corpus.build([texts], tmp_path / "c.db")
    connection = sqlite3.connect(tmp_path / "c.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(Newer):
        corpus.build([texts], tmp_path / "c.db")
    with pytest.raises(Foreign):
        corpus.build([texts], texts)


def test_a_damaged_corpus_is_built_anew(texts: Path, tmp_path: Path) -> None:
    db = tmp_path / "c.db"
    corpus.build([texts], db)
    db.write_bytes(db.read_bytes()[:5000])
    assert not corpus.fresh([texts], db)
    corpus.build([texts], db)
    assert corpus.fresh([texts], db)


def test_a_place_that_cannot_be_written(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite) as raised:
        corpus.build([texts], tmp_path / "file" / "corpus.db")
    assert str(raised.value).startswith("The corpus cannot be written to ")
    with pytest.raises(CannotWrite):
        corpus.build([texts], Path("/proc/reltui/corpus.db"))


def test_more_paths_are_added(texts: Path, tmp_path: Path) -> None:
    db = tmp_path / "c.db"
    corpus.build([texts / "letter.txt"], db, title="Mine")
    report = corpus.add([texts / "deep"], db)
    assert report.title == "Mine"
    with Reader(db) as reader:
        assert reader.meta.inputs == (str(texts / "letter.txt"), str(texts / "deep"))
        assert len(reader.sources()) == 2


def test_the_same_text_in_two_files_is_linked(texts: Path, tmp_path: Path) -> None:
    shutil.copy(texts / "letter.txt", texts / "again.txt")
    corpus.build([texts], tmp_path / "c.db")
    with Reader(tmp_path / "c.db") as reader:
        hits = [hit for hit in reader.search(parse("pipeline")) if hit.kind == "passage"]
        assert len(hits) == 1
        assert len(hits[0].also_in) == 1


def test_the_shipped_corpus(tmp_path: Path) -> None:
    seeds = [resources.shipped("seeds")]
    db = corpus.shipped()
    assert not corpus.fresh(seeds, db)
    report = corpus.build(seeds, db)
    assert corpus.fresh(seeds, db)
    assert (report.title, report.unreadable) == ("Russia–Serbia", ())
    assert report.counts["sources"] == 13
    assert report.counts["untraced"] == 0
    with Reader(db) as reader:
        found = [reader.search(parse(text)) for text in ("djuric", "ђурић", "џурић", "джурич")]
        passages = [{hit.id for hit in hits if hit.kind == "passage"} for hits in found]
        assert passages[0]
        assert passages[0] == passages[1] == passages[2] == passages[3]
        assert all(hits[0].kind == "actor" for hits in found)
