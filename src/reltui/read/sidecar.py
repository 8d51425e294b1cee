"""`sources.toml`: what somebody who knows the files says of them, in the folder where they are.

    ["post.txt"]
    title = "..."
    publisher = "..."

Keys: title publisher author kind language url date. A key `[all]` holds for every file of the folder.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, cast, get_args

from reltui.model.vocab import SourceKind
from reltui.read.content import NOTHING, Description
from reltui.read.errors import Unreadable

NAME = "sources.toml"
_KEYS = ("title", "publisher", "author", "kind", "language", "url", "date")


def described(path: Path) -> Description:
    """Return what the `sources.toml` beside a file says of it.

    Raises `Unreadable`, with the sidecar's path, where that file is no TOML or says what cannot be.
    """
    table = _load(path.parent / NAME)
    both: dict[str, Any] = {**table.get("all", {}), **table.get(path.name, {})}
    if not both:
        return NOTHING
    return Description(**{key: str(both[key]) for key in _KEYS if key in both}, origin=NAME)


@lru_cache(maxsize=256)
def _load(path: Path) -> dict[str, dict[str, Any]]:
    try:
        with path.open("rb") as file:
            table: dict[str, Any] = tomllib.load(file)
    except FileNotFoundError:
        return {}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable(str(path), f"cannot be used: {error}") from error
    for name, entry in table.items():
        if not isinstance(entry, dict):
            raise Unreadable(str(path), f"'{name}' must be a table, written [\"{name}\"]")
        for key, value in cast("dict[str, Any]", entry).items():
            if key not in _KEYS:
                raise Unreadable(str(path), f"'{key}' of '{name}' is not known; known are {', '.join(_KEYS)}")
            if key == "kind" and value not in get_args(SourceKind):
                raise Unreadable(
                    str(path), f"'{value}' is no kind of source: {', '.join(get_args(SourceKind))}"
                )
    return table
