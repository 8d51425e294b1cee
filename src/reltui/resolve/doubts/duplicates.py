"""Doubts about repetitions: bodies that a file prints twice, and words printed twice in a row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reltui.model import Block, Discrepancy, Evidence, Facts, Source
from reltui.model.ids import digest

if TYPE_CHECKING:
    from reltui.authority import Tables

_WORD = re.compile(r"\w+")
_LONGEST = 8  # words of a phrase that stands twice
_LEAST_LETTERS = 6
_SHOWN = 3
#: In speech one repeats oneself; only what was written and edited should not.
_WRITTEN = frozenset(("paragraph", "item", "title", "heading", "caption"))


def find(sources: Sequence[Source], facts: Facts, tables: Tables) -> list[Discrepancy]:
    """Return one doubt for each file that repeats its texts."""
    del facts, tables
    return repeated(sources)


def repeated(sources: Iterable[Source]) -> list[Discrepancy]:
    """Return one doubt for each file of these sources that repeats its texts."""
    by_file: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        if source.repeats:
            by_file[source.path].append(source)
    return [_repeated(path, repeating) for path, repeating in by_file.items()]


def within(source: Source) -> list[Discrepancy]:
    """Return one doubt for each phrase that a source prints twice in a row."""
    return [doubt for block in source.blocks if block.kind in _WRITTEN for doubt in _doubled(source, block)]


def _repeated(path: str, repeating: Sequence[Source]) -> Discrepancy:
    units = max(source.units for source in repeating)
    evidence = tuple(_opening(source) for source in repeating[:_SHOWN])
    if units == 1:
        what = f"{path} prints parts of its text more than once; each is kept once."
    elif len(repeating) == units:
        what = f"{path} prints the text of each of its {units} posts more than once; each is kept once."
    else:
        share = f"{len(repeating)} of its {units} posts"
        what = f"{path} prints the text of {share} more than once; each is kept once."
    return Discrepancy(f"d{digest('repeats', path, *evidence)}", "duplicate", "note", what, evidence)


def _opening(source: Source) -> Evidence:
    """Return the first running words of a source: where its repeated body begins."""
    body = [b for b in source.blocks if b.kind in ("turn", "paragraph", "item") and b.end > b.start]
    block = body[0] if body else None
    start, end = (block.start, block.end) if block else (0, min(len(source.text), 80))
    return Evidence(source.id, start, end, source.text[start:end])


def _doubled(source: Source, block: Block) -> list[Discrepancy]:
    """Return phrases of two words or more, with a capital, that stand twice in a row."""
    low = list(map(str.casefold, _WORD.findall(source.text, block.start, block.end)))
    twice = _twice_in_a_row(low)
    if not twice:
        return []
    words = list(_WORD.finditer(source.text, block.start, block.end))
    found: list[Discrepancy] = []
    over = 0
    for position, length in twice:
        if position >= over:
            over = position + 2 * length
            first, last = words[position], words[position + 2 * length - 1]
            said = source.text[first.start() : words[position + length - 1].end()]
            several = len(set(low[position : position + length])) > 1  # "jobs, jobs, jobs" is a refrain
            if several and _is_name(said) and _side_by_side(source.text, words, position, length):
                evidence = Evidence(
                    source.id, first.start(), last.end(), source.text[first.start() : last.end()]
                )
                what = f"“{' '.join(said.split())}” stands twice in a row."
                found.append(
                    Discrepancy(f"d{digest('doubled', evidence)}", "duplicate", "note", what, (evidence,))
                )
    return found


def _twice_in_a_row(words: list[str]) -> list[tuple[int, int]]:
    """Return where phrases stand twice in a row, in order, and how many words each has; a word is no phrase."""
    pairs = list(pairwise(words))
    if len(set(pairs)) == len(pairs):
        return []  # as in most paragraphs: no two words stand together again
    following: dict[tuple[str, str], int] = {}
    near: list[int] = []  # where a pair comes again soon: only there a phrase can begin that stands twice
    for at in range(len(pairs) - 1, -1, -1):
        again = following.get(pairs[at])
        if again is not None and again - at <= _LONGEST:
            near.append(at)
        following[pairs[at]] = at
    return [(at, length) for at in reversed(near) if (length := _twice(words, at))]


def _twice(words: list[str], at: int) -> int:
    """Return how many words, from `at` on, stand twice in a row (0: none; a single word is no phrase)."""
    for length in range(2, _LONGEST + 1):
        if words[at : at + length] == words[at + length : at + 2 * length]:
            return length
    return 0


def _is_name(said: str) -> bool:
    """Return whether a phrase has a capital and letters enough: figures and refrains are no mistakes."""
    return sum(c.isalpha() for c in said) >= _LEAST_LETTERS and any(c.isupper() for c in said)


def _side_by_side(text: str, words: list[re.Match[str]], at: int, length: int) -> bool:
    """Return whether only a space or only signs divide the two.

    Signs with a space are an apposition ("New York, New York") or a sentence that begins as the last ended.
    """
    between = text[words[at + length - 1].end() : words[at + length].start()]
    return len(between) <= 4 and (not between.strip() or not any(c.isspace() for c in between))
