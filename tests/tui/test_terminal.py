"""The terminal around the app: what it sends that is no text, and how the app ends when it is told to."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ALTERNATE, BACK = b"\x1b[?1049h", b"\x1b[?1049l"


def _heeding() -> None:
    """Take signals as usual, even where the tests themselves run under nohup."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Run:
    """reltui in a terminal of its own, as a process."""

    def __init__(self, db: Path) -> None:
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.modes = termios.tcgetattr(theirs)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reltui", "--db", str(db)],
            stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=_heeding,
        )  # fmt: skip
        self.theirs = theirs  # kept open, so that the terminal outlives the process
        self.shown = b""

    def until(self, true: Callable[[], object], limit: float = 30.0) -> None:
        """Read what is shown until something is true of it."""
        end = time.monotonic() + limit
        while not true():
            assert time.monotonic() < end, self.shown[-400:]
            if select.select([self.ours], [], [], 0.05)[0]:
                self.shown += os.read(self.ours, 65536)

    def ended(self) -> int:
        """Wait for its end and return the exit code."""
        self.until(lambda: self.process.poll() is not None)
        while select.select([self.ours], [], [], 0)[0]:
            self.shown += os.read(self.ours, 65536)
        return self.process.returncode


@pytest.fixture
def run(db: Path) -> Iterator[Run]:
    running = Run(db)
    try:
        running.until(lambda: b"events" in running.shown and b"tour" in running.shown)
        yield running
    finally:
        running.process.kill()
        running.process.wait()
        os.close(running.ours)
        os.close(running.theirs)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_gives_the_terminal_back_and_keeps_the_place(
    run: Run, number: signal.Signals, tmp_path: Path
) -> None:
    run.process.send_signal(number)
    assert run.ended() == 128 + number
    assert run.shown.count(ALTERNATE) == run.shown.count(BACK) == 1
    assert termios.tcgetattr(run.theirs) == run.modes
    kept = json.loads((tmp_path / "XDG_STATE_HOME" / "reltui" / "session.json").read_text())
    assert next(iter(kept.values()))["event"]


def test_bytes_that_are_no_text_end_nothing(run: Run) -> None:
    os.write(run.ours, b"/")  # leaves the tour
    run.until(lambda: b"Search" in run.shown)
    os.write(run.ours, b"\xd0\xff\xfe\x80 vucic")  # as a terminal of another encoding sends letters
    run.until(lambda: "�".encode() in run.shown)
    assert run.process.poll() is None
    run.process.send_signal(signal.SIGTERM)
    assert run.ended() == 128 + signal.SIGTERM
    assert b"Traceback" not in run.shown
