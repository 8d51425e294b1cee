"""The keys under which a word of a name is filed: its sounds, its consonants, its consonants but one."""

from __future__ import annotations

from collections.abc import Sequence

from reltui.names.given import group_heads
from reltui.names.parse import Word, heard, unended
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


def marks_of(word: Word) -> set[str]:
    """Return all marks under which a word of an index is filed.

    `f` sounds, `g` the given name it is a form of, `s` consonants, `d` all but one of them, `e` consonants
    of a Latin word as English and French speak it.
    """
    heads = group_heads(word.text)
    found = {"f" + key for key in sounds(word, bool(heads))}
    found.update(["g" + head for head in heads])
    for skeleton in skeletons(word.fine):
        found.add("s" + skeleton)
        found.update(["d" + short for short in shortened(skeleton)])
    if word.script == "latin":
        found.update(["e" + skeleton for skeleton in skeletons(heard(word.text))])
    return found


def near_marks(word: Word) -> list[str]:
    """Return the marks under which words much like a word of a query are filed."""
    heads = group_heads(word.text)
    found = ["f" + key for key in sounds(word, bool(heads))] + ["g" + head for head in heads]
    bones = skeletons(word.fine)
    found += ["s" + bone for bone in bones]
    if word.script != "latin":
        found += ["e" + bone for bone in bones]
    return found


def far_marks(word: Word) -> list[str]:
    """Return the marks under which words are filed that have a consonant more, less or another."""
    bones = skeletons(word.fine)
    cuts = [cut for bone in bones for cut in shortened(bone)]
    return ["d" + bone for bone in bones] + ["s" + cut for cut in cuts] + ["d" + cut for cut in cuts]


def sounds(word: Word, given: bool) -> list[str]:
    """Return the sound keys of a word, of its base forms too; `given` where it is a known given name."""
    found = dict.fromkeys([sound_key(reading) for reading in word.fine[:_READINGS]])
    if word.whole:
        for form in unended(word.text, word.fine, given)[1]:
            found[sound_key(form)] = None
    return [key for key in found if key]


def skeletons(readings: Sequence[str]) -> list[str]:
    """Return the consonants of readings by class; a vowel or h at the beginning counts as one."""
    found: dict[str, None] = {}
    for reading in readings[:_READINGS]:
        first = reading[:1]
        plain = reading.translate(_BONES)
        skeleton = ("a" + plain) if first and first in "aeiou" else ("h" + plain) if first == "h" else plain
        if len(skeleton) > 1:
            found[skeleton] = None
    return list(found)


def shortened(skeleton: str) -> list[str]:
    """Return the skeleton with each consonant left out in turn; none for a short one."""
    if len(skeleton) < _SHORTEST:
        return []
    return list(dict.fromkeys([skeleton[:place] + skeleton[place + 1 :] for place in range(len(skeleton))]))
