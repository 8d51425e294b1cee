"""Archives: the texts in a zip or tar file, read as if it were a folder. Nothing is ever unpacked to disk."""

from __future__ import annotations

import lzma
import posixpath
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

#: What opening or reading a damaged, encrypted or unusual archive raises.
_BROKEN = (
    OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, tarfile.TarError, zlib.error,
    lzma.LZMAError,
)  # fmt: skip


class Member(NamedTuple):
    """A file of an archive: its name in it, cleaned of roots and dots, its size and its bytes.

    `data` is None where it cannot be read; `problem` then says why.
    """

    name: str
    size: int
    data: bytes | None
    problem: str


class BadArchive(ValueError):
    """The file cannot be opened as an archive; the message says why."""


def members(path: Path, largest: int) -> Iterator[Member]:
    """Yield the regular files of an archive, by name, without hidden ones.

    A member of more than `largest` bytes is not read, nor is any once twice as many were read in all: a small
    archive can hold a very large text. Raises `BadArchive`.
    """
    try:
        found = _zipped(path, largest) if path.name.casefold().endswith(".zip") else _tarred(path, largest)
        yield from sorted(found, key=lambda member: member.name)
    except _BROKEN as error:
        raise BadArchive(f"it cannot be opened as an archive: {error}") from error


def _zipped(path: Path, largest: int) -> list[Member]:
    left = 2 * largest
    found: list[Member] = []
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            name = _clean(info.filename)
            if info.is_dir() or not name:
                continue
            try:
                with archive.open(info) as file:
                    found.append(_read(name, file, min(largest, left)))
            except _BROKEN as error:
                found.append(Member(name, info.file_size, None, f"cannot be read: {error}"))
            left -= found[-1].size if found[-1].data is not None else 0
    return found


def _tarred(path: Path, largest: int) -> list[Member]:
    left = 2 * largest
    found: list[Member] = []
    with tarfile.open(path) as archive:
        for info in archive:
            name = _clean(info.name)
            if not info.isreg() or not name:
                continue
            file = archive.extractfile(info)
            if file is not None:
                found.append(_read(name, file, min(largest, left)))
                left -= found[-1].size if found[-1].data is not None else 0
    return found


def _read(name: str, file: IO[bytes], most: int) -> Member:
    data = file.read(most + 1)
    if len(data) > most:
        return Member(name, len(data), None, "it is too large to be read out of an archive")
    return Member(name, len(data), data, "")


def _clean(name: str) -> str:
    """Return a member's name without roots and dots, or nothing for a hidden file."""
    parts = posixpath.normpath(name.replace("\\", "/")).split("/")
    parts = [part for part in parts if part not in ("", ".", "..")]
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return "" if hidden else "/".join(parts)
