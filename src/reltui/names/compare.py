"""How alike two words of names are, and how alike two names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from reltui.names.endings import stems
from reltui.names.given import groups_of
from reltui.names.parse import Word, parse

#: At and above this score two spellings are taken for one name.
THRESHOLD = 0.74

_similar = Levenshtein.normalized_similarity


@dataclass(frozen=True, slots=True)
class Match:
    """How alike two names are, 0 to 1, and why, in words."""

    score: float
    reasons: tuple[str, ...]


@lru_cache(maxsize=65536)
def words_alike(a: Word, b: Word) -> float:
    """Return how alike two words of names are, 0 to 1."""
    best = 0.0
    for fine_a, coarse_a, bones_a in zip(a.fine, a.coarse, a.bones, strict=True):
        for fine_b, coarse_b, bones_b in zip(b.fine, b.coarse, b.bones, strict=True):
            if fine_a == fine_b:
                return 1.0
            value = (
                0.5 * _similar(fine_a, fine_b)
                + 0.3 * _similar(coarse_a, coarse_b)
                + 0.2 * _similar(bones_a, bones_b)
            )
            if value > best:
                best = value
    if a.initial != b.initial:
        short, long = (a, b) if a.initial else (b, a)
        if any(f.startswith(s) for s in short.fine for f in long.fine):
            return 0.85
        return 0.0
    if best < 0.95 and not a.initial:
        forms_a, forms_b = {*stems(a.text), *a.fine}, {*stems(b.text), *b.fine}
        if not forms_a.isdisjoint(forms_b):
            return 0.96
        if not groups_of(a.text).isdisjoint(groups_of(b.text)):
            return 0.95
    return best


def _pairs(a: tuple[Word, ...], b: tuple[Word, ...]) -> list[tuple[float, int, int]]:
    """Return the aligned words, (similarity, place in a, place in b), the best first."""
    all_pairs = sorted(
        ((words_alike(x, y), -i, -j) for i, x in enumerate(a) for j, y in enumerate(b)), reverse=True
    )
    used_a: set[int] = set()
    used_b: set[int] = set()
    found: list[tuple[float, int, int]] = []
    for value, i, j in all_pairs:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            found.append((value, -i, -j))
    return found


def similarity(a: str, b: str) -> float:
    """Return how alike two names are, 0 to 1, without the reasons."""
    return _compare(*sorted((a, b)))[0]


def score(a: str, b: str) -> Match:
    """Return how alike two names in any script and spelling are, 0 to 1, and why."""
    value, reasons = _compare(*sorted((a, b)))
    return Match(value, tuple(reasons))


def _compare(a: str, b: str) -> tuple[float, list[str]]:
    words_a, words_b = parse(a), parse(b)
    if not words_a or not words_b:
        return (1.0 if a == b and words_a else 0.0), []
    pairs = _pairs(words_a, words_b)
    weakest = min(value for value, _, _ in pairs)
    mean = sum(value for value, _, _ in pairs) / len(pairs)
    left = abs(len(words_a) - len(words_b))
    value = (0.3 * mean + 0.7 * weakest) * (1 - 0.04 * left)
    reasons = [
        f"{words_a[i].text} ~ {words_b[j].text}" for v, i, j in pairs if words_a[i].text != words_b[j].text
    ]
    return value, reasons
