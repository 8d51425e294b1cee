"""A source unfolded for reading: its text made safe and wrapped, and what stands where in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reltui.present.safe import safe_same_length
from reltui.tui.spots import Span
from reltui.tui.standing import Standing
from reltui.tui.widgets.layers import Layer
from reltui.tui.widgets.part import wrap_part
from reltui.tui.widgets.wrap import Lines, wrap

if TYPE_CHECKING:
    from reltui.model import Passage, Source
    from reltui.query import Query
    from reltui.store import Reader


LIGHT = 300_000  # characters: of longer texts what stands where comes afterwards, and they are not kept


class Folio:
    """A source ready to be shown. Everything that takes time with a long text is done when it is made.

    What stands in a long one is read once its text is on the screen: `whole` says whether it is here.
    """

    def __init__(
        self, source: Source, text: str, lines: Lines, cells: int, passages: Sequence[Passage]
    ) -> None:
        """Take a source, its text made safe (of the same length) and wrapped for so many cells."""
        self.source = source
        self.text = text
        self.lines = lines
        self.cells = cells
        self.passages = tuple(passages)
        self.standing = Standing()
        self.whole = False
        self.hits = Layer()
        self._begins = [passage.start for passage in self.passages]

    @property
    def light(self) -> bool:
        """Whether the text is short enough to be looked through while one types or opens it, and to be kept."""
        return len(self.text) <= LIGHT

    def take(self, standing: Standing) -> None:
        """Take what stands in the text."""
        self.standing = standing
        self.whole = True

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


def unfold(reader: Reader, source_id: str, cells: int, query: Query | None = None, at: int = 0) -> Folio:
    """Read a source and, unless it is long, everything that is known about it; to be called at a desk.

    Of a long one only the lines around `at` are made.
    """
    source = reader.source(source_id)
    # line by line: one look over millions of characters would keep the screen from being drawn meanwhile
    text = "\n".join(map(safe_same_length, source.text.split("\n")))
    lines = wrap(text, cells) if len(text) <= LIGHT else wrap_part(text, cells, at)
    folio = Folio(source, text, lines, cells, reader.passages(source_id))
    if folio.light:
        folio.take(stand(reader, source_id))
        folio.hits = find(reader, source_id, query)
    return folio


def stand(reader: Reader, source_id: str) -> Standing:
    """What stands where in a source; to be called at a desk."""
    return Standing(reader.marks(source_id))


def find(reader: Reader, source_id: str, query: Query | None) -> Layer:
    """Where a source answers a query that is still being typed; to be called at a desk."""
    return Layer(reader.highlights(query, source_id, typing=True)) if query else Layer()
