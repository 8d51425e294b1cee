"""Where there was nothing to build of. In a module of its own: it needs the readers, a start does not."""

from __future__ import annotations

from reltui.read.errors import Unreadable


class NothingToRead(Unreadable):
    """None of the paths holds a file that can be read; `path` names them, `reason` is in plain words."""

    def __init__(self, path: str, reason: str = "there is no file in it that could be read") -> None:
        super().__init__(path, reason)
        self.args = (f"Nothing was built: {path}: {reason}; name files or folders with texts.",)
