"""Places in sources: where a row leads, and a source unfolded for reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reltui.model import Passage, Source
from reltui.present.safe import safe_same_length
from reltui.tui.widgets.wrap import Lines, wrap

if TYPE_CHECKING:
    from reltui.query import Query
    from reltui.store import Reader
    from reltui.store.rows import Mark

Span = tuple[int, int]


class Spot(NamedTuple):
    """A place in a source to which something leads.

    `fact` is the id of the event, statement, figure or doubt that rests on the words there; `actor` that
    of an actor named there. `note` is what the source's heading says of the way here ("report 1 of 2").
    """

    source: str
    start: int
    end: int
    fact: str = ""
    actor: str = ""
    note: str = ""
    also: tuple[Span, ...] = ()  # more words of the same fact


@dataclass(frozen=True, slots=True)
class Folio:
    """A source ready to be shown: its text made safe, of the same length, and wrapped."""

    source: Source
    text: str
    lines: Lines
    cells: int
    marks: tuple[Mark, ...]
    passages: tuple[Passage, ...]
    hits: tuple[Span, ...] = field(default=())

    def facts_at(self, start: int, end: int, kind: str) -> list[str]:
        """The ids of what of a kind stands on text[start:end], in the order of the text, each once."""
        end = max(end, start + 1)
        found = [
            mark.id for mark in self.marks if mark.kind == kind and mark.start < end and mark.end > start
        ]
        return list(dict.fromkeys(found))

    def spans(self, ident: str, kind: str | None = None) -> list[Span]:
        """Where the words of a fact, or the namings of an actor, stand."""
        return [
            (mark.start, mark.end)
            for mark in self.marks
            if mark.id == ident and (kind is None or mark.kind == kind)
        ]

    def passage_at(self, offset: int) -> Passage | None:
        """The passage in which an offset stands, else the nearest before it, else the first."""
        before = [passage for passage in self.passages if passage.start <= offset]
        return before[-1] if before else self.passages[0] if self.passages else None

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
    return Folio(
        source,
        text,
        wrap(text, cells),
        cells,
        tuple(reader.marks(source_id)),
        tuple(reader.passages(source_id)),
        tuple(reader.highlights(query, source_id, typing=True)) if query else (),
    )
