"""Formats: how the bytes of a file become text. One module a format; this is their register.

A later format (PDF, DOCX, TEI, a chat export, a feed, a mailbox) is one more module with a `Format` and one
more line in `FORMATS`; its name then leaves `NOT_YET`.
"""

from __future__ import annotations

import codecs
from pathlib import Path, PurePath

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
    ".atom": "feed", ".html": "HTML", ".htm": "HTML", ".gz": "gzip", ".xz": "xz", ".7z": "7-Zip",
    ".rar": "RAR",
}  # fmt: skip


_SNIFFED = 1024  # bytes


def refusal(name: str) -> str:
    """Return why a file of that name cannot be read, or an empty string where it may be."""
    kind = NOT_YET.get(PurePath(name).suffix.casefold())
    return f"{kind} files cannot be read yet; save it as text or Markdown" if kind else ""


def suits(path: Path | None) -> bool:
    """Return whether a file met in a folder is a text: by its suffix, else by its first bytes."""
    if path is None or any(path.suffix.casefold() in form.suffixes for form in FORMATS):
        return True
    try:
        with path.open("rb") as file:
            return suits_data(path.name, file.read(_SNIFFED))
    except OSError:
        return True  # reading it says why


def suits_data(name: str, data: bytes) -> bool:
    """Return the same of bytes and a name."""
    if any(PurePath(name).suffix.casefold() in form.suffixes for form in FORMATS) or refusal(name):
        return True
    return b"\0" not in data[:_SNIFFED] or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def content(name: str, data: bytes) -> Content:
    """Return the text of a file by the first format that claims it.

    Raises `Unreadable` where there is no reader for it or the bytes are no text.
    """
    suffix = PurePath(name).suffix.casefold()
    if reason := refusal(name):
        raise Unreadable(name, reason)
    form = next((form for form in FORMATS if suffix in form.suffixes or form.claims(data[:_SNIFFED])), PLAIN)
    try:
        return form.read(data)
    except Undecodable as error:
        raise Unreadable(name, str(error)) from error
