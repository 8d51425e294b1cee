"""One file in, its sources and passages out."""

from __future__ import annotations

import hashlib
import sys
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import cast

from reltui.model import Block, File, Passage, Source
from reltui.model.ids import digest
from reltui.model.vocab import Basis, SourceKind
from reltui.read.content import Content, file_spans, stretches
from reltui.read.described import Description
from reltui.read.discover import Found
from reltui.read.errors import Unreadable
from reltui.read.formats import content
from reltui.read.language import detect
from reltui.read.lines import split
from reltui.read.passages import passages
from reltui.read.shapes import shape
from reltui.read.shapes.draft import Draft
from reltui.read.translated import translated


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file holds."""

    file: File
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]


def read(found: Found) -> Reading:
    """Return the sources and passages of a file. Raises `Unreadable` with path and reason."""
    if found.refusal:
        raise Unreadable(found.name, found.refusal)
    return read_bytes(_bytes(found), found.name, found.described, found.twin)


def read_bytes(data: bytes, name: str, described: Description, twin: bool = False) -> Reading:
    """Return the sources and passages of a file's bytes.

    `name` is its path in the corpus, `described` what is known of it from outside; `twin` says that another
    file of the corpus has the same bytes, so that ids take the name as well. Raises `Unreadable`.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    matter = content(name, data)
    lines = split(matter.text, matter.hints)
    if not lines:
        raise Unreadable(name, "there is no text in it")
    drafts = shape(lines)
    described = described.over(matter.described)
    sources = _sources(drafts, matter, described, name, sha256, twin)
    file = File(name, sha256, matter.format, matter.encoding, len(data), matter.note)
    return Reading(file, sources, tuple(passage for source in sources for passage in passages(source)))


def _bytes(found: Found) -> bytes:
    if found.data is not None:
        return found.data
    if found.path is None:
        return sys.stdin.buffer.read()  # nothing, where it is empty: said as of an empty file
    try:
        return found.path.read_bytes()
    except OSError as error:
        raise Unreadable(found.name, f"cannot be read: {error.strerror or error}") from error


def _sources(
    drafts: list[Draft], matter: Content, described: Description, name: str, sha256: str, twin: bool
) -> tuple[Source, ...]:
    found: list[Source] = []
    parent: str | None = None
    for unit, draft in enumerate(drafts, start=1):
        identity = "s" + (digest(sha256, unit, name) if twin else digest(sha256, unit))
        if not draft.embedded:
            parent = identity
        pieces = _pieces(draft, matter.text)
        text = "".join(matter.text[start:end] for start, end in pieces)
        own = described if not draft.embedded else Description()
        whole = len(drafts) == 1 or not (draft.embedded or draft.kind == "post")
        language, script = detect(text)
        date = own.date
        found.append(
            Source(
                id=identity,
                path=name,
                unit=unit,
                units=len(drafts),
                kind=_kind(draft, own),
                text=text,
                sha256=sha256,
                title=(own.title if whole else None) or draft.title,
                publisher=own.publisher or draft.publisher,
                author=own.author or draft.author,
                published=date or draft.published,
                published_basis=cast("Basis", "explicit") if date else draft.basis,
                published_why=f"given in the {own.origin}" if date else draft.why,
                language=own.language or language,
                script=script,
                url=own.url or draft.url,
                forwarded_from=draft.forwarded_from,
                embedded_in=parent if draft.embedded else None,
                spans=stretches(matter.runs, pieces),
                translated=translated(text),
                repeats=tuple(
                    span for first, last in draft.repeats if (span := file_spans(matter.runs, first, last))
                ),
                blocks=_moved(draft.blocks, pieces),
            )
        )
    return tuple(found)


def _kind(draft: Draft, described: Description) -> SourceKind:
    """Return the kind somebody gave, else the shape's; a page with a date given from outside is a release."""
    if described.kind:
        return cast("SourceKind", described.kind)
    if draft.kind == "page" and described.date:
        return "article" if described.author else "release"
    return draft.kind


def _pieces(draft: Draft, text: str) -> list[tuple[int, int]]:
    """Return the stretches of the content's text that make up the source.

    Lines that stood next to each other keep the white space between them; where something was cut out, the
    line break before it stays.
    """
    pieces: list[tuple[int, int]] = []
    lines = draft.lines
    start = lines[0].start
    for line, following in pairwise(lines):
        between = text[line.end : following.start]
        if between.strip():  # something was cut out here
            end = line.end + len(between) - len(between.lstrip())
            pieces.append((start, end))
            start = following.start
    pieces.append((start, lines[-1].end))
    return pieces


def _moved(blocks: list[Block], pieces: list[tuple[int, int]]) -> tuple[Block, ...]:
    """Return the blocks with the offsets of the source's own text."""
    if len(pieces) == 1:
        shift = pieces[0][0]
        if not shift:
            return tuple(blocks)
        return tuple(_shift(block, shift, shift) for block in blocks)
    shifts: list[tuple[int, int]] = []
    offset = 0
    for start, end in pieces:
        shifts.append((start, start - offset))
        offset += end - start

    def at(position: int) -> int:
        return shifts[bisect_right(shifts, position, key=itemgetter(0)) - 1][1]

    return tuple(_shift(block, at(block.start), at(block.label[0]) if block.label else 0) for block in blocks)


def _shift(block: Block, by: int, label_by: int) -> Block:
    label = (block.label[0] - label_by, block.label[1] - label_by) if block.label else None
    return Block(block.kind, block.start - by, block.end - by, label, block.group, block.role, block.heading)
