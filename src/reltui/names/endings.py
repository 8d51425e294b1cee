"""Slavic case endings, in both alphabets: the base forms that an inflected name may come from.

Works on readings (see `orthography`), so one list serves Russian, Ukrainian, Serbian and the rest:
Лавровом, Лавровым, Lavrova; Вучићем, Vučićem; Дачића, Захаровой, Песковым.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reltui.names.sounds import readings
from reltui.names.text import script_of

# A surname by its suffix, then a case ending: what stands before the ending is the base form. The
# suffix is asked for, since the endings alone (a, u, om) end ordinary words too.
_SURNAME = re.compile(
    r"^(?P<stem>[a-z]{2,}(?:[oe]v|[iy]n|ic|sk|ck|enk|ak|uk|ik))(?P<ending>a|u|e|i|om|em|im|iim|oi|ei|ogo|eg|og|omu|iu|ami|ima|ovi|evi)$"
)
_ADJECTIVE = re.compile(r"^(?P<stem>[a-z]{2,}(?:sk|ck))(?:ogo|omu|im|om|og|oi|uiu|ui|u|a|e)$")


@lru_cache(maxsize=65536)
def stems(word: str) -> tuple[str, ...]:
    """Return readings of the base forms that a word in normal form may be a case of; often none.

    Only names with a Slavic surname's suffix are taken apart.
    """
    script = script_of(word[0]) if word else "latin"
    if script not in ("latin", "cyrillic"):
        return ()
    found: dict[str, None] = {}
    for reading in readings(word)[:2]:
        adjective = _ADJECTIVE.match(reading)
        if adjective:
            found[adjective["stem"] + "i"] = None
            continue
        surname = _SURNAME.match(reading)
        if surname:
            found[surname["stem"]] = None
    return tuple(found)
