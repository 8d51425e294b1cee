"""What a reader of a name index keeps in memory: a shape and a count of every word."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable


class Held:
    """Columns of all words, some 60 bytes a word; the rest of the index stays on disk."""

    count: array[int]

    def __init__(self, database: sqlite3.Connection) -> None:
        """Read the columns. Raises `sqlite3.DatabaseError` or `ValueError` where they are damaged."""
        values: dict[str, object] = dict(database.execute("SELECT what, held FROM words"))
        self.count = _numbers(values, "count")
        self._shape, self._shape_end = str(values.get("shape")), _numbers(values, "shape end")
        self._loose, self._loose_end = str(values.get("loose")), _numbers(values, "loose end")

    def shapes(self, words: Iterable[int], loose: bool) -> dict[int, str]:
        """Return number → shape of the words of these numbers."""
        text, ends = (self._loose, self._loose_end) if loose else (self._shape, self._shape_end)
        return {word: text[ends[word - 1] if word else 0 : ends[word]] for word in words}


def _numbers(values: dict[str, object], what: str) -> array[int]:
    held = values.get(what)
    if not isinstance(held, bytes):
        raise ValueError(f"the column '{what}' is missing")
    return array("I", held)
