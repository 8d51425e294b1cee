"""Worker processes: the same facts as in one process, nothing left behind, and what dies costs only itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reltui import corpus
from reltui.corpus import gathering
from reltui.corpus.crew import CannotStart, Crew, Died, Job
from reltui.corpus.kept import kept_beside
from reltui.read import discover
from reltui.store import Reader


def children() -> set[int]:
    """The processes that this one has, as the system lists them."""
    listed = Path(f"/proc/self/task/{os.getpid()}/children")
    if not listed.exists():
        pytest.skip("this system does not list child processes")
    return {int(number) for number in listed.read_text().split()}


def test_two_workers_find_what_one_process_finds(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "_LARGE", 150)  # one is read here and its sources sent, the other sent
    corpus.build([texts], tmp_path / "one.db", workers=1)
    before = children()
    corpus.build([texts], tmp_path / "two.db", workers=2)
    assert children() == before
    with Reader(tmp_path / "one.db") as one, Reader(tmp_path / "two.db") as two:
        assert one.everything() == two.everything()
        assert one.meta.counts == two.meta.counts


def test_of_many_large_files_each_is_left_whole_to_a_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(
            f"Ana Brnabić visited Niš on {number % 28 + 1} May 2021.\n"
        )
    monkeypatch.setattr(gathering, "_LARGE", 10)

    def read(found: object) -> object:
        raise AssertionError(f"{found} is read here")

    monkeypatch.setattr(gathering, "read_file", read)
    report = corpus.build([tmp_path], tmp_path / "many.db", workers=2)
    assert report.counts["sources"] == 40


def test_a_bad_file_stops_no_worker(texts: Path, tmp_path: Path) -> None:
    (texts / "bad.pdf").write_bytes(b"%PDF-1.7 nothing behind it")
    (texts / "blank.txt").write_text("  \n")
    paths = [texts, texts / "blank.txt"]
    one = corpus.build(paths, tmp_path / "one.db", workers=1)
    two = corpus.build(paths, tmp_path / "two.db", workers=2)
    assert one.unreadable == two.unreadable
    assert "blank.txt" in dict(two.unreadable)


def jobs(texts: Path, size: int) -> Iterator[Job]:
    found = discover([texts])
    for begin in range(0, len(found), size):
        yield Job("files", tuple(enumerate(found))[begin : begin + size])


class Poison:
    """A task of which the process dies that takes it out of its envelope."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return eval, ("__import__('os').kill(__import__('os').getpid(), 9)",)


@pytest.mark.parametrize("size", [1, 9])
def test_a_task_that_ends_its_worker_is_given_up_and_the_rest_done(texts: Path, size: int) -> None:
    for number in range(6):
        (texts / f"{number}.txt").write_text(f"Ana Brnabić visited Niš on {number + 1} May 2021.\n")
    tasks: list[tuple[object, object]] = [(file.name, file) for file in discover([texts])]
    tasks.insert(3, ("poison", Poison()))
    tasks.append(("more", Poison()))
    cut = [Job("files", tuple(tasks[at : at + size])) for at in range(0, len(tasks), size)]
    with Crew(2, None) as crew:
        results = dict(crew.run(iter(cut), lambda: None))
    assert set(results) == {name for name, _ in tasks}
    lost = {name: result.why for name, result in results.items() if isinstance(result, Died)}
    why = "the process that worked on it was ended by the system (SIGKILL), perhaps for want of memory"
    assert lost == {"poison": why, "more": why}
    assert all(result.file and result.texts for name, result in results.items() if name not in lost)


def test_no_worker_is_left_when_the_work_is_stopped(texts: Path) -> None:
    before = children()
    during = set[int]()

    def stop() -> None:
        during.update(children())
        if len(during - before) >= 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), Crew(2, None) as crew:
        list(crew.run(jobs(texts, 1), stop))
    assert during - before
    assert children() == before


def test_where_no_worker_comes_up_the_work_is_done_here(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(CannotStart), Crew(2, None) as crew:
        list(crew.run(jobs(texts, 1), lambda: None))
    report = corpus.build([texts], tmp_path / "c.db", workers=2)
    assert report.unreadable == ()
    assert report.counts["mentions"] > 0


def test_a_bad_table_is_said_once(texts: Path, tmp_path: Path) -> None:
    from reltui.authority import BadTable

    own = tmp_path / "c" / "tables"
    own.mkdir(parents=True)
    (own / "people.tsv").write_text("no\tsuch\tcolumns\n")
    before = children()
    with pytest.raises(BadTable):
        corpus.build([texts], tmp_path / "c" / "corpus.db", workers=2)
    assert children() == before


_BUILD = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
from pathlib import Path
from reltui import corpus

def progress(stage, done, total):
    if stage == "extract":
        print(stage, flush=True)

corpus.build([sys.argv[1]], Path(sys.argv[2]), progress, workers=2)
"""


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_workers_go_when_their_build_does(texts: Path, tmp_path: Path, sent: int) -> None:
    for number in range(12):
        (texts / f"{number}.txt").write_text(
            f"Ana Brnabić visited Niš in {1980 + number}.\n" + "So it was. " * 500
        )
    db = tmp_path / "c" / "corpus.db"
    child = subprocess.Popen(
        [sys.executable, "-c", _BUILD, str(texts), str(db)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdout.readline() == "extract\n"
    listed = Path(f"/proc/{child.pid}/task/{child.pid}/children")
    if not listed.exists():
        pytest.skip("this system does not list child processes")
    until = time.monotonic() + 20
    while not (workers := listed.read_text().split()):
        assert time.monotonic() < until, "no worker was ever started"
        time.sleep(0.01)
    child.send_signal(sent)
    child.communicate()
    assert child.returncode != 0
    until = time.monotonic() + 20
    while any(Path(f"/proc/{number}/cmdline").exists() for number in workers):
        assert time.monotonic() < until, "a worker outlives its build"
        time.sleep(0.05)
    assert not db.exists()
    report = corpus.build([texts], db)  # what was done is not done again, and nothing is in the way
    assert report.counts["files"] == 14


def test_unchanged_files_are_not_read_again(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "c.db"
    corpus.build([texts], db)
    with Reader(db) as reader:
        before = reader.everything()
    read: list[str] = []
    real = gathering.gather

    def gather(found: object, tables: object) -> object:
        read.append(found.name)  # type: ignore[attr-defined]
        return real(found, tables)  # type: ignore[arg-type]

    monkeypatch.setattr(gathering, "gather", gather)
    corpus.build([texts], db)
    os.utime(texts / "letter.txt", (1_000_000_000, 1_000_000_000))  # touched, not changed
    corpus.build([texts], db)
    assert read == []
    with Reader(db) as reader:
        assert reader.everything() == before
    (texts / "letter.txt").write_text("Sergey Lavrov visited Belgrade on 2 May 2021.\n")
    corpus.build([texts], db)
    assert read == ["letter.txt"]
    (texts / "sources.toml").write_text('["letter.txt"]\ntitle = "T"\n')
    corpus.build([texts], db)
    assert read == ["letter.txt", "letter.txt"]  # what is known of it changed


@pytest.mark.parametrize("harm", [b"", b"no database at all", None])
def test_what_is_kept_may_be_anything(texts: Path, tmp_path: Path, harm: bytes | None) -> None:
    db = tmp_path / "c.db"
    corpus.build([texts], db)
    with Reader(db) as reader:
        before = reader.everything()
    path = kept_beside(db)
    if harm is None:
        data = bytearray(path.read_bytes())
        for at in range(100, len(data), 97):
            data[at] ^= 0x55
        path.write_bytes(bytes(data))
    else:
        path.write_bytes(harm)
    corpus.build([texts], db)
    with Reader(db) as reader:
        assert reader.everything() == before
