"""One builder at a time in a folder."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.2  # seconds between two tries


@contextmanager
def alone(folder: Path, waiting: Callable[[], None], patience: float) -> Generator[bool]:
    """Hold the folder for this process; the block gets False if others did not let go in `patience` seconds.

    The folder itself is locked, so no file is left behind, and a process that dies lets go. `waiting`
    is called at each try that fails. A system that cannot lock folders gives True.
    """
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        yield _hold(lambda: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB), waiting, patience)
    finally:
        os.close(handle)


def _hold(lock: Callable[[], None], waiting: Callable[[], None], patience: float) -> bool:
    until = time.monotonic() + patience
    while True:
        try:
            lock()
        except BlockingIOError:
            if time.monotonic() > until:
                return False
            waiting()
            time.sleep(_PAUSE)
        except OSError:
            return True  # some network file systems know no locks; the replacement is atomic all the same
        else:
            return True
