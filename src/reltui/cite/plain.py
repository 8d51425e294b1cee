"""One line in plain words, for notes of one's own; the file serves where nothing else identifies a source."""

from __future__ import annotations

from reltui.cite.chicago_note import forwarded
from reltui.cite.entry import Entry, describe
from reltui.cite.joining import capital, names
from reltui.cite.locator import paragraphs
from reltui.cite.quoting import above, inner
from reltui.cite.record import Record
from reltui.dates import display


def render(record: Record) -> str:
    """Return the line, without a full stop."""
    return ", ".join(filter(None, _parts(record)))


def quoted(record: Record) -> str:
    """Return the quotation with the line below it."""
    return above(record, render(record))


def _parts(record: Record) -> list[str]:
    entry = describe(record)
    parts = [
        names([creator.natural for creator in entry.creators], "and", comma_before_last=False),
        f"“{inner(entry.title, entry.language)}”" if entry.title else "",
        forwarded(entry),
        entry.genre if entry.creators or entry.title else capital(entry.genre),
        f"in {entry.volume}" if entry.volume else "",
        f"no. {entry.number}" if entry.number else "",
        entry.container,
        entry.platform,
        entry.publisher,
        display(entry.when.date, "long", entry.when.inferred),
        _post(entry),
        paragraphs(record, "paragraph", "paragraphs"),
        entry.url,
    ]
    if record.parent:
        parts.append(f"quoted in {', '.join(filter(None, _parts(record.parent)))}")
    elif not entry.identified and not entry.post:
        parts.append(f"file {entry.path}")
    return parts


def _post(entry: Entry) -> str:
    """Return the number of a post. It counts in a file, so the file goes with it."""
    if not entry.post:
        return ""
    number = f"post {entry.post[0]} of {entry.post[1]}"
    return f"{number} in {entry.path}" if not entry.url else number
