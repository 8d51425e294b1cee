"""The man page: everything the tables say, nothing that roff would take for a request."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from reltui.cli.exits import MEANINGS
from reltui.cli.manpage import manpage
from reltui.cli.route import COMMANDS, command, run
from reltui.present.actions import ACTIONS
from reltui.present.keys import keys_of
from reltui.present.settings import about


def plain(page: str) -> str:
    """The page as somebody reads it, without requests and fonts."""
    text = re.sub(r"\\f[BRI]|\\&", "", page).replace("\\-", "-").replace("\\e", "\\")
    return " ".join(line for line in text.splitlines() if not line.startswith((".TP", ".PP", ".br")))


def test_the_page_has_every_action_command_setting_and_exit_code() -> None:
    page = plain(manpage())
    keys = keys_of()
    for action in ACTIONS:
        assert f"{keys.shown(action.id)} {action.help} ({action.id})" in page
    for name in COMMANDS:
        assert f".SS reltui {name} {command(name).SUMMARY}" in page
    for name, what in about().items():
        assert f"{name} {what}" in page
    for code, meaning in MEANINGS.items():
        assert f"{code} {meaning}" in page


def test_the_page_shows_the_keys_in_force() -> None:
    page = plain(manpage(keys_of({"cite": "Z", "theme": ""})))
    assert "Z Copy a citation of the words that are selected. (cite)" in page
    assert "(none) Change between the dark and the light theme. (theme)" in page


def test_the_option_prints_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    def no_app(paths: object, db: object) -> int:
        raise AssertionError("the app was opened")

    assert run(["--man"], no_app) == 0
    assert capsys.readouterr().out == manpage()


def test_no_line_is_a_request_by_accident() -> None:
    known = (".TH ", ".SH ", ".SS ", ".TP", ".PP", ".B ", ".br")
    for line in manpage().splitlines():
        assert not line.startswith(".") or line.startswith(known), line
        assert not line.startswith("'"), line


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed here")
def test_groff_has_nothing_to_complain_of() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-K", "utf8", "-ww", "-z"],
        input=manpage(),
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    complaints = [
        line for line in done.stderr.splitlines() if "can't break line" not in line and "adjust" not in line
    ]
    assert complaints == []
