"""Posts of a microblog that stand by themselves: a line with name and handle, the words, a line with the date.

As copied from the page, the handle may have a line of its own, and the date may stand beside it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reltui.read import when
from reltui.read.lines import Line
from reltui.read.shapes.draft import Draft
from reltui.read.shapes.furniture import is_noise

_NAME = r"(?P<name>[^\W\d_][^@:;!?\n]{1,60}?)"
_SIGNED = re.compile(
    rf"{_NAME}[\s,]+(?P<left>\()?(?P<handle>@\w{{1,30}})(?(left)\))(?:\s*[·•|,–—-]\s*(?P<date>.{{4,30}}))?"
)
_HANDLE = re.compile(r"(?P<handle>@\w{1,30})(?:\s*[·•|]\s*(?P<date>.{4,30}))?")
_ALONE = re.compile(_NAME)
_PARTICLE = 4  # letters: a shorter word of a name may begin with a small letter ("von", "dos", "bin")
_WORDS = 7  # of a name with its titles


class Opening(NamedTuple):
    """The one or two lines that open a post."""

    name: str
    handle: str
    date: str | None  # EDTF
    lines: int


def opening(lines: list[Line], at: int) -> Opening | None:
    """Return who writes the post that opens at this line, or None where none does."""
    if at + 1 >= len(lines):
        return None
    text = lines[at].text
    if "@" in text:
        match = _SIGNED.fullmatch(text)
        name, count = (match["name"], 1) if match else ("", 0)
    else:
        below = lines[at + 1].text
        match = _HANDLE.fullmatch(below) if below[0] == "@" and at + 2 < len(lines) else None
        name, count = (text, 2) if match and _ALONE.fullmatch(text) else ("", 0)
    if not match or not _is_name(name):
        return None
    told = when.whole(match["date"]) if match["date"] else None
    if match["date"] and not told:
        return None
    return Opening(name.strip(" ,"), match["handle"], told.edtf if told else None, count)


def split(lines: list[Line]) -> list[Draft]:
    """Return the posts of a text that opens like one, or nothing where it does not."""
    if opening(lines, 0) is None:
        return []
    starts: list[tuple[int, Opening]] = []
    at = 0
    while at < len(lines):
        if found := opening(lines, at):
            starts.append((at, found))
            at += found.lines
        at += 1
    drafts: list[Draft] = []
    bounds = [*(at for at, _ in starts[1:]), len(lines)]
    for (first, found), last in zip(starts, bounds, strict=True):
        draft = Draft(lines[first:last], kind="tweet", author=found.name)
        draft.publisher = found.handle
        dates = [found.date, *(_date(line.text) for line in draft.lines[found.lines :])]
        if date := next(filter(None, dates), None):
            draft.date(date, "the line with the date of the post")
        drafts.append(draft)
    return drafts


def fill(draft: Draft) -> None:
    """Mark the blocks of a post: who writes it, its paragraphs, its date."""
    group = draft.group()
    head = opening(draft.lines, 0)
    above = head.lines if head else 0
    for index, line in enumerate(draft.lines):
        if index < above:
            draft.mark("attribution", line, group)
        elif _date(line.text):
            draft.mark("dateline", line)
        elif is_noise(line.text) or not any(map(str.isalnum, line.text)):
            draft.mark("noise", line)
        else:
            draft.mark("paragraph", line, group)


def _is_name(text: str) -> bool:
    """Return whether every word is written as names are: with a capital, short particles apart."""
    words = [word for word in text.replace(",", " ").split() if word[0].isalpha()]
    if not words or len(words) > _WORDS or words[0][0].islower() or words[-1][0].islower():
        return False
    return all(not word[0].islower() or len(word) < _PARTICLE for word in words)


def _date(text: str) -> str | None:
    told = when.whole(text.strip(" ·•|"))
    return told.edtf if told else None
