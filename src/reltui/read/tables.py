"""The reader's word lists: `data/reading`, `data/languages` and `data/dates`, plain tab-separated text.

Each file has comment lines (`#`), one header row and rows; a user may add rows.
"""

from __future__ import annotations

from functools import cache

from reltui.resources import ResourceMissing, shipped


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table ("reading/furniture") without comments and header.

    Short rows are filled with empty cells up to the header's width. Raises `ResourceMissing` where the
    table is not part of the installation.
    """
    path = shipped("data") / f"{name}.tsv"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceMissing(f"reltui's own table '{name}.tsv' cannot be read: {error.strerror}") from error
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    width = len(lines[0].split("\t")) if lines else 0
    found: list[tuple[str, ...]] = []
    for line in lines[1:]:
        cells = [cell.strip() for cell in line.split("\t")]
        found.append(tuple(cells + [""] * (width - len(cells))))
    return tuple(found)


@cache
def folded(name: str, column: int) -> frozenset[str]:
    """Return one column of a table as case-folded words."""
    return frozenset(row[column].casefold() for row in rows(name) if row[column])
