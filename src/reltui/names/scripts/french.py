"""Latin letters as French speaks them: what other scripts write down of a French name.

Жан-Марк Айро is Jean-Marc Ayrault, and Буайе is Boyer: what is silent in the one is not written in the other.
"""

from __future__ import annotations

import unicodedata

from reltui.names.orthography import Orthography

_TABLE = {
    "eau": "o", "eaux$": "o", "aux$": "o", "au": "o", "ault$": "o", "aud$": "o", "aut$": "o",
    "eault$": "o", "ou": "u", "oi": "ua", "oy": "uai", "ai": "e", "ay": "ai|e", "ei": "e", "eu": "e|o",
    "oe": "e", "oeu": "e", "ill": "ii|il", "ille$": "ii|il", "aill": "ai", "eill": "ei", "ouill": "ui",
    "uill": "ii", "ll": "l", "gn": "ni", "ch": "x", "ph": "f", "th": "t", "qu": "k", "gu": "g", "ge": "je",
    "gi": "ji", "gy": "ji", "geo": "jo", "j": "j", "ce": "se", "ci": "si", "cy": "si", "c": "k", "ç": "s",
    "x": "ks", "x$": "", "h": "", "u": "iu|u", "y": "i", "er$": "e|er", "ez$": "e|ez", "et$": "e",
    "é": "e", "è": "e", "ê": "e", "ë": "e", "es$": "|es", "e$": "", "s$": "|s", "t$": "|t", "d$": "|d",
    "p$": "|p", "z$": "|z", "ent$": "an|", "in$": "en", "ain": "en", "ein": "en", "aint": "en",
    "en": "an|en", "em": "am|em", "im$": "em", "ien": "ien", "un$": "en", "w": "v", "que$": "k", "ques$": "k",
    "gue$": "g", "ss": "s", "aix$": "e", "oix$": "ua", "ot$": "o", "ard$": "ar", "ert$": "er", "ault": "o",
    "ï": "i", "î": "i", "ô": "o", "û": "u", "â": "a", "à": "a", "ü": "iu", "œ": "e", "ye$": "i",
    "yer$": "ie|aie", "nt$": "n", "oyer$": "uaie", "ie$": "i", "ée$": "e", "rd$": "r", "rt$": "r",
    "tte$": "t", "nne$": "n", "lle$": "l",
}  # fmt: skip

_KEPT = frozenset("".join(_TABLE))


def _plain(word: str) -> str:
    if word.isascii():
        return word
    return "".join(c if c.isascii() or c in _KEPT else unicodedata.normalize("NFD", c)[0] for c in word)


FRENCH = Orthography(_TABLE, _plain)
