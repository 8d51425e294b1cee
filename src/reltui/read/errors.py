"""What can go wrong in reading, each with a sentence that says what, where and what to do."""

from __future__ import annotations


class Unreadable(Exception):
    """A file that cannot be read; the others go on. `path` as it was named, `reason` in plain words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[Unreadable], tuple[str, str]]:
        """Survive the way back from a worker process with both arguments."""
        return type(self), (self.path, self.reason)


class Missing(Unreadable):
    """A path that is not there, or a pattern that no file answers to: a slip of whoever named it."""
