"""Other scripts in a citation: the original stays, with its transliteration beside it."""

from __future__ import annotations

import unicodedata

# Scripts whose letters give the reading. Arabic and Hebrew leave out their vowels and a Chinese character
# has several readings: a transliteration letter by letter would be an invention.
_SPELT_OUT = ("CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "HANGUL")


def latin(text: str, language: str | None = None) -> str:
    """Return the text in Latin letters, "" where it is in Latin letters or cannot be spelt out."""
    letters = [c for c in text if c.isalpha()]
    spelt = sum(unicodedata.name(c, "").startswith(_SPELT_OUT) for c in letters)
    if not letters or spelt * 2 < len(letters):
        return ""
    from reltui.names import romanise

    return romanise(text, language)


def with_latin(text: str, language: str | None = None) -> str:
    """Return the text, with its transliteration in square brackets where the script is another."""
    other = latin(text, language)
    return f"{text} [{other}]" if other else text
