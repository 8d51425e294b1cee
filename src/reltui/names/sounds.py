"""What a word of any script may sound like: its readings in the shared alphabet, the likeliest first."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module

from reltui.names.orthography import Lattice, Orthography, combine
from reltui.names.scripts.east_slavic import EAST_SLAVIC
from reltui.names.scripts.latin import LATIN
from reltui.names.scripts.other import romanised
from reltui.names.scripts.south_slavic import LETTERS as SOUTH_LETTERS
from reltui.names.scripts.south_slavic import SOUTH_SLAVIC
from reltui.names.text import script_of

#: How many readings of a word are followed: in letters, in other scripts, in Chinese characters, whose
#: traditions differ most.
READINGS, MORE_READINGS, MOST_READINGS = 4, 6, 14

_LATIN_ONLY = re.compile(r"[\u0000-\u036f\u1e00-\u1eff]*").fullmatch
_CYRILLIC_ONLY = re.compile(r"[\u0400-\u052f]*").fullmatch

# Scripts whose tables are loaded when a word of theirs is met: module and name of the orthography.
_HOMES = {
    "greek": ("greek", "GREEK"), "arabic": ("arabic", "ARABIC"), "hebrew": ("hebrew", "HEBREW"),
    "armenian": ("armenian", "ARMENIAN"), "georgian": ("georgian", "GEORGIAN"),
    "kana": ("japanese", "JAPANESE"), "hangul": ("korean", "KOREAN"),
    "devanagari": ("devanagari", "DEVANAGARI"),
}  # fmt: skip


@lru_cache(maxsize=32)
def _orthography(script: str) -> Orthography | None:
    home = _HOMES.get(script)
    if home is None:
        return None
    return getattr(import_module(f"reltui.names.scripts.{home[0]}"), home[1])


def orthography_of(word: str) -> tuple[Orthography, str]:
    """Return the orthography a word is read by and the word as that orthography takes it."""
    script = script_of(word[0]) if word else "latin"
    if script == "latin":
        return LATIN, word
    if script == "cyrillic":
        return (SOUTH_SLAVIC if not SOUTH_LETTERS.isdisjoint(word) else EAST_SLAVIC), word
    orthography = _orthography(script)
    if orthography is not None:
        return orthography, word
    return LATIN, romanised(word)


def lattice(word: str, whole: bool = True) -> Lattice:
    """Return the segments of a word in normal form, each with its readings.

    A word of several scripts is read part by part, since a foreign letter among others is often a
    lookalike and always rare.
    """
    if word.isascii() or _LATIN_ONLY(word):
        return LATIN.lattice(word, whole)
    if _CYRILLIC_ONLY(word):
        return (SOUTH_SLAVIC if not SOUTH_LETTERS.isdisjoint(word) else EAST_SLAVIC).lattice(word, whole)
    runs = _runs(word)
    found: Lattice = []
    for script, run in runs:
        if script == "han":
            from reltui.names.scripts import chinese

            found += chinese.lattice(run)
            continue
        orthography, text = orthography_of(run)
        found += orthography.lattice(text, whole)
    return found


def _runs(word: str) -> list[tuple[str, str]]:
    """Return the stretches of one script, a digit or sign joining what stands before it."""
    runs: list[tuple[str, str]] = []
    for letter in word:
        script = script_of(letter)
        if runs and (script == runs[-1][0] or letter.isdigit() or not letter.isalnum()):
            runs[-1] = (runs[-1][0], runs[-1][1] + letter)
        else:
            runs.append((script, letter))
    return runs


@lru_cache(maxsize=4096)
def readings(word: str) -> tuple[str, ...]:
    """Return the readings of a word in normal form; never empty, and none of them is."""
    limit = READINGS
    if word[:1] >= "\u0530":
        limit = MOST_READINGS if script_of(word[0]) == "han" else MORE_READINGS
    found = combine(lattice(word), limit)
    if "" in found:
        found.remove("")
    return tuple(found) or ((romanised(word) or "0"),)
