"""Whether a corpus still is what its inputs, the tables and this version of reltui would make.

Two measures of the same things. The stamp takes sizes and times of files and is cheap; the fingerprint
takes their contents. Equal stamps are equal; where stamps differ the fingerprint decides.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reltui import __version__
from reltui.model.ids import digest
from reltui.store.version import SCHEMA

if TYPE_CHECKING:
    from reltui.read.discover import Found

# What decides which facts come out of a text, and (`query`, `store`) what is kept of them.
_LAYERS = (
    "model",
    "dates",
    "names",
    "authority",
    "read",
    "extract",
    "resolve",
    "corrections",
    "query",
    "store",
)


def stamp(found: Sequence[Found], tables: Sequence[Path]) -> str:
    """Return the stamp of files to read and folders of tables, by their sizes and times."""
    inputs = [(f.name, f.size, f.modified, repr(f.described), f.refusal) for f in found]
    machinery = [(name, state.st_size, state.st_mtime_ns) for name, _, state in _machinery(tables)]
    return digest(__version__, SCHEMA, *inputs, "", *machinery, length=32)


def fingerprint(found: Sequence[Found], sums: dict[str, str], tables: Sequence[Path]) -> str:
    """Return the fingerprint of files to read and folders of tables, by their contents.

    `sums` gives the SHA-256 of files that have been read already, by name.
    """
    inputs = [(f.name, sums.get(f.name) or _sum(f.path), repr(f.described), f.refusal) for f in found]
    machinery = [(name, _sum(path)) for name, path, _ in _machinery(tables)]
    return digest(__version__, SCHEMA, *inputs, "", *machinery, length=32)


def _machinery(tables: Sequence[Path]) -> Iterator[tuple[str, Path, os.stat_result]]:
    """Yield the files that turn texts into facts: the program's own modules, and the tables."""
    package = Path(__file__).resolve().parent.parent
    for layer in _LAYERS:
        yield from _files(package / layer, layer, ".py")
    for number, folder in enumerate(tables):
        yield from _files(folder, f"tables {number}", "")


def _files(folder: Path, name: str, ending: str) -> Iterator[tuple[str, Path, os.stat_result]]:
    try:
        entries: Iterable[os.DirEntry[str]] = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith((".", "__pycache__")):
            continue
        if entry.is_dir():
            yield from _files(Path(entry.path), f"{name}/{entry.name}", ending)
        elif entry.name.endswith(ending):
            yield f"{name}/{entry.name}", Path(entry.path), entry.stat()


def _sum(path: Path | None) -> str:
    """Return the SHA-256 of a file; a file that cannot be read, and standard input, have none."""
    if path is None:
        return ""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
