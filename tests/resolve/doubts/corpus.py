"""Sources and their figures for the tests of doubts."""

from __future__ import annotations

from reltui.model import Block, Evidence, Facts, Figure, Source
from tests.extract.figures.reading import figures


def source(text: str, name: str = "a", *, kind: str = "paragraph", **fields: object) -> Source:
    """A source whose lines are paragraphs (or turns)."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("turn" if kind == "turn" else "paragraph", start, start + len(line)))
        start += len(line) + 1
    return Source(
        f"s-{name}",
        f"{name}.txt",
        1,
        1,
        "article",
        text,
        "0" * 64,
        language="en",
        blocks=tuple(blocks),
        **fields,
    )  # type: ignore[arg-type]  # the fields of a Source that a test wants to set


def facts_of(*sources: Source) -> Facts:
    """The figures of the sources as facts."""
    found: list[Figure] = []
    for one in sources:
        for i, f in enumerate(figures(one.text)):
            words = one.text[f.start : f.end]
            evidence = (Evidence(one.id, f.start, f.end, words),)
            found.append(
                Figure(f"{one.id}-{i}", f.what, f.value, f.unit, f.period, f.qualifier, words, evidence)
            )
    return Facts(figures=tuple(found))
