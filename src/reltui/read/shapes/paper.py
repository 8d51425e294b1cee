"""Everything that is one text: release, article, briefing, transcript, chronology, or a plain page.

A head, perhaps a dateline, the body; and at its foot when it was published, where it stands and who wrote it.
"""

from __future__ import annotations

import re
from functools import cache

from reltui.model.vocab import SourceKind
from reltui.read.lines import Line
from reltui.read.shapes.byline import byline, spelled_out
from reltui.read.shapes.dateline import agencies, dateline
from reltui.read.shapes.draft import Draft
from reltui.read.shapes.foot import foot, mark_foot
from reltui.read.shapes.furniture import is_noise
from reltui.read.shapes.head import closing_date, head
from reltui.read.shapes.speech import headline_speaker
from reltui.read.shapes.walk import body
from reltui.read.tables import rows

_NUMBERED = re.compile(r"\d{1,4}\.\s+")


def fill(draft: Draft) -> None:
    """Mark the blocks of the text and say what kind of source it is."""
    lines = list(draft.lines)
    last = foot(lines)
    tail, lines = lines[last:], lines[:last]
    if published := mark_foot(draft, tail, dry=True):
        draft.date(*published)  # said to be the publication: before any other date of the page
    top = head(draft, lines)
    names = " ".join(line.text for line in lines[: top.lines])
    lines = lines[top.lines :]
    agency = _dateline(draft, lines)
    author: Line | None = None
    if len(lines) > 1 and (name := byline(lines[-1].text)):
        draft.author = draft.author or name
        author = lines.pop()
    signed = _last_date(draft, lines)
    speaker: tuple[int, int] | None = None
    if top.title and not agency and (speech := headline_speaker(top.title.text)):
        speaker = (top.title.start + speech.start, top.title.start + speech.end)
    body(draft, lines[: signed if signed is not None else None], speaker, names)
    draft.heading, draft.role = -1, ""
    if author:
        draft.mark("caption", author)
    if signed is not None:
        draft.mark("dateline", lines[signed])
        for line in lines[signed + 1 :]:
            draft.mark("noise", line)
    mark_foot(draft, tail)
    if agency and not draft.publisher:
        full = spelled_out(agency, author.text if author else "")
        draft.publisher = agencies().get(agency) or full or agency
    reported = agency is not None or draft.author is not None
    draft.kind = _kind(draft, top.title, top.dated, reported)


def _last_date(draft: Draft, lines: list[Line]) -> int | None:
    """Take the date that stands alone at the end of a text that has none yet; return its line's index."""
    last = len(lines) - 1
    while last > 0 and is_noise(lines[last].text):
        last -= 1
    return last if last > 0 and closing_date(draft, lines[last]) else None


def _dateline(draft: Draft, lines: list[Line]) -> str | None:
    """Mark the dateline that opens the body, cut it off its line, and return its agency."""
    if not lines or lines[0].hint == "heading" or not (found := dateline(lines[0].text)):
        return None
    line = lines[0]
    draft.add("dateline", line.start + found.start, line.start + found.end)
    if found.date:
        draft.date(found.date, f"the dateline “{line.text[found.start : found.end]}”")
    rest = line.text[found.begin :]
    lines[0] = Line(line.start + found.begin, line.end, rest, False, 0, line.hint)
    return found.agency


@cache
def _cues(where: str) -> dict[str, SourceKind]:
    """Return what a title or an opening begins with or holds, and the kind of source that makes it."""
    kinds: dict[str, SourceKind] = {"release": "release", "document": "document", "briefing": "briefing"}
    return {text.casefold(): kinds[kind] for of, kind, _, text in rows("reading/cues") if of == where}


def _kind(draft: Draft, title: Line | None, dated: bool, reported: bool) -> SourceKind:
    """Return what kind of source the marked text is."""
    sizes = {"turn": 0, "paragraph": 0}
    for block in draft.blocks:
        sizes[block.kind] = sizes.get(block.kind, 0) + block.end - block.start
    titled = title.end if title else 0
    labelled = any(
        block.kind == "turn" and block.label and block.label[0] >= titled for block in draft.blocks
    )
    if labelled and sizes["turn"] > sizes["paragraph"]:
        return "transcript"
    words = _NUMBERED.sub("", title.text if title else "", count=1).casefold()
    for cue, kind in _cues("title").items():
        if kind == "document" and words.startswith(cue):
            return kind
    if reported:
        return "article"
    if dated or draft.published or words.startswith(tuple(_cues("title"))):
        return "release"
    if not title and draft.lines:
        opening = draft.lines[0].text.casefold()
        if any(cue in opening for cue in _cues("opening")):
            return "briefing"
    return "page"
