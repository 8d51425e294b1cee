"""The texts of sources, the last few of them kept at hand, since one is asked for again and again."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict

_AT_HAND = 4_000_000  # characters kept, about 4 to 16 MB


class Texts:
    """Gives the text of a source by its row number."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: OrderedDict[int, tuple[str, str]] = OrderedDict()
        self._size = 0

    def text(self, key: int) -> str:
        """Return the text of a source."""
        return self.named(key)[1]

    def named(self, key: int) -> tuple[str, str]:
        """Return the id and the text of a source."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        row = self._connection.execute("SELECT id, text FROM sources WHERE key = ?", (key,)).fetchone()
        entry: tuple[str, str] = (row[0], row[1])
        self._kept[key] = entry
        self._size += len(entry[1])
        while self._size > _AT_HAND and len(self._kept) > 1:
            _, (_, dropped) = self._kept.popitem(last=False)
            self._size -= len(dropped)
        return entry
