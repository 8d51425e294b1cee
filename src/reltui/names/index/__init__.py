"""An index of many names on disk: built once, read as needed, asked as one types.

It is one SQLite file of its own. Words of names are found by sound keys, by their consonants, and by
those with one left out; names by their words; and the best of them are scored exactly.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reltui.names.index.build import build
from reltui.names.index.reader import BadIndex, Reader

__all__ = ["BadIndex", "Index"]


class Index(Reader):
    """A name index. `Index.build` writes one, `Index.open` reads one; use it in a `with` or close it."""

    @classmethod
    def build(cls, path: Path | str, names: Iterable[tuple[str, str]]) -> None:
        """Write an index of (id, name) pairs to `path`; an older file there is replaced when it is whole.

        One id may stand with several names. Raises `OSError` where the file cannot be written.
        """
        build(Path(path), names)

    @classmethod
    def open(cls, path: Path | str) -> Index:
        """Open the index at `path` for reading.

        Raises `BadIndex` where there is none, or one that is damaged or of another version.
        """
        return cls(Path(path))
