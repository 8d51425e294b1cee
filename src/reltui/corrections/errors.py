"""What can go wrong with the user's file, each one sentence that says what, where and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class BadEntry(ValueError):
    """An entry cannot be used; the message says why, without a full stop."""


class CannotKeep(Exception):
    """A correction cannot be written: `path`, and `reason` in plain words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The correction cannot be kept in {path}: {reason}; make room there or change who may write."
        )
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[CannotKeep], tuple[Path, str]]:
        """Pickle by what the constructor takes."""
        return type(self), (self.path, self.reason)


@dataclass(frozen=True, slots=True)
class Problem:
    """What cannot be used of the file: `line` from 1 (0: the file as a whole), `reason` a sentence."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}" if self.line else self.reason
