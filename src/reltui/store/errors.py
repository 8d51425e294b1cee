"""What can be wrong with a database: each error is one sentence that says what, where and what to do."""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """A corpus cannot be used. `path` is its file, `reason` what is the matter with it."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        super().__init__(f"{reason[:1].upper()}{reason[1:]}: {path}; {remedy}.")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[StoreError], tuple[Path, str]]:
        """Pickle by what the subclasses take, so that errors cross processes."""
        return type(self), (self.path, self.reason)


class Missing(StoreError):
    """There is no file where the database should be."""

    def __init__(self, path: Path, reason: str = "there is no corpus here") -> None:
        super().__init__(path, reason, "check the path, or make one with 'reltui build PATH --db FILE'")


class Damaged(StoreError):
    """The file cannot be read as the database it once was."""

    def __init__(self, path: Path, reason: str = "the corpus is damaged") -> None:
        super().__init__(
            path, reason, "build it again with 'reltui build', the texts themselves are not affected"
        )


class Foreign(StoreError):
    """The file is something else: no database, or a database of another program."""

    def __init__(self, path: Path, reason: str = "this file is not a corpus of reltui") -> None:
        super().__init__(path, reason, "choose a file that 'reltui build' made; it is left as it is")


class Newer(StoreError):
    """A newer version of reltui made the database."""

    def __init__(self, path: Path, reason: str = "a newer version of reltui made this corpus") -> None:
        super().__init__(path, reason, "update reltui, or build the corpus again with this version")


class Older(StoreError):
    """An older version of reltui made the database, in a schema that is no longer read."""

    def __init__(self, path: Path, reason: str = "an older version of reltui made this corpus") -> None:
        super().__init__(path, reason, "build it again with 'reltui build'")


class Locked(StoreError):
    """Another process holds the database."""

    def __init__(self, path: Path, reason: str = "another program is writing to this corpus") -> None:
        super().__init__(path, reason, "wait until it has finished and try again")


class Refused(StoreError):
    """The operating system does not let the file be read or written."""

    def __init__(self, path: Path, reason: str = "there is no permission to read this corpus") -> None:
        super().__init__(path, reason, "change its permissions or choose another place")


class Interrupted(Exception):
    """A query was overtaken by `Reader.interrupt`; no failure, and not one to show."""
