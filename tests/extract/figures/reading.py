"""Reading the figures of a line of text, for these tests."""

from __future__ import annotations

from collections.abc import Sequence

from reltui.authority import load
from reltui.extract.dates import find_dates
from reltui.extract.document import Document
from reltui.extract.drafts import FigureDraft, When
from reltui.extract.figures import find_figures
from reltui.model import Block, Source


def source(text: str, *, language: str | None = "en", published: str | None = None) -> Source:
    """A source whose lines are its paragraphs."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 1
    return Source(
        "s1",
        "a.txt",
        1,
        1,
        "article",
        text,
        "0" * 64,
        language=language,
        published=published,
        blocks=tuple(blocks),
    )


def figures(
    text: str, *, language: str | None = "en", published: str | None = None
) -> tuple[FigureDraft, ...]:
    """The figures of a text whose dates are found by the grammar of dates."""
    document = Document(source(text, language=language, published=published))
    dates: Sequence[When] = [d for s in document.sentences for d in find_dates(text, s.start, s.end)]
    return find_figures(document, (), dates, load())


def values(text: str, *, language: str | None = "en") -> list[tuple[float, str]]:
    """The values and units of a text's figures."""
    return [(f.value, f.unit) for f in figures(text, language=language)]
