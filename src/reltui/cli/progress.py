"""One line on stderr that says how far a build has come; nothing where stderr is no terminal."""

from __future__ import annotations

import shutil
import time
from types import TracebackType
from typing import Self, TextIO

from reltui.present.safe import safe

_PAUSE = 0.1  # seconds between two drawings: more is only work for the terminal
_ERASE = "\r\x1b[K"


class Line:
    """Draws over itself as work goes on; as a context manager it leaves nothing behind."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = stream.isatty()
        self._last = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._last:
            self._stream.write(_ERASE)
            self._stream.flush()

    def draw(self, stage: str, done: int, total: int) -> None:
        """Show a stage and how much of it is done; a call too soon after the last is passed over."""
        now = time.monotonic()
        if not self._shown or (now - self._last < _PAUSE and done != total):
            return
        self._last = now
        count = f" {done:,} of {total:,}" if total else ""
        width = shutil.get_terminal_size().columns - 1
        self._stream.write(_ERASE + f"{safe(stage).capitalize()}{count} …"[:width])
        self._stream.flush()
