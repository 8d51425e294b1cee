"""Reading one table: UTF-8, tab separated, `#` comments, one header line, lists in a cell joined by `|`.

Plain splitting, no quoting: a cell holds anything but a tab or a line end. Trailing empty cells may be left
out, and the header says which columns a file has, so that a user's own file needs only those it fills.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path


class BadTable(ValueError):
    """A table cannot be used: `path`, `line` (from 1; 0: the whole file) and the `reason`, a sentence."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        super().__init__(f"{path}, line {line}: {reason}" if line else f"{path}: {reason}")

    def __reduce__(self) -> tuple[type[BadTable], tuple[Path, int, str]]:
        return type(self), (self.path, self.line, self.reason)


def cells(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells in the order of `columns`) for each row of the file, checking its form.

    Raises `BadTable` where the file cannot be read as UTF-8, has no header, names an unknown column, lacks
    the first (identifying) column, or has a row with more cells than the header.
    """
    order: list[int] = []
    width = 0
    for number, line in enumerate(normal(text(path)).split("\n"), 1):
        if not line or line[0] == "#" or line.isspace():
            continue
        row = line.rstrip("\r").split("\t")
        if not width:
            order = _order(path, number, row, columns)
            width = len(row)
            continue
        if len(row) > width:
            say = f"the row has {len(row)} cells but the header names {width} columns."
            raise BadTable(path, number, say)
        row += [""] * (width - len(row))
        yield number, [row[i].strip() if i >= 0 else "" for i in order]
    if not width:
        raise BadTable(path, 0, f"the file has no header line; it should name columns such as {columns[0]}.")


def parts(cell: str) -> tuple[str, ...]:
    """Return the members of a list cell; an empty cell has none."""
    return tuple(cell.split("|")) if cell else ()


def text(path: Path) -> str:
    """Return the file's text; raises `BadTable` where it cannot be read or is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadTable(path, line, "the line is not UTF-8; save the file as UTF-8.") from None
    except OSError as error:
        raise BadTable(path, 0, f"the file cannot be read ({error.strerror or 'unknown reason'}).") from None


def normal(written: str) -> str:
    """Return the text in NFC, the form in which everything is compared."""
    return written if unicodedata.is_normalized("NFC", written) else unicodedata.normalize("NFC", written)


def _order(path: Path, number: int, header: list[str], columns: tuple[str, ...]) -> list[int]:
    """Return where each of `columns` stands in the header (-1: absent)."""
    named = [name.strip() for name in header]
    unknown = [name for name in named if name not in columns]
    if unknown:
        raise BadTable(path, number, f"unknown column '{unknown[0]}'; known are {', '.join(columns)}.")
    if len(set(named)) != len(named):
        raise BadTable(path, number, "a column is named twice.")
    if columns[0] not in named:
        raise BadTable(path, number, f"the column '{columns[0]}' is missing.")
    return [named.index(name) if name in named else -1 for name in columns]
