"""Text into words: one normal form, marks kept where they are vowels, the script of a letter.

Every function here takes any Unicode text and never raises.
"""

from __future__ import annotations

import re
import unicodedata

# Marks that `\w` leaves out: Latin, Cyrillic, Hebrew and Arabic signs, and the vowel signs of India and
# South-East Asia, without which a word of those scripts would fall apart.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640"
    r"\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963"
    r"\u0971-\u09e5\u0a01-\u0a65\u0a70-\u0ae5\u0b01-\u0b65\u0b71-\u0be5\u0c00-\u0c65\u0c81-\u0ce5"
    r"\u0d00-\u0d65\u0d81-\u0df3\u0e31-\u0e4e\u0eb1-\u0ece\u0f71-\u0f84\u102b-\u103e\u1056-\u1059"
    r"\u05f3\u17b4-\u17d3\u200c\u200d\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f"
)
_WORD = re.compile(rf"(?:[^\W_]|[{_MARKS}])+")
_PLAIN_WORD = re.compile("[a-z0-9]+")
_SILENT = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670"
    r"\u06d6-\u06ed\u0711\u0730-\u074a\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u20d0-\u20f0"
    r"\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\u00ad]+"
)

#: Every sign that stands for an apostrophe, a half ring or a prime in names.
APOSTROPHES = "'’‘ʼʻʾʿʹˈ`´′＇ʹ״׳"
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]+")
# after these Hebrew letters the sign makes another letter of them
_GERESH = re.compile(f"([גדזחטצץת])[{APOSTROPHES}]")
_POSSESSIVE = re.compile(rf"(?<=\w)(?:[{APOSTROPHES}]s|(?<=s)[{APOSTROPHES}])(?!\w)", re.IGNORECASE)

# the article of Arabic names takes the sound of what follows: an-Nasr, ash-Sharif, el-Sisi
_ARTICLE = re.compile(r"\b(?:a[dnrstz]|ash|ath|e[drstz])-(?=\w{4})")

#: First code points of script blocks, in order; the name stands for all up to the next entry.
_BLOCKS: tuple[tuple[int, str], ...] = (
    (0x0000, "latin"), (0x0370, "greek"), (0x0400, "cyrillic"), (0x0530, "armenian"), (0x0590, "hebrew"),
    (0x0600, "arabic"), (0x0700, "other"), (0x0750, "arabic"), (0x0780, "other"), (0x08A0, "arabic"),
    (0x0900, "devanagari"), (0x0980, "other"), (0x10A0, "georgian"), (0x1100, "hangul"), (0x1200, "other"),
    (0x1C80, "cyrillic"), (0x1C90, "georgian"), (0x1CC0, "other"), (0x1D00, "latin"), (0x1F00, "greek"),
    (0x2000, "other"), (0x2C60, "latin"), (0x2C80, "other"), (0x2D00, "georgian"), (0x2D30, "other"),
    (0x2DE0, "cyrillic"), (0x2E00, "other"), (0x2E80, "han"), (0x3040, "kana"), (0x3100, "other"),
    (0x3130, "hangul"), (0x3190, "other"), (0x31F0, "kana"), (0x3200, "other"), (0x3400, "han"),
    (0xA000, "other"), (0xA640, "cyrillic"), (0xA6A0, "other"), (0xA720, "latin"), (0xA800, "other"),
    (0xA8E0, "devanagari"), (0xA900, "other"), (0xA960, "hangul"), (0xA980, "other"), (0xAB30, "latin"),
    (0xAB70, "other"), (0xAC00, "hangul"), (0xD800, "other"), (0xF900, "han"), (0xFB00, "latin"),
    (0xFB13, "armenian"), (0xFB1D, "hebrew"), (0xFB50, "arabic"), (0xFE00, "other"), (0xFE70, "arabic"),
    (0xFF00, "latin"), (0xFF66, "kana"), (0xFFA0, "hangul"), (0xFFE0, "other"), (0x20000, "han"),
    (0x30000, "han"), (0x323B0, "other"),
)  # fmt: skip
_STARTS = [start for start, _ in _BLOCKS]


def script_of(letter: str) -> str:
    """Return the script of one character by its block: `latin`, `cyrillic`, `han`, … or `other`."""
    if letter < "\u0370":
        return "latin"
    if "\u0400" <= letter < "\u0530":
        return "cyrillic"
    code = ord(letter)
    low, high = 0, len(_STARTS)
    while high - low > 1:
        middle = (low + high) // 2
        if _STARTS[middle] <= code:
            low = middle
        else:
            high = middle
    return _BLOCKS[low][1]


def normal(text: str) -> str:
    """Return the text in one form: compatibility letters resolved, composed, lower case."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).lower()
    # the capital İ becomes i and a dot above, which no other spelling has
    if "i̇" in plain:
        plain = plain.replace("i̇", "i")
    return unicodedata.normalize("NFC", plain).replace("ς", "σ")


def words(text: str) -> list[str]:
    """Return the words of a text as they stand in its normal form, apostrophes parting them."""
    return _WORD.findall(normal(text))


def bare(word: str) -> str:
    """Return a word without signs that are not letters: combining marks, tatweel, points, joiners."""
    return word if word.isascii() else _SILENT.sub("", word)


def name_words(name: str) -> list[str]:
    """Return the words of a name in normal form: possessives cut, apostrophes dropped, hyphens parting."""
    text = normal(name)
    plain = text.isascii()
    if ("'" in text or "`" in text) if plain else _APOSTROPHE.search(text):
        if not plain:
            text = _GERESH.sub("\\1\ue000", text)
        text = _APOSTROPHE.sub("", _POSSESSIVE.sub("", text)).replace("\ue000", "׳")
    if "-" in text:
        text = _ARTICLE.sub("al ", text)
    if plain:
        return _PLAIN_WORD.findall(text)
    if _SILENT.search(text) is None:
        return _WORD.findall(text)
    return [word for word in map(bare, _WORD.findall(text)) if word]
