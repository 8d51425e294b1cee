"""`export`: the whole corpus out, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.running import in_terminal


def test_the_forms_are_listed(run: Run):
    code, out, _ = run("export", "--forms")
    assert code == 0
    assert out.startswith("json\t")


def test_everything_goes_to_the_standard_output(run: Run):
    code, out, err = run("export", "json")
    assert (code, err) == (0, "")
    whole = json.loads(out)
    assert whole["format"] == "reltui/1"
    texts = {source["id"]: source["text"] for source in whole["sources"]}
    evidence = [one for event in whole["events"] for one in event["evidence"]]
    assert evidence
    assert all(texts[one["source"]][one["start"] : one["end"]] == one["text"] for one in evidence)


def test_a_file_is_replaced_by_the_same(run: Run, tmp_path: Path):
    target = tmp_path / "out.json"
    target.write_text("old")
    assert run("export", "json", "--output", str(target))[0] == 0
    assert target.read_text(encoding="utf-8") == run("export", "json")[1]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.json"]


def test_a_place_that_cannot_be_written(run: Run, tmp_path: Path):
    (tmp_path / "file").write_text("")
    code, _, err = run("export", "json", "-o", str(tmp_path / "file" / "out.json"))
    assert code == 5
    assert str(tmp_path / "file") in err


def test_what_is_no_file_is_written_to_and_not_replaced(run: Run, tmp_path: Path):
    import os
    import stat
    import threading

    pipe, got = tmp_path / "pipe", list[str]()
    os.mkfifo(pipe)
    reading = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reading.start()
    assert run("export", "json", "-o", str(pipe))[0] == 0
    reading.join(20)
    assert got == [run("export", "json")[1]]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_and_who_may_read_a_file_stay_as_they_were(run: Run, tmp_path: Path):
    target, link = tmp_path / "secret.json", tmp_path / "link.json"
    target.write_text("old")
    target.chmod(0o600)
    link.symlink_to(target)
    assert run("export", "json", "-o", str(link))[0] == 0
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o600
    assert json.loads(target.read_text(encoding="utf-8"))["format"] == "reltui/1"


def test_a_file_that_cannot_be_written_is_named_as_it_was_given(run: Run, tmp_path: Path):
    code, _, err = run("export", "json", "-o", str(tmp_path / "nowhere" / "out.json"))
    assert code != 0
    assert f"'{tmp_path / 'nowhere' / 'out.json'}'" in err


@pytest.mark.parametrize("arguments", [[], ["xlsx"]])
def test_a_form_has_to_be_chosen(run: Run, arguments: list[str]):
    code, out, err = run("export", *arguments)
    assert (code, out) == (2, "")
    assert "json" in err


def test_a_terminal_gets_nothing_that_acts(db: Path, tmp_path: Path):
    done = in_terminal("export", "json", "--db", str(db), home=tmp_path)
    assert done.code == 0
    assert "\x1b" not in done.out
    assert json.loads(done.out)["format"] == "reltui/1"
