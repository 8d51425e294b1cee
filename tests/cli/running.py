"""Run reltui as a person does: as a process of its own, to a pipe or in a terminal."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PYTHON = [sys.executable, "-m", "reltui"]


@dataclass(frozen=True)
class Ended:
    """What a process left behind."""

    code: int
    out: str
    err: str


def surroundings(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment in which the platform's folders lie under `home`."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {**kept, "HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color", **(more or {})}


def piped(
    *arguments: str,
    home: Path,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> Ended:
    """Run reltui with pipes around it."""
    done = subprocess.run(
        [*PYTHON, *arguments],
        input=stdin,
        capture_output=True,
        env=surroundings(home, env),
        cwd=cwd,
        timeout=120,
    )
    return Ended(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def in_terminal(
    *arguments: str, home: Path, env: Mapping[str, str] | None = None, limit: float = 60.0
) -> Ended:
    """Run reltui with a terminal as its input and output; stderr is a pipe of its own."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*PYTHON, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=surroundings(home, env),
    )
    os.close(theirs)
    shown = bytearray()
    until = time.monotonic() + limit
    while time.monotonic() < until:
        if not select.select([ours], [], [], 0.05)[0]:
            if process.poll() is not None:
                break
            continue
        try:
            shown += os.read(ours, 65536)
        except OSError:  # the other side is closed
            break
    else:
        process.kill()
    err = process.communicate()[1]
    os.close(ours)
    return Ended(process.returncode, shown.decode(errors="replace"), err.decode(errors="replace"))
