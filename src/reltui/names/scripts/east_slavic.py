"""Cyrillic of Russian, Ukrainian, Belarusian and Bulgarian, and of the peoples that borrowed it."""

from __future__ import annotations

import re

from reltui.names.orthography import Orthography
from reltui.names.scripts.cyrillic import SHARED

# a soft sign before a vowel is heard as a glide, elsewhere it is not heard
_SOFT = re.compile(r"ь(?=[аеёиоуыэюяєї])")

EAST_SLAVIC = Orthography(
    SHARED
    | {
        "^е": "e|ie", "ьe": "ie", "ё": "e|o|io", "чё": "ce|co", "щё": "xce|xco", "шё": "xe|xo",
        "жё": "je|jo", "й": "i", "ий$": "i", "ый$": "i", "ы": "i", "э": "e", "ю": "iu", "я": "ia",
        "щ": "xc|xt|x", "ъ": "|a", "ье": "ie|e", "ьи": "i", "ія": "ia", "ь": "", "i": "i", "і": "i",
        "ї": "i", "є": "ie|e", "^э": "e", "цз": "q|z|c", "чж": "q|j|c", "чев$": "cev|cov",
        "щев$": "xcev|xcov", "шев$": "xev|xov", "энка$": "enka|enko", "ґ": "g", "ў": "v|u", "ѣ": "e|ia",
        "ѳ": "f", "ѵ": "i", "ѫ": "a", "цц": "c", "оу": "ou|u", "ә": "e|a", "ғ": "g", "қ": "k", "ң": "n",
        "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "ҳ": "h", "ӣ": "i", "ӯ": "u", "ҷ": "q", "ӥ": "i", "ӧ": "o",
        "ӱ": "u", "җ": "q", "ӑ": "a", "ӗ": "e", "ҫ": "s",
    },
    lambda word: _SOFT.sub("й", word) if "ь" in word else word,
)  # fmt: skip
