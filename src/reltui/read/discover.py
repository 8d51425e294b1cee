"""Which files there are to read: folders, single files, patterns, standard input, in a stable order."""

from __future__ import annotations

import glob
import os
import posixpath
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.read.described import NOTHING, Description
from reltui.read.errors import Missing, Unreadable
from reltui.read.sidecar import NAME as SIDECAR
from reltui.read.sidecar import described, description, names, parse
from reltui.read.suffixes import ARCHIVES, refusal, suits, suits_data

if TYPE_CHECKING:
    from reltui.read.archives import Member

STDIN = "-"
LARGEST = 256 * 1024 * 1024  # bytes: more is a heap of documents in one file, and would not fit in memory


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
    data: bytes | None = None  # of a member of an archive, whose `path` is that of the archive


def discover(paths: Iterable[str | os.PathLike[str]], *, largest: int = LARGEST) -> list[Found]:
    """Return the files of these paths: folders recursed, patterns (`*.txt`) expanded, `-` for standard input.

    In folders hidden files, `sources.toml`, empty files and what is plainly no text are left out; a file the
    user named is always in the list, with the reason where it cannot be read. The order is that of the
    arguments, and within a folder by name, files before folders. A file of more than `largest` bytes is
    refused. Raises `Missing` for a path that is not there.
    """
    given = list(_expand(paths))
    base = _base([path for path in given if path is not None])
    found: dict[str, Found] = {}
    for path in given:
        if path is None:
            found.setdefault(STDIN, Found(STDIN, None))
        elif path.is_dir():
            for entry in _folder(path, base, largest, set()):
                found.setdefault(_key(entry), entry)
        else:
            for entry in _named(path, base, largest):
                found.setdefault(_key(entry), entry)
    return _with_twins(list(found.values()))


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


def _name(path: Path, base: Path) -> str:
    relative = os.path.relpath(os.path.abspath(path), base).replace(os.sep, "/")
    return relative.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _folder(folder: Path, base: Path, largest: int, above: set[str]) -> Iterator[Found]:
    """Yield the files below a folder; a link that leads back to a folder above is not followed."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Found(_name(folder, base), folder, refusal=f"the folder cannot be read: {error.strerror}")
        return
    entries = [entry for entry in entries if not entry.name.startswith(".")]
    try:
        missing = names(folder) - {entry.name for entry in entries}
        if missing:
            raise Unreadable(SIDECAR, f"it names {', '.join(sorted(missing))}, not in this folder")
    except Unreadable as error:
        yield Found(_name(folder / SIDECAR, base), folder / SIDECAR, refusal=error.reason)
    for entry in entries:
        if entry.name != SIDECAR and entry.is_file():
            for file in _named(Path(entry.path), base, largest):
                if file.refusal != _EMPTY and (file.refusal or file.data or suits(file.path)):
                    yield file
    for entry in entries:
        if entry.is_dir():
            yield from _folder(Path(entry.path), base, largest, above | {real})


_EMPTY = "the file is empty"


def _key(found: Found) -> str:
    """Return what tells a file from all others: its place, and for a member of an archive its name."""
    return f"{os.path.abspath(found.path)}\n{found.name if found.data else ''}" if found.path else found.name


def _named(path: Path, base: Path, largest: int) -> list[Found]:
    """Return a file, or the files of an archive."""
    file = _file(path, base, largest)
    if file.refusal or not path.name.casefold().endswith(ARCHIVES):
        return [file]
    from reltui.read.archives import BadArchive, members  # costs start-up time, and few have any

    try:
        return list(_members(file, list(members(path, largest))))
    except (BadArchive, Unreadable) as error:
        return [replace(file, refusal=error.reason if isinstance(error, Unreadable) else str(error))]


def _members(archive: Found, everything: list[Member]) -> Iterator[Found]:
    """Yield the files of an archive, as if it were a folder."""
    tables = {
        posixpath.dirname(member.name): parse(Path(member.name), member.data)
        for member in everything
        if posixpath.basename(member.name) == SIDECAR and member.data is not None
    }
    for member in everything:
        folder, name = posixpath.split(member.name)
        known = f"{archive.name}/{member.name}".encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        if name == SIDECAR or not member.size or (member.data and not suits_data(name, member.data)):
            continue
        yield replace(
            archive,
            name=known,
            size=member.size,
            data=member.data,
            refusal=member.problem or refusal(name),
            described=description(tables.get(folder, {}), name),
        )


def _file(path: Path, base: Path, largest: int) -> Found:
    name = _name(path, base)
    try:
        state = path.stat()
    except OSError as error:
        return Found(name, path, refusal=f"cannot be read: {error.strerror}")
    found = Found(name, path, state.st_size, state.st_mtime_ns)
    if stat.S_ISREG(state.st_mode):
        if state.st_size == 0:
            return replace(found, refusal=_EMPTY)
        if state.st_size > largest:
            limit = f"{largest // 1024**2} MB" if largest >= 1024**2 else f"{largest} bytes"
            return replace(found, refusal=f"it is larger than {limit}; split it into its documents")
    if not name.casefold().endswith(ARCHIVES) and (reason := refusal(name)):
        return replace(found, refusal=reason)
    try:
        return replace(found, described=described(path))
    except Unreadable:
        return found  # its `sources.toml` is reported by itself


def _with_twins(found: list[Found]) -> list[Found]:
    """Mark the files whose very bytes an earlier one has. Only files of one size are looked into."""
    from hashlib import blake2b  # costs start-up time

    sizes: dict[int, int] = {}
    for file in found:
        sizes[file.size] = sizes.get(file.size, 0) + 1
    seen: set[tuple[int, bytes]] = set()
    marked: list[Found] = []
    for file in found:
        if file.path and file.size and sizes[file.size] > 1 and not file.refusal:
            try:
                data = file.data if file.data is not None else file.path.read_bytes()
                key = (file.size, blake2b(data, digest_size=16).digest())
            except OSError:
                marked.append(file)  # read() will say why
                continue
            marked.append(replace(file, twin=True) if key in seen else file)
            seen.add(key)
        else:
            marked.append(file)
    return marked
