"""Posts embedded in an article: text, then "— Name (@handle) Month 1, 2025". Each becomes its own source."""

from __future__ import annotations

import re
from typing import NamedTuple

from reltui.read import when
from reltui.read.language import script_of
from reltui.read.lines import Line
from reltui.read.shapes.draft import Draft, lead

_SIGNED = re.compile(r"[—–-]{1,2}\s?(?P<name>.{1,80}?)\s*\((?P<handle>@\w{1,30})\)\s*(?P<date>.{4,30})")
_LINK = re.compile(r"(?:https?://)?(?:pic\.twitter\.com|t\.co|pic\.x\.com)/\w+")
_MARK = re.compile(r"(?:^|\s)[#@]\w")
_FARTHEST = 12  # lines above its signature that a post may begin
_STUB = 25  # characters: a last line shorter than this is the beginning of a paragraph that was cut off


class Signature(NamedTuple):
    """The line that signs an embedded post."""

    name: str
    handle: str
    date: str | None


def signature(text: str) -> Signature | None:
    """Return who signs an embedded post in this line and when, or None."""
    if "(@" not in text or text[0] not in "—–-":
        return None
    match = _SIGNED.fullmatch(text)
    told = when.whole(match["date"]) if match else None
    return Signature(match["name"], match["handle"], told.edtf) if match and told else None


def cut(draft: Draft) -> list[Draft]:
    """Return the draft without its embedded posts, then these, each with its own lines."""
    lines = draft.lines
    taken: list[tuple[int, int, Signature]] = []
    floor = 0
    for index, line in enumerate(lines):
        if signed := signature(line.text):
            first = _beginning(lines, floor, index)
            if first < index:
                taken.append((first, index, signed))
            floor = index + 1
    if not taken:
        return [draft]
    drafts = [draft]
    inside: set[int] = set()
    for first, last, signed in taken:
        inside.update(range(first, last + 1))
        post = Draft(lines[first : last + 1], kind="tweet", author=signed.name, embedded=True)
        post.publisher = signed.handle
        if signed.date:
            post.date(signed.date, "the line that signs the post")
        drafts.append(post)
    draft.lines = [line for index, line in enumerate(lines) if index not in inside]
    if draft.lines:
        return drafts
    alone = drafts[1:]  # nothing but posts: they stand by themselves
    alone[0].repeats = draft.repeats
    for post in alone:
        post.embedded = False
    return alone


def _beginning(lines: list[Line], floor: int, signed: int) -> int:
    """Return the index of the first line of the post that is signed at `signed`.

    The line above the signature belongs to it. Further ones do while nothing says that the article goes on
    there: a blank line, another script, or a line that opens like a post below one that does not need more.
    """
    first = signed - 1
    if first < floor:
        return signed
    if lines[signed].gap:
        return _paragraph(lines, floor, signed - 1)
    while first > floor and signed - first < _FARTHEST and not lines[first].gap:
        here, above = lines[first].text, lines[first - 1].text
        if _opens(here) or _script(here) != _script(above) or not _goes_on(here, above):
            break
        first -= 1
    return first


def _script(text: str) -> str | None:
    return script_of(_LINK.sub("", text))


def _paragraph(lines: list[Line], floor: int, last: int) -> int:
    """Return the first line of the blank-line delimited paragraph that ends at `last`."""
    first = last
    while first > floor and not lines[first].gap and last - first < _FARTHEST:
        first -= 1
    return first


def _opens(text: str) -> bool:
    """Return whether a line opens like a post: with an emoji, a hashtag or a handle."""
    return lead(text) > 0 or text[0] in "#@"


def _goes_on(here: str, above: str) -> bool:
    """Return whether the line above belongs to the same post as this one.

    A line with nothing but a stub, a link or tags needs what stands above; so does one below a line that
    itself looks like a post.
    """
    bare = _LINK.sub("", here).strip(" …")
    return len(bare) < _STUB or _opens(above) or _MARK.search(above) is not None or bool(_LINK.search(above))


def fill(draft: Draft) -> None:
    """Mark the blocks of an embedded post: its paragraphs and the line that signs it."""
    group = draft.group()
    for line in draft.lines[:-1]:
        draft.mark("paragraph", line, group)
    draft.mark("attribution", draft.lines[-1], group)
