"""Devanagari of Hindi, Nepali, Marathi and Sanskrit: every consonant carries an a that may be silent."""

from __future__ import annotations

from reltui.names.orthography import Orthography
from reltui.names.rows import paired

_CONSONANTS = paired(
    "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळ",
    "k k g g ng c c q q n t t d d n t t d d n p f b b m i r l v x x s h l",
)
_SIGNS = {"ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "ृ": "ri", "े": "e", "ै": "ai", "ो": "o", "ौ": "au",
          "ॉ": "o", "ॅ": "e", "ॆ": "e", "ॊ": "o"}  # fmt: skip
_VOWELS = {"अ": "a", "आ": "a", "इ": "i", "ई": "i", "उ": "u", "ऊ": "u", "ऋ": "ri", "ए": "e", "ऐ": "ai",
           "ओ": "o", "औ": "au", "ऑ": "o", "ऍ": "e"}  # fmt: skip
_VIRAMA, _NUKTA = "्", "़"
_DOTTED = {"q": "z", "d": "r"}
_DIGITS = {chr(0x966 + i): str(i) for i in range(10)}

_TABLE = {
    "ng": "ng|n", "@": "a|", "@$": "|a", "v": "v|b", "ai": "ai|e|i", "au": "au|o", "m~": "m|n", "~": "n|m",
    "kx": "kx|ks|c", "qn": "gi|qn", "f": "f|p", "x": "x|s", "b": "b|v",
}  # fmt: skip


def _sounds(word: str) -> str:
    """Return a word in plain sounds, `@` standing for the a that is not written, `~` for a nasal sign."""
    out: list[str] = []
    for letter in word:
        if letter in _CONSONANTS:
            out += (_CONSONANTS[letter], "@")
        elif letter in _SIGNS:
            if out and out[-1] == "@":
                out.pop()
            out.append(_SIGNS[letter])
        elif letter == _VIRAMA:
            if out and out[-1] == "@":
                out.pop()
        elif letter in "ंँ":
            out.append("~")
        elif letter in _VOWELS:
            out.append(_VOWELS[letter])
        elif letter == _NUKTA:
            # a dot below turns the consonant before it into a foreign one
            if len(out) > 1 and out[-1] == "@":
                out[-2] = _DOTTED.get(out[-2], out[-2])
        elif letter in _DIGITS:
            out.append(_DIGITS[letter])
    return "".join(out)


DEVANAGARI = Orthography(_TABLE, _sounds)
