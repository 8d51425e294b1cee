"""Copying: the right way for the place, never a claim without it, never a wait for what stays behind."""

from __future__ import annotations

import base64
import os
import re
import signal
import stat
from pathlib import Path

import pytest

from reltui.present.clipboard import LIMIT, Place, copy, last_copy_file

TEXT = "“Ђурић” said:\nnothing – 中文 👩\u200d👧"


@pytest.fixture
def bench(tmp_path):
    """A PATH with fake tools only, and a state folder."""
    return Bench(tmp_path)


class Bench:
    """An environment to copy in; tools are shell scripts that keep what they were given."""

    def __init__(self, folder: Path) -> None:
        self.bin, self.state = folder / "bin", folder / "state"
        self.bin.mkdir()
        self.sent: list[str] = []
        self.env = {"PATH": str(self.bin), "TERM": "xterm-256color"}

    def tool(self, name: str, then: str = "exit 0") -> Path:
        got = self.bin / f"{name}.got"
        script = self.bin / name
        script.write_text(f'#!/bin/sh\necho "$@" > "{got}.args"\n/bin/cat > "{got}"\n{then}\n')
        script.chmod(script.stat().st_mode | stat.S_IEXEC)
        return got

    def copy(self, text: str = TEXT, *, driver: bool = True, timeout: float = 20.0, **env: str):
        return copy(
            text,
            app_driver=self.sent.append if driver else None,
            env={**self.env, **env},
            folder=self.state,
            timeout=timeout,
        )

    def on_terminal(self) -> str:
        """What an OSC 52 sequence put on the terminal's clipboard."""
        (sequence,) = self.sent
        match = re.fullmatch(r"\x1b]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
        assert match
        return base64.b64decode(match[1]).decode()


def wait_for_pid(path: Path) -> int:
    return int(path.read_text())


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        # a zombie that its new parent has not taken yet runs no more
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False


@pytest.mark.parametrize(
    ("env", "name"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wl-copy"),
        ({"DISPLAY": ":0"}, "xclip"),
        ({"DISPLAY": ":0"}, "xsel"),
        ({"TERMUX_VERSION": "0.118"}, "termux-clipboard-set"),
    ],
)
def test_the_native_tool_is_used_where_its_display_is(bench, env, name):
    got = bench.tool(name)
    result = bench.copy(**env)
    assert got.read_text() == TEXT
    assert (result.route, result.ok, result.certain) == (name, True, True)
    assert name in result.said
    assert not bench.sent


def test_windows_clip_gets_its_own_encoding_under_wsl(bench):
    got = bench.tool("clip.exe")
    assert bench.copy(WSL_DISTRO_NAME="Debian", DISPLAY=":0").route == "clip.exe"
    assert got.read_bytes().decode("utf-16-le") == TEXT


def test_on_a_mac_it_is_pbcopy(bench):
    bench.tool("pbcopy")
    assert [tool.name for tool in Place.of(bench.env, "darwin").tools] == ["pbcopy"]
    assert Place.of(bench.env, "linux").tools == ()


def test_a_tool_without_its_display_is_left_alone(bench):
    got = bench.tool("xclip")
    result = bench.copy()
    assert not got.exists()
    assert result.route == "osc52"
    assert bench.on_terminal() == TEXT


def test_osc_52_is_sent_but_not_claimed(bench):
    result = bench.copy()
    assert result.ok
    assert not result.certain
    assert "does not confirm" in result.said
    assert str(result.file) in result.said


def test_over_ssh_the_remote_display_is_not_copied_to(bench):
    got = bench.tool("xclip")
    result = bench.copy(SSH_TTY="/dev/pts/1", DISPLAY="localhost:10.0")
    assert (result.route, got.exists()) == ("osc52", False)
    assert bench.on_terminal() == TEXT


def test_over_ssh_a_forwarded_display_takes_what_is_too_long_for_the_terminal(bench):
    got = bench.tool("xclip")
    result = bench.copy("x" * (LIMIT + 1), SSH_TTY="/dev/pts/1", DISPLAY="localhost:10.0")
    assert result.route == "xclip"
    assert got.stat().st_size == LIMIT + 1
    assert "74,995 bytes" in result.failed[0]


def test_a_failing_tool_is_named_with_its_reason_and_the_next_one_tried(bench):
    bench.tool("wl-copy", 'echo "Failed to connect to a Wayland server" >&2; exit 1')
    got = bench.tool("xclip")
    result = bench.copy(WAYLAND_DISPLAY="wayland-0", DISPLAY=":0")
    assert result.route == "xclip"
    assert got.read_text() == TEXT
    assert result.failed == ("wl-copy failed (Failed to connect to a Wayland server)",)


def test_a_tool_that_only_exits_with_an_error_is_no_success(bench):
    bench.tool("xclip", "exit 3")
    result = bench.copy(DISPLAY=":0")
    assert result.route == "osc52"
    assert result.failed == ("xclip failed (exit code 3)",)


def test_a_tool_that_does_not_even_read_is_no_success(bench):
    script = bench.bin / "xclip"
    script.write_text("#!/bin/sh\nexit 1\n")
    script.chmod(0o755)
    assert bench.copy("x" * 500_000, DISPLAY=":0").route == "none"


def test_a_tool_that_stays_to_serve_the_clipboard_is_not_waited_for(bench):
    pid = bench.bin / "pid"
    bench.tool("xclip", f'/bin/sleep 60 & echo $! > "{pid}"')
    result = bench.copy(DISPLAY=":0")
    server = wait_for_pid(pid)
    try:
        assert result.route == "xclip"
        assert alive(server)
    finally:
        os.kill(server, signal.SIGKILL)


def test_a_tool_that_hangs_is_ended_and_said_so(bench):
    pid = bench.bin / "pid"
    bench.tool("xclip", f'/bin/sleep 60 & echo $! > "{pid}"; wait')
    result = bench.copy(DISPLAY=":0", timeout=1.0)
    assert result.route == "osc52"
    assert result.failed == ("xclip did not finish within 1 seconds",)
    assert not alive(wait_for_pid(pid))


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"TERM": "dumb"}, "terminal is dumb"),
        ({"TERM": "linux"}, "Linux console has no clipboard"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "Terminal.app"),
    ],
)
def test_where_nothing_takes_it_that_is_said_and_the_text_handed_back(bench, env, says):
    result = bench.copy(**env)
    assert (result.route, result.ok, result.certain) == ("none", False, False)
    assert says in result.said
    assert str(result.file) in result.said
    assert result.text == TEXT
    assert not bench.sent


def test_what_is_too_long_for_the_terminal_is_not_cut_off(bench):
    result = bench.copy("ђ" * LIMIT)
    assert not result.ok
    assert "too long for the terminal" in result.said
    assert not bench.sent
    assert bench.copy("ђ" * (LIMIT // 2)).ok


def test_a_driver_that_breaks_does_not_break_copying(bench):
    def broken(_: str) -> None:
        raise RuntimeError("the app is closing")

    result = copy(TEXT, app_driver=broken, env=bench.env, folder=bench.state)
    assert not result.ok
    assert "the app is closing" in result.said


def test_the_last_copy_is_always_in_a_file_for_its_owner_alone(bench):
    for text in (TEXT, "the second"):
        result = bench.copy(text, TERM="dumb")
        assert result.file == last_copy_file(bench.state)
        assert result.file.read_text(encoding="utf-8") == text
        assert stat.S_IMODE(result.file.stat().st_mode) == 0o600
    assert [path.name for path in bench.state.iterdir()] == ["last-copy.txt"]


def test_a_file_that_cannot_be_written_is_said(bench):
    bench.state.write_text("a file where the folder should be")
    done = bench.copy()
    assert (done.ok, done.file) == (True, None)
    assert "could not be kept in a file" in done.said
    nothing = bench.copy(TERM="dumb")
    assert (nothing.ok, nothing.file) == (False, None)
    assert "could not be kept in a file" in nothing.said


def test_nothing_is_not_copied(bench):
    result = bench.copy("")
    assert (result.ok, result.file, bench.sent) == (False, None, [])
    assert result.said == "There is nothing to copy."


def test_what_would_act_on_a_terminal_is_never_copied(bench):
    result = bench.copy("a\x1b[201~\rrm -rf ~\n\u202egpj\x07")
    assert bench.on_terminal() == "a␛[201~\nrm -rf ~\ngpj␇" == result.text
    assert result.file.read_text() == result.text


def test_what_a_tool_says_is_made_safe_too(bench):
    bench.tool("xclip", r"printf 'bad \033]0;title\007 display\n' >&2; exit 1")
    result = bench.copy(DISPLAY=":0", TERM="dumb")
    assert "\x1b" not in result.said
    assert "bad ␛]0;title␇ display" in result.said


def test_an_old_tmux_that_cannot_hand_it_on_is_said(bench):
    got = bench.tool(
        "tmux", '[ "$2" = "-w" ] && { echo "usage: load-buffer [-b name] path" >&2; exit 1; }; exit 0'
    )
    result = bench.copy(TMUX="/tmp/tmux,1,0")
    assert result.route == "tmux"
    assert got.read_text() == TEXT
    assert "older than 3.2" in result.said


def test_a_local_tmux_and_the_native_tool_are_both_used(bench):
    in_tmux, in_x = bench.tool("tmux"), bench.tool("xclip")
    result = bench.copy(TMUX="/tmp/tmux,1,0", DISPLAY=":0")
    assert result.route == "tmux + xclip"
    assert in_tmux.read_text() == in_x.read_text() == TEXT
    assert result.said.startswith("Copied to tmux, and with xclip to the clipboard and to the terminal's")
    assert not bench.sent


def test_a_tmux_over_ssh_leaves_the_remote_display_alone(bench):
    bench.tool("tmux")
    in_x = bench.tool("xclip")
    result = bench.copy(TMUX="/tmp/tmux,1,0", DISPLAY=":0", SSH_CONNECTION="1 2 3 4")
    assert (result.route, in_x.exists()) == ("tmux", False)


def test_a_dead_tmux_does_not_stop_the_other_ways(bench):
    bench.tool("tmux", 'echo "no server running on /tmp/tmux" >&2; exit 1')
    result = bench.copy(TMUX="/tmp/tmux,1,0", SSH_TTY="/dev/pts/1")
    assert result.route == "osc52"
    assert result.failed == ("tmux failed (no server running on /tmp/tmux)",)
    assert bench.on_terminal() == TEXT


def test_gnu_screen_gets_it_in_short_wrapped_pieces(bench):
    text = "long " * 500
    assert bench.copy(text, STY="1.pts").route == "osc52"
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", bench.sent[0], re.DOTALL)
    assert max(map(len, pieces)) <= 240
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == bench.sent[0]
    bench.sent = ["".join(pieces)]
    assert bench.on_terminal() == text
