"""One source from a text, as the reader would hand it on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reltui.authority import Tables, load
from reltui.extract import Extraction, extract
from reltui.model import Block, Source
from reltui.model.vocab import BlockKind, SourceKind

Extract = Callable[..., tuple[Source, Extraction]]


@pytest.fixture(scope="session")
def tables() -> Tables:
    return load()


def source_of(text: str, kind: SourceKind = "article", language: str = "en", published: str | None = None,
              block: BlockKind = "paragraph") -> Source:  # fmt: skip
    """A source whose paragraphs are the lines of the text."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(block, start, start + len(line)))
        start += len(line) + 1
    return Source(
        "s1", "a.txt", 1, 1, kind, text, "0" * 64, published=published,
        published_basis="explicit" if published else None, published_why="the dateline" if published else None,
        language=language, script="Latn", blocks=tuple(blocks),
    )  # fmt: skip


@pytest.fixture(scope="session")
def run(tables: Tables) -> Extract:
    def go(text: str, **kwargs: str) -> tuple[Source, Extraction]:
        source = source_of(text, **kwargs)  # type: ignore[arg-type] — vocabulary values come as plain strings
        return source, extract(source, tables)

    return go
