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


class _Table(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return key


_TIGHT = _Table(_CONSONANTS | _VOWELS)
_LOOSE = _Table(_CONSONANTS | {vowel: code[0] for vowel, code in _VOWELS.items()})
_tight, _loose = _TIGHT.__getitem__, _LOOSE.__getitem__


def tight(reading: str) -> str:
    """Return the shape of a reading; digits stand for themselves."""
    # twice as fast as str.translate, which is slow where one letter becomes several
    return "".join(map(_tight, reading))


def loose(reading: str) -> str:
    """Return the shape of a reading with vowels counting little."""
    return "".join(map(_loose, reading))
