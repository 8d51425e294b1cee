"""Where in a source the words stand: its paragraphs, its number in a dump."""

from __future__ import annotations

from reltui.cite.entry import Entry
from reltui.cite.record import Record


def locator(record: Record, entry: Entry, one: str = "para.", several: str = "paras.") -> str:
    """Return "post 3 of 7, para. 2", "paras. 4–6", or "" where there is nothing to point to."""
    post = f"post {entry.post[0]} of {entry.post[1]}" if entry.post else ""
    return ", ".join(filter(None, (post, paragraphs(record, one, several))))


def paragraphs(record: Record, one: str = "para.", several: str = "paras.") -> str:
    """Return the paragraphs alone: "para. 2", "paras. 4–6" or ""."""
    if record.paragraphs is None:
        return ""
    first, last = record.paragraphs
    return f"{one} {first}" if first == last else f"{several} {first}–{last}"
