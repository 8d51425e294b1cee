"""A source unfolded for reading: its text made safe and wrapped, and what stands where in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reltui.present.safe import safe_same_length
from reltui.tui.spots import Span
from reltui.tui.widgets.layers import Layer
from reltui.tui.widgets.wrap import Lines, wrap

if TYPE_CHECKING:
    from reltui.model import Passage, Source
    from reltui.query import Query
    from reltui.store import Reader
    from reltui.store.rows import Mark


LIGHT = 300_000  # characters: longer texts are not kept, and not searched while one types or opens them


class Folio:
    """A source ready to be shown. Everything that takes time with a long text is done when it is made."""

    def __init__(
        self,
        source: Source,
        text: str,
        lines: Lines,
        cells: int,
        marks: Sequence[Mark],
        passages: Sequence[Passage],
    ) -> None:
        """Take a source, its text made safe (of the same length) and wrapped for so many cells."""
        self.source = source
        self.text = text
        self.lines = lines
        self.cells = cells
        self.passages = tuple(passages)
        self.hits = Layer()
        self.mentions = Layer((mark.start, mark.end) for mark in marks if mark.kind == "mention")
        self._begins = [passage.start for passage in self.passages]
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

    def passage_at(self, offset: int) -> Passage | None:
        """The passage in which an offset stands, else the nearest before it, else the first."""
        if not self.passages:
            return None
        return self.passages[max(0, bisect_right(self._begins, offset) - 1)]

    def sentence(self, start: int, end: int) -> Span:
        """The sentences of its passage in which text[start:end] stands."""
        from reltui.extract.document import split_sentences

        passage = self.passage_at(start)
        if passage is None:
            return start, end
        touched = [
            (first, last)
            for first, last in split_sentences(self.source.text, passage.start, passage.end)
            if first < max(end, start + 1) and last > start
        ]
        return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)


def unfold(reader: Reader, source_id: str, cells: int, query: Query | None = None) -> Folio:
    """Read a source and everything that is known about it; to be called at a desk."""
    source = reader.source(source_id)
    text = safe_same_length(source.text, newlines=True)
    folio = Folio(source, text, wrap(text, cells), cells, reader.marks(source_id), reader.passages(source_id))
    if len(text) <= LIGHT:  # all of a very long text is looked through once it is on the screen
        folio.hits = find(reader, source_id, query)
    return folio


def find(reader: Reader, source_id: str, query: Query | None) -> Layer:
    """Where a source answers a query that is still being typed; to be called at a desk."""
    return Layer(reader.highlights(query, source_id, typing=True)) if query else Layer()
