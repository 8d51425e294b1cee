"""Where a corpus cannot be kept, in one sentence that says what, where and what to do."""

from __future__ import annotations

from pathlib import Path


class CannotWrite(Exception):
    """A corpus cannot be kept at a place: `path`, and `reason` in plain words."""

    def __init__(self, path: Path, reason: str) -> None:
        full = any(word in reason for word in ("full", "space", "quota", "too large"))
        advice = "make room there or choose another place" if full else "choose another place"
        super().__init__(f"The corpus cannot be written to {path}: {reason}; {advice}.")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[CannotWrite], tuple[Path, str]]:
        """Pickle by what the constructor takes."""
        return type(self), (self.path, self.reason)


class NotInCorpus(Exception):
    """A path that should be taken out of a corpus is not in it: `path`, `db`."""

    def __init__(self, path: Path, db: Path, reason: str = "") -> None:
        said = reason or "it is not in it; 'reltui sources --db FILE' lists what is"
        super().__init__(f"'{path}' cannot be taken out of the corpus {db}: {said}.")
        self.path = path
        self.db = db
        self.reason = reason

    def __reduce__(self) -> tuple[type[NotInCorpus], tuple[Path, Path, str]]:
        """Pickle by what the constructor takes."""
        return type(self), (self.path, self.db, self.reason)
