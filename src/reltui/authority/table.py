"""A table in memory: rows by key, the shipped ones first, the user's added or put in their place.

Reading all tables must not be felt when the program starts, so a line of a shipped file is kept as it stands
and becomes a row when it is first asked for. The user's own files are checked whole when they are loaded; the
shipped ones are checked by the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from reltui.authority.tsv import BadTable, cells, text
from reltui.garbage import NEVER, HeldBack

Row = TypeVar("Row")


class Layout(NamedTuple, Generic[Row]):
    """What a table's file is called, its columns, how cells become a row, and which columns are its key.

    `make` raises ValueError with a sentence where a cell is wrong.
    """

    file: str
    columns: tuple[str, ...]
    make: Callable[[list[str]], Row]
    key: tuple[int, ...] = (0,)


class Table(Generic[Row]):
    """Rows in file order, by key: the first column, or the key columns joined by a space ("Minister en").

    Raises `BadTable` where no folder has the file, where the user's file is wrong, and, on the first look at
    it, for a wrong row of a shipped file.
    """

    def __init__(self, layout: Layout[Row], folders: tuple[Path, ...]) -> None:
        self._layout = layout
        self._shipped = folders[0] / layout.file
        with HeldBack(NEVER):  # objects that all stay
            self._lines = _lines(self._shipped, layout)
            self._made: dict[str, Row] = {}
            for folder in folders[1:]:
                if (folder / layout.file).is_file():
                    self._overlay(folder / layout.file)

    def __iter__(self) -> Iterator[Row]:
        return (self[key] for key in self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, key: object) -> bool:
        return key in self._lines

    def __getitem__(self, key: str) -> Row:
        row = self._made.get(key)
        if row is None:
            row = self._made[key] = self._row(self._lines[key])
        return row

    def get(self, key: str | None) -> Row | None:
        """Return the row of that key, or None."""
        return self[key] if key is not None and key in self._lines else None

    def keys(self) -> Iterator[str]:
        """All keys in file order."""
        return iter(self._lines)

    def raw(self) -> Iterator[tuple[str, list[str]]]:
        """Yield (key, cells) for all rows without making them: what indexes are built from."""
        width = len(self._layout.columns)
        for key, line in self._lines.items():
            row = line.split("\t")
            yield key, row if len(row) == width else row + [""] * (width - len(row))

    def _row(self, line: str) -> Row:
        row = line.split("\t")
        try:
            if len(row) > len(self._layout.columns):
                raise ValueError(f"the row has more cells than the {len(self._layout.columns)} columns.")
            return self._layout.make(row + [""] * (len(self._layout.columns) - len(row)))
        except ValueError as error:
            number = text(self._shipped).split("\n").index(line) + 1
            raise BadTable(self._shipped, number, str(error)) from None

    def _overlay(self, path: Path) -> None:
        """Add the rows of a user's file; raises `BadTable` for the first that is wrong."""
        seen: set[str] = set()
        for number, row in cells(path, self._layout.columns):
            if not row[0]:
                raise BadTable(path, number, f"the column '{self._layout.columns[0]}' is empty.")
            key = " ".join([row[i] for i in self._layout.key])
            if key in seen:
                raise BadTable(path, number, f"'{key}' occurs twice.")
            seen.add(key)
            try:
                self._made[key] = self._layout.make(row)
            except ValueError as error:
                raise BadTable(path, number, str(error)) from None
            self._lines[key] = "\t".join(row)


def _lines(path: Path, layout: Layout[Row]) -> dict[str, str]:
    """Return key → line of a shipped file."""
    if not path.is_file():
        raise BadTable(path, 0, "the table is missing: install the program again.")
    lines = text(path).split("\n")
    first = next((n for n, line in enumerate(lines) if line and line[0] != "#"), len(lines))
    header = lines[first] if first < len(lines) else ""
    if header.split("\t") != list(layout.columns):
        raise BadTable(path, first + 1, f"the header should be: {' '.join(layout.columns)}.")
    if layout.key == (0,):
        return {line.partition("\t")[0]: line for line in lines[first + 1 :] if line and line[0] != "#"}
    found: dict[str, str] = {}
    last = max(layout.key) + 1
    for line in lines[first + 1 :]:
        if line and line[0] != "#":
            row = line.split("\t", last)
            found[" ".join([row[i] for i in layout.key])] = line
    return found
