"""Lines of a text for a pane so many cells wide, as offsets into the text.

Nothing is taken out or put in: the lines, with the line ends and the spaces between them, are the
text, so that an offset of the text can be found on the screen and the other way about.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

from reltui.tui.widgets.pieces import NARROW, graphemes

_GAP = re.compile(r"[ \u2000-\u200a\u3000]+")


class Lines:
    """The lines of a text: line `i` shows text[starts[i]:ends[i]]."""

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        """Take rising offsets, one pair a line."""
        self.starts = starts
        self.ends = ends

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, line: int) -> tuple[int, int]:
        """What a line shows."""
        return self.starts[line], self.ends[line]

    def line_of(self, offset: int) -> int:
        """The line on which an offset stands; an offset between two lines belongs to the upper one."""
        return max(0, bisect_right(self.starts, offset) - 1)


class Wrapping:
    """A text that is being broken, slice by slice, so that something else can be done between them."""

    def __init__(self, text: str, cells: int) -> None:
        """Begin at the beginning, for lines of so many cells."""
        self.text = text
        self.cells = max(1, cells)
        self._starts, self._ends = array("L"), array("L")
        self._at = 0

    def go_on(self, characters: int) -> Lines | None:
        """Break so many characters more, up to the end of a line; return the lines once these are all."""
        text, upto = self.text, self._at + characters
        while True:
            end = text.find("\n", self._at)
            stop = len(text) if end < 0 else end
            _paragraph(text, self._at, stop, self.cells, self._starts, self._ends)
            if end < 0:
                return Lines(self._starts, self._ends)
            self._at = end + 1
            if self._at > upto:
                return None


def wrap(text: str, cells: int) -> Lines:
    """Break a text at its line ends, and lines wider than `cells` at spaces, or anywhere if there is none."""
    lines = Wrapping(text, cells).go_on(len(text))
    assert lines is not None  # a whole text leaves nothing
    return lines


def _paragraph(text: str, start: int, stop: int, cells: int, starts: array[int], ends: array[int]) -> None:
    if stop - start <= cells and NARROW.match(text, start, stop):
        starts.append(start)
        ends.append(stop)
    elif NARROW.match(text, start, stop):
        _narrow(text, start, stop, cells, starts, ends)
    else:
        _wide(text, start, stop, cells, starts, ends)


def _narrow(text: str, start: int, stop: int, cells: int, starts: array[int], ends: array[int]) -> None:
    """Break a paragraph in which every character takes one cell: no need to look at each."""
    while stop - start > cells:
        gap = text.rfind(" ", start, start + cells + 1)
        end = gap if gap > start else start + cells
        while end > start and text[end - 1] == " ":
            end -= 1
        if end == start:  # nothing but spaces as far as the line goes
            end = start + cells
        starts.append(start)
        ends.append(end)
        start = gap + 1 if gap > start else end
        while start < stop and text[start] == " ":
            start += 1
    if start < stop:
        starts.append(start)
        ends.append(stop)


def _wide(text: str, start: int, stop: int, cells: int, starts: array[int], ends: array[int]) -> None:
    """Break a paragraph by graphemes, as some of its characters take two cells and some none."""
    line_start, used = start, 0
    gap: tuple[int, int, int] | None = (
        None  # where the last gap begins and ends, and the cells before its end
    )
    for first, last, size in graphemes(text[start:stop])[0]:
        begin, end = start + first, start + last
        if _GAP.fullmatch(text, begin, end):
            used += size
            gap = (gap[0], end, used) if gap is not None and gap[1] == begin else (begin, end, used)
            continue
        if used + size > cells and begin > line_start:
            if gap is not None and gap[0] > line_start:
                starts.append(line_start)
                ends.append(gap[0])
                line_start, used, gap = gap[1], used - gap[2], None
            else:
                starts.append(line_start)
                ends.append(begin)
                line_start, used, gap = begin, 0, None
        used += size
    starts.append(line_start)
    ends.append(stop)


def paragraph_after(text: str, offset: int) -> int:
    """Where the next paragraph begins; the end of the text after the last one."""
    end = text.find("\n", offset)
    while 0 <= end < len(text) and text[end] == "\n":
        end += 1
    return len(text) if end < 0 else end


def paragraph_before(text: str, offset: int) -> int:
    """Where the paragraph begins in which an offset stands or, at its very beginning, the one before."""
    end = offset
    while end > 0 and text[end - 1] == "\n":
        end -= 1
    return text.rfind("\n", 0, end) + 1


def line_of_text(text: str, cells: int, line: int) -> str:
    """What one line of a short text shows when it is wrapped for so many cells; nothing below the last."""
    lines = wrap(text, max(8, cells))
    return text[slice(*lines.span(line))] if line < len(lines) else ""
