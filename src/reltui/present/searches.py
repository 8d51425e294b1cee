"""Saved searches: one plain-text file in the config folder, a line each, which may be edited by hand.

`trade in figures = has:figure trade` is a name and a query. Lines that begin with `#`, empty lines and
whatever else stands in the file are left as they are.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from reltui.present.safe import safe

_SIGN = " = "
_HEAD = "# Saved searches of reltui: a name, an equals sign between spaces, and a query.\n"
_LONGEST = 2_000  # characters of a query


class Saved(NamedTuple):
    """A search under a name."""

    name: str
    query: str


def searches_file() -> Path:
    """Where they are: `searches.txt` beside the settings."""
    from platformdirs import user_config_path

    return user_config_path("reltui", appauthor=False) / "searches.txt"


def load(path: Path | None = None) -> list[Saved]:
    """The saved searches in the order of the file, each name once (the last counts).

    Never raises: a file that is not there, or is no text, holds none.
    """
    found: dict[str, Saved] = {}
    for line in _lines(path or searches_file()):
        if (saved := _saved(line)) is not None:
            found[saved.name.casefold()] = saved
    return list(found.values())


def save(name: str, query: str, path: Path | None = None) -> Saved:
    """Keep a query under a name, in the place of another of that name.

    Raises ValueError where there is nothing to keep, OSError where the file cannot be written.
    """
    made = Saved(" ".join(safe(name).replace(_SIGN, " ").split()), " ".join(safe(query).split()))
    made = Saved((made.name or made.query.replace(_SIGN, " ")).lstrip("# "), made.query)
    if not made.query or not made.name or len(made.query) > _LONGEST:
        raise ValueError("there is no query to keep" if not made.query else "this query is too long to keep")
    path = path or searches_file()
    lines = [line for line in _lines(path) if not _is(line, made.name)]
    _write(path, [*(lines or [_HEAD]), f"{made.name}{_SIGN}{made.query}\n"])
    return made


def delete(name: str, path: Path | None = None) -> bool:
    """Forget the search of that name; whether there was one. Raises OSError where that cannot be written."""
    path = path or searches_file()
    lines = _lines(path)
    kept = [line for line in lines if not _is(line, name)]
    if len(kept) == len(lines):
        return False
    _write(path, kept)
    return True


def _saved(line: str) -> Saved | None:
    name, sign, query = line.strip().partition(_SIGN)
    if not sign or line.lstrip().startswith("#") or not name.strip() or not query.strip():
        return None
    return Saved(name.strip(), query.strip())


def _is(line: str, name: str) -> bool:
    saved = _saved(line)
    return saved is not None and saved.name.casefold() == name.casefold()


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return []
    return [f"{line}\n" for line in text.splitlines()]


def _write(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_text("".join(lines), encoding="utf-8")
        os.replace(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
