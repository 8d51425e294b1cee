"""Readings as shapes: strings in which Levenshtein's distance counts sounds by how far apart they are.

Every sound becomes a few letters, those for the place where it is made first, the one for itself last.
So b for p costs one letter of four, v two, t four, and a vowel one or two of two: a distance of sounds
at the price of one call to a string library. The loose shape has one letter for a vowel, of its class
alone, for scripts that leave vowels out or render them roughly.
"""

from __future__ import annotations

_CONSONANTS = {
    "b": "BBPb", "p": "BBPp", "v": "BBFv", "f": "BBFf", "m": "MMMm", "n": "NNMn",
    "d": "TTDd", "t": "TTDt", "s": "SSZs", "z": "SSZz", "x": "SSXx", "j": "SSXj", "c": "SSCc", "q": "SSCq",
    "k": "KKGk", "g": "KKGg", "h": "Kh", "l": "LLRl", "r": "LLRr",
}  # fmt: skip
_VOWELS = {"a": "Aa", "e": "Ie", "i": "Ii", "o": "Uo", "u": "Uu"}

_TIGHT = {ord(sound): code for sound, code in (_CONSONANTS | _VOWELS).items()}
_LOOSE = _TIGHT | {ord(vowel): code[0] for vowel, code in _VOWELS.items()}


def tight(reading: str) -> str:
    """Return the shape of a reading; digits stand for themselves."""
    return reading.translate(_TIGHT)


def loose(reading: str) -> str:
    """Return the shape of a reading with vowels counting little."""
    return reading.translate(_LOOSE)
