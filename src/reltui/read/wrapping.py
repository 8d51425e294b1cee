"""Hard-wrapped text: which line breaks were put there by a writer's column limit alone.

A break is a wrap where the next line's first word would not have fitted. That test, made for the whole
file first, tells wrapped prose from short lines that end where their author ended them.
"""

from __future__ import annotations

import re
from itertools import pairwise

from reltui.read.lines import Line, split

_WIDEST = 120
_NARROWEST = 40
_SLACK = 20  # the twentieth part of the width
_ITEM = re.compile(r"(?:[-*•–—·▪◦]|\(?\d{1,3}[.)]|[a-z][.)])\s")
_FINAL = tuple('.!?:;…"”’»)]')


def joins(text: str) -> list[tuple[int, int]]:
    """Return the spans of white space that a wrap put between two lines of one paragraph, in order."""
    breaks = text.count("\n") + text.count("\r")
    if len(text) < 3 * _NARROWEST or len(text) > (_WIDEST + 10) * (breaks + 1):
        return []  # too short to tell, or lines on the whole too long to be wrapped ones
    lines = split(text)
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and len(a.text) <= _WIDEST]
    if len(pairs) < 3 or len(pairs) * 4 < len(lines):
        return []
    width = _width(pairs, lines)
    if not width:
        return []
    return [(a.end, b.start) for a, b in pairs if len(a.text) <= width and _wrapped(a, b, width)]


def _width(pairs: list[tuple[Line, Line]], lines: list[Line]) -> int:
    """Return the column at which the text is wrapped, or 0."""
    for width in sorted({len(a.text) for a, _ in pairs}, reverse=True)[:8]:
        if width < _NARROWEST or sum(1 for line in lines if len(line.text) > width) * 4 > len(lines):
            return 0  # too many lines are longer: nothing was wrapped there
        inside = [(a, b) for a, b in pairs if len(a.text) <= width]
        wrapped = [a for a, b in inside if _fits_not(a, b, width)]
        running = sum(1 for a in wrapped if not a.text.endswith(_FINAL))
        if len(wrapped) >= 3 and len(wrapped) * 10 >= len(inside) * 7 and running * 2 >= len(wrapped):
            return width
    return 0


def _fits_not(line: Line, following: Line, width: int) -> bool:
    word = following.text.split(" ", 1)[0]  # no-break spaces hold
    over = len(line.text) + line.indent + 1 + len(word) - width
    # some wrap a little short of their limit: that counts where no sentence ends with the line
    return over > 0 or (over > -width // _SLACK and not line.text.endswith(_FINAL))


def _wrapped(line: Line, following: Line, width: int) -> bool:
    if not _fits_not(line, following, width) or _ITEM.match(following.text):
        return False
    # an indented first line begins a paragraph unless the line above is a list item it belongs to
    deeper = following.indent - line.indent >= 3 and not _ITEM.match(line.text)
    return not (deeper and line.text.endswith(_FINAL))
