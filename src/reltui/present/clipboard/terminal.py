"""OSC 52: ask the terminal itself to put a text on its clipboard, over SSH too."""

from __future__ import annotations

import os
from binascii import b2a_base64
from collections.abc import Callable

LIMIT = 74_994
"""Bytes of UTF-8 that terminals take: many cut the whole sequence, in base64, at 100,000."""

_SCREEN_PIECE = 240  # GNU screen passes short strings on and drops long ones
_PATIENCE = 2.0  # seconds to wait for a terminal that was stopped with ctrl+s


def sequence(text: str, screen: bool = False) -> str:
    """Return the control sequence that sets the clipboard, in pieces for GNU screen where asked.

    It consists of ESC, the numbers and letters of base64 and a BEL: nothing of the text can act.
    """
    osc = f"\x1b]52;c;{b2a_base64(text.encode('utf-8'), newline=False).decode('ascii')}\x07"
    if not screen:
        return osc
    pieces = [osc[at : at + _SCREEN_PIECE] for at in range(0, len(osc), _SCREEN_PIECE)]
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def terminal_writer(path: str = "/dev/tty") -> Callable[[str], None] | None:
    """Return what writes to the controlling terminal, None where there is none (cron, a pipe in CI).

    It raises OSError where the terminal does not take the text in two seconds.
    """
    flags = os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK
    try:
        os.close(os.open(path, flags))
    except OSError:
        return None

    def write(text: str) -> None:
        handle = os.open(path, flags)
        try:
            _write_all(handle, text.encode("utf-8"))
        finally:
            os.close(handle)

    return write


def _write_all(handle: int, data: bytes) -> None:
    from select import select
    from time import monotonic

    until = monotonic() + _PATIENCE
    while data:
        ready = select([], [handle], [], max(0.0, until - monotonic()))[1]
        if not ready:
            raise TimeoutError("the terminal did not take it (stopped with ctrl+s?)")
        try:
            data = data[os.write(handle, data) :]
        except BlockingIOError:
            continue
