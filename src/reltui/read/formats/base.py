"""What a format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reltui.read.content import Content


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the suffixes (with the dot, lower case) and first bytes it is known by, and its reader.

    `read` raises `reltui.read.decode.Undecodable` for bytes it can make nothing of.
    """

    name: str
    suffixes: frozenset[str]
    claims: Callable[[bytes], bool]
    read: Callable[[bytes], Content]
