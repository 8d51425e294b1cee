"""`add`, `remove`, `watch`, `corpora`: what they do, say and answer."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reltui.__main__ import main
from reltui.store import Reader
from tests.cli.running import PYTHON, surroundings


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    (folder / "old").mkdir(parents=True)
    (folder / "one.txt").write_text(
        "Sergey Lavrov met Ivica Dačić in Moscow on 3 May 2024.\n", encoding="utf-8"
    )
    (folder / "old" / "two.txt").write_text(
        "Vladimir Putin visited Belgrade in May 2023.\n", encoding="utf-8"
    )
    return folder


@pytest.fixture
def own(notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    db = tmp_path / "own.db"
    assert main(["build", str(notes), "--db", str(db)]) == 0
    capsys.readouterr()
    return db


def paths(db: Path) -> set[str]:
    with Reader(db) as reader:
        return {row.path for row in reader.sources().rows(0, 99)}


def test_add_and_remove(notes: Path, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = tmp_path / "more.txt"
    more.write_text("Ana Brnabić spoke with Sergey Lavrov on 6 May 2024.\n", encoding="utf-8")
    assert main(["add", str(more), "--db", str(own)]) == 0
    out, err = capsys.readouterr()
    assert out == f"{own}\n"
    assert "'notes' has 3 sources" in err
    assert paths(own) == {"notes/one.txt", "notes/old/two.txt", "more.txt"}
    assert main(["remove", str(notes / "old"), str(more), "--db", str(own), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["sources"] == 1
    assert paths(own) == {"one.txt"}
    assert (notes / "old" / "two.txt").exists()
    # what was taken out stays out, whoever builds the same corpus again
    (notes / "three.txt").write_text("Aleksandar Vučić visited Sochi.\n", encoding="utf-8")
    assert main(["build", str(notes), "--db", str(own)]) == 0
    assert paths(own) == {"one.txt", "three.txt"}
    assert main(["build", str(notes), "--db", str(own)]) == 0
    assert "nothing changed" in capsys.readouterr().err
    assert main(["add", str(notes / "old" / "two.txt"), "--db", str(own)]) == 0
    assert paths(own) == {"one.txt", "three.txt", "old/two.txt"}


@pytest.mark.parametrize("command", ["add", "remove", "watch"])
def test_a_corpus_must_be_named(command: str, notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = [] if command == "watch" else [str(notes)]
    assert main([command, *given]) == 2
    assert "Say which corpus with --db FILE" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["add", "remove", "watch"])
def test_a_corpus_must_be_there(
    command: str, notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [] if command == "watch" else [str(notes)]
    assert main([command, *given, "--db", str(tmp_path / "none.db")]) == 4
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "none.db").exists()


def test_what_is_not_in_it_cannot_be_removed(
    own: Path, notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["remove", str(tmp_path / "strange.txt"), "--db", str(own)]) == 2
    assert "strange.txt' cannot be taken out of the corpus" in capsys.readouterr().err
    assert main(["remove", str(notes), "--db", str(own)]) == 2
    assert "nothing would be left of it" in capsys.readouterr().err
    assert len(paths(own)) == 2


def test_what_cannot_be_read_is_said(own: Path, notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (notes / "bad.pdf").write_bytes(b"%PDF-1.4\n and nothing of the kind")
    assert main(["add", str(notes / "bad.pdf"), "--db", str(own)]) == 3
    assert "bad.pdf could not be read" in capsys.readouterr().err
    assert len(paths(own)) == 2
    assert main(["add", str(notes / "absent.txt"), "--db", str(own)]) == 2


def test_what_could_not_be_read_before_is_not_said_at_every_change(
    own: Path, notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, more = notes / "bad.pdf", tmp_path / "more.txt"
    bad.write_bytes(b"%PDF-1.4\n and nothing of the kind")
    assert main(["build", str(notes), "--db", str(own)]) == 3
    more.write_text("Ana Brnabić spoke with Sergey Lavrov on 6 May 2024.\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["add", str(more), "--db", str(own)]) == 0, "all that was named could be read"
    err = capsys.readouterr().err
    assert "bad.pdf" not in err
    assert "1 file could not be read before either" in err
    assert main(["remove", str(more), "--db", str(own)]) == 0
    assert "bad.pdf" not in capsys.readouterr().err
    for named in (bad, notes, f"{notes}/*.pdf"):
        assert main(["add", str(named), "--db", str(own)]) == 3, named
        assert "bad.pdf could not be read" in capsys.readouterr().err
    bad.write_bytes(b"PK\x03\x04 a damaged archive")
    bad.rename(notes / "bad.docx")
    assert main(["add", str(more), "--db", str(own)]) == 3, "another one now, which nobody knows of"
    assert "bad.docx could not be read" in capsys.readouterr().err


def test_one_is_no_plural(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.txt").write_text("Nothing happened.\n")
    assert main(["build", str(tmp_path / "one.txt"), "--db", str(tmp_path / "one.db")]) == 0
    assert "1 source, 0 actors, 0 events" in capsys.readouterr().err


@pytest.mark.parametrize("every", ["0", "-1", "x", "nan", "1e9"])
def test_how_often_to_look(every: str, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", "--db", str(own), "--every", every]) == 2
    assert "is not a number of seconds" in capsys.readouterr().err


def test_a_watch_follows_its_files_and_stops(own: Path, notes: Path, tmp_path: Path) -> None:
    watch = subprocess.Popen(
        [*PYTHON, "watch", "--db", str(own), "--every", "0.2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings(tmp_path),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # also where tests run in the background
    )  # fmt: skip
    assert watch.stderr is not None
    assert watch.stderr.readline() == "reltui: watching the files of 'notes'; ctrl+c stops it.\n"
    (notes / "new.txt").write_text("Ana Brnabić visited Niš.\n", encoding="utf-8")
    assert "'notes' has 3 sources" in watch.stderr.readline()
    assert len(paths(own)) == 3
    os.remove(notes / "new.txt")
    assert "'notes' has 2 sources" in watch.stderr.readline()
    watch.send_signal(signal.SIGINT)
    out, err = watch.communicate(timeout=60)
    assert watch.returncode == 130
    assert err == "reltui: no longer watching 'notes'.\n"
    assert out == f"{own}\n" * 2
    assert paths(own) == {"one.txt", "old/two.txt"}


def test_corpora_are_listed(
    own: Path, notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corpora"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "There is no corpus yet" in err
    assert main(["build", str(notes)]) == 0
    place = capsys.readouterr().out.strip()
    (tmp_path / "broken.db").write_bytes(b"SQLite format 3\0 and nothing more")
    assert main(["corpora", str(own), str(tmp_path / "broken.db"), "--json"]) == 0
    kept, named, broken = json.loads(capsys.readouterr().out)
    assert (kept["title"], kept["db"], kept["sources"]) == ("notes", place, 2)
    assert kept["inputs"] == [str(notes)]
    assert kept["size"] == Path(place).stat().st_size
    assert named["db"] == str(own)
    assert broken["problem"]
    assert main(["corpora"]) == 0
    assert place in capsys.readouterr().out


def test_workers_are_some(notes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = str(tmp_path / "w.db")
    assert main(["build", str(notes), "--db", db, "--workers", "2"]) == 0
    for number in ("0", "-3", "9999", "many"):
        assert main(["build", str(notes), "--db", db, "--workers", number]) == 2
    assert sys.exc_info() == (None, None, None)
