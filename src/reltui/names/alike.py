"""How alike two words of names are, and by which rule."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from reltui.names.parse import Word

# letters of languages that write foreign names as they hear them: Džo Bajden
_HEARD = re.compile("[čćžšđ]|(?<=[aeiou])j").search
_similar = Levenshtein.normalized_similarity

#: What a likeness that is no likeness of sounds counts.
INFLECTED, VARIANT, INITIAL = 0.96, 0.95, 0.85
#: What a name and the patronymic made of it count: Vladimir, Vladimirovich.
FATHERS = 0.5
#: The suffix of a patronymic has more sounds than this.
_SUFFIX = 2
#: Chinese characters render foreign sounds so roughly that of what is unlike, only so much counts.
_HAN = 0.8
#: Below this two words are too far apart for pronunciation or typing to bring them together.
_TOO_FAR = 0.38
#: Where the likeliest readings of two words with few readings are so far apart, the others are not tried.
_HOPELESS, _MANY = 0.3, 10


@lru_cache(maxsize=16384)
def alike(a: Word, b: Word) -> float:
    """Return how alike two words are, 0 to 1: 1 where a reading of one is a reading of the other.

    Otherwise the best of: the likeness of their sounds (of any two readings, and for a Latin word
    against another script of its English and French pronunciation), an inflected form (0.96), another
    form of the same given name (0.95), an initial (0.85), a typing error.
    """
    if a is b or not a.known.isdisjoint(b.known):
        return 1.0
    if a.kind == "initial" or b.kind == "initial":
        return _initial(a, b)
    best = 0.0
    same = a.script == b.script
    heard = same and a.script == "latin" and bool(_HEARD(a.text)) != bool(_HEARD(b.text))
    if a.groups and not a.groups.isdisjoint(b.groups):
        best = VARIANT
    elif same and not heard and len(a.shapes) * len(b.shapes) < _MANY:
        best = _similar(a.shapes[0], b.shapes[0])
        if best < _HOPELESS:
            return best
    if (a.stems or b.stems) and not a.forms.isdisjoint(b.forms):
        best = INFLECTED
    if a.loose or b.loose:
        best = _nearest(a.loose_shapes, b.loose_shapes, best)
        if a.script == "han" or b.script == "han":
            best = 1 - _HAN * (1 - best)
    else:
        best = _nearest(a.shapes, b.shapes, best)
    if best >= 0.9:
        return _capped(best, a, b)
    if heard:
        best = _spoken(b, a, best) if _HEARD(a.text) else _spoken(a, b, best)
    if best < _TOO_FAR:
        return best
    if same:
        best = max(best, _typed(a.text, b.text))
    elif a.script == "latin":
        best = _spoken(a, b, best)
    elif b.script == "latin":
        best = _spoken(b, a, best)
    return _capped(best, a, b)


def _capped(value: float, a: Word, b: Word) -> float:
    """Return the likeness, less where one word is the patronymic or family name made of the other."""
    if value > FATHERS and a.fathers != b.fathers:
        long, short = (a.fine[0], b.fine[0]) if a.fathers else (b.fine[0], a.fine[0])
        if len(long) - len(short) > _SUFFIX or long.startswith(short):
            return FATHERS
    return min(value, 0.99)


def rule(a: Word, b: Word) -> str:
    """Return by which rule two words are as alike as they are, in words.

    `sound` where a reading of one is one of the other's, `near` where they merely resemble each other,
    otherwise the rule in words.
    """
    if a.text == b.text or not a.known.isdisjoint(b.known):
        return "sound"
    if a.kind == "initial" or b.kind == "initial":
        return "initial" if _initial(a, b) else "initials differ"
    if not a.forms.isdisjoint(b.forms):
        return "case ending"
    value = alike(a, b)
    if value == VARIANT and not a.groups.isdisjoint(b.groups):
        return "given-name variant"
    if a.script == b.script and value > _TOO_FAR and _typed(a.text, b.text) == value:
        return "spelling error"
    loose = a.loose or b.loose
    if value > (
        _nearest(a.loose_shapes, b.loose_shapes, 0.0) if loose else _nearest(a.shapes, b.shapes, 0.0)
    ):
        return "as it is spoken"
    return "near"


def _nearest(a: tuple[str, ...], b: tuple[str, ...], best: float) -> float:
    """Return the likeness of the two nearest shapes, or `best` where none is nearer."""
    for shape_a in a:
        for shape_b in b:
            value = _similar(shape_a, shape_b)
            if value > best:
                best = value
    return best


def _spoken(latin: Word, other: Word, best: float) -> float:
    """Return the likeness of how a Latin word is spoken to a word of another script, or `best`."""
    if other.loose:
        return _nearest(latin.loose_spoken_shapes, other.loose_shapes, best)
    return _nearest(latin.spoken_shapes, other.shapes, best)


def _typed(a: str, b: str) -> float:
    """Return the likeness of two spellings in one script as a typist errs: letters, swaps among them."""
    longer = max(len(a), len(b))
    return max(0.0, 1 - 1.15 * OSA.distance(a, b) / longer) if longer > 4 else 0.0


def _initial(a: Word, b: Word) -> float:
    if a.kind == b.kind:
        return 0.0
    short, long = (a, b) if a.kind == "initial" else (b, a)
    if short.text == long.text[0]:
        return INITIAL
    firsts = {reading[0] for reading in long.fine}
    return INITIAL if any(reading[0] in firsts for reading in short.fine) else 0.0
