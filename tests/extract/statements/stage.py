"""A small stage: a source of plain paragraphs, and a spotter that knows only the names it is given."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reltui.authority import load
from reltui.extract.document import Document
from reltui.extract.drafts import Spot, StatementDraft, When
from reltui.extract.statements import find_statements
from reltui.model import Block, Source
from reltui.model.vocab import ActorKind, SourceKind


@dataclass(frozen=True)
class Said:
    """A statement as a test wants to read it."""

    who: str | None
    words: str
    mode: str = "direct"


def source(
    text: str, *, kind: SourceKind = "article", title: str | None = None, author: str | None = None
) -> Source:
    """A source whose lines are its paragraphs."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 1
    return Source("s1", "a.txt", 1, 1, kind, text, "0" * 64, title=title, author=author, blocks=tuple(blocks))


def spots(text: str, names: Mapping[str, str]) -> tuple[Spot, ...]:
    """Spots of the names; values are the title before the name, or ":organisation", ":state"."""
    found: list[Spot] = []
    for name, title in names.items():
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if any(s.start <= match.start() < s.end for s in found):
                continue
            kind: ActorKind = "person"
            span = None
            if title == ":organisation":
                kind = "organisation"
            elif title == ":state":
                kind = "state"
            elif title and text[: match.start()].rstrip().endswith(title):
                at = text.rindex(title, 0, match.start())
                span = (at, at + len(title))
            found.append(
                Spot(kind, match.start(), match.end(), name, title=title if span else None, title_span=span)
            )
    return tuple(sorted(found, key=lambda s: s.start))


def drafts(
    source: Source, names: Mapping[str, str], dates: Sequence[When] = ()
) -> tuple[tuple[Spot, ...], tuple[StatementDraft, ...]]:
    """The spots and the statements of a source."""
    here = spots(source.text, names)
    return here, find_statements(Document(source), here, load(), dates)


def said(source: Source | str, names: Mapping[str, str] | None = None) -> list[Said]:
    """The statements of a source, or of lines of text, with the names of their speakers."""
    if isinstance(source, str):
        return said(globals()["source"](source), names)
    here, found = drafts(source, names or {})
    return [
        Said(
            here[d.speaker].surface if d.speaker is not None else d.speaker_label,
            " / ".join(source.text[a:b] for a, b in d.spans),
            d.mode,
        )
        for d in found
    ]
