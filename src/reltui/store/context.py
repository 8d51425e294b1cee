"""The keyword in its context, on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

Span = tuple[int, int]

BEFORE, AFTER = 48, 96
"""Characters shown at most before and after the words found."""

_SPACE = re.compile(r"\s+")


def line(text: str, start: int, end: int, spans: Sequence[Span]) -> tuple[str, str, str]:
    """Return (before, match, after) for the best of the spans in text[start:end], white space as one space.

    The best is the first one of the stretch that holds the most different words. Cut at words, with an
    ellipsis where the passage goes on. Without spans the passage's beginning is shown as `after`.
    """
    if not spans:
        return "", "", _tail(text, start, end, BEFORE + AFTER)
    first, last = _best(text, spans)
    return _head(text, start, first), _flat(text[first:last]), _tail(text, last, end, AFTER)


def _best(text: str, spans: Sequence[Span]) -> Span:
    """Return the span round which the most different words stand within reach."""
    best, most = spans[0], 0
    for place, (first, last) in enumerate(spans):
        near = {text[a:b].casefold() for a, b in spans[place:] if b <= last + AFTER}
        if len(near) > most:
            best, most = (first, last), len(near)
    return best


def _head(text: str, start: int, stop: int) -> str:
    begin = max(start, stop - BEFORE)
    piece = _flat(text[begin:stop])
    if begin == start:
        return piece.lstrip()
    cut = piece.find(" ")
    return "…" + (piece[cut + 1 :] if 0 <= cut < len(piece) // 2 else piece)


def _tail(text: str, start: int, end: int, width: int) -> str:
    stop = min(end, start + width)
    piece = _flat(text[start:stop])
    if stop == end:
        return piece.rstrip()
    cut = piece.rfind(" ")
    return (piece[:cut] if cut > len(piece) // 2 else piece) + "…"


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text)
