"""Chicago Manual of Style, 18th edition: a full note."""

from __future__ import annotations

from reltui.cite.entry import Entry, describe
from reltui.cite.joining import capital, commas, italic, names, plain, sentence
from reltui.cite.locator import locator
from reltui.cite.quoting import above, inner
from reltui.cite.record import Record
from reltui.cite.titles import headline

_ET_AL = 3  # from so many on, a note names the first alone


def render(record: Record) -> str:
    """Return the note, ended by a full stop."""
    return plain(sentence(note(record)))


def quoted(record: Record) -> str:
    """Return the quotation with the note below it."""
    return above(record, render(record))


def note(record: Record, link: bool = True) -> str:
    """Return the note without its full stop, italics marked; `link` says whether the address is in it."""
    entry = describe(record)
    nameless = not (entry.creators or entry.title)
    parts = [
        authors(entry),
        quoted_title(entry),
        forwarded(entry),
        capital(entry.genre) if nameless else entry.genre,
        f"in {italic(entry.volume)}" if entry.volume else "",
        f"doc. {entry.number}" if entry.number else "",
        italic(entry.container),
        entry.platform,
        entry.publisher,
        entry.when.written("chicago") or "n.d.",
        locator(record, entry),
        entry.url if link else "",
    ]
    if record.parent:
        parts.append(f"quoted in {note(record.parent, link)}")
    return commas(parts)


def authors(entry: Entry) -> str:
    """Return the creators of an entry in their usual order."""
    if len(entry.creators) >= _ET_AL:
        return f"{entry.creators[0].natural} et al."
    return names([creator.natural for creator in entry.creators], "and", comma_before_last=False)


def quoted_title(entry: Entry) -> str:
    """Return the title in quotation marks, with headline capitals where it is English; "" without one."""
    if not entry.title:
        return ""
    title = headline(entry.title, "chicago") if entry.english else entry.title
    if title.endswith(".") and not title.endswith(".."):
        title = title[:-1]
    return f"“{inner(title, entry.language)}”"


def forwarded(entry: Entry) -> str:
    """Return whom a post was forwarded from, where that is not its author."""
    return f"forwarded from {entry.forwarded}" if entry.forwarded else ""
