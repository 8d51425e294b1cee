"""Sound keys: what a name's spellings in all scripts have in common, for indexes and search as one types.

A key is lower-case ASCII. It is a reading of the word (see `orthography`) in which the sounds that
spellings without diacritics confuse are one: š and s, ž and z; č, ć and ts are one sound already.
"""

from __future__ import annotations

from functools import lru_cache

from reltui.names.endings import stems
from reltui.names.given import given_base, group_head, heads_beginning
from reltui.names.orthography import combine, smooth
from reltui.names.sounds import lattice, orthography_of, readings
from reltui.names.text import name_words

_KEY = str.maketrans({"x": "s", "j": "z"})
_LIMIT = 6


def sound_key(reading: str) -> str:
    """Return the key of a reading: š as s and ž as z."""
    return smooth(reading.translate(_KEY)) if "x" in reading or "j" in reading else reading


@lru_cache(maxsize=16384)
def keys(token: str) -> tuple[str, ...]:
    """Return the keys of one word, the likeliest first: at most six, none for a word without letters.

    Two spellings of a name share at least one. An inflected name has the key of its base form too, a
    known given name that of its group (Aleksandar, Alexander, Александр). A token of several words is
    taken as one.
    """
    word = "".join(name_words(token))
    if not word:
        return ()
    found = dict.fromkeys(map(sound_key, readings(word)[:4]))
    for stem in stems(word):
        found[sound_key(stem)] = None
    base = given_base(word)
    more = [name for name in (base, group_head(word), group_head(base)) if name]
    if more:
        found = dict.fromkeys([next(iter(found)), *(sound_key(readings(name)[0]) for name in more), *found])
    return tuple(found)[:_LIMIT]


@lru_cache(maxsize=4096)
def prefix_keys(token: str) -> tuple[str, ...]:
    """Return what the keys of words that begin with `token` may begin with, none the beginning of another.

    The last letters may be part of a group that is still being typed ("d" of "dj", "s" of "sch"), so
    all readings that the group may come to have are included.
    """
    word = "".join(name_words(token))
    if not word:
        return ()
    orthography, text = orthography_of(word)
    found: dict[str, None] = {}
    for reading in combine(lattice(word, whole=False), 8):
        found[sound_key(reading)] = None
    longest = max(map(len, orthography.beginnings), default=0)
    for cut in range(1, min(longest, len(text)) + 1):
        firsts = orthography.beginnings.get(text[-cut:])
        if not firsts:
            continue
        for before in combine(orthography.lattice(text[:-cut], whole=False), 4) if text[:-cut] else [""]:
            for first in firsts:
                found[sound_key(before + first)] = None
    found.update(dict.fromkeys(keys(token)))
    found.update(dict.fromkeys(sound_key(readings(head)[0]) for head in heads_beginning(word)))
    for key in list(found):
        # a glide at the end may melt into the vowel that comes next (Aleksey, Alekseyevich)
        if len(key) > 1 and key[-1] == "i" and key[-2] in "aeou":
            found[key[:-1]] = None
    kept = [key for key in found if key]
    return tuple(key for key in kept if not any(key != other and key.startswith(other) for other in kept))
