"""`completion`: what a shell offers once it has read the script."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from reltui.__main__ import main
from reltui.cli.route import COMMANDS
from reltui.cli.shells import SHELLS


@pytest.fixture
def offered(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Ask a real bash what it offers for the last of some words."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash here")
    assert main(["completion", "bash"]) == 0
    script = tmp_path / "completion.bash"
    script.write_text(capsys.readouterr().out, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("")

    def ask(*words: str) -> list[str]:
        line = " ".join(f"'{word}'" for word in words)
        asked = f"source '{script}'; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _reltui; "
        done = subprocess.run(
            [bash, "--norc", "-c", asked + 'printf "%s\\n" "${COMPREPLY[@]}"'],
            cwd=tmp_path, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stderr == ""
        return done.stdout.split()

    return ask


def test_commands_and_files_come_first(offered):
    assert set(COMMANDS) <= set(offered("reltui", ""))
    assert offered("reltui", "sea") == ["search"]
    assert offered("reltui", "not") == ["notes.txt"]


def test_options_are_those_of_the_command(offered):
    assert offered("reltui", "search", "--ord") == ["--order"]
    assert offered("reltui", "build", "--ord") == []
    assert set(offered("reltui", "--")) == {"--db", "--help", "--version"}


def test_values_are_offered_where_they_are_few(offered):
    assert offered("reltui", "search", "gas", "--order", "") == ["relevance", "date"]
    assert "bibtex" in offered("reltui", "cite", "ID", "--style", "b")


def test_elsewhere_files_are(offered):
    assert offered("reltui", "build", "n") == ["notes.txt"]


@pytest.mark.parametrize(("shell", "check"), [("zsh", ["-n"]), ("fish", ["--no-execute"]), ("bash", ["-n"])])
def test_every_shell_can_read_its_script(tmp_path: Path, shell: str, check: list[str]):
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"there is no {shell} here")
    script = tmp_path / "script"
    script.write_text(SHELLS[shell](), encoding="utf-8")
    done = subprocess.run([program, *check, str(script)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_shell_has_to_be_named(capsys: pytest.CaptureFixture[str]):
    assert main(["completion", "powershell"]) == 2
    assert "fish" in capsys.readouterr().err
