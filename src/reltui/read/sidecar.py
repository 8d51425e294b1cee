"""`sources.toml`: what somebody who knows the files says of them, in the folder where they are.

    ["post.txt"]
    title = "..."
    publisher = "..."

Keys: title publisher author kind language url date. The table `[all]` holds for every file of the folder.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from reltui.read.described import NOTHING, Description
from reltui.read.errors import Unreadable

NAME = "sources.toml"
_ALL = "all"
_KEYS = ("title", "publisher", "author", "kind", "language", "url", "date")

Table = dict[str, dict[str, str]]


def described(path: Path) -> Description:
    """Return what the `sources.toml` beside a file says of it.

    Raises `Unreadable`, with the sidecar's path, where that is no TOML or says what cannot be.
    """
    return description(_table(path.parent), path.name)


def description(table: Table, name: str) -> Description:
    """Return what the table of a folder says of one of its files."""
    entry = {**table.get(_ALL, {}), **table.get(name, {})}
    return Description(**entry, origin=NAME) if entry else NOTHING


def names(folder: Path) -> set[str]:
    """Return the files that the `sources.toml` of a folder describes. Raises as `described` does."""
    return set(_table(folder)) - {_ALL}


def _table(folder: Path) -> Table:
    path = folder / NAME
    try:
        state = path.stat()
    except OSError:
        return {}
    return _load(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=256)
def _load(path: Path, modified: int, size: int) -> Table:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(str(path), f"it cannot be used: {error.strerror}") from error
    return parse(path, data)


def parse(path: Path, data: bytes) -> Table:
    """Return the table in the bytes of a `sources.toml`; `path` is for the message of an `Unreadable`."""
    import tomllib  # costs start-up time, and few folders have such a file

    try:
        loaded = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable(str(path), f"it cannot be used: {error}") from error
    return {name: _entry(path, name, entry) for name, entry in loaded.items()}


def _entry(path: Path, name: str, entry: object) -> dict[str, str]:
    from reltui.dates import Edtf  # these cost start-up time, and few folders have such a file
    from reltui.model.vocab import SOURCE_KINDS

    if not isinstance(entry, dict):
        raise Unreadable(str(path), f"'{name}' must be a table that a line [\"{name}\"] opens")
    found: dict[str, str] = {}
    for key, value in cast("dict[str, Any]", entry).items():
        if key not in _KEYS:
            raise Unreadable(str(path), f"'{key}' of '{name}' is not known; known are {', '.join(_KEYS)}")
        found[key] = text = str(value)
        if key == "kind" and text not in SOURCE_KINDS:
            kinds = ", ".join(SOURCE_KINDS)
            raise Unreadable(str(path), f"'{text}' of '{name}' is no kind of source; these are: {kinds}")
        if key == "date":
            try:
                found[key] = Edtf.parse(text).text
            except ValueError as error:
                raise Unreadable(str(path), f"the date of '{name}' cannot be read: {error}") from error
    return found
