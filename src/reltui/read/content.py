"""A file's text as a format hands it on: cleaned of wrapping and markup, with a map back to the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from reltui.model import Stretch
from reltui.read.described import NOTHING, Description

#: Soft hyphens, zero-width spaces, word joiners, stray byte order marks: layout that would split names.
HIDDEN = re.compile("[\u00ad\u200b\u2060\ufeff]+")


_HIDDEN = "\u00ad\u200b\u2060\ufeff"


def has_hidden(text: str) -> bool:
    """Return whether any of these stands in a text."""
    return not text.isascii() and any(letter in text for letter in _HIDDEN)


class Run(NamedTuple):
    """text[start : start + length] stands in the file's decoded text at file_start."""

    start: int
    file_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Content:
    """What a format makes of a file.

    `text` is what sources are cut from; `runs` lead back to the file's decoded text, in order; characters
    of `text` outside every run were put there by the format (a space for a wrapped line's break).
    `hints` say what the format knows of a line by its start in `text`: `title heading item quote noise`.
    """

    text: str
    runs: tuple[Run, ...]
    format: str
    encoding: str
    note: str = ""
    described: Description = NOTHING
    hints: dict[int, str] = field(default_factory=dict[int, str])


class Weave:
    """Builds a text out of pieces of another one and remembers where each came from."""

    def __init__(self, raw: str) -> None:
        """Start with nothing taken from `raw`."""
        self.raw = raw
        self.length = 0
        self._hidden = has_hidden(raw)
        self._parts: list[str] = []
        self._runs: list[Run] = []

    def keep(self, start: int, end: int) -> None:
        """Append raw[start:end], without the characters that only tell a typesetter where to break a word."""
        if self._hidden:
            for match in HIDDEN.finditer(self.raw, start, end):
                self._keep(start, match.start())
                start = match.end()
        self._keep(start, end)

    def _keep(self, start: int, end: int) -> None:
        if end <= start:
            return
        self._parts.append(self.raw[start:end])
        last = self._runs[-1] if self._runs else None
        if last and last.start + last.length == self.length and last.file_start + last.length == start:
            self._runs[-1] = Run(last.start, last.file_start, last.length + end - start)
        else:
            self._runs.append(Run(self.length, start, end - start))
        self.length += end - start

    def put(self, text: str) -> None:
        """Append characters that do not stand in the file."""
        self._parts.append(text)
        self.length += len(text)

    def done(self) -> tuple[str, tuple[Run, ...]]:
        """Return the text and its runs."""
        return "".join(self._parts), tuple(self._runs)


def stretches(runs: tuple[Run, ...], pieces: list[tuple[int, int]]) -> tuple[Stretch, ...]:
    """Return the stretches of a source made of those pieces of the content's text, in order."""
    if len(runs) == 1 and len(pieces) == 1:  # a plain file that is one source
        (start, end), run = pieces[0], runs[0]
        first = run.file_start + start - run.start
        return (Stretch(first, first + end - start, 0),)
    found: list[Stretch] = []
    offset = 0
    for start, end in pieces:
        at = max(0, bisect_right(runs, start, key=_start) - 1)
        for run in islice(runs, at, None):
            if run.start >= end:
                break
            first, last = max(start, run.start), min(end, run.start + run.length)
            if first < last:
                file_start = run.file_start + first - run.start
                found.append(Stretch(file_start, file_start + last - first, offset + first - start))
        offset += end - start
    return tuple(found)


def _start(run: Run) -> int:
    return run.start


def file_spans(runs: tuple[Run, ...], start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the file from the first to the last mapped character of text[start:end]."""
    found = stretches(runs, [(start, end)])
    return (found[0].file_start, found[-1].file_end) if found else None
