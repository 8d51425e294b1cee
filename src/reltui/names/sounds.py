"""What a word of any script may sound like: its readings in the shared alphabet, the likeliest first."""

from __future__ import annotations

import re
from functools import lru_cache

from reltui.names.orthography import Lattice, Orthography, combine
from reltui.names.scripts.east_slavic import EAST_SLAVIC
from reltui.names.scripts.greek import GREEK
from reltui.names.scripts.latin import LATIN
from reltui.names.scripts.other import romanised
from reltui.names.scripts.south_slavic import LETTERS as SOUTH_LETTERS
from reltui.names.scripts.south_slavic import SOUTH_SLAVIC
from reltui.names.text import script_of

#: How many readings of a word are followed.
READINGS = 6

_COARSE = str.maketrans({"e": "i", "o": "u", "x": "s", "j": "z", "q": "z"})
_SKELETON = str.maketrans({"p": "b", "f": "v", "x": "s", "j": "s", "z": "s", "q": "c", "d": "t", "g": "k"})
_VOWELS = re.compile(r"[aeiou]+")
_DOUBLE = re.compile(r"([a-z])\1+")


def orthography_of(word: str) -> tuple[Orthography, str]:
    """Return the orthography a word is read by and the word as that orthography takes it."""
    script = script_of(word[0]) if word else "latin"
    if script == "latin":
        return LATIN, word
    if script == "cyrillic":
        return (SOUTH_SLAVIC if not SOUTH_LETTERS.isdisjoint(word) else EAST_SLAVIC), word
    if script == "greek":
        return GREEK, word
    return LATIN, romanised(word)


def lattice(word: str, whole: bool = True) -> Lattice:
    """Return the segments of a word in normal form, each with its readings."""
    orthography, text = orthography_of(word)
    return orthography.lattice(text, whole)


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[str, ...]:
    """Return the readings of a word in normal form; never empty, and none of them is."""
    found = tuple(reading for reading in combine(lattice(word), READINGS) if reading)
    return found or ((romanised(word) or "0"),)


def coarse(reading: str) -> str:
    """Return a reading with vowels in three classes and hissing sounds as one."""
    return _DOUBLE.sub(r"\1", reading.translate(_COARSE))


def skeleton(reading: str) -> str:
    """Return the consonants of a reading, voiced and voiceless as one."""
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", reading).translate(_SKELETON))
