"""Bytes in; files, sources, blocks and passages out, each with its way back to the file.

Format (bytes to text, `formats/`) and shape (text to sources, `shapes/`) are two questions, each with its
register. What reads is loaded when first used: to see whether a corpus is fresh, files are only listed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from reltui.read.described import Description
from reltui.read.discover import Found, discover
from reltui.read.errors import Missing, Unreadable

if TYPE_CHECKING:
    from reltui.read.copies import link_copies
    from reltui.read.reader import Reading, read, read_bytes

__all__ = [
    "Description",
    "Found",
    "Missing",
    "Reading",
    "Unreadable",
    "discover",
    "link_copies",
    "read",
    "read_bytes",
]

_HOMES = {"Reading": "reader", "link_copies": "copies", "read": "reader", "read_bytes": "reader"}


def __getattr__(name: str) -> object:
    """Load a public name that is not at hand yet from the module it lives in."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
