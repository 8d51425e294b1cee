"""Some lines of a long text, wrapped at once, while all of them are still being made elsewhere.

How many lines stand above and below is estimated, so that the scroll bar is about right and every place has a
line; the lines there are empty until one goes there and they are made in turn.
"""

from __future__ import annotations

from array import array

from reltui.tui.widgets.wrap import Lines, wrap

_BEFORE, _AFTER = 8_000, 24_000  # characters that are wrapped around a place: some screens full
_FARTHER = 4_000  # how far the end of a line is looked for


class Part(Lines):
    """Lines of text[begin:end] out of a text of `size` characters, with lines above and below that are not made."""

    def __init__(self, lines: Lines, begin: int, end: int, size: int, above: int, below: int) -> None:
        """Take the lines of the stretch, which count from its beginning."""
        super().__init__(
            array("L", (begin + start for start in lines.starts)),
            array("L", (begin + end for end in lines.ends)),
        )
        self._begin, self._end, self._size = begin, end, size
        self._above, self._below = above, below

    def __len__(self) -> int:
        return self._above + len(self.starts) + self._below

    def has(self, line: int) -> bool:
        """Whether a line is made."""
        return self._above <= line < self._above + len(self.starts)

    def covers(self, offset: int) -> bool:
        """Whether the line is made on which an offset stands."""
        return self._begin <= offset < self._end or (offset == self._end == self._size)

    def span(self, line: int) -> tuple[int, int]:
        """What a line shows; of one that is not made nothing, at about its place."""
        if line < self._above:
            place = self._begin * max(line, 0) // self._above
            return place, place
        made = line - self._above
        if made < len(self.starts):
            return super().span(made)
        rest, more = self._size - self._end, made - len(self.starts)
        place = min(self._size, self._end + rest * (more + 1) // max(1, self._below))
        return place, place

    def line_of(self, offset: int) -> int:
        """The line on which an offset stands, or about so."""
        if offset < self._begin:
            return self._above * max(offset, 0) // self._begin
        if self.covers(offset) or offset < self._end:
            return self._above + super().line_of(offset)
        rest = max(1, self._size - self._end)
        more = min(self._below - 1, self._below * (offset - self._end) // rest)
        return self._above + len(self.starts) + max(0, more)


def wrap_part(text: str, cells: int, offset: int, line: int | None = None, count: int = 0) -> Lines:
    """Break a text around an offset for a pane of so many cells; all of it where that is as quick.

    With `line` the line of the offset shall be that one, of `count` lines or so, as it is on the screen already.
    """
    begin, end = _begin(text, offset), _end(text, offset)
    lines = wrap(text[begin:end], cells)
    if begin == 0 and end == len(text):
        return lines
    if end < len(text) and text[end - 1] == "\n":  # what stands behind the last line end is the next line's
        del lines.starts[-1:], lines.ends[-1:]
    per_line = max(1, (end - begin) // max(1, len(lines)))
    above = begin // per_line
    if line is not None:
        above = line - lines.line_of(offset - begin)
    above = max(above, 1) if begin else 0
    below = (len(text) - end) // per_line
    if count:
        below = count - above - len(lines)
    below = max(below, 1) if end < len(text) else 0
    return Part(lines, begin, end, len(text), above, below)


def _begin(text: str, offset: int) -> int:
    """Where to begin some way before an offset: after the end of a line, else at a word, else anywhere."""
    place = offset - _BEFORE
    if place <= 0:
        return 0
    found = text.rfind("\n", max(0, place - _FARTHER), place)
    if found < 0:
        found = text.rfind(" ", max(0, place - _FARTHER), place)
    return found + 1 if found >= 0 else place


def _end(text: str, offset: int) -> int:
    """Where to end some way behind an offset: after the end of a line, else at a word, else anywhere."""
    place = offset + _AFTER
    if place >= len(text):
        return len(text)
    found = text.find("\n", place, place + _FARTHER)
    if found < 0:
        found = text.find(" ", place, place + _FARTHER)
    return found + 1 if found >= 0 else place
