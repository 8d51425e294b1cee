"""Cyrillic with the letters of Vuk Karadžić: Serbian, Montenegrin, Bosnian, and Macedonian."""

from __future__ import annotations

import re

from reltui.names.orthography import Orthography
from reltui.names.scripts.cyrillic import SHARED

LETTERS = frozenset("ђјљњћџѓќѕѐѝ")

_SOFT = re.compile(r"[љњ](?![аеиоу])")


def _harden(word: str) -> str:
    """Return the word with љ and њ plain where no vowel follows to carry their softness."""
    return _SOFT.sub(lambda m: "л" if m.group() == "љ" else "н", word)


SOUTH_SLAVIC = Orthography(
    SHARED
    | {
        "г": "g", "ђ": "q|d", "ј": "i", "љ": "li", "њ": "ni", "ћ": "c", "џ": "q", "дж": "q", "ѓ": "q|g",
        "ќ": "c|k", "ѕ": "dz", "ѐ": "e", "ѝ": "i", "с́": "x", "з́": "j",
    },
    _harden,
)  # fmt: skip
