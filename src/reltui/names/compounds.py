"""Arabic and Persian names that are written as one word, two or three: Abd al-Rahman, Saif Allah.

`عبدالرحمن`, `عبد الرحمن`, Abdulrahman, Abdul Rahman and Abd-ar-Rahman come out as the same two words.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: Shorter Latin words are no compounds.
SHORTEST = 6

# Abdul-, Abdel-, Abdal-; the article takes the sound of the next letter: Abdurrahman, Abdussalam
_LATIN_SERVANT = re.compile(r"^abd(?:[aeou]l(?!l)|[aeou]([rszntd])(?=\1|ahm|alam|amad))([a-z]{3,})$")
_LATIN_GOD = re.compile(r"^([a-z]{2,}[^aeiou])[aeou]ll?[ao]h?$")
_LATIN_FAITH = re.compile(r"^([a-z]{2,}[^aeioud])[aeou]d?d(?:in|een|ine|ien)$")
_ARABIC_SERVANT = re.compile(r"^(عبد)(?:ال|ل)?(.{2,})$")
_ARABIC_GOD = re.compile(r"^(.{2,})(الله|اللہ|الل)$")
_ARABIC_FAITH = re.compile(r"^(.{2,})ال(دین|دين)$")


@lru_cache(maxsize=4096)
def parted(word: str) -> tuple[str, ...]:
    """Return the words that a word in normal form is made of; itself where it is not such a compound."""
    if word.isascii():
        return _latin(word)
    if "\u0600" <= word[0] <= "\u06ff":
        return _arabic(word)
    return (word,)


def _latin(word: str) -> tuple[str, ...]:
    if len(word) < SHORTEST:
        return (word,)
    if word.startswith("abd"):
        servant = _LATIN_SERVANT.match(word)
        if servant:
            return ("abd", servant[2])
        if word in ("abdullah", "abdallah", "abdulla", "abdalla", "abdollah", "abdoullah"):
            return ("abd", "allah")
    if word.endswith(("llah", "lla", "lah", "lloh")):
        god = _LATIN_GOD.match(word)
        if god:
            return (god[1], "allah")
    elif word.endswith(("din", "deen", "dine", "dien", "dien")):
        faith = _LATIN_FAITH.match(word)
        if faith:
            return (faith[1], "din")
    return (word,)


def _arabic(word: str) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    servant = _ARABIC_SERVANT.match(word)
    if servant and word not in ("عبدل", "عبدو"):
        found, word = ("عبد",), servant[2]
        if word in ("لله", "له", "الله"):
            word = "الله"
    god = _ARABIC_GOD.match(word) or _ARABIC_FAITH.match(word)
    if god:
        return (*found, god[1], god[2] if god[2].startswith("د") else "الله")
    if word.startswith("ال") and word != "الله" and len(word) > 4:
        word = word[2:]
    return (*found, word)
