"""Modern Greek."""

from __future__ import annotations

import unicodedata

from reltui.names.orthography import Orthography

_TABLE = {
    "α": "a", "β": "v", "γ": "g|i", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "t", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "τ": "t", "υ": "i",
    "φ": "f", "φ$": "f|v", "χ": "h", "ψ": "ps", "ω": "o", "ου": "u", "αι": "e|ai", "ει": "i", "οι": "i",
    "υι": "i", "αυ": "av|au", "ευ": "ev|eu", "μπ": "b|mb", "ντ": "d|nt|nd", "γκ": "g|ng", "γγ": "ng|g",
    "τσ": "c", "τζ": "q", "^γκ": "g", "γι": "i|gi", "γε": "ie|ge", "^μπ": "b", "^ντ": "d", "σι": "si",
    "γχ": "nh", "τς": "c", "ντζ": "nq|q",
}  # fmt: skip


def _plain(word: str) -> str:
    """Return the word without accents; a diaeresis parts two vowels that would be one sound."""
    decomposed = unicodedata.normalize("NFD", word).replace("\u0308", "'")
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _prepare(word: str) -> str:
    # the diaeresis follows its vowel: move it before, where it parts the pair
    plain = _plain(word)
    letters = list(plain)
    for place in range(1, len(letters)):
        if letters[place] == "'":
            letters[place - 1], letters[place] = "'", letters[place - 1]
    return "".join(letters)


GREEK = Orthography(_TABLE, _prepare)
