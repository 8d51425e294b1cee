"""Profile pages: what somebody did and said, gathered under set headings (Timeline, Key Quotes ...)."""

from __future__ import annotations

import re
from functools import cache

from reltui.names.given import group_head
from reltui.read import when
from reltui.read.lines import Line
from reltui.read.shapes.draft import ITEM, Draft
from reltui.read.shapes.furniture import is_noise
from reltui.read.shapes.walk import closed
from reltui.read.tables import rows

_ENOUGH = 3  # sections; one less where the title is a name
_SIGNED = re.compile(r"([\"“„«].{10,}[\"”“»])\s*[—–-]{1,2}\s*(.{3,120})")  # words, a dash, whence they are
_DASH = re.compile(r"\s[—–-]\s")


@cache
def roles() -> dict[str, str]:
    """Return the headings of such pages, case-folded, and the role of what stands under them."""
    return {heading.casefold(): role for role, _, heading in rows("reading/sections")}


def role_of(line: Line) -> str:
    """Return the role of the section that a line heads, or an empty string."""
    return roles().get(line.text.casefold().rstrip(" :"), "") if len(line.text) <= 40 else ""


def claims(draft: Draft) -> bool:
    """Return whether the text has at least three of the sections of a profile page."""
    found = {role for line in draft.lines if (role := role_of(line))}
    return len(found) >= (_ENOUGH - 1 if _is_name(draft.lines[0].text) else _ENOUGH)


def _is_name(text: str) -> bool:
    """Return whether a title is nothing but somebody's name: a known given name and one to three words more."""
    words = text.split()
    if not 2 <= len(words) <= 4 or not all(word[0].isupper() and word.isalpha() for word in words):
        return False
    return bool(group_head(words[0].casefold()))


def fill(draft: Draft) -> None:
    """Mark title, sections, items with their titles, and quotations with what is said of each."""
    draft.kind = "profile"
    lines = draft.lines
    first = next(index for index, line in enumerate(lines) if role_of(line))
    _head(draft, lines[:first])
    index = first
    while index < len(lines):
        line = lines[index]
        if role := role_of(line):
            draft.open(line, role)
            index += 1
            continue
        last = next((at for at in range(index, len(lines)) if role_of(lines[at])), len(lines))
        section = lines[index:last]
        if draft.role == "quotes":
            _quotes(draft, section)
        elif draft.role == "others":
            _others(draft, section)
        else:
            _items(draft, section)
        index = last


def _head(draft: Draft, lines: list[Line]) -> None:
    """Mark what stands above the first section: the title is the first line that is no breadcrumb."""
    titled = False
    for index, line in enumerate(lines):
        short = len(line.text) <= 120 and not closed(line.text)
        if is_noise(line.text) or (not titled and short and ("·" in line.text or "›" in line.text)):
            draft.mark("noise", line)
        elif not titled and short:
            draft.entitle(line)
            titled = True
        elif titled and index <= 3 and short:
            draft.mark("caption", line)
        else:
            draft.mark("paragraph", line)


def _items(draft: Draft, lines: list[Line]) -> None:
    """Mark list items; an item whose line is only a title goes on in the line below it."""
    index = 0
    while index < len(lines):
        line = lines[index]
        below = lines[index + 1] if index + 1 < len(lines) else None
        match = ITEM.match(line.text)
        if match is None:
            dated = draft.role == "timeline" and (told := when.find(line.text)) and told.start == 0
            draft.mark("item" if dated else "paragraph", line)
        elif below and not closed(line.text) and not below.gap and not ITEM.match(below.text):
            start = line.start + match.end()
            draft.add("item", below.start, below.end, (start, line.end), draft.group())
            index += 1
        else:
            draft.item(line)
        index += 1


def _quotes(draft: Draft, lines: list[Line]) -> None:
    """Mark quotations, each with the line below it that says where and when the words were spoken."""
    index = 0
    while index < len(lines):
        line = lines[index]
        below = lines[index + 1] if index + 1 < len(lines) else None
        if below and _attributes(below) and not _attributes(line):
            group = draft.group()
            draft.add("quote", line.start, line.end, (below.start, below.end), group)
            draft.mark("attribution", below, group)
            index += 1
        elif match := _SIGNED.fullmatch(line.text):
            group = draft.group()
            start, source = line.start + match.start(1), line.start + match.start(2)
            draft.add("quote", start, line.start + match.end(1), (source, line.end), group)
            draft.add("attribution", source, line.end, None, group)
        else:
            draft.mark("quote", line)
        index += 1


def _attributes(line: Line) -> bool:
    """Return whether a line says where a quotation is from: a date, and a dash or nothing after it."""
    told = when.find(line.text)
    return told is not None and (
        line.end - line.start == told.end or _DASH.match(line.text, told.end) is not None
    )


def _others(draft: Draft, lines: list[Line]) -> None:
    """Mark what others say: a line with nothing but a name, then the text."""
    top = draft.heading
    index = 0
    while index < len(lines):
        line = lines[index]
        below = lines[index + 1] if index + 1 < len(lines) else None
        if below and len(line.text) <= 80 and not closed(line.text) and len(below.text) > len(line.text):
            draft.heading = top
            draft.mark("heading", line)
            draft.heading = len(draft.blocks) - 1
            draft.add("paragraph", below.start, below.end, (line.start, line.end), draft.group())
            index += 1
        else:
            draft.mark("paragraph", line)
        index += 1
