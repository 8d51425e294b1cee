"""Hangul: syllables taken apart into their letters, with the readings of all romanisations in use.

Revised Romanisation, McCune–Reischauer, Yale and the spellings that families chose (Park, Choi, Lee).
"""

from __future__ import annotations

from reltui.names.orthography import Orthography

# The letters of a syllable in Unicode's order, in an intermediate spelling: capitals are aspirated,
# k t b c are lax and may be voiced.
_SPELLINGS = {
    "first": "k kk n t tt r m b bb s ss - c cc C K T P h",
    "middle": "a e ia ie o e io ie ó ua ue oi ió u uo ue ui iu ư i2 i",
    "last": "- g g gs n nj nh d l lg lm lb ls lt lp lh m b bs s s ng c C K T P h",
}
_FIRST, _MIDDLE, _LAST = (row.split() for row in _SPELLINGS.values())

_TABLE = {
    "k": "k|g", "t": "t|d", "b": "b|p", "c": "q|c", "kk": "k", "tt": "t", "bb": "p|b", "cc": "q|c",
    "C": "c", "K": "k", "T": "t", "P": "p", "o": "o|u|eo", "ó": "o", "io": "io|iu|ieo", "ió": "io",
    "ư": "u|eu", "i2": "ui|i|eui", "^r": "r|l|n", "r": "r", "^ri": "i|li|ri|ni", "^ni": "i|ni",
    "g": "k|g", "d": "t|d", "l": "l|r", "x": "x", "si": "si|xi", "uo": "vo|uo", "ua": "va|ua", "ue": "ve|ue",
    "^kim$": "kim|gim", "^ri$": "i|li|ri", "^bak$": "bak|pak|bark|park", "^bag$": "bak|pak|bark|park",
    "^coi$": "coi|ce|coe", "^Coi$": "coi|ce|coe", "^i$": "i|li|ri", "^im$": "im|lim|rim", "^no$": "no|ro",
    "oi": "oe|oi|ve", "ng": "ng", "nh": "n", "lh": "l", "e": "e|ai|ae", "u": "u|o",
}  # fmt: skip


def _letters(word: str) -> str:
    out: list[str] = []
    for letter in word:
        place = ord(letter) - 0xAC00
        if not 0 <= place < 11172:
            continue
        first, rest = divmod(place, 588)
        middle, last = divmod(rest, 28)
        out += (_FIRST[first], _MIDDLE[middle], _LAST[last])
    return "".join([part for part in out if part != "-"])


KOREAN = Orthography(_TABLE, _letters)
