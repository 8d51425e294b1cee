"""Hand a text to a program on its standard input, without ever waiting for what it leaves behind."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress


def feed(argv: Sequence[str], data: bytes, env: Mapping[str, str], timeout: float) -> str:
    """Give `data` to a program. Returns "" where it took it and ended well, else why not, in a few words.

    `xclip`, `xsel` and `wl-copy` stay in the background to serve the clipboard. They would keep pipes
    open for as long, so there are none but the one they read from; what they say goes to a file.
    """
    name = os.path.basename(argv[0])
    # LC_CTYPE: pbcopy takes the bytes for MacRoman where no UTF-8 locale is set
    surroundings = {"LC_CTYPE": "UTF-8", **env} if name == "pbcopy" else dict(env)
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(
                argv,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=said,
                env=surroundings,
                start_new_session=True,  # ctrl+c in the terminal must not end what serves the clipboard
            )
        except OSError as error:
            return f"{name} could not be started ({error.strerror or error})"
        try:
            process.communicate(data, timeout=timeout)
        except subprocess.TimeoutExpired:
            _end(process)
            return f"{name} did not finish within {timeout:g} seconds"
        if process.returncode == 0:
            return ""
        said.seek(0)
        words = said.read(2000).decode("utf-8", "replace").strip().splitlines()
        return f"{name} failed ({words[0][:120] if words else f'exit code {process.returncode}'})"


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that hangs, and all that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        process.kill()
    if process.stdin:
        with suppress(OSError):  # what was left to write has nobody to read it
            process.stdin.close()
    with suppress(subprocess.TimeoutExpired):  # in the kernel's hands: waiting longer would block
        process.wait(timeout=1)
