"""Made-up words and names for generated corpora: always the same for the same seed."""

from __future__ import annotations

import random
from dataclasses import dataclass

VOCABULARY = 60_000
_ONSETS = (
    "b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "br", "cl",
    "dr", "fl", "gr", "pl", "pr", "qu", "sc", "sh", "sl", "sp", "st", "str", "th", "tr", "wh",
)  # fmt: skip
_VOWELS = (
    "a", "e", "i", "o", "u", "ai", "ea", "ee", "ie", "oo", "ou",
)  # fmt: skip
_ENDS = (
    "b", "ck", "d", "g", "l", "ll", "m", "n", "nd", "ng", "nt", "p", "r", "rd", "rt", "s", "ss",
    "st", "t", "th", "x",
)  # fmt: skip
_GIVEN = (
    ("Aleksandar", "Александар", "Александр", "Alexander"), ("Marko", "Марко", "Марко", "Marco"),
    ("Ivica", "Ивица", "Ивица", "Iwica"), ("Sergej", "Сергеј", "Сергей", "Sergey"),
    ("Ana", "Ана", "Анна", "Anna"), ("Nikola", "Никола", "Николай", "Nicola"),
    ("Vladimir", "Владимир", "Владимир", "Wladimir"), ("Jelena", "Јелена", "Елена", "Elena"),
    ("Dragan", "Драган", "Драган", "Dragan"), ("Miloš", "Милош", "Милош", "Milosh"),
)  # fmt: skip
_STEMS = (
    "bran", "dal", "drag", "đur", "gor", "iv", "jan", "kov", "lav", "luk", "mar", "mil", "nik",
    "obr", "pav", "pet", "pop", "rad", "rist", "sav", "sim", "stan", "tod", "vas", "vel", "vuč",
    "zor", "živ", "bog", "cvet", "filip", "grig", "hadž", "jer", "kost", "laz", "maks", "nov",
    "osm", "pant",
)  # fmt: skip
_TAILS = (
    "ić", "ović", "ević", "ov", "in", "ski", "enko", "čić", "nić", "šić",
)  # fmt: skip
CYRILLIC = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")
_PLAIN = {"đ": "dj", "ž": "zh", "ć": "ch", "č": "ch", "š": "sh"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name in four spellings: Serbian Latin, Serbian Cyrillic, Russian, plain English."""

    id: str
    spellings: tuple[str, str, str, str]


def vocabulary(chance: random.Random, size: int) -> list[str]:
    """Return that many different made-up words, the short ones first."""
    found: dict[str, None] = {}
    while len(found) < size:
        syllables = 1 if len(found) < 400 else chance.choice((2, 2, 3, 3, 4))
        word = "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables))
        found[word + chance.choice(_ENDS)] = None
    return list(found)


def people(chance: random.Random, size: int) -> list[Person]:
    """Return that many different people."""
    found: dict[str, Person] = {}
    while len(found) < size:
        given = chance.choice(_GIVEN)
        middle = chance.choice(("", "", chance.choice(_STEMS)))
        surname = chance.choice(_STEMS) + middle + chance.choice(_TAILS)
        plain = "".join(_PLAIN.get(letter, letter) for letter in surname)
        name = f"{given[0]} {surname.title()}"
        found.setdefault(
            name,
            Person(
                f"p{len(found)}",
                (
                    name,
                    f"{given[1]} {surname.translate(CYRILLIC).title()}",
                    f"{given[2]} {surname.replace('đ', 'dž').translate(CYRILLIC).title()}",
                    f"{given[3]} {plain.title()}",
                ),
            ),
        )
    return list(found.values())
