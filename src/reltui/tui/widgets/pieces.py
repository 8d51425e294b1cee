"""Text put into a line of so many cells: cut, padded and set against both edges.

Widths are measured in cells by the library, never by `len`: combining marks take none, Chinese
characters and emoji take two. Text comes here already made safe, and is never parsed as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Piece: TypeAlias = tuple[str, Style]

# Characters that take one cell each and join with nothing: most of what is read here.
NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0556\u2010-\u2015\u2018-\u2027\u2030-\u205e]*\\Z"
)


# Asks for a sign to be drawn as an emoji, two cells wide. Terminals do not agree on whether they do, so it
# is not written to them: "☝" takes one cell everywhere.
EMOJI = "\ufe0f"


def width(text: str) -> int:
    """How many cells a text takes as it is written to the terminal."""
    return len(text) if NARROW.match(text) else cell_len(text.replace(EMOJI, ""))


def graphemes(text: str) -> tuple[list[tuple[int, int, int]], int]:
    """The spans of what is written as one sign, each with its cells; and the cells of the whole text."""
    spans, total = split_graphemes(text)
    if EMOJI in text:
        spans = [(start, end, cell_len(text[start:end].replace(EMOJI, ""))) for start, end, _ in spans]
        total = sum(size for _, _, size in spans)
    return spans, total


def cut(text: str, cells: int, more: str = "…") -> str:
    """The text in at most so many cells, ending in `more` where something was cut off."""
    if cells <= 0:
        return ""
    if NARROW.match(text):
        return text if len(text) <= cells else text[: max(0, cells - len(more))].rstrip() + more[:cells]
    spans, total = graphemes(text)
    if total <= cells:
        return text
    room = cells - len(more)
    end = 0
    for _, stop, size in spans:
        room -= size
        if room < 0:
            break
        end = stop
    return text[:end].rstrip() + more[:cells]


def cut_left(text: str, cells: int, more: str = "…") -> str:
    """The end of the text in at most so many cells, beginning with `more` where something was cut off."""
    if width(text) <= cells:
        return text
    if cells <= 0:
        return ""
    room = cells - len(more)
    start = len(text)
    for begin, _, size in reversed(graphemes(text)[0]):
        room -= size
        if room < 0:
            break
        start = begin
    return more[:cells] + text[start:].lstrip()


def fill(text: str, cells: int, right: bool = False) -> str:
    """The text in exactly so many cells, padded at the end, or with `right` at the beginning."""
    short = cut(text, cells)
    space = " " * (cells - width(short))
    return space + short if right else short + space


def cut_pieces(pieces: Iterable[Piece], cells: int) -> list[Piece]:
    """The pieces in at most so many cells."""
    kept: list[Piece] = []
    for text, style in pieces:
        size = width(text)
        if size > cells:
            kept.append((cut(text, cells), style))
            return kept
        kept.append((text, style))
        cells -= size
    return kept


def strip(
    left: Sequence[Piece], cells: int, right: Sequence[Piece] = (), under: Style | None = None
) -> Strip:
    """A line of so many cells: pieces from the left edge, pieces at the right edge, `under` beneath all.

    Where both do not fit, the right ones are kept and the left ones cut, one space between them.
    """
    right = cut_pieces(right, cells)
    taken = sum(width(text) for text, _ in right)
    room = cells - taken - (1 if right else 0)
    left = cut_pieces(left, room)
    gap = cells - taken - sum(width(text) for text, _ in left)
    parts = [*left, (" " * gap, Style.null()), *right]
    base = under or Style.null()
    segments = [Segment(text.replace(EMOJI, ""), base + style) for text, style in parts if text]
    return Strip(segments, cells)
