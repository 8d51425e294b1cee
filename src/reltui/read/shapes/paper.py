"""Everything that is one text: release, article, briefing, transcript, chronology, or a plain page.

Title, lead, lines of date, time and place; a dateline; the body; and at its foot when it was published,
where it stands and who wrote it.
"""

from __future__ import annotations

import re
from functools import cache

from reltui.model.vocab import SourceKind
from reltui.read import when
from reltui.read.lines import Line
from reltui.read.shapes.byline import byline, spelled_out
from reltui.read.shapes.dateline import agencies, dateline
from reltui.read.shapes.draft import Draft
from reltui.read.shapes.foot import foot, mark_foot
from reltui.read.shapes.furniture import is_noise
from reltui.read.shapes.speech import headline_speaker
from reltui.read.shapes.turns import candidate
from reltui.read.shapes.walk import body, closed
from reltui.read.tables import rows

_PLACE = re.compile(r"(?:[^\W\d_][\w.'’\-]*,?\s?){1,7}")
_LONGEST_TITLE = 300


def fill(draft: Draft) -> None:
    """Mark the blocks of the text and say what kind of source it is."""
    lines = list(draft.lines)
    last = foot(lines)
    tail, lines = lines[last:], lines[:last]
    published = mark_foot(draft, tail, dry=True)
    if published:
        draft.date(*published)
    at, dated = _head(draft, lines)
    head = " ".join(line.text for line in lines[:at])
    lines = lines[at:]
    agency = _dateline(draft, lines)
    author: Line | None = None
    if len(lines) > 1 and (name := byline(lines[-1].text)):
        draft.author = draft.author or name
        author = lines.pop()
    speaker = None if agency else _speaker(draft, draft.lines[0])
    body(draft, lines, speaker, head)
    draft.heading, draft.role = -1, ""
    if author:
        draft.mark("caption", author)
    mark_foot(draft, tail)
    if agency and not draft.publisher:
        full = spelled_out(agency, author.text if author else "")
        draft.publisher = agencies().get(agency) or full or agency
    draft.kind = _kind(draft, dated, reported=agency is not None or draft.author is not None)


def _head(draft: Draft, lines: list[Line]) -> tuple[int, bool]:
    """Mark title, lead and the lines of date, time and place; return how many lines, and whether dated."""
    if not lines or not _is_title(lines):
        return 0, False
    draft.entitle(lines[0])
    draft.date_in_title()
    at, dated = 1, False
    if len(lines) > 2 and not when.whole(lines[1].text) and when.whole(lines[2].text):
        draft.mark("paragraph", lines[1])
        at = 2
    while at < len(lines) and at < 8:
        line = lines[at]
        if told := when.whole(line.text):
            if told.edtf:
                draft.date(told.edtf, f"the date line “{line.text}”")
            dated = True
        elif name := byline(line.text):
            draft.author = draft.author or name
            draft.mark("caption", line)
            at += 1
            continue
        elif not (when.is_clock(line.text) or (_is_place(line.text) and (dated or _timed_below(lines, at)))):
            break
        draft.mark("dateline", line)
        at += 1
    return at, dated


def _timed_below(lines: list[Line], at: int) -> bool:
    return at + 1 < len(lines) and when.is_clock(lines[at + 1].text)


def _is_title(lines: list[Line]) -> bool:
    line = lines[0]
    if line.hint:
        return line.hint in ("title", "heading")
    if len(line.text) > _LONGEST_TITLE or len(lines) < 2 or is_noise(line.text):
        return False
    if line.text.casefold().rstrip(" :") in _cues("generic"):
        return False
    dated = any(when.whole(other.text) for other in lines[1:3])
    if dateline(line.text) or (candidate(line.text) and not dated):
        return False
    return dated or not closed(line.text)


def _is_place(text: str) -> bool:
    return len(text) <= 70 and _PLACE.fullmatch(text) is not None and text[0].isupper() and not closed(text)


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


def _speaker(draft: Draft, title: Line) -> tuple[int, int] | None:
    if draft.blocks and draft.blocks[0].kind == "title" and (speech := headline_speaker(title.text)):
        return title.start + speech.start, title.start + speech.end
    return None


@cache
def _cues(where: str) -> dict[str, str]:
    return {text.casefold(): kind for of, kind, _, text in rows("reading/cues") if of == where}


def _kind(draft: Draft, dated: bool, reported: bool) -> SourceKind:
    """Return what kind of source the marked text is."""
    sizes = {"turn": 0, "paragraph": 0}
    for block in draft.blocks:
        sizes[block.kind] = sizes.get(block.kind, 0) + block.end - block.start
    titled = draft.blocks[0].end if draft.blocks and draft.blocks[0].kind == "title" else 0
    labelled = any(
        block.kind == "turn" and block.label and block.label[0] >= titled for block in draft.blocks
    )
    if labelled and sizes["turn"] > sizes["paragraph"]:
        return "transcript"
    if reported:
        return "article"
    if dated or draft.published:
        return "release"
    title = (draft.title or "").casefold()
    if title and title.startswith(tuple(_cues("title"))):
        return "release"
    if not title and draft.lines:
        opening = draft.lines[0].text.casefold()
        if any(words in opening for words in _cues("opening")):
            return "briefing"
    return "page"
