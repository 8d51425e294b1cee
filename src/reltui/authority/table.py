"""A table in memory: rows by key, the shipped ones first, the user's added or put in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

from reltui.authority.tsv import BadTable, cells

Row = TypeVar("Row")
Item = TypeVar("Item")


class Table(Generic[Row]):
    """Rows in file order, with access by key (the first column, or several joined by a space)."""

    def __init__(self, rows: dict[str, Row]) -> None:
        self._rows = rows

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __getitem__(self, key: str) -> Row:
        return self._rows[key]

    def get(self, key: str | None) -> Row | None:
        """Return the row of that key, or None."""
        return self._rows.get(key) if key is not None else None

    def keys(self) -> Iterator[str]:
        """All keys in file order."""
        return iter(self._rows)


def rows(
    folders: tuple[Path, ...],
    file: str,
    columns: tuple[str, ...],
    make: Callable[[list[str]], Item],
    key: tuple[int, ...] = (0,),
) -> dict[str, Item]:
    """Read `file` from each folder that has it; later folders add rows or replace those of the same key.

    `make` turns cells into a row and raises ValueError with a sentence where a cell is wrong. Raises `BadTable`
    for that, for a key that is empty or occurs twice in one file, and where no folder has the file.
    """
    found: dict[str, Item] = {}
    seen = False
    for folder in folders:
        path = folder / file
        if not path.is_file():
            continue
        seen = True
        here: dict[str, Item] = {}
        for number, row in cells(path, columns):
            name = row[0] if key == (0,) else " ".join([row[i] for i in key])
            if not row[0]:
                raise BadTable(path, number, f"the column '{columns[0]}' is empty.")
            if name in here:
                raise BadTable(path, number, f"'{name}' occurs twice.")
            try:
                here[name] = make(row)
            except ValueError as error:
                raise BadTable(path, number, str(error)) from None
        found |= here
    if not seen:
        raise BadTable(folders[0] / file, 0, "the table is missing.")
    return found
