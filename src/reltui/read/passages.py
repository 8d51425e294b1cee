"""Passages: the paragraphs of a source as a reader sees them, numbered for the locator of a citation."""

from __future__ import annotations

from reltui.model import Passage, Source


def passages(source: Source) -> tuple[Passage, ...]:
    """Return the passages of a source.

    One for each block but furniture. What stands with a block on the page stands in its passage: the
    dateline or the speaker's name before it, the attribution of a quotation after it. Lines of date, time
    and place that follow each other are one passage.
    """
    found: list[Passage] = []
    text, blocks = source.text, source.blocks
    start = end = -1
    heading: str | None = None
    kind = ""
    for block in blocks:
        if block.kind == "noise" or block.end <= block.start:
            continue
        label = block.label
        first = block.start
        if label and label[0] < first and "\n" not in text[label[0] : first]:
            first = label[0]
        follows = start >= 0 and (
            (block.kind == "attribution")
            or (kind == "dateline" and (block.kind == "dateline" or "\n" not in text[end:first]))
        )
        if follows:
            end = block.end
        else:
            if start >= 0:
                found.append(Passage(source.id, len(found) + 1, start, end, heading))
            start, end = first, block.end
            heading = (
                text[blocks[block.heading].start : blocks[block.heading].end] if block.heading >= 0 else None
            )
        kind = block.kind
    if start >= 0:
        found.append(Passage(source.id, len(found) + 1, start, end, heading))
    return tuple(found)
