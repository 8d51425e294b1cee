"""Commands show the corpus as it is by the user's file, also where no build has laid it on yet."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reltui.__main__ import main
from reltui.corrections import DropEvent, MergeActors, Remark, RenameActor, append, beside, entry
from reltui.corrections.entries import ActorRef, Body
from reltui.hand import actor_of, event_of
from reltui.store import Reader
from tests.cli.conftest import Run


@pytest.fixture
def mine(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, Run]:
    """The small corpus for this test alone, and how to run a command on it."""
    own = tmp_path / "mine" / "corpus.db"
    own.parent.mkdir()
    shutil.copy(db, own)

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(["--db", str(own), *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return own, run


def keep(db: Path, *bodies: Body) -> None:
    append(beside(db), *(entry(body) for body in bodies))


def test_lists_search_and_export_show_what_was_corrected(mine: tuple[Path, Run]) -> None:
    db, run = mine
    with Reader(db) as reader:
        keep(
            db,
            RenameActor(actor_of(reader, "putin"), "V. V. Putin"),
            MergeActors(actor_of(reader, "rosatom"), actor_of(reader, "nis")),
            DropEvent(event_of(reader, "forum")),
        )
    code, out, err = run("actors", "--json")
    assert (code, err) == (0, "")
    shown = {row["id"]: row for row in json.loads(out)}
    assert shown["putin"]["name"] == "V. V. Putin"
    assert "rosatom" not in shown
    assert shown["nis"]["mentions"] == 3
    assert "forum" not in run("events")[1]
    assert "V. V. Putin" in run("search", "путин")[1]
    assert "V. V. Putin" in run("show", "putin")[1]
    assert "nothing with the id 'rosatom'" in run("show", "rosatom")[2]
    exported = json.loads(run("export", "json")[1])
    assert [one["name"] for one in exported["actors"] if one["id"] == "putin"] == ["V. V. Putin"]
    assert all(one["id"] != "forum" for one in exported["events"])


def test_notes_marks_and_labels_are_found(mine: tuple[Path, Run]) -> None:
    db, run = mine
    with Reader(db) as reader:
        keep(
            db,
            Remark("note", event_of(reader, "call-oct"), "who called whom?"),
            Remark("mark", actor_of(reader, "lavrov")),
            Remark("label", event_of(reader, "call-dec"), "gas deals"),
        )
    assert run("events", "has:note")[1].split("\t")[-1].strip() == "call-oct"
    assert run("events", "label:gas")[1].split("\t")[-1].strip() == "call-dec"
    assert run("actors", "has:mark")[1].split("\t")[-1].strip() == "lavrov"
    assert "call-oct" in run("search", "has:note")[1]
    code, _, err = run("events", "has:mark")
    assert (code, "nothing found" in err) == (1, True)
    assert run("events", "has:note", "--explain")[2].startswith("query: with a note")


def test_lines_that_cannot_be_used_stop_no_command(mine: tuple[Path, Run]) -> None:
    db, run = mine
    beside(db).write_bytes(b'\xff\xfe\n{"what": "rename-actor", "actor": "putin", "name": "V. V. Putin"}\n')
    code, out, _ = run("actors")
    assert code == 0
    assert "V. V. Putin" in out


def test_an_entry_about_nobody_changes_nothing(mine: tuple[Path, Run]) -> None:
    db, run = mine
    before = run("actors")[1]
    keep(db, RenameActor(ActorRef("nobody-here"), "Somebody"))
    assert run("actors")[1] == before
