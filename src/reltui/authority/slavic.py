"""What the tables need of Serbian and Russian: one script for Serbian, endings of adjectives and names.

Tables give Serbian words in Latin letters only. A Serbian Cyrillic token is turned into Latin before it is
looked up (that way round is unambiguous), so one form serves both alphabets. For romanisation to *show*, see
`names`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SERBIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "đ", "е": "e", "ж": "ž", "з": "z", "и": "i",
    "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "ћ": "ć", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "č", "џ": "dž", "ш": "š",
}  # fmt: skip
_TO_LATIN = str.maketrans(_SERBIAN | {k.upper(): v.capitalize() for k, v in _SERBIAN.items()})
_NOT_SERBIAN = re.compile(r"[ёйщъыьэюяіїєґўЁЙЩЪЫЬЭЮЯІЇЄҐЎ]")
CYRILLIC = re.compile(r"[Ѐ-ӿ]")

#: Endings of hard and soft adjectives in all cases and genders; added to a stem, "srpsk" → "srpskog".
ENDINGS = {
    "sr": ("i", "og", "oga", "om", "ome", "omu", "im", "a", "e", "oj", "u", "o", "ih", "ima"),
    "ru": ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими", "ою"),
}


_SERBIAN_LETTER = re.compile("[јљњћђџЈЉЊЋЂЏćđĆĐ]")

# Frequent words that one language has and the other has not; they tell "Island" the land from an island.
_ENGLISH_WORDS = frozenset(
    {
        "the",
        "The",
        "of",
        "and",
        "in",
        "In",
        "is",
        "was",
        "were",
        "for",
        "with",
        "by",
        "from",
        "at",
        "At",
        "has",
    }
    | {"have", "will", "his", "its", "that", "her", "their", "said", "be", "been", "not", "this"}
)
_SERBIAN_WORDS = frozenset(
    {"je", "u", "U", "na", "Na", "i", "se", "da", "sa", "su", "za", "iz", "od", "će", "koji", "koja", "koje"}
    | {"kao", "s", "k", "nije", "što", "o", "po", "kod", "bi", "ali", "već", "ovo", "sam", "smo", "ili"}
)


def may_be_serbian(words: Sequence[str], latins: Sequence[str]) -> bool:
    """Return whether the words may be Serbian: not evidently English, and without the letters of Russian.

    `latins` are the same words as `latin` gives them.
    """
    if _SERBIAN_WORDS.isdisjoint(latins):  # as in nearly all sentences: then one word of English is enough
        if not _ENGLISH_WORDS.isdisjoint(words):
            return False
    # each word of English counts for it, each of Serbian against it
    elif sum(map(_ENGLISH_WORDS.__contains__, words)) > sum(map(_SERBIAN_WORDS.__contains__, latins)):
        return False
    odd = " ".join([word for word in words if not word.isascii()])
    return not _NOT_SERBIAN.search(odd) or _SERBIAN_LETTER.search(odd) is not None


def is_cyrillic(text: str) -> bool:
    """Return whether the text has a Cyrillic letter."""
    return CYRILLIC.search(text) is not None


def latin(text: str) -> str:
    """Return Serbian Cyrillic in Serbian Latin letters ("Ђурић" → "Đurić"); other text is left as it is.

    Text with letters that Serbian does not have (й, ы, ь …) is not Serbian and is returned unchanged.
    """
    if text.isascii() or _NOT_SERBIAN.search(text) or not CYRILLIC.search(text):
        return text
    plain = text.translate(_TO_LATIN)
    return plain.upper() if text.isupper() and len(text) > 1 else plain


# Ending → what the nominative may end in instead. Longest ending first; "" keeps the bare stem.
_BASES: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "ru": (
        ("ами", ("", "а", "ь")), ("ями", ("ь", "я")), ("ого", ("ий", "ой", "ый")),
        ("ому", ("ий", "ой", "ый")), ("ией", ("ия",)), ("ием", ("ий",)), ("ьем", ("ий",)),
        ("ой", ("а", "ая")), ("ым", ("", "ый")),
        ("им", ("ий",)), ("ом", ("", "о")), ("ем", ("й", "ь", "")), ("ей", ("я", "й", "ь", "а")),
        ("ию", ("ия", "ий")), ("ии", ("ия", "ий")), ("ия", ("ий",)), ("ую", ("ая",)), ("а", ("",)),
        ("у", ("", "а")), ("е", ("", "а", "я", "й")), ("ы", ("а", "")), ("и", ("а", "я", "ь", "")),
        ("ю", ("й", "я", "ь")), ("я", ("й", "ь")),
    ),
    "sr": (
        ("ima", ("", "i")), ("ovim", ("ov",)), ("evim", ("ev",)), ("ijem", ("ije", "ij", "ija")),
        ("jem", ("j", "je")), ("oga", ("i", "")), ("ome", ("i", "")), ("em", ("", "e", "a")),
        ("om", ("", "o", "a", "i")), ("og", ("i", "")), ("oj", ("a",)), ("im", ("", "i")),
        ("a", ("", "o", "e", "i")), ("u", ("", "a", "o", "e", "i")), ("e", ("a", "")), ("i", ("a", "")),
        ("o", ("a", "")),
    ),
}  # fmt: skip


def bases(token: str, language: str) -> tuple[str, ...]:
    """Return nominatives the token may be a case form of, itself first ("Сергеем" → "Сергей").

    `language` is "sr" (Latin letters) or "ru"; the list overshoots: it is for looking up, not for showing.
    """
    found = [token]
    for ending, instead in _BASES.get(language, ()):
        if len(token) > len(ending) + 1 and token.endswith(ending):
            stem = token[: -len(ending)]
            found += [stem + new for new in instead if stem + new not in found]
    if language == "sr":
        # a fleeting a: "Petra" is a case of "Petar", "Aleksandra" of "Aleksandar"
        found += [
            f"{b[:-1]}a{b[-1]}" for b in found[1:] if len(b) > 3 and b[-1] in "rcnlk" and b[-2] not in "aeiou"
        ]
    return tuple(found)
