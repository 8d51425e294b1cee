"""One plain reading of any text, letter by letter, for comparing and indexing ordinary words.

Every letter is romanised by itself, so what is typed so far folds to the beginning of what the whole
word folds to. Cyrillic follows the scholarly system without its diacritics (ж ž z, ш š s, х h, й j), the
one in which Serbian Cyrillic and Serbian Latin come out alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reltui.names.rows import paired
from reltui.names.scripts.other import romanised
from reltui.names.text import bare, script_of, words

_CYRILLIC = paired(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяђјљњћџѓќѕёіїєґўѣѳѵѫѐѝ",
    "a b v g d e z z i j k l m n o p r s t u f h c c s sc - y - e ju ja "
    "dj j lj nj c dz gj kj dz e i i e g u e f i a e i",
)
_LETTERS = {
    ord(letter): plain
    for letter, plain in (
        _CYRILLIC
        | {
            "đ": "dj", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "ı": "i",
            "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e", "ĳ": "ij", "ĸ": "k", "ſ": "s",
        }
    ).items()
}  # fmt: skip
# combining marks of Latin, Greek, Hebrew and Arabic; the vowel signs of other scripts are no such marks
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u0655\u0670]+")


def fold(text: str) -> str:
    """Return the text as lower-case ASCII words parted by single spaces; digits are kept.

    Any script is romanised ("Ђурић", "Đurić", "DJURIC" → "djuric"); Chinese characters become a word
    each, so that a part of a name is found as a run of words. Punctuation parts words.
    """
    return " ".join(_fold_word(word) for word in words(text) if _fold_word(word))


def plain_letters(text: str) -> str:
    """Return Latin and Cyrillic letters in normal form as ASCII letters; other letters lose their marks."""
    plain = text.translate(_LETTERS)
    return plain if plain.isascii() else _MARKS.sub("", unicodedata.normalize("NFD", plain))


@lru_cache(maxsize=16384)
def _fold_word(word: str) -> str:
    if word.isascii():
        return word
    plain = plain_letters(bare(word))
    if plain.isascii():
        return plain
    return " ".join(_runs(bare(word)))


def _runs(word: str) -> list[str]:
    """Return the romanised parts of a word of another script; each Chinese character is a part."""
    parts: list[str] = []
    run, before = "", ""
    for letter in word:
        script = "han" if script_of(letter) == "han" else "rest"
        if run and (script == "han" or before == "han"):
            parts.append(run)
            run = ""
        run += letter
        before = script
    if run:
        parts.append(run)
    return [plain for part in parts if (plain := _plain_run(part))]


def _plain_run(part: str) -> str:
    return romanised(part.translate(_LETTERS))
