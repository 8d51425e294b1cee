"""The script of a name, as an ISO 15924 code."""

from __future__ import annotations

import unicodedata

_CODES = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr", "CJK": "Hani",
    "HIRAGANA": "Jpan", "KATAKANA": "Jpan", "HANGUL": "Hang", "DEVANAGARI": "Deva", "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
}  # fmt: skip


def script_of(text: str) -> str:
    """Return the code of the script that most letters of the text are of ("Zyyy" where it has none)."""
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else "Zyyy"
    counts: dict[str, int] = {}
    for character in text:
        if character.isalpha():
            word = unicodedata.name(character, "").partition(" ")[0]
            code = _CODES.get(word, "Zzzz")
            counts[code] = counts.get(code, 0) + 1
    return max(counts, key=lambda code: counts[code]) if counts else "Zyyy"
