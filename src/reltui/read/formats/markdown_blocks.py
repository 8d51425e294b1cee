"""Where the blocks of a Markdown text are: paragraphs, headings, items, quotations."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_STRONG = re.compile(r"(?:\*\*|__)(?:(?!\*\*|__).){2,160}(?:\*\*|__):?[ \t]*$", re.S)


class Span(NamedTuple):
    """A block, [start, end) without its marker; `tight` where no blank line stands before it."""

    start: int
    end: int
    hint: str
    tight: bool


def blocks(raw: str, start: int) -> list[Span]:
    """Return the blocks of raw[start:], in order."""
    found: list[Span] = []
    gap, fence = True, ""
    position = start
    for line in raw[start:].splitlines(keepends=True):
        begin, position = position, position + len(line)
        bare = line.rstrip()
        end = begin + len(bare)
        opening = bare.lstrip()[:1]
        mark = _FENCE.match(line) if opening in ("`", "~") else None
        if fence or mark:
            if mark and (not fence or mark.group(1).startswith(fence)):
                fence = "" if fence else mark.group(1)
            elif bare:
                found.append(Span(begin, end, "", not gap))
            gap = not bare
            continue
        if not bare:
            gap = True
            continue
        previous = found[-1] if found and not gap else None
        if opening.isalpha():
            if previous:
                found[-1] = previous._replace(end=end)
            else:
                found.append(Span(begin + len(bare) - len(bare.lstrip()), end, "", False))
                gap = False
        elif previous and previous.hint == "" and _UNDERLINE.fullmatch(bare) and len(bare.strip()) > 1:
            found[-1] = previous._replace(hint="heading")
            gap = True
        elif _RULE.fullmatch(bare) or _TABLE_RULE.fullmatch(bare):
            gap = True
        elif match := _HEADING.fullmatch(bare):
            found.append(Span(begin + match.start(2), begin + match.end(2), "heading", not gap))
            gap = True  # a heading is one line
        elif match := _ITEM.match(bare):
            found.append(Span(begin + match.end(), end, "item", not gap))
            gap = False
        elif (match := _QUOTE.match(bare)) and not (previous and previous.hint == "quote"):
            found.append(Span(begin + match.end(), end, "quote", not gap))
            gap = False
        elif previous:
            found[-1] = previous._replace(end=end)
        else:
            found.append(Span(begin + len(bare) - len(bare.lstrip()), end, "", False))
            gap = False
    return [_strong(raw, span) for span in found if span.end > span.start]


def _strong(raw: str, span: Span) -> Span:
    """A paragraph of nothing but bold words is a heading in all but markup."""
    if span.hint == "" and raw[span.start] in "*_" and _STRONG.fullmatch(raw, span.start, span.end):
        return span._replace(hint="heading")
    return span
