"""Formats: how the bytes of a file become text. One module a format; this is their register.

A later format (PDF, DOCX, TEI, a chat export, a feed, a mailbox) is one more module with a `Format` and one
more line in `FORMATS`; its name then leaves `NOT_YET`.
"""

from __future__ import annotations

from pathlib import PurePath

from reltui.read.content import Content
from reltui.read.decode import Undecodable
from reltui.read.errors import Unreadable
from reltui.read.formats.base import Format
from reltui.read.formats.markdown import MARKDOWN
from reltui.read.formats.plain import PLAIN

#: In the order in which they are asked; the last one takes whatever is text.
FORMATS: tuple[Format, ...] = (MARKDOWN, PLAIN)

#: Kinds of file that people keep sources in and that have no reader: said rather than skipped.
NOT_YET: dict[str, str] = {
    ".pdf": "PDF", ".doc": "Word", ".docx": "Word", ".odt": "OpenDocument", ".rtf": "RTF", ".epub": "EPUB",
    ".eml": "mail", ".mbox": "mail", ".json": "JSON", ".jsonl": "JSON", ".xml": "XML", ".rss": "feed",
    ".atom": "feed", ".html": "HTML", ".htm": "HTML", ".zip": "archive", ".tar": "archive", ".gz": "archive",
    ".tgz": "archive", ".xz": "archive", ".7z": "archive",
}  # fmt: skip


def content(name: str, data: bytes) -> Content:
    """Return the text of a file by the first format that claims it.

    Raises `Unreadable` where there is no reader for it or the bytes are no text.
    """
    suffix = PurePath(name).suffix.casefold()
    for form in FORMATS:
        if suffix in form.suffixes or form.claims(data[:1024]):
            try:
                return form.read(data)
            except Undecodable as error:
                raise Unreadable(name, str(error)) from error
    if suffix in NOT_YET:
        raise Unreadable(name, f"{NOT_YET[suffix]} files cannot be read yet; save it as text or Markdown")
    try:
        return PLAIN.read(data)
    except Undecodable as error:
        raise Unreadable(name, str(error)) from error
