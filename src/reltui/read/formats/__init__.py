"""Formats: how the bytes of a file become text. One module a format; this is their register.

A later format (PDF, DOCX, TEI, a chat export, a feed, a mailbox) is one more module with a `Format` and one
more line in `FORMATS`; its endings move from `NOT_YET` to `READ` in `reltui.read.suffixes`.
"""

from __future__ import annotations

from pathlib import PurePath

from reltui.read.content import Content
from reltui.read.decode import Undecodable
from reltui.read.errors import Unreadable
from reltui.read.formats.base import Format
from reltui.read.formats.markdown import MARKDOWN
from reltui.read.formats.plain import PLAIN
from reltui.read.suffixes import SNIFFED, refusal

#: In the order in which they are asked; the last one takes whatever is text.
FORMATS: tuple[Format, ...] = (MARKDOWN, PLAIN)


def content(name: str, data: bytes) -> Content:
    """Return the text of a file by the first format that claims it.

    Raises `Unreadable` where there is no reader for it or the bytes are no text.
    """
    suffix = PurePath(name).suffix.casefold()
    if reason := refusal(name):
        raise Unreadable(name, reason)
    form = next((form for form in FORMATS if suffix in form.suffixes or form.claims(data[:SNIFFED])), PLAIN)
    try:
        return form.read(data)
    except Undecodable as error:
        raise Unreadable(name, str(error)) from error
