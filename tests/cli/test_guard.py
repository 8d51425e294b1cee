"""Whatever goes wrong ends in one sentence and an exit code."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest

from reltui.__main__ import main
from reltui.cli.commands import figures
from tests.cli.running import in_terminal, piped, surroundings


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch):
    """Let a command fail with the given error."""

    def arrange(error: BaseException) -> None:
        def fail(options: object) -> int:
            raise error

        monkeypatch.setattr(figures, "run", fail)

    return arrange


def test_a_defect_is_reported_to_a_file_and_not_to_the_screen(
    failing, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    failing(ZeroDivisionError("half of nothing"))
    assert main(["figures"]) == 70
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Traceback" not in said
    (report,) = tmp_path.rglob("failure-*.txt")
    assert str(report) in said
    assert "half of nothing" in report.read_text(encoding="utf-8")


def test_a_defect_where_nothing_can_be_written(failing, tmp_path, monkeypatch, capsys):
    blocked = tmp_path / "file"
    blocked.write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    monkeypatch.setenv("HOME", str(blocked))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(blocked))
    failing(ZeroDivisionError("half of nothing"))
    assert main(["figures"]) == 70
    assert "half of nothing" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "word"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "out.json"), 5, "full"),
        (
            OSError(errno.EROFS, "Read-only file system", "out.json"),
            5,
            "'out.json', as its disk is read-only",
        ),
        (PermissionError(errno.EACCES, "Permission denied", "out.json"), 5, "permission"),
        (MemoryError(), 70, "memory"),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
)
def test_the_system_is_quoted_in_a_sentence(failing, capsys, error: BaseException, code: int, word: str):
    failing(error)
    assert main(["figures"]) == code
    said = capsys.readouterr().err
    assert word in said.lower()
    assert said.startswith("reltui: ")
    assert said.count("\n") == 1


def test_messages_cannot_act_on_the_terminal(capsys: pytest.CaptureFixture[str]):
    assert main(["\x1b]0;owned\x07\x1b[2J\u202e.txt"]) == 2
    said = capsys.readouterr().err
    assert "owned" in said
    assert not set(said) & {"\x1b", "\x07", "\u202e"}


def test_a_reader_that_has_gone_is_no_failure(tmp_path: Path):
    read, write = os.pipe()
    os.close(read)
    pid = os.fork()
    if pid == 0:
        os.dup2(write, 1)
        os.dup2(os.open(tmp_path / "err", os.O_WRONLY | os.O_CREAT), 2)
        os.execv("/bin/sh", ["sh", "-c", f'exec "{_python()}" -m reltui --help'])
    os.close(write)
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert (tmp_path / "err").read_text() == ""


@pytest.mark.parametrize("closed", [0, 1, 2])
@pytest.mark.parametrize(("arguments", "code"), [("match Lavrov Лавров", 0), ("nonsense", 2)])
def test_a_stream_that_is_closed_is_no_failure(tmp_path: Path, closed: int, arguments: str, code: int):
    """Nothing is written in its place to where something else goes."""
    script = f'exec "{_python()}" -m reltui {arguments} {closed}{"<" if not closed else ">"}&-'
    done = subprocess.run(
        ["sh", "-c", script], capture_output=True, text=True, env=surroundings(tmp_path), check=False
    )
    assert done.returncode == code
    if closed == 1 or code:
        assert done.stdout == ""
    if closed == 2:
        assert done.stderr == ""
    assert list(tmp_path.rglob("failure-*")) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_said(tmp_path: Path):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [_python(), "-m", "reltui", "--help"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 5
    assert done.stderr.count("\n") == 1
    assert "full" in done.stderr


def test_letters_a_terminal_does_not_know_are_escaped(tmp_path: Path):
    done = piped("match", "Đurić", "Ђурић", home=tmp_path, env={"LANG": "C", "PYTHONIOENCODING": "ascii"})
    assert done.code == 0, done.err
    assert "\\u0402" in done.out


@pytest.mark.parametrize("arguments", [[], ["README.md"]])
def test_the_app_without_a_terminal(tmp_path: Path, arguments: list[str]):
    done = piped(*arguments, home=tmp_path, cwd=Path(__file__).resolve().parents[2])
    assert (done.code, done.out) == (2, "")
    assert "terminal" in done.err
    assert "reltui events" in done.err


def test_the_app_on_a_terminal_that_cannot_place_text(tmp_path: Path):
    done = in_terminal(home=tmp_path, env={"TERM": "dumb"})
    assert done.code == 2
    assert "TERM=dumb" in done.err
    assert "\x1b" not in done.out


def _python() -> str:
    import sys

    return sys.executable
