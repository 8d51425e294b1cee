"""Latin letters in the spellings of many languages at once.

The language of a name is seldom known (Djuric, Dzhurich, Đurić; Chruschtschow), so letter groups carry
the readings of all orthographies in which they are usual, the likelier first.
"""

from __future__ import annotations

import re
import unicodedata

from reltui.names.orthography import Orthography

_TABLE = {
    # š, ž and their company in English, German, French, Polish, Hungarian and scholarly spelling
    "schtsch": "xc", "shtch": "xc", "chtch": "xc", "shch": "xc", "szcz": "xc", "šč": "xc", "tsch": "c",
    "tch": "c", "tsh": "c", "dsch": "q", "dzh": "q", "dsh": "q", "dž": "q", "dj": "q|d|di", "sch": "x|sk|sh",
    "sh": "x|sh", "sz": "x|s", "zh": "j|c|q", "cz": "c", "cs": "c|ks", "zs": "j", "rz": "rz|j|r",
    "ts": "c", "tz": "c", "tc": "c", "kh": "h", "ch": "c|h|k|x", "gh": "g", "ph": "f", "th": "t",
    "dh": "d", "rh": "r", "wh": "v", "ck": "k", "cc": "k|c", "qu": "kv|k", "x": "ks", "q": "k", "w": "v",
    "y": "i", "gj": "q|gi", "kj": "c|ki", "dź": "q", "dż": "q", "ci": "ci|si|c", "ce": "ce|se",
    "cy": "ci|si", "lj": "li", "nj": "ni|nq", "c": "k|c", "ic$": "ic|ik", "ica$": "ica|ika",
    "ac$": "ac|ak", "ge": "ge|qe|he", "gi": "gi|qi|hi", "j": "i|q|h|j", "^e": "e|ie", "^c$": "k|c|s",
    "^x": "ks|x|z", "^xi": "xi|ksi|si", "^xu": "xu|ksu", "^qi": "ki|ci", "^qu": "kv|k|cu",
    "chev$": "cev|cov", "shchev$": "xcev|xcov", "chtchev$": "xcev|xcov", "zin$": "zin|cin", "xh": "q|ksh",
    "čev$": "cev|cov", "shev$": "xev|xov", "eo": "eo|o", "ou$": "u|ov|ou", "au$": "au|ov|av",
    "eu$": "eu|ev", "auna$": "auna|ovna", "dz": "dz|z|d", "chh": "c", "jh": "q|ih", "bh": "b|bh",
    "gue": "ge", "gui": "gi", "off$": "ov", "eff$": "ev", "ff": "f", "ou": "u|ou", "tsi": "ci|ti",
    "dzi": "di|dzi|zi", "hs": "x|hs", "hsi": "xi|hsi", "oo": "u|o", "ee": "i|e", "eau": "o",
    "ow": "ov|au|o", "aw": "av|o", "ew": "ev|u", "iy$": "i", "ij$": "i|ii", "yi$": "i", "ey$": "ei|i",
    # letters
    "č": "c", "ć": "c", "š": "x", "ž": "j", "đ": "q|d", "ł": "l|v", "ń": "n|ni", "ś": "x|s", "ź": "z|j",
    "ż": "j", "ą": "on|a|om", "ę": "en|e|em", "ř": "r|rj", "ě": "e|ie", "ď": "d", "ť": "t", "ň": "n|ni",
    "ļ": "l", "ņ": "n|ni", "ķ": "k|ki", "ģ": "g|q", "ş": "x|s", "ș": "x", "ţ": "c|t", "ț": "c", "ğ": "g|",
    "ı": "i", "ç": "s|c", "ñ": "n|ni", "ö": "o|e", "ø": "o|e", "ő": "o|e", "ü": "u|i", "ű": "u|i", "ä": "a|e",
    "å": "o|a", "æ": "e|a", "œ": "e|o", "ß": "s", "þ": "t", "ð": "d", "ə": "e|a", "ł$": "l|v",
    "ḥ": "h", "ḫ": "h", "ġ": "g", "ḵ": "h", "ŭ": "u|v", "ĝ": "q", "ĉ": "c", "ŝ": "x", "ĵ": "j", "ĥ": "h",
    "ŋ": "n", "ħ": "h", "ǵ": "q|g", "ḱ": "c|k", "ʒ": "j", "ǆ": "q",
}  # fmt: skip

_KEPT = frozenset("".join(_TABLE))
# l and n before j are soft; before a consonant or at the end only the softness would be left
_SOFT = re.compile(r"(?<=[ln])j(?![aeiou])")


def _plain(word: str) -> str:
    """Return the word with letters outside the table reduced to their base."""
    if not word.isascii():
        letters: list[str] = []
        for letter in word:
            if letter.isascii() or letter in _KEPT:
                letters.append(letter)
            else:
                letters.append(unicodedata.normalize("NFD", letter)[0])
        word = "".join(letters)
    return _SOFT.sub("", word) if "j" in word else word


LATIN = Orthography(_TABLE, _plain)
