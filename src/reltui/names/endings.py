"""Slavic case endings, in both alphabets: the base forms that an inflected name may come from.

Works on readings (see `orthography`), so one list serves Russian, Ukrainian, Serbian and the rest:
Лавровом, Лавровым, Lavrova; Вучићем, Vučićem; Дачића, Захаровой, Песковым.
"""

from __future__ import annotations

import re

from reltui.names.sounds import readings

# A surname by its suffix, then a case ending: what stands before the ending is the base form. The
# suffix is asked for, since the endings alone (a, u, om) end ordinary words too.
_SURNAME = re.compile(
    r"^(?P<stem>[a-z]{2,}(?:[oe]v|[iy]n|ic|sk|ck|enk|ak|uk|ik))"
    r"(?:a|u|e|i|om|em|im|iim|oi|ei|ogo|eg|og|omu|iu|ami|ima|ovi|evi)$"
)
# Vučićev, Вучићева: what is his
_POSSESSIVE = re.compile(r"^(?P<stem>[a-z]{2,}ic)ev(?:a|o|u|i|e|og|om|oj|im|ih|oi|iem)?$")
# Any name in Cyrillic: what is left without its ending is set against other names, not indexed.
_ANY = re.compile(r"^(?P<stem>[a-z]{2,}?[^aeiou])i?(?:ogo|omu|om|em|im|oi|ei|u|a|e)$")
_ADJECTIVE = re.compile(r"^(?P<stem>[a-z]{2,}(?:sk|ck))(?:ogo|omu|im|om|og|oi|uiu|ui|u|a|e)$")


def may_be_inflected(reading: str) -> bool:
    """Say whether a reading ends as a case form may; most words end otherwise and need no closer look."""
    return reading[-1] in "aeioum" or reading.endswith(("icev", "og", "eg", "ih"))


def stems(word: str, spoken: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """Return readings of the base forms that a word in normal form may be a case of; often none.

    Only names with a Slavic surname's suffix are taken apart. `spoken` are the word's readings, where
    they are known already.
    """
    if word[:1] >= "\u0530" or "\u0370" <= word[:1] < "\u0400":
        return ()
    found: dict[str, None] = {}
    for reading in (spoken or readings(word))[:2]:
        if len(reading) < 5 or not may_be_inflected(reading):
            continue
        adjective = _ADJECTIVE.match(reading)
        if adjective:
            found[adjective["stem"] + "i"] = None
            continue
        surname = _POSSESSIVE.match(reading) or _SURNAME.match(reading)
        if surname:
            found[surname["stem"]] = None
    return tuple(found)


def loose_stems(word: str, spoken: tuple[str, ...]) -> tuple[str, ...]:
    """Return readings of a Cyrillic word in normal form without an ending that may be a case's."""
    if not "\u0400" <= word[:1] < "\u0530":
        return ()
    found = [match["stem"] for reading in spoken[:2] if (match := _ANY.match(reading))]
    return tuple(dict.fromkeys([stem for stem in found if len(stem) > 2]))


# Endings of given names with what the base form has in their place.
_GIVEN = tuple(
    (ending, tuple(base.strip("-") for base in bases.split()))
    for ending, bases in (
        ("ем", "- й ј е о"), ("ом", "- о а"), ("ој", "а"), ("ой", "а"), ("ей", "я -"), ("ию", "ий ия"),
        ("ия", "ий"), ("ии", "ия ий"), ("ией", "ия"), ("у", "- а о"), ("ю", "й ь я"), ("а", "- о"),
        ("я", "й ь"), ("е", "- а й о"), ("и", "а я"), ("ы", "а"), ("ьи", "ья"), ("ём", "- ь"), ("ью", "ь"),
        ("em", "- j e o"), ("om", "- o a"), ("u", "- a o"), ("a", "- o e"), ("e", "- a o"), ("i", "a"),
        ("oj", "a"),
    )
)  # fmt: skip


def given_bases(word: str) -> list[str]:
    """Return the spellings of which a word in normal form may be a case, were it a given name.

    In Latin letters only longer words with a consonant before the ending are taken for one, so that
    Georgia is no case of Georgi.
    """
    cyrillic = word[:1] >= "\u0400"
    shortest = 2 if cyrillic else 4
    return [
        word[: -len(ending)] + base
        for ending, bases in _GIVEN
        if word.endswith(ending) and len(word) - len(ending) >= shortest
        if cyrillic or word[-len(ending) - 1] not in "aeiouy"
        for base in bases
    ]
