"""The terminal around the app: bytes from it that are no text, and signals that tell the app to end."""

from __future__ import annotations

import asyncio
import os
import signal
from codecs import getincrementaldecoder
from collections.abc import Callable
from functools import partial
from threading import Timer
from typing import TYPE_CHECKING

from textual.drivers import linux_driver

if TYPE_CHECKING:
    from codecs import IncrementalDecoder

SIGNALS = (signal.SIGTERM, signal.SIGHUP)  # `kill`, and the closing of the terminal's window
PATIENCE = 3.0  # seconds to end by oneself in, before the signal does what it does to any program


def _forgiving(encoding: str) -> Callable[[], IncrementalDecoder]:
    return partial(getincrementaldecoder(encoding), errors="replace")


class Terminal(linux_driver.LinuxDriver):
    """Textual's driver, but that bytes which are no UTF-8 come as "�".

    A terminal set to another encoding sends such for every letter with a diacritic, and whoever pastes a
    file of another encoding does too. Textual decodes strictly, and ended the app with a traceback.
    """

    def run_input_thread(self) -> None:
        """Read keys until the app ends."""
        # the driver makes its decoder in there, and has no other place to say how
        linux_driver.getincrementaldecoder = _forgiving  # pyright: ignore[reportPrivateImportUsage]  as said
        super().run_input_thread()


def end_when_told(leave: Callable[[], None], told: Callable[[int], None]) -> None:
    """Leave the app in order when a signal says so; to be called on its thread once it runs.

    `told` gets the number of the signal first, then `leave` is called. What cannot be left in time, because
    the terminal is gone and nothing more can be written to it, is ended by the signal itself.
    """
    loop = asyncio.get_running_loop()

    def end(number: int) -> None:
        signal.signal(number, signal.SIG_DFL)
        late = Timer(PATIENCE, os.kill, (os.getpid(), number))
        late.daemon = True
        late.start()
        told(number)
        leave()

    for number in SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:  # as under nohup
            loop.add_signal_handler(number, end, number)
