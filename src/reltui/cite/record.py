"""`Record`: what is cited, a stretch of words at its place in a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reltui.model import Passage, Source

_AROUND = 32  # characters kept on either side, to find the words again where the text has moved


@dataclass(frozen=True, slots=True)
class Record:
    """A source with the words cited from it; without words the source as a whole.

    `quotation` is `source.text[start:end]`; `prefix` and `suffix` are what stands around it.
    `paragraphs` are the first and last paragraph it touches, counted from 1, None where none is
    known or the source is one paragraph. `parent` is the source this one is quoted in (a tweet in an
    article).
    """

    source: Source
    quotation: str = ""
    start: int = 0
    end: int = 0
    prefix: str = ""
    suffix: str = ""
    paragraphs: tuple[int, int] | None = None
    parent: Record | None = None

    @classmethod
    def of(
        cls,
        source: Source,
        passage: Passage | Sequence[Passage] | None = None,
        quotation: tuple[int, int] | None = None,
        parent: Source | None = None,
    ) -> Record:
        """Return the record of a quotation, or of a whole passage, or of a whole source.

        `passage` is the passage or all passages of the source: those that the quotation touches give
        the paragraph. `quotation` is a span of `source.text`; without it the whole of a single passage
        is quoted. `parent` is the source that `source.embedded_in` names. Raises ValueError where the
        quotation is not within the text.
        """
        passages = (passage,) if isinstance(passage, Passage) else tuple(passage or ())
        if quotation is None and isinstance(passage, Passage):
            quotation = (passage.start, passage.end)
        within = Record(parent, paragraphs=None) if parent else None
        if quotation is None:
            return cls(source, parent=within)
        start, end = quotation
        if not 0 <= start <= end <= len(source.text):
            raise ValueError(f"the quotation {start}–{end} is not within the text of source {source.id}")
        return cls(
            source,
            source.text[start:end],
            start,
            end,
            source.text[max(0, start - _AROUND) : start],
            source.text[end : end + _AROUND],
            _paragraphs(source, passages, start, end),
            within,
        )


def _paragraphs(source: Source, passages: Sequence[Passage], start: int, end: int) -> tuple[int, int] | None:
    """Return the numbers of the first and last passage that a span touches."""
    touched = [p for p in passages if p.start < max(end, start + 1) and start < p.end]
    if not touched:
        return None
    if len(touched) == 1 and _is_all(source, touched[0]):
        return None  # "paragraph 1" of a text of one paragraph helps nobody
    return min(p.ordinal for p in touched), max(p.ordinal for p in touched)


def _is_all(source: Source, passage: Passage) -> bool:
    return not (source.text[: passage.start] + source.text[passage.end :]).strip()
