"""Plain text: line ends made one kind, hard-wrapped paragraphs joined to one line, all of it mapped."""

from __future__ import annotations

import re

from reltui.read.content import Content, Run, Weave, has_hidden
from reltui.read.decode import decode
from reltui.read.formats.base import Format
from reltui.read.suffixes import TEXT
from reltui.read.wrapping import joins

_HYPHEN = re.compile(r"(?<=[^\W\d_])-$")


def read(data: bytes) -> Content:
    """Return the text of a plain text file. Raises `Undecodable` where the bytes are no text."""
    decoded = decode(data)
    raw = decoded.text
    breaks = joins(raw)
    if not breaks and "\r" not in raw and not has_hidden(raw):
        runs = (Run(0, 0, len(raw)),) if raw else ()
        return Content(raw, runs, "text", decoded.encoding, decoded.note)
    weave = Weave(raw)
    start = 0
    for first, last in breaks:
        _lines(weave, start, first)
        # "long-" / "term": nobody can tell whose the hyphen is
        if not _HYPHEN.search(raw, max(0, first - 2), first):
            weave.put(" ")
        start = last
    _lines(weave, start, len(raw))
    text, runs = weave.done()
    return Content(text, runs, "text", decoded.encoding, decoded.note)


def _lines(weave: Weave, start: int, end: int) -> None:
    """Keep raw[start:end] with its line ends as \\n, however the file writes them."""
    raw = weave.raw
    while (at := raw.find("\r", start, end)) >= 0:
        weave.keep(start, at)
        if raw[at + 1 : at + 2] != "\n":
            weave.put("\n")
        start = at + 1
    weave.keep(start, end)


PLAIN = Format("text", TEXT, lambda head: False, read)
