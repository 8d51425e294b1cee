"""How results are written: tables to a terminal, tab-separated lines to a pipe, JSON where it is asked for.

Everything goes through `present.safe` on the way, so no text of a source can act on a terminal.
"""

from __future__ import annotations

import argparse
import dataclasses
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TextIO, TypeVar

from reltui.present.safe import safe

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from rich.table import Table
    from rich.text import Text

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column of a list: its heading, the text of its cell, and how a terminal shows it.

    `strong` says which piece of the cell's text stands out, as (start, end). `least` is the width below
    which the column is not squeezed, `room` the width of terminal from which it is shown at all, `most`
    how many characters of a cell a terminal gets (a pipe gets them all).
    """

    head: str
    cell: Callable[[Row], str]
    style: str | Callable[[Row], str] = ""
    justify: Literal["left", "right"] = "left"
    whole: bool = False  # never broken over two lines, nor cut
    strong: Callable[[Row], tuple[int, int]] | None = None
    least: int | None = None
    room: int = 0
    most: int = 0


def write_rows(rows: Iterable[Row], columns: Sequence[Column[Row]], options: argparse.Namespace) -> int:
    """Write a list in the form the options and the place ask for; return how many rows there were."""
    lines = getattr(options, "jsonl", False)  # `export` has neither, its forms are JSON themselves
    if lines or getattr(options, "json", False):
        return _json_rows(rows, lines=lines)
    if sys.stdout.isatty():
        return _table(rows, columns)
    return _tabs(rows, columns)


def write_json(value: object, indent: int | None = 2) -> None:
    """Write one JSON document; without indent it takes one line."""
    sys.stdout.write(to_json(value, indent) + "\n")


def write_text(text: str = "") -> None:
    """Write lines of plain text."""
    sys.stdout.write(safe(text, newlines=True) + "\n")


def to_json(value: object, indent: int | None = None) -> str:
    """Return JSON in which every character that a terminal would act on is written as an escape.

    Nothing is lost by it: outside of strings JSON has no such characters, inside of them \\uXXXX is the same.
    """
    ascii_only = (sys.stdout.encoding or "utf-8").lower().replace("-", "") != "utf8"
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent, default=plain)
    return text if ascii_only else escaped(text)


def plain(value: object) -> object:
    """Return a row or a noun as JSON can hold it; `json` calls this for what it does not know itself."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return fields_of(value)
    return str(value)


def fields_of(value: DataclassInstance) -> dict[str, object]:
    """Return the fields of a row or a noun by their names."""
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}


class _Escapes(dict[int, str]):
    """A table for `str.translate` that learns each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # json.dumps writes a pair of surrogates for what lies beyond the basic plane, as JSON wants it
        self[code] = shown = char if safe(char) == char else json.dumps(char)[1:-1]
        return shown


_ESCAPES = _Escapes({ord("\n"): "\n"})


def escaped(text: str) -> str:
    """Return JSON text with \\uXXXX for each character that a terminal would act on."""
    return text if text.isprintable() else text.translate(_ESCAPES)


class Harmless(io.TextIOBase):
    """A stream in front of a terminal: what is written to it arrives with nothing a terminal acts on."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, text: str) -> int:
        """Write a piece; the length returned is that of the original."""
        self._stream.write(escaped(text))
        return len(text)


def _json_rows(rows: Iterable[Row], *, lines: bool) -> int:
    count = 0
    for row in rows:
        if lines:
            sys.stdout.write(to_json(row) + "\n")
        else:
            sys.stdout.write(("[\n " if count == 0 else ",\n ") + to_json(row))
        count += 1
    if not lines:
        sys.stdout.write("\n]\n" if count else "[]\n")
    return count


def _tabs(rows: Iterable[Row], columns: Sequence[Column[Row]]) -> int:
    count = 0
    for row in rows:
        sys.stdout.write("\t".join(safe(column.cell(row)) for column in columns) + "\n")
        count += 1
    return count


def _table(rows: Iterable[Row], columns: Sequence[Column[Row]]) -> int:
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    columns = [column for column in columns if console.width >= column.room]
    cells = [[_cell(column, row) for column in columns] for row in rows]
    filled = [place for place in range(len(columns)) if any(line[place].plain for line in cells)]
    table = _empty([columns[place] for place in filled])
    for line in cells:
        table.add_row(*(line[place] for place in filled))
    if cells:
        console.print(table)
    return len(cells)


def _empty(columns: Sequence[Column[Row]]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(
            column.head,
            justify=column.justify,
            no_wrap=column.whole,
            overflow="ellipsis" if column.whole else "fold",
            min_width=column.least,
        )
    return table


def _cell(column: Column[Row], row: Row) -> Text:
    from rich.text import Text

    text = column.cell(row)
    if column.most and len(text) > column.most:
        text = text[: column.most].rsplit(" ", 1)[0] + " …"
    shown = Text(style=column.style if isinstance(column.style, str) else column.style(row))
    start, end = column.strong(row) if column.strong else (0, 0)
    shown.append(safe(text[:start]))
    shown.append(safe(text[start:end]), "bold")
    return shown.append(safe(text[end:]))


def taken(rows: Iterable[Row], limit: int) -> Iterator[Row]:
    """Yield at most `limit` rows; 0 means all."""
    for count, row in enumerate(rows):
        if limit and count >= limit:
            return
        yield row
