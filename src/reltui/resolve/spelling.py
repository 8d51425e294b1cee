"""Spellings of persons compared, with memory: the same surfaces come again and again in a corpus."""

from __future__ import annotations

import re
from functools import lru_cache

from reltui import names

_GLUED = re.compile(r"\.(?=\w)")


def spaced(surface: str) -> str:
    """Part initials from what they stand glued to: "С.В.Лаврова" → "С. В. Лаврова"."""
    return _GLUED.sub(". ", surface)


@lru_cache(maxsize=16384)
def split(surface: str) -> names.Parts:
    """Return the parts of the name."""
    return names.split(spaced(surface))


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> float:
    """Return how alike two spellings are, 0 to 1."""
    return names.similarity(spaced(a), spaced(b))


@lru_cache(maxsize=16384)
def reasons(a: str, b: str) -> tuple[str, ...]:
    """Return why two spellings are alike, in words."""
    return names.score(spaced(a), spaced(b)).reasons


def forget() -> None:
    """Forget all comparisons, once a whole corpus has been resolved."""
    for remembered in (split, alike, reasons, keys):
        remembered.cache_clear()


@lru_cache(maxsize=16384)
def keys(surface: str) -> tuple[str, ...]:
    """Return the sound keys of the surname, or of all words where none can be told, always in the same order."""
    parts = split(surface)
    words = [*parts.surname.split(), *parts.given] if not parts.surname else parts.surname.split()[-1:]
    found = [key for word in words for key in names.keys(word)]
    if parts.handle:
        found += names.keys(parts.handle)
    # no set: which of two that fit as well is meant must not change from run to run
    return tuple(dict.fromkeys(found))
