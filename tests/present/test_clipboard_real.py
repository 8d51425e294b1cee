"""Copying through the real things: tmux, GNU screen, an X server, a terminal of one's own."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reltui.present.clipboard import copy, terminal_writer

TEXT = "Đurić – 中文\nsecond line"
PATIENCE = 20.0
OSC = re.compile(rb"\x1b]52;[a-z]?;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)")


def needs(*tools: str) -> pytest.MarkDecorator:
    missing = [tool for tool in tools if not shutil.which(tool)]
    return pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")


def script(folder: Path) -> str:
    """A command that copies TEXT as any command of ours would, and writes down what it was told."""
    program = (
        "import json, sys; from pathlib import Path; from reltui.present.clipboard import copy;"
        f"r = copy({TEXT!r}, folder=Path({str(folder / 'state')!r}));"
        f"p = Path({str(folder / 'told')!r}); q = p.with_suffix('.tmp');"
        "q.write_text(json.dumps([r.route, r.ok, r.certain, r.said])); q.rename(p)"
    )
    path = folder / "do_copy.py"
    path.write_text(program)
    return str(path)


def in_terminal(argv: list[str], env: dict[str, str], until: Path) -> bytes:
    """Run a command in a terminal of its own until the file is there and the clipboard was set."""
    pid, master = pty.fork()
    if pid == 0:
        try:
            os.execvpe(argv[0], argv, env)
        finally:
            os._exit(127)
    seen = b""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and not (until.exists() and OSC.search(seen)):
        if select.select([master], [], [], 0.05)[0]:
            try:
                seen += os.read(master, 65536)
            except OSError:  # the terminal was closed
                break
    os.close(master)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return seen


def environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG", "LC_ALL", "PYTHONPATH"}}
    return {**kept, "TERM": "xterm-256color", **more}


def put_on_clipboard(seen: bytes) -> str:
    found = OSC.findall(seen)
    assert found, f"no OSC 52 among {seen[-200:]!r}"
    return base64.b64decode(found[-1]).decode()


def test_without_the_app_the_controlling_terminal_is_written_to(tmp_path):
    env = environment(PATH="/nowhere")
    seen = in_terminal([sys.executable, script(tmp_path)], env, tmp_path / "told")
    assert put_on_clipboard(seen) == TEXT
    route, ok, certain, said = json.loads((tmp_path / "told").read_text())
    assert (route, ok, certain) == ("osc52", True, False)
    assert "does not confirm" in said


def test_without_any_terminal_nothing_is_claimed(tmp_path):
    env = environment(PATH="/nowhere")
    subprocess.run(
        [sys.executable, script(tmp_path)], env=env, check=True, start_new_session=True, timeout=60
    )
    route, ok, _, said = json.loads((tmp_path / "told").read_text())
    assert (route, ok) == ("none", False)
    assert "no terminal" in said
    assert (tmp_path / "state" / "last-copy.txt").read_text() == TEXT


def test_a_writer_reaches_the_terminal_it_was_made_for(tmp_path):
    master, slave = pty.openpty()
    try:
        write = terminal_writer(os.ttyname(slave))
        assert write
        write("words")
        assert os.read(master, 100) == b"words"
    finally:
        os.close(master)
        os.close(slave)
    assert terminal_writer(str(tmp_path / "no-terminal")) is None


def test_a_stopped_terminal_is_given_up_not_waited_for():
    master, slave = pty.openpty()
    try:
        write = terminal_writer(os.ttyname(slave))
        assert write
        with pytest.raises(OSError, match="did not take it"):
            write("x" * 2_000_000)  # nobody reads the other end
    finally:
        os.close(master)
        os.close(slave)


@needs("tmux")
def test_in_a_real_tmux_its_buffer_and_the_outer_terminal_have_it(tmp_path):
    # a socket's path may only have some hundred characters, so it is named from inside its folder
    socket = ["tmux", "-S", os.path.relpath(tmp_path / "s"), "-f", "/dev/null"]
    command = f"{sys.executable} {script(tmp_path)}; sleep 60"
    try:
        seen = in_terminal([*socket, "new-session", command], environment(), tmp_path / "told")
        buffer = subprocess.run([*socket, "show-buffer"], capture_output=True, check=True, timeout=20).stdout
    finally:
        subprocess.run([*socket, "kill-server"], capture_output=True, timeout=20)
    assert buffer.decode() == TEXT
    assert put_on_clipboard(seen) == TEXT
    route, ok, certain, said = json.loads((tmp_path / "told").read_text())
    assert (route, ok, certain) == ("tmux", True, True)
    assert said.startswith("Copied to tmux")


@needs("screen")
def test_a_real_gnu_screen_passes_it_on(tmp_path):
    folder = tmp_path / "screens"
    folder.mkdir(mode=0o700)
    argv = ["screen", "-c", "/dev/null", "-S", "copying", sys.executable, script(tmp_path)]
    seen = in_terminal(argv, environment(SCREENDIR=str(folder)), tmp_path / "told")
    assert put_on_clipboard(seen) == TEXT
    assert json.loads((tmp_path / "told").read_text())[0] == "osc52"


@pytest.fixture
def display():
    """A real X server without a screen; its number is the display."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"], pass_fds=(write,), stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        if not select.select([read], [], [], PATIENCE)[0]:
            pytest.skip("the X server did not start")
        number = os.read(read, 20).decode().strip()
        if not number:
            pytest.skip("the X server did not start")
        yield f":{number}"
    finally:
        os.close(read)
        server.kill()  # what serves the clipboard ends with its display
        server.wait()


@needs("Xvfb", "xclip", "xsel")
@pytest.mark.parametrize("tool", ["xclip", "xsel"])
def test_a_real_x_clipboard_has_it_afterwards(tmp_path, display, tool):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    env = {**environment(DISPLAY=display), "PATH": str(tmp_path / "bin")}
    result = copy(TEXT, env=env, folder=tmp_path, timeout=20)
    assert (result.route, result.ok, result.certain) == (tool, True, True), result
    pasted = b""
    end = time.monotonic() + PATIENCE
    while not pasted and time.monotonic() < end:  # what stays to serve it may need a moment to begin
        pasted = subprocess.run(
            ["xclip", "-selection", "clipboard", "-o"],
            env=environment(DISPLAY=display),
            capture_output=True,
            check=False,
            timeout=20,
        ).stdout
    assert pasted.decode() == TEXT


@needs("xclip")
def test_a_display_that_is_not_there_is_no_success(tmp_path):
    result = copy(TEXT, env={"PATH": os.environ["PATH"], "DISPLAY": ":9999"}, folder=tmp_path, timeout=20)
    assert not result.ok
    assert any("xclip failed" in reason for reason in result.failed)
