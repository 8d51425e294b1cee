"""Latin letters as English speaks them: what other scripts write down of an English name.

Саймон Райт, סיימון רייט and サイモン・ライト are Simon Wright by ear. Between two Latin spellings the ear
is not asked.
"""

from __future__ import annotations

import re
import unicodedata

from reltui.names.orthography import Orthography

_TABLE = {
    "igh": "ai", "eigh": "ei", "augh": "o", "ough": "o|au|u", "gh": "g|", "gh$": "|g", "^wr": "r",
    "^kn": "n", "^wh": "v|h", "wh": "v", "ee": "i", "ea": "i|e", "oo": "u", "ou": "au|u|o",
    "ow": "au|ou|o", "ow$": "ou|o", "oa": "o|ou", "oe$": "o|ou", "ai": "ei|e", "ay": "ei|e", "ey": "ei|i",
    "ey$": "i", "ei": "ei|i", "ie$": "i", "ie": "i", "au": "o", "aw": "o", "oy": "oi", "ew": "iu|u",
    "eau": "o", "ue": "u|iu", "ui": "iu|u", "y": "i", "y$": "i", "^y": "i", "er$": "er|a", "ir": "er|ir",
    "ur": "er|ur", "or$": "or|er", "ar$": "ar|er", "ch": "c", "tch": "c", "sh": "x", "th": "t|s|z",
    "ph": "f", "ck": "k", "qu": "kv", "x": "ks", "^x": "z", "j": "q", "ge$": "q", "dge": "q", "dg": "q",
    "gi": "qi|gi", "ge": "qe|ge", "gy": "qi|gi", "ce": "se", "ci": "si", "cy": "si", "ce$": "s", "c": "k",
    "sch": "xk|x|sk", "w": "v|u", "tion": "xen", "u": "a|u|iu", "cia": "xa|sia", "tia": "xa", "s$": "s|z",
    "se$": "z|s", "mb$": "m", "wn$": "n|vn", "le$": "l|el", "es$": "es|s", "ed$": "ed|d", "hn$": "n",
    "hn": "n", "ld$": "ld", "ham$": "em|am", "stle": "sl", "lk$": "k|lk", "lm": "m|lm", "o": "o|a",
    "ia": "ia|aia",
    # a silent e makes the vowel before the consonant long
    "a@": "ei", "i@": "ai", "o@": "ou|o", "u@": "iu|u", "e@": "i", "y@": "ai",
}  # fmt: skip

_MAGIC = re.compile(r"([aiouy])([bcdfgjklmnprstvz]|th)e(s?)$")
_OPEN = re.compile(r"^([^aeiouy]*)([aiou])([bdklmnprtv])(?=[aeioy][a-z])")


def _long(word: str) -> str:
    """Return the word with `@` after a vowel that is long for what follows."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFD", word) if c.isascii())
    magic = _MAGIC.search(word)
    if magic:
        return f"{word[: magic.end(1)]}@{magic[2]}{magic[3]}"
    opening = _OPEN.match(word)
    return f"{word[: opening.end(2)]}@{word[opening.end(2) :]}" if opening else word


ENGLISH = Orthography(_TABLE, _long)
