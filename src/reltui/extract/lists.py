"""Lists of participants in a document: the items under "Participants included:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reltui.extract.document import Document
from reltui.model import Block

_PRESENT = re.compile(
    r"\b(?:participants|attendees|attended|in attendance|present|joined(?: by| for| the)?|delegations?|include[ds]?|"
    r"representatives|participating|leaders|members|участники|участвова\w+|učesnici|prisutni|prisustvova\w+)\b"
    r"[^.!?\n]{0,80}:\s*(?:[•*·–-][^\n]{0,200})?$",  # the first item may stand in the same line
    re.IGNORECASE,
)
_REACH = 320  # characters at the end of a paragraph that may announce a list


def participants(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans of the items of lists of participants."""
    last: Block | None = None  # what stands above the items
    opened: bool | None = False  # None: not known yet
    for block in document.blocks:
        if block.kind == "item" and last is not None and opened is None:
            opened = _opens(document.text, last)
        if block.kind == "item" and opened:
            yield block.start, block.end
        elif block.kind != "noise":
            last, opened = block, None


def _opens(text: str, block: Block) -> bool:
    """Whether a block says at its end that those present follow."""
    first = max(block.start, block.end - _REACH)
    return text.find(":", first, block.end) >= 0 and _PRESENT.search(text, first, block.end) is not None
