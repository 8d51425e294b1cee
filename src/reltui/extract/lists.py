"""Lists of participants in a document: the items under "Participants included:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reltui.extract.document import Document

_PRESENT = re.compile(
    r"\b(?:participants|attendees|attended|in attendance|present|joined(?: by| for| the)?|delegations?|include[ds]?|"
    r"representatives|participating|leaders|members|участники|участвова\w+|učesnici|prisutni|prisustvova\w+)\b"
    r"[^.!?\n]{0,80}:\s*(?:[•*·–-][^\n]{0,200})?$",  # the first item may stand in the same line
    re.IGNORECASE,
)
_REACH = 320  # characters at the end of a paragraph that may announce a list


def participants(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans of the items of lists of participants."""
    opened = False
    for block in document.blocks:
        if block.kind == "item" and opened:
            yield block.start, block.end
        elif block.kind != "noise":
            opened = (
                _PRESENT.search(document.text, max(block.start, block.end - _REACH), block.end) is not None
            )
