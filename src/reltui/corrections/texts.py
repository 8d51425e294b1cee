"""Texts as quotations are looked for in them: every run of white space counts as one space."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from functools import cached_property

from reltui.model import Source

_SPACE = re.compile(r"\s+")


def collapse(text: str) -> str:
    """Return the text with every run of white space as one space."""
    return _SPACE.sub(" ", text)


class Text:
    """The text of one source, its quotations found and its places led back to the file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.plain = collapse(source.text)

    @cached_property
    def _places(self) -> array[int]:
        """Where each character of the plain text, and its end, stands in the source's text."""
        places: array[int] = array("l")
        at = 0
        text = self.source.text
        for run in _SPACE.finditer(text):
            places.extend(range(at, run.start() + 1))
            at = run.end()
        places.extend(range(at, len(text) + 1))
        return places

    def count(self, plain: str) -> int:
        """Return how often the words (collapsed) stand here, overlapping ones too."""
        return sum(1 for _ in self._all(plain))

    def find(self, before: str, exact: str, after: str) -> list[tuple[int, int]]:
        """Return the spans of `exact` in the source's text, wherever the three stand in a row."""
        head, words = len(collapse(before)), collapse(exact)
        whole = collapse(before + exact + after)
        return [self._span(at + head, at + head + len(words)) for at in self._all(whole)]

    def is_all(self, plain: str) -> bool:
        """Whether the words (collapsed) are all of the source, but for white space around."""
        return self.plain.strip() == plain.strip()

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self._places[start], self._places[end - 1] + 1

    def _all(self, plain: str) -> Iterator[int]:
        at = self.plain.find(plain)
        while at >= 0:
            yield at
            at = self.plain.find(plain, at + 1)

    def file_offset(self, start: int) -> int:
        """Return where a place of the source's text stands in the text of its file."""
        spans = self.source.spans
        known = [stretch for stretch in spans if stretch.start <= start]
        if not known:
            return start
        last = max(known, key=lambda stretch: stretch.start)
        return last.file_start + start - last.start
