"""Names in Latin letters for display beside the original: diacritics kept, case kept."""

from __future__ import annotations

from functools import cache

from reltui.names.rows import paired
from reltui.names.text import script_of

_SERBIAN = paired(
    "абвгдђежзијклљмнњопрстћуфхцчџш",
    "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š",
)
_MACEDONIAN = _SERBIAN | {"ѓ": "ǵ", "ќ": "ḱ", "ѕ": "dz", "ѐ": "è", "ѝ": "ì"}
_RUSSIAN = paired(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya",
)
_UKRAINIAN = paired(
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia",
) | {"ь": "", "’": "", "'": ""}
_UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_BELARUSIAN = paired(
    "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "a b v h d ie io zh z i y k l m n o p r s t u w f kh ts ch sh y ’ e iu ia",
)
_BULGARIAN = paired(
    "абвгдежзийклмнопрстуфхцчшщъьюя",
    "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya",
)
_TABLES = {
    "sr": _SERBIAN, "hr": _SERBIAN, "bs": _SERBIAN, "cnr": _SERBIAN, "sh": _SERBIAN, "mk": _MACEDONIAN,
    "ru": _RUSSIAN, "uk": _UKRAINIAN, "be": _BELARUSIAN, "bg": _BULGARIAN,
}  # fmt: skip


def romanise(text: str, language: str | None = None) -> str:
    """Return the text in Latin letters, for citations and for display beside the original.

    `language` is a BCP 47 tag; without it the Cyrillic alphabet is told by its letters (ђ ћ џ љ њ ј:
    Serbian; ѓ ќ ѕ: Macedonian; ў: Belarusian; і ї є ґ or -ськ-: Ukrainian), else Russian is assumed.
    Serbian follows its own Latin alphabet (Ђурић → Đurić), Macedonian the official one (Ќе → Ḱe);
    Russian BGN/PCGN 1947 (Щербаков → Shcherbakov, Елена → Yelena, Хрущёв → Khrushchëv); Ukrainian the
    national system of 2010; Bulgarian the law of 2009; Belarusian and all other scripts the usual
    English spelling (anyascii for those). Latin text comes back as it is.
    """
    if text.isascii():
        return text
    table = _TABLES.get((language or "").split("-")[0].lower()) or _TABLES[_language_of(text)]
    return "".join([_letter(text, place, letter, table) for place, letter in enumerate(text)])


def _language_of(text: str) -> str:
    letters = set(text.lower())
    if letters & set("ѓќѕ"):
        return "mk"
    if letters & set("ђћџљњј"):
        return "sr"
    if letters & set("ў"):
        return "be"
    if letters & set("іїєґ") or "ськ" in text.lower():
        return "uk"
    return "ru"


def _letter(text: str, place: int, letter: str, table: dict[str, str]) -> str:
    lower = letter.lower()
    plain = table.get(lower)
    if plain is None:
        if letter.isascii() or script_of(letter) == "latin" or not letter.isalnum():
            return letter
        # every Chinese character is a syllable: Wang Jun Zheng, not WangJunZheng
        gap = " " if place and script_of(letter) == script_of(text[place - 1]) == "han" else ""
        return gap + _any(letter)
    before = text[place - 1].lower() if place else ""
    if table is _RUSSIAN and lower in "её" and (not before.isalpha() or before in "аеёиоуыэюяйъь"):
        plain = "ye" if lower == "е" else "yë"
    elif table is _UKRAINIAN and not (before.isalpha() or (before in "’'ʼ" and before)):
        plain = _UKRAINIAN_FIRST.get(lower, plain)
    elif table is _UKRAINIAN and lower == "г" and before == "з":
        plain = "gh"
    if letter == lower or not plain:
        return plain
    following = text[place + 1] if place + 1 < len(text) else ""
    if len(plain) > 1 and (
        following.isupper() or (not following.isalpha() and before and text[place - 1].isupper())
    ):
        return plain.upper()
    return plain[0].upper() + plain[1:]


@cache
def _any(letter: str) -> str:
    from anyascii import anyascii

    return anyascii(letter)
