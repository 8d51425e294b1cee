"""How alike two names are, and why."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reltui.names.align import Alignment, alignments
from reltui.names.explain import reasons

#: At and above this score two spellings are taken for one name.
THRESHOLD = 0.73

#: How much of the score is that of the least like pair: one shared word is no identity.
_WEAKEST = 0.5
#: Taken off for each word without a partner.
_LEFT = 0.04
#: Taken off where the words are shuffled: Kim Il Sung is not Kim Jong Il.
_SHUFFLED = 0.05
#: What differing initials between names that agree otherwise count as a pair.
_INITIALS = 0.62
#: Of a likeness that is not whole, what is taken off where there is but one word to go by.
_SINGLE = 0.15
#: The same where that word has hardly more than a syllable: NIS is not Niš.
_SINGLE_SHORT, _SHORT = 0.6, 3
#: A given name alone says little of who is meant.
_GIVEN_ALONE = 0.7


@dataclass(frozen=True, slots=True)
class Match:
    """How alike two names are, 0 to 1, and why, in words."""

    score: float
    reasons: tuple[str, ...]


def similarity(a: str, b: str) -> float:
    """Return how alike two names in any script and spelling are, 0 to 1, without the reasons."""
    return _best(a, b)[0]


def score(a: str, b: str) -> Match:
    """Return how alike two names in any script and spelling are, 0 to 1, and why.

    Symmetric and deterministic. At `THRESHOLD` and above the two are taken for one name.
    """
    value, alignment = _best(a, b)
    if alignment is None:
        return Match(value, ("the same signs",) if value else ("no letters to compare",))
    return Match(value, reasons(alignment))


def _best(a: str, b: str) -> tuple[float, Alignment | None]:
    if b < a:
        a, b = b, a
    best, chosen = -1.0, None
    for alignment in alignments(a, b):
        value = _value(alignment)
        if value > best:
            best, chosen = value, alignment
    if chosen is None:
        return (1.0 if a.strip() == b.strip() != "" else 0.0), None
    return best, chosen


def _value(alignment: Alignment) -> float:
    pairs = alignment.pairs
    left = abs(len(alignment.a) - len(alignment.b))
    if len(pairs) == 1:
        value = pairs[0][0]
        if not left:
            short = min(len(alignment.a[0].fine[0]), len(alignment.b[0].fine[0])) <= _SHORT
            return max(0.0, value - (_SINGLE_SHORT if short else _SINGLE) * (1 - value))
        value *= 1 - _LEFT * left
        return value * _GIVEN_ALONE if given_alone(alignment) else value
    values = [pair[0] for pair in pairs]
    # pairs come the most alike first
    if values[-1] < _INITIALS and middle_initials(alignment):
        values[-1] = _INITIALS
    value = ((1 - _WEAKEST) * sum(values) / len(values) + _WEAKEST * values[-1]) * (1 - _LEFT * left)
    return value - _SHUFFLED if len(pairs) > 2 and value > _SHUFFLED and shuffled(alignment) else value


def shuffled(alignment: Alignment) -> bool:
    """Say whether the words come in another order than a family name put first or last accounts for."""
    places = [j for _, j in sorted([(i, j) for _, i, j in alignment.pairs])]
    falls = sum([second < first for first, second in pairwise(places)])
    return falls > 1 or (falls == 1 and places[-1] > places[0])


def middle_initials(alignment: Alignment) -> bool:
    """Say whether two names agree in all but a middle initial."""
    _, i, j = alignment.pairs[-1]
    if alignment.a[i].kind != "initial" and alignment.b[j].kind != "initial":
        return False
    agreeing = alignment.pairs[:-1]
    return len(agreeing) > 1 and all(
        value >= 0.9 and alignment.a[x].kind == alignment.b[y].kind == "name" for value, x, y in agreeing
    )


def given_alone(alignment: Alignment) -> bool:
    """Say whether all that two names share is a common given name, the surname of one being unknown."""
    _, i, j = alignment.pairs[0]
    single, place, other = (
        (alignment.a[i], j, alignment.b) if len(alignment.a) == 1 else (alignment.b[j], i, alignment.a)
    )
    return bool(single.groups) and place < len(other) - 1
