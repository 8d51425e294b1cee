"""Why two names are one, in words."""

from __future__ import annotations

from itertools import pairwise

from reltui.names.align import Alignment, Pair
from reltui.names.alike import rule
from reltui.names.parse import Word

#: Letter pairs are told of as long as a word differs in few of them.
_FEW = 3


def reasons(alignment: Alignment) -> tuple[str, ...]:
    """Return what joins the words of two names and what parts them, in the order of the first name."""
    ordered = sorted(alignment.pairs, key=lambda pair: pair[1])
    found = [_pair(alignment, pair) for pair in ordered]
    if any(one[2] > other[2] for one, other in pairwise(ordered)):
        found.append("words in another order")
    found += _left(alignment)
    return tuple(found)


def _pair(alignment: Alignment, pair: Pair) -> str:
    value, i, j = pair
    a, b = alignment.a[i], alignment.b[j]
    if a.text == b.text:
        return f"{_shown(a)}: the same"
    told = f"{_shown(a)} ~ {_shown(b)}"
    why = rule(a, b)
    if why == "sound":
        letters = _letters(a, b)
        return f"{told} (sound alike{': ' + letters if letters else ''})"
    if why == "near":
        return f"{told} ({round(100 * value)} % alike in sound)"
    return f"{told} ({why})"


def _shown(word: Word) -> str:
    return word.text[:1].upper() + word.text[1:]


def _letters(a: Word, b: Word) -> str:
    """Return the letters by which two spellings in one script differ ("đ ~ dj"); nothing across scripts."""
    from rapidfuzz.distance import Levenshtein

    if a.script != b.script:
        return ""
    found: list[str] = []
    here = there = ""
    for step in (*Levenshtein.opcodes(a.text, b.text), None):
        if step is not None and step.tag != "equal":
            here += a.text[step.src_start : step.src_end]
            there += b.text[step.dest_start : step.dest_end]
        elif here or there:
            found.append(f"{here or '–'} ~ {there or '–'}")
            here = there = ""
    return ", ".join(found) if len(found) <= _FEW else ""


def _left(alignment: Alignment) -> list[str]:
    """Return what is said of words without a partner."""
    used_a = {i for _, i, _ in alignment.pairs}
    used_b = {j for _, _, j in alignment.pairs}
    left = [_shown(w) for i, w in enumerate(alignment.a) if i not in used_a]
    left += [_shown(w) for j, w in enumerate(alignment.b) if j not in used_b]
    if not left:
        return []
    if len(alignment.pairs) == 1:
        return [f"one word alone; the other name has also {', '.join(left)}"]
    return [f"only in one of them: {', '.join(left)}"]
