"""Names as the matcher sees them: words with their readings and what kind of word each is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reltui.names.sounds import coarse, readings, skeleton
from reltui.names.text import name_words


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: its normal form and, for each reading, the three strings that are compared."""

    text: str
    fine: tuple[str, ...]
    coarse: tuple[str, ...]
    bones: tuple[str, ...]
    initial: bool


@lru_cache(maxsize=65536)
def word(text: str) -> Word:
    """Return a word in normal form with all that comparing it needs."""
    fine = readings(text)
    return Word(text, fine, tuple(map(coarse, fine)), tuple(map(skeleton, fine)), len(text) == 1)


@lru_cache(maxsize=16384)
def parse(name: str) -> tuple[Word, ...]:
    """Return the words of a name in their order."""
    return tuple(map(word, name_words(name)))
