"""Bodies and states inside other words: in an office, in a compound, before their letters in brackets."""

from __future__ import annotations

import re

from reltui.authority import Tables
from reltui.extract.drafts import Spot
from reltui.extract.mentions.chunks import Chunk, Row

_LETTERS = re.compile(r"\([UO]\)")
_FULL = "NnGgWTPOLlKUMASZfc"  # what the full name before its letters may be made of
_CAPITAL = re.compile(r"\b[^\W\d_a-z]\w*")


def compound(chunk: Chunk, tables: Tables) -> list[Spot]:
    """The body or state in "EU-facilitated", "NATO-led"."""
    head, _, tail = chunk.text.partition("-")
    if not tail[:1].islower():
        return []
    return [
        s
        for s in in_title(chunk._replace(text=head, end=chunk.start + len(head)), tables)
        if s.surface == head
    ]


def in_title(chunk: Chunk, tables: Tables) -> list[Spot]:
    """The state or body that an office is of, where the tables have both as one: "*EU* Special Representative"."""
    found: list[Spot] = []
    for hit in tables.gazetteer.inside[chunk.text]:
        entry = next((e for e in hit.entries if e.kind in ("state", "organisation")), None)
        if entry is None or not chunk.text[hit.start].isupper():
            continue
        start, end = chunk.start + hit.start, chunk.start + hit.end
        adjective = entry.kind == "state" and entry.how == "adjective"
        words = chunk.text[hit.start : hit.end]
        kind = "state" if entry.kind == "state" else "organisation"
        found.append(Spot(kind, start, end, words, known=entry.id, adjective=adjective))
    return found


def abbreviated(row: Row, text: str) -> list[Spot]:
    """A body named in full with its letters behind it: "Office of the National Cyber Director (ONCD)"."""
    found: list[Spot] = []
    for match in _LETTERS.finditer(row.letters):
        chunk = row.chunks[match.start() + 1]
        short = [c for c in chunk.text.casefold() if c.isalpha()]
        if not chunk.text.isupper() or len(short) < 3:
            continue
        first = match.start()
        initials: list[str] = []
        while first > 0 and row.letters[first - 1] in _FULL and not row.chunks[first - 1].owner:
            first -= 1
            words = _CAPITAL.findall(row.chunks[first].text)
            initials = [w[0].casefold() for w in words] + initials
            if initials and words and initials[0] == short[0] and _subsequence(short, initials):
                start, end = row.chunks[first].start, row.chunks[match.start() - 1].end
                found.append(Spot("organisation", start, end, text[start:end]))
                break
    return found


def _subsequence(short: list[str], initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in short)
