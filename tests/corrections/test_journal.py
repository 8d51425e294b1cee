"""The file: only ever added to, by several at once, and readable with all its faults."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reltui.corrections import (
    ActorRef,
    Alias,
    Anchor,
    CannotKeep,
    Entry,
    Remark,
    Undo,
    append,
    beside,
    encode,
    entry,
    load,
)


def alias(name: str, ident: str) -> Entry:
    return entry(Alias(ActorRef("sergey-lavrov"), name), ident=ident, time="2026-01-02T03:04:05Z")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "corrections.jsonl"


def test_what_was_appended_is_read(path: Path):
    written = [alias("Лавров", "a1"), alias("Lavrow", "a2")]
    append(path, written[0])
    append(path, written[1])
    log = load(path)
    assert (list(log), log.problems) == (written, ())


def test_each_line_is_json_and_the_first_says_what_the_file_is(path: Path):
    append(path, alias("Лавров", "a1"))
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines[0]["format"] == "reltui-corrections/1"
    assert "docs" not in lines[0]["about"]
    assert "Лавров" in path.read_text(encoding="utf-8"), "readable in any script"


def test_no_file_is_an_empty_log(path: Path):
    log = load(path)
    assert (len(log), log.problems, log.to_undo, log.to_redo) == (0, (), None, None)
    assert not path.parent.exists()


def test_what_is_there_is_never_written_again(path: Path):
    append(path, alias("Lavrow", "a1"))
    before = path.read_bytes()
    number = path.stat().st_ino
    append(path, entry(Undo("a1"), ident="u1"))
    assert path.read_bytes().startswith(before)
    assert path.stat().st_ino == number


def test_by_hand(path: Path):
    """What a person may write: comments, empty lines, Windows line ends, no id, no time, an id for a reference."""
    path.parent.mkdir()
    path.write_bytes(
        b"\xef\xbb\xbf# my own\r\n\r\n"
        b'{"what": "alias", "actor": "sergey-lavrov", "name": "Lavrow"}\r\n'
        b'{"id": "n1", "what": "note", "text": "hm", "actor": {"id": "sergey-lavrov"}}'
    )
    log = load(path)
    assert log.problems == ()
    assert [e.body for e in log] == [
        Alias(ActorRef("sergey-lavrov"), "Lavrow"),
        Remark("note", ActorRef("sergey-lavrov"), "hm"),
    ]
    assert len(log.entries[0].id) == 8
    append(path, entry(Undo(log.entries[0].id), ident="u1"))
    assert [e.id for e in load(path).active] == ["n1"]


DAMAGED = {
    '{"id": "x1", "what": "alias", "actor": "a", "na': "it cannot be read as JSON, at character",
    "<<<<<<< HEAD": "it cannot be read as JSON, at character 1",
    "[1, 2]": "the entry should be written in braces",
    '{"id": "x1"}': "the entry has no “what”",
    '{"id": "x1", "what": 7}': "“what” of the entry should be text in quotation marks",
    '{"id": "x 1", "what": "alias", "actor": "a", "name": "b"}': "at most 40 letters and digits",
    '{"id": "x1", "what": "alias", "actor": "a"}': "the entry has no “name”",
    '{"id": "x1", "what": "alias", "actor": "a", "name": " – "}': "“name” of the entry has no letter or digit",
    '{"id": "x1", "what": "alias", "actor": "a", "name": "b\\u001b[31m"}': "a control character",
    '{"id": "x1", "what": "alias", "actor": "a", "name": "b\\ud800"}': "half a character",
    '{"id": "x1", "what": "alias", "actor": "a", "name": "' + "b" * 201 + '"}': "longer than 200 characters",
    '{"id": "x1", "what": "alias", "actor": {"name": "a"}, "name": "b"}': "the actor has no “id”",
    '{"id": "x1", "what": "event-date", "event": "e", "date": "2024-13"}': "there is no month 13",
    '{"id": "x1", "what": "event-date", "event": "e"}': "the entry has no “date”",
    '{"id": "x1", "what": "event-type", "event": "e", "type": "party"}': "“party”, which is none of visit",
    '{"id": "x1", "what": "event-status", "event": "e", "status": null}': "“status” of the entry should be text",
    '{"id": "x1", "what": "note", "text": "b"}': "a note is put on one of “actor”, “event” or “place”",
    '{"id": "x1", "what": "note", "actor": "a", "event": "e", "text": "b"}': "and it has 2",
    '{"id": "x1", "what": "note", "actor": "a", "text": ""}': "“text” of the entry is empty",
    '{"id": "x1", "what": "mark", "place": {"exact": "a b"}}': "the place names neither a “path” nor a “file”",
    '{"id": "x1", "what": "mark", "place": {"path": "a.txt", "exact": "b", "at": "4"}}': "a whole number",
    '{"id": "x1", "what": "split-actor", "actor": "a", "mentions": [], "new": {"name": "b"}}': "“mentions” of",
    '{"id": "x1", "what": "split-actor", "actor": "a", "mentions": {}, "new": {"name": "b"}}': "a list in square",
    '{"id": "x1", "what": "undo", "of": "nobody"}': "it takes back nobody, and no line above has that id",
    '{"id": "a1", "what": "undo", "of": "a1"}': "its id a1 stands in line 2 already; give it one of its own",
    "[" * 100_000: "it cannot be read as JSON",
    '{"id": "x1", "what": "alias", "actor": "a", "name": ' + "9" * 5000 + "}": "it cannot be read as JSON",
}


@pytest.mark.parametrize("line", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_line_is_told_and_the_rest_counts(path: Path, line: str):
    append(path, alias("Lavrow", "a1"))
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    append(path, alias("Лавров", "a2"))
    log = load(path)
    assert [e.id for e in log] == ["a1", "a2"]
    assert len(log.problems) == 1
    said = str(log.problems[0])
    assert said.startswith("line 3: ")
    assert DAMAGED[line] in said
    assert said.endswith("the line is left out")
    assert "\n" not in said


def test_bytes_that_are_no_text(path: Path):
    append(path, alias("Lavrow", "a1"))
    with path.open("ab") as file:
        file.write(b'{"id": "x1", "name": "\xff\xfe"}\n')
    log = load(path)
    assert [str(p) for p in log.problems] == ["line 3: it is not UTF-8; the line is left out"]
    assert len(log) == 1


def test_a_line_that_was_cut_off_does_not_spoil_the_next(path: Path):
    append(path, alias("Lavrow", "a1"))
    with path.open("ab") as file:
        file.write(b'{"id": "x1", "what": "al')
    append(path, alias("Лавров", "a2"))
    assert [e.id for e in load(path)] == ["a1", "a2"]
    assert [p.line for p in load(path).problems] == [3]


def test_the_same_line_twice_counts_once(path: Path):
    """As git's `merge=union` leaves it where both branches have a line."""
    append(path, alias("Lavrow", "a1"))
    append(path, alias("Lavrow", "a1"))
    assert (len(load(path)), load(path).problems) == (1, ())


def test_a_kind_of_a_newer_version_is_kept_and_told(path: Path):
    append(path, alias("Lavrow", "a1"))
    line = '{"id": "z1", "time": "2030-01-01T00:00:00Z", "what": "link-actors", "a": [1, {"b": "ж"}], "why": "so"}'
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    before = path.read_bytes()
    log = load(path)
    assert [str(p) for p in log.problems] == [
        "line 3: this version of reltui does not know what “link-actors” is; the line is kept and has no effect"
    ]
    assert [e.id for e in log.active] == ["a1"]
    assert [e.id for e in log.unknown] == ["z1"]
    assert json.loads(encode(log.unknown[0])) == json.loads(line)
    append(path, entry(Undo("z1"), ident="u1"))
    assert path.read_bytes().startswith(before)
    assert load(path).unknown == ()


def test_a_file_of_a_newer_format_is_used_as_far_as_it_is_understood(path: Path):
    path.parent.mkdir()
    path.write_text(
        f'{{"format": "reltui-corrections/2"}}\n{encode(alias("Lavrow", "a1"))}\n', encoding="utf-8"
    )
    log = load(path)
    assert [e.id for e in log] == ["a1"]
    assert "line 1: the file is of another format (reltui-corrections/2)" in str(log.problems[0])


def test_what_cannot_be_seen_is_written_so_that_it_can(path: Path):
    text = "a\u202eb\x7fc\u2028d\x1b[31m\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")
    written = entry(Remark("note", Anchor("", "a.txt", "x"), text), "why\nnot", ident="n1")
    append(path, written)
    raw = path.read_text(encoding="utf-8")
    assert not set(raw) & set("\u202e\x7f\u2028\x1b")
    assert "😀" in raw
    assert load(path).get("n1") == written


def test_a_file_that_cannot_be_read_is_a_problem_of_its_own(tmp_path: Path):
    log = load(tmp_path)  # a folder
    assert [str(p) for p in log.problems] == [
        "it cannot be read (is a directory), so no correction is applied"
    ]


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path):
    with pytest.raises(CannotKeep, match=r"cannot be kept in .*: is a directory; make room there"):
        append(tmp_path, alias("Lavrow", "a1"))
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotKeep):
        append(tmp_path / "file" / "corrections.jsonl", alias("Lavrow", "a1"))


def test_a_full_disk_leaves_the_file_as_it_was(path: Path):
    """The system's own limit on the size of files stands for the full disk, in a process of its own."""
    append(path, alias("Lavrow", "a1"))
    before = path.read_bytes()
    code = (
        "import resource, signal, sys; from pathlib import Path; from reltui.corrections import *\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before) + 40}, {len(before) + 40}))\n"
        "try: append(Path(sys.argv[1]), entry(Alias(ActorRef('a'), 'b' * 100)))\n"
        "except CannotKeep as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert "cannot be kept" in done.stdout
    assert "file too large" in done.stdout
    assert path.read_bytes() == before


def test_two_processes_lose_nothing_of_each_other(path: Path):
    code = (
        "import sys; from pathlib import Path; from reltui.corrections import *\n"
        "for n in range(40):\n"
        "    name = f'{sys.argv[2]}{n}'\n"
        "    append(Path(sys.argv[1]), entry(Alias(ActorRef('a'), name + 'x' * 150), ident=name))"
    )
    command = [sys.executable, "-c", code, str(path)]
    both = [subprocess.Popen([*command, name]) for name in "pq"]
    seen = 0
    while any(process.poll() is None for process in both):
        log = load(path)
        assert log.problems == (), "a reader never sees half a line"
        assert len(log) >= seen
        seen = len(log)
    assert [process.returncode for process in both] == [0, 0]
    ids = [e.id for e in load(path)]
    assert [i for i in ids if i[0] == "p"] == [f"p{n}" for n in range(40)]
    assert [i for i in ids if i[0] == "q"] == [f"q{n}" for n in range(40)]
    assert path.read_text(encoding="utf-8").count('"format"') == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_is_somebody_elses(path: Path):
    append(path, alias("Lavrow", "a1"))
    path.chmod(0)
    assert "permission denied" in str(load(path).problems[0])


def test_each_database_has_its_own_file():
    assert beside(Path("/data/shipped/corpus.db")) == Path("/data/shipped/corrections.jsonl")
    assert beside(Path("/data/my.db")) == Path("/data/my.corrections.jsonl")
