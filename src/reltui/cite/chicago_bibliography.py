"""Chicago Manual of Style, 18th edition: an entry of the bibliography."""

from __future__ import annotations

from reltui.cite.chicago_note import forwarded, note, quoted_title
from reltui.cite.entry import Entry, describe
from reltui.cite.joining import capital, commas, italic, names, plain, sentences
from reltui.cite.quoting import above
from reltui.cite.record import Record

_ALL = 6  # so many authors are listed; of more, the first three


def render(record: Record) -> str:
    """Return the entry. It cites the source as a whole: a bibliography has no locators."""
    entry = describe(record)
    container = italic(entry.container)
    heads = _authors(entry)
    if not heads and entry.title and container:
        heads, container = container, ""  # a paper or site stands in for its unnamed author
    when = entry.when.written("chicago") or "n.d."
    named = [part for part in (container, entry.platform, entry.publisher) if part]
    where = commas((*named, when if named else capital(when)))
    parts = [
        heads,
        quoted_title(entry),
        capital(forwarded(entry)),
        capital(entry.genre),
        commas((f"In {italic(entry.volume)}", f"doc. {entry.number}" if entry.number else ""))
        if entry.volume
        else "",
        where,
        entry.url,
        f"Quoted in {note(record.parent)}" if record.parent else "",
    ]
    return plain(sentences(parts))


def quoted(record: Record) -> str:
    """Return the quotation with the entry below it."""
    return above(record, render(record))


def _authors(entry: Entry) -> str:
    """Return the creators, the first one turned around."""
    if not entry.creators:
        return ""
    first, *others = entry.creators
    if len(entry.creators) > _ALL:
        return f"{', '.join((first.inverted, *(c.natural for c in others[:2])))}, et al."
    return names([first.inverted, *(creator.natural for creator in others)], "and")
