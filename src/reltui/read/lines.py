"""The lines of a text: what every shape looks at."""

from __future__ import annotations

from typing import NamedTuple

#: Zero-width characters: a line of nothing else is blank.
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


class Line(NamedTuple):
    """A line with something on it, [start, end) without the white space around it.

    `gap` says whether a blank line stands before it, `indent` how many characters of white space lead it,
    `hint` what the format knows of it.
    """

    start: int
    end: int
    text: str
    gap: bool
    indent: int
    hint: str = ""


def split(text: str, hints: dict[int, str] | None = None) -> list[Line]:
    """Return the lines of a text that are not blank, in order."""
    found: list[Line] = []
    position = 0
    gap = True
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if not stripped or (len(stripped) < 4 and not stripped.strip(INVISIBLE)):
            gap = True
        else:
            indent = len(raw) - len(raw.lstrip()) if raw[0] != stripped[0] else 0
            start = position + indent
            hint = hints.get(start, "") if hints else ""
            found.append(Line(start, start + len(stripped), stripped, gap, indent, hint))
            gap = False
        position += len(raw)
    return found
