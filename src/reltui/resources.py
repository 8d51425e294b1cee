"""Where files are: the seed texts and the tables of `data/`, which ship with reltui, and a user's own tables.

What ships stands beside `src/` in a checkout and inside the package in a wheel. This is the one
place that knows the difference.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


class ResourceMissing(RuntimeError):
    """The installation is incomplete: a folder that ships with reltui is not there."""


@cache
def shipped(folder: str) -> Path:
    """Return the shipped folder of that name (`seeds` or `data`).

    Raises `ResourceMissing` where neither an installed nor a checked-out copy exists.
    """
    for candidate in (_PACKAGE / "_shipped" / folder, _PACKAGE.parent.parent / folder):
        if candidate.is_dir():
            return candidate
    raise ResourceMissing(
        f"reltui's own folder '{folder}' is missing from this installation: install the package again"
    )


def own_tables(db: Path) -> Path:
    """Return where the user's own tables for the corpus at `db` stand, if there are any: beside it."""
    return db.parent / "tables"
