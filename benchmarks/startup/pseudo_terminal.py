"""Run a program in a pseudo-terminal and take the time until it has painted its first screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

ALTERNATE_SCREEN = b"\x1b[?1049h"
PAINTED = 2048  # bytes after the switch to the alternate screen: more than any set-up, less than any frame

# What a plain terminal answers to the questions a program asks at its start; without answers it waits.
_ANSWERS = (
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),  # where is the cursor
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),  # what are you
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),  # synchronised output?
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),  # size reports in the stream?
    (re.compile(rb"\x1b\[\?u"), b"\x1b[?0u"),  # which keyboard protocol
)


class NeverPainted(RuntimeError):
    """The program ended, or the time was up, before it had shown anything."""


@dataclass
class Running:
    """A program in a terminal of its own, painted for the first time; `seconds` is how long that took."""

    child: int
    terminal: int
    seconds: float

    def type(self, text: str) -> None:
        """Type a text, as fast as it is taken."""
        os.write(self.terminal, text.encode())

    def rest(self, seconds: float) -> None:
        """Let it run for so long, and take what it shows."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            if select.select([self.terminal], [], [], left)[0]:
                try:
                    os.read(self.terminal, 65536)
                except OSError:  # it has ended
                    return

    def memory(self) -> tuple[float, float]:
        """Return the megabytes it holds and has held at most; of Linux alone, else OSError."""
        with open(f"/proc/{self.child}/status", encoding="ascii") as status:
            lines = dict(line.split(":", 1) for line in status)
        return tuple(int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))  # type: ignore[return-value]  # two


@contextmanager
def running(
    command: Sequence[str],
    env: Mapping[str, str],
    expect: bytes = b"",
    size: tuple[int, int] = (120, 36),
    limit: float = 30.0,
) -> Generator[Running]:
    """Start a program and wait for its first painted screen that holds `expect`; it is ended at the end.

    Raises `NeverPainted`, with the end of what was shown, where that does not happen within `limit` seconds.
    """
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        _become(command, env, size)
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        yield Running(child, terminal, _watch(terminal, expect, begun, limit))
    finally:
        _end(child, terminal)


def first_paint(
    command: Sequence[str],
    env: Mapping[str, str],
    expect: bytes = b"",
    size: tuple[int, int] = (120, 36),
    limit: float = 30.0,
) -> float:
    """Return the seconds from just before the start to the first painted screen that holds `expect`.

    Raises `NeverPainted` as `running` does.
    """
    with running(command, env, expect, size, limit) as program:
        return program.seconds


def _become(command: Sequence[str], env: Mapping[str, str], size: tuple[int, int]) -> None:
    """Turn the forked child into the program; never returns."""
    try:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.execvpe(command[0], list(command), dict(env))
    except OSError as error:
        os.write(2, f"{command[0]}: {error}\n".encode())
    os._exit(127)


def _watch(terminal: int, expect: bytes, begun: float, limit: float) -> float:
    shown = bytearray()
    answered = 0
    switched = -1
    while time.perf_counter() - begun < limit:
        if not select.select([terminal], [], [], 0.05)[0]:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the program has ended
            break
        now = time.perf_counter()
        shown += piece
        for question, answer in _ANSWERS:
            for _ in question.finditer(shown, answered):
                os.write(terminal, answer)
        answered = len(shown)
        if switched < 0 and (at := shown.find(ALTERNATE_SCREEN)) >= 0:
            switched = at + len(ALTERNATE_SCREEN)
        if switched >= 0 and len(shown) - switched > PAINTED and expect in shown:
            return now - begun
    raise NeverPainted(shown[-400:].decode(errors="replace"))


def _end(child: int, terminal: int) -> None:
    """End the program that was started here and wait for it."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(terminal)
