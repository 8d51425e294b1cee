"""What a source seems to have lost on its way: a full stop, an opening quotation mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reltui.model import Discrepancy, Evidence
from reltui.model.ids import digest

if TYPE_CHECKING:
    from reltui.model import Block, Source

#: A sentence that begins behind a small word without a full stop: "to the budget The country's deductions".
#: No sentence ends with an article, a preposition or "that".
_RUN_ON = re.compile(
    r"\b(?!(?:that|the|an?|of|in|to|for|with|and|or|by|on|from|as|at|is|was|are|were|into|if|but)\s)[a-z]{2,}\s"
    r"(?:The|This|These|It|They|There)\s[a-z][\w’']+\s[a-z]"
)
#: What every such place has, and few paragraphs: looking for its capital first is many times faster.
_CAPITAL = re.compile(r"[TI](?<=[a-z]\s.)(?:he|his|hese|t|hey|here)\s[a-z]")
_MARKS = re.compile("[“”]")
_QUOTED = frozenset('“”„«»"')
_PROSE = frozenset(("paragraph", "item", "turn"))
_AROUND = 70  # characters shown before a mark


def within(source: Source) -> list[Discrepancy]:
    """Return the doubts about the source's own text."""
    if source.language not in (None, "en"):
        return []
    found: list[Discrepancy] = []
    opened = False
    for block in source.blocks:
        if block.kind not in _PROSE:
            continue
        words = source.text[block.start : block.end]
        if _CAPITAL.search(words) is not None:
            found += _run_on(source, block, words)
        depth = 1 if opened else 0
        for match in _MARKS.finditer(words):
            if match.group() == "“":
                depth = 1
            elif depth:
                depth = 0
            else:
                found.append(_unopened(source, block.start + match.start(), block.start))
        opened = depth > 0
    return found


def _run_on(source: Source, block: Block, words: str) -> list[Discrepancy]:
    found: list[Discrepancy] = []
    for match in _RUN_ON.finditer(words):
        if _QUOTED & set(match.group()) or _heading_like(words, match.start()):
            continue
        start, end = block.start + match.start(), block.start + match.end()
        end = source.text.find(" ", end) if source.text.find(" ", end) > 0 else end
        text = source.text[start:end]
        found.append(
            Discrepancy(
                f"d{digest('run on', source.id, start)}",
                "translation",
                "doubt",
                f"A full stop seems to be missing in “{' '.join(text.split())}”.",
                (Evidence(source.id, start, end, text),),
            )
        )
    return found


def _heading_like(words: str, at: int) -> bool:
    """Whether the words around are written as titles are, most of them with capitals."""
    near = re.findall(r"[A-Za-z]{4,}", words[max(0, at - 80) : at + 80])
    return sum(w[0].isupper() for w in near) * 2 > len(near)


def _unopened(source: Source, at: int, start: int) -> Discrepancy:
    begin = max(start, at - _AROUND)
    text = source.text[begin : at + 1]
    return Discrepancy(
        f"d{digest('unopened', source.id, at)}",
        "translation",
        "note",
        "A quotation is closed here that was never opened: where it begins is not marked.",
        (Evidence(source.id, begin, at + 1, text),),
    )
