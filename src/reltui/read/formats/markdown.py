"""Markdown: the words without the markup, wrapped lines joined; headings, items and quotations are known."""

from __future__ import annotations

import html
import re

from reltui.read.content import Content, Weave
from reltui.read.decode import decode
from reltui.read.formats.base import Format
from reltui.read.formats.frontmatter import front_matter, weave_title
from reltui.read.formats.markdown_blocks import blocks
from reltui.read.suffixes import MARKDOWN as SUFFIXES

#: What inline markup and line breaks can begin with. Looking for these first is many times faster than trying
#: the whole of `_INLINE` at every letter.
_SPECIAL = re.compile(r"[\r\n\\!\[<~`&*_]")
_INLINE = re.compile(
    r"(?P<hard>\\\r?\n[ \t>]*)"
    r"|(?P<soft>\r?\n[ \t>]*)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<image>!\[[^\]]{0,500}\]\([^)\s]*(?:\s+\"[^\"]*\")?\))"
    r"|\[(?P<link>(?:[^\[\]\\]|\\.){0,1000})\]"
    r"(?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)|\[[^\]\n]{0,80}\])"
    r"|<(?P<auto>https?://[^<>\s]+|mailto:[^<>\s]+|[\w.+-]+@[\w-]+\.[\w.-]+)>"
    r"|(?P<dropped><!--.*?-->|</?[a-zA-Z][^<>]{0,4000}>|\[\^[^\]\s]{1,20}\]|~~|`+)"
    r"|(?P<entity>&(?:[a-zA-Z]{2,12}|#\d{1,7}|#x[0-9a-fA-F]{1,6});)"
    r"|(?P<stars>(?<![ \t\n])\*{1,3}|\*{1,3}(?![ \t*]))"
    r"|(?P<lines>(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))",
    re.S,
)


def read(data: bytes) -> Content:
    """Return the text of a Markdown file. Raises `Undecodable` where the bytes are no text."""
    decoded = decode(data)
    raw = decoded.text
    front = front_matter(raw)
    spans = blocks(raw, front.end)
    weave = Weave(raw)
    hints: dict[int, str] = {}
    twice = front.title and spans and _same(raw[spans[0].start : spans[0].end], front.title.text)
    if front.title:
        hints[0] = "title"
        if not twice:
            weave_title(weave, front.title)
    for number, span in enumerate(spans):
        before = weave.length
        if before:
            weave.put("\n" if span.tight and number else "\n\n")
        start = weave.length
        _inline(weave, span.start, span.end)
        if span.hint and not (twice and start == 0):
            hints[start] = "title" if span.hint == "heading" and start == 0 else span.hint
    text, runs = weave.done()
    note = "; ".join(part for part in (decoded.note, front.note) if part)
    return Content(text, runs, "markdown", decoded.encoding, note, front.described, hints)


def _same(heading: str, title: str) -> bool:
    return re.sub(r"\W+", "", heading).casefold() == re.sub(r"\W+", "", title).casefold()


def _inline(weave: Weave, start: int, end: int) -> None:
    """Append raw[start:end] without its inline markup."""
    raw = weave.raw
    at = start
    while special := _SPECIAL.search(raw, at, end):
        match = _INLINE.match(raw, special.start(), end)
        if match is None:
            at = special.end()
            continue
        kind = match.lastgroup
        if kind in ("soft", "hard"):
            kept = raw[start : match.start()]
            bare = kept.rstrip(" \t")
            weave.keep(start, start + len(bare))
            weave.put("\n" if kind == "hard" or len(kept) - len(bare) > 1 else " ")
        else:
            weave.keep(start, match.start())
            if kind in ("escaped", "auto"):
                weave.keep(*match.span(kind))
            elif kind == "link":
                _inline(weave, *match.span("link"))
            elif kind == "entity":
                weave.put(html.unescape(match.group()))
        start = at = match.end()
    weave.keep(start, end)


MARKDOWN = Format("markdown", SUFFIXES, lambda head: False, read)
