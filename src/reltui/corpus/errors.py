"""Where a corpus cannot be kept, in one sentence that says what, where and what to do."""

from __future__ import annotations

from pathlib import Path


class CannotWrite(Exception):
    """A corpus cannot be kept at a place: `path`, and `reason` in plain words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The corpus cannot be written to {path}: {reason}; make room there or choose another place."
        )
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[CannotWrite], tuple[Path, str]]:
        """Pickle by what the constructor takes."""
        return type(self), (self.path, self.reason)
