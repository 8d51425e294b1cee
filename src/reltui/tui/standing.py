"""What stands where in a source: namings of actors, evidence of events and other facts."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reltui.tui.spots import Span
from reltui.tui.widgets.layers import Layer

if TYPE_CHECKING:
    from reltui.store.rows import Mark


class Standing:
    """The marks of a source, found by where they stand and by what they are of."""

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        """Take the marks in any order."""
        self.mentions = Layer((mark.start, mark.end) for mark in marks if mark.kind == "mention")
        self._marks = sorted(marks, key=lambda mark: mark.start)
        self._starts = [mark.start for mark in self._marks]
        self._reach: list[int] = []  # how far the marks up to each one reach
        self._spans: defaultdict[str, list[Span]] = defaultdict(list)
        for mark in self._marks:
            self._reach.append(max(mark.end, self._reach[-1] if self._reach else 0))
            self._spans[mark.id].append((mark.start, mark.end))

    def facts_at(self, start: int, end: int, kind: str) -> list[str]:
        """The ids of what of a kind stands on text[start:end], in the order of the text, each once."""
        found = [mark.id for mark in self._over(start, max(end, start + 1)) if mark.kind == kind]
        return list(dict.fromkeys(reversed(found)))

    def named_at(self, start: int, end: int) -> list[tuple[str, Span]]:
        """Who is named on text[start:end], and by which words, in the order of the text."""
        found = [
            (m.id, (m.start, m.end)) for m in self._over(start, max(end, start + 1)) if m.kind == "mention"
        ]
        return found[::-1]

    def _over(self, start: int, end: int) -> Iterator[Mark]:
        """The marks that overlap a stretch, the last first."""
        place = bisect_left(self._starts, end) - 1
        while place >= 0 and self._reach[place] > start:
            if self._marks[place].end > start:
                yield self._marks[place]
            place -= 1

    def spans(self, ident: str) -> list[Span]:
        """Where the words of a fact, or the namings of an actor, stand."""
        return self._spans.get(ident, [])
