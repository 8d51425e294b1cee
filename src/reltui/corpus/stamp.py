"""A cheap sign that nothing has changed: the sizes and times of all files that matter.

Equal stamps mean an unchanged corpus. Where they differ (a file was touched, a checkout renewed) the
fingerprint decides, which looks at contents. Every start takes a stamp, so nothing heavy is imported here.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from reltui import __version__
from reltui.store.version import SCHEMA

# What decides which facts come out of a text, and (`query`, `store`) what is kept of them.
LAYERS = (
    "model", "dates", "names", "authority", "read", "extract", "resolve", "corrections", "query", "store",
)  # fmt: skip


def stamp(paths: Sequence[str | os.PathLike[str]], tables: Sequence[Path]) -> str:
    """Return the stamp of inputs, tables and this version of reltui.

    "" where there is none: standard input is new each time, a pattern must be expanded first.
    """
    check, count, size, latest = 0, 0, 0, 0
    inputs = [_input(path) for path in paths]
    if None in inputs:
        return ""
    for name, bytes_, changed in (*(entry for some in inputs for entry in some or ()), *machinery(tables)):
        check = zlib.crc32(f"{name}\0{bytes_}\0{changed}\n".encode("utf-8", "surrogateescape"), check)
        count, size, latest = count + 1, size + bytes_, max(latest, changed)
    return f"{__version__} {SCHEMA} {count} {size} {latest:x} {check:08x}"


Entry = tuple[str, int, int]
"""A file: its path, its size in bytes, and when it was changed, in nanoseconds since 1970."""


def machinery(tables: Sequence[Path], layers: Sequence[str] = LAYERS) -> Iterator[Entry]:
    """Yield the files that turn texts into facts: the program's own modules, and the tables."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for layer in layers:
        yield from _files(os.path.join(package, layer), ".py")
    for folder in tables:
        yield from _files(os.fspath(folder), "")


def _input(path: str | os.PathLike[str]) -> list[Entry] | None:
    """Return the files of an input, the first with its own path; None for what is no file or folder."""
    given: str = os.fspath(path)
    name = os.path.abspath(os.path.expanduser(given))
    try:
        state = os.stat(name)
    except (OSError, ValueError):
        return None
    if os.path.isdir(name):
        return [(name, 0, 0), *_files(name, "")]
    # beside a file may stand what somebody knows of it (`read.sidecar`)
    found = [(name, state.st_size, state.st_mtime_ns)]
    beside = os.path.join(os.path.dirname(name), "sources.toml")
    with suppress(OSError):
        state = os.stat(beside)
        found.append((beside, state.st_size, state.st_mtime_ns))
    return found


def _files(folder: str, ending: str) -> Iterator[Entry]:
    """Yield the files below a folder in a stable order, but hidden ones; a file by itself; else none."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except NotADirectoryError:
        state = os.stat(folder)
        yield folder, state.st_size, state.st_mtime_ns
        return
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith((".", "__pycache__")):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, ending)
            elif entry.name.endswith(ending):
                state = entry.stat()
                yield entry.path, state.st_size, state.st_mtime_ns
        except OSError:
            continue  # it has just gone, or it is a link to nowhere
