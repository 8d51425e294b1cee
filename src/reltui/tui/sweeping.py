"""When Python looks for garbage: never over all that is alive while one types.

Python's collector stops every thread. A look over all objects that are alive takes 30 to 70 ms once the corpus is
open (90,000 of them, most of which live as long as the app does), and comes whenever enough new ones were made:
in the middle of a word. So what is alive once the room stands is set aside (`gc.freeze`), where no look goes, and
so is what has come since whenever the user rests; by then a look takes little, as there is little to look at.
After a long rest all of it is looked over once, as some of what was set aside may be garbage by then.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic

from reltui.garbage import HeldBack

REST, LONG_REST = 1.5, 60.0  # seconds without a key
_SELDOM = (2_000, 10, 1_000)  # the last: as good as never by itself


class Sweeper:
    """Sweeps while the user rests; begun once the room stands, and ended with the app."""

    def __init__(self, idle: Callable[[], bool]) -> None:
        """Sweep only while `idle` says so."""
        self._idle = idle
        self._held = HeldBack(*_SELDOM, aside=True)
        self._touched = monotonic()
        self._swept = self._thorough = False

    def touch(self) -> None:
        """A key was pressed."""
        self._touched = monotonic()
        self._swept = self._thorough = False

    def begin(self) -> None:
        """Set aside what is alive, and leave the rest to `look`, which is to be called every second or so."""
        self._held.begin()

    def look(self) -> None:
        """Sweep if the user rests and it has not been done since."""
        rested = monotonic() - self._touched
        if not self._held.begun or rested < REST or not self._idle():
            return
        if not self._swept:
            self._swept = True
        elif rested >= LONG_REST and not self._thorough:
            self._thorough = True
            gc.unfreeze()
        else:
            return
        gc.collect()
        gc.freeze()

    def end(self) -> None:
        """Leave the collector as it was."""
        self._held.end()
