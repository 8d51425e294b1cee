"""The keys under which a word of a name is filed: its sounds, its consonants, its consonants but one."""

from __future__ import annotations

from reltui.names.parse import Word
from reltui.names.soundkeys import sound_key

_BONES = str.maketrans(
    {
        "p": "b", "f": "b", "v": "b", "d": "t", "z": "s", "x": "s", "j": "s", "c": "s", "q": "s", "g": "k",
        "a": None, "e": None, "i": None, "o": None, "u": None, "h": None,
    }
)  # fmt: skip
#: Shorter consonant skeletons are too common to leave one out.
_SHORTEST = 4
#: How many readings of a word are filed.
_READINGS = 5


def sounds(word: Word) -> list[str]:
    """Return the sound keys of a word, of its base forms too."""
    found = dict.fromkeys(map(sound_key, word.fine[:_READINGS]))
    for form in word.forms:
        found[sound_key(form)] = None
    return [key for key in found if key]


def skeletons(word: Word) -> list[str]:
    """Return the consonants of a word's readings by class; a vowel or h at the beginning counts as one."""
    found: dict[str, None] = {}
    for reading in word.fine[:_READINGS]:
        first = reading[0]
        plain = reading.translate(_BONES)
        skeleton = ("a" + plain) if first in "aeiou" else ("h" + plain) if first == "h" else plain
        if len(skeleton) > 1:
            found[skeleton] = None
    return list(found)


def shortened(skeleton: str) -> list[str]:
    """Return the skeleton with each consonant left out in turn; none for a short one."""
    if len(skeleton) < _SHORTEST:
        return []
    return list(dict.fromkeys(skeleton[:place] + skeleton[place + 1 :] for place in range(len(skeleton))))
