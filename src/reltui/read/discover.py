"""Which files there are to read: folders, single files, patterns, standard input, in a stable order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reltui.read.content import NOTHING, Description
from reltui.read.errors import Missing, Unreadable
from reltui.read.sidecar import NAME as SIDECAR
from reltui.read.sidecar import described

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `name` is its path relative to the folder that is built (`File.path`).

    `path` is where it is on disk, None for standard input. `refusal` says why it cannot be read where that
    is known already. `twin`: an earlier file has the very same bytes, so ids must take the name as well.
    """

    name: str
    path: Path | None
    size: int = 0
    modified: int = 0  # nanoseconds since the epoch
    described: Description = NOTHING
    refusal: str = ""
    twin: bool = False
    named: bool = False  # by the user, not found in a folder


def discover(paths: Iterable[str | os.PathLike[str]]) -> list[Found]:
    """Return the files of these paths: folders recursed, patterns (`*.txt`) expanded, `-` for standard input.

    In folders hidden files, `sources.toml`, empty files and what is plainly no text are left out; a file the
    user named is always in the list, with the reason where it cannot be read. Raises `Missing` for a path
    that is not there.
    """
    named = list(_expand(paths))
    base = _base([path for path in named if path is not None])
    found: list[Found] = []
    seen: set[Path] = set()
    for path in named:
        if path is None:
            found.append(Found(STDIN, None, named=True))
        elif path.is_dir():
            for file in _walk(path):
                if (real := file.resolve()) not in seen:
                    seen.add(real)
                    if (entry := _entry(file, base, False)) is not None:
                        found.append(entry)
        elif (real := path.resolve()) not in seen:
            seen.add(real)
            if (entry := _entry(path, base, True)) is not None:
                found.append(entry)
    return found


def _expand(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | None]:
    for given in paths:
        text = os.fspath(given)
        path = Path(text).expanduser()
        if text == STDIN:
            yield None
        elif path.exists():
            yield path
        elif glob.has_magic(text):
            matches = sorted(glob.glob(str(path), recursive=True))
            if not matches:
                raise Missing(text, "no file answers to this pattern")
            yield from map(Path, matches)
        else:
            raise Missing(text, "there is no such file or folder")


def _base(paths: list[Path]) -> Path:
    folders = [os.path.abspath(path if path.is_dir() else path.parent) for path in paths]
    return Path(os.path.commonpath(folders)) if folders else Path()


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, each folder's own before its subfolders', by name."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    folders: list[Path] = []
    for entry in entries:
        if entry.name.startswith(".") or entry.name == SIDECAR:
            continue
        if entry.is_dir(follow_symlinks=False):
            folders.append(Path(entry.path))
        elif entry.is_file():
            yield Path(entry.path)
    for sub in folders:
        yield from _walk(sub)


def _entry(path: Path, base: Path, named: bool) -> Found | None:
    name = os.path.relpath(os.path.abspath(path), base).replace(os.sep, "/")
    try:
        state = path.stat()
    except OSError as error:
        return Found(name, path, refusal=f"cannot be read: {error.strerror}", named=named)
    found = Found(name, path, state.st_size, state.st_mtime_ns, named=named)
    if state.st_size == 0:
        return replace(found, refusal="the file is empty") if named else None
    try:
        return replace(found, described=described(path))
    except Unreadable as error:
        return replace(found, refusal=str(error))
