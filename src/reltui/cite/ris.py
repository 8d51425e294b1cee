"""RIS: tagged lines that Zotero, EndNote and Mendeley import; UTF-8."""

from __future__ import annotations

from reltui.cite.creators import Creator
from reltui.cite.data_forms import dated, key, notes, quotation
from reltui.cite.entry import Entry, describe
from reltui.cite.quoting import inner
from reltui.cite.record import Record
from reltui.model.vocab import SourceKind

_TYPES: dict[SourceKind, str] = {
    "briefing": "RPRT", "release": "RPRT", "article": "NEWS", "post": "ICOMM", "tweet": "ICOMM",
    "transcript": "GEN", "profile": "ELEC", "document": "CHAP", "message": "PCOMM", "page": "ELEC",
}  # fmt: skip


def render(record: Record) -> str:
    """Return the entry; the words cited are a note (N1), since AB would pass them off as an abstract."""
    entry = describe(record)
    year, month, day = _date(entry)
    words = quotation(record)
    tags: list[tuple[str, str]] = [("TY", _TYPES[entry.kind])]
    tags += [("AU", _author(creator)) for creator in entry.creators]
    tags += [
        ("TI", entry.title),
        ("T2", entry.volume or entry.container or entry.platform),
        ("M3", entry.genre),
        ("M1", entry.number),
        ("PB", entry.publisher),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("UR", entry.url),
        ("LA", entry.language),
        ("ID", key(record)),
        ("N1", f"“{inner(words, record.source.language)}”" if words else ""),
        ("N1", "; ".join((*dated(entry), *notes(record, entry)))),
    ]
    lines = [f"{tag}  - {_line(value)}" for tag, value in tags if value]
    return "\n".join((*lines, "ER  - "))


def quoted(record: Record) -> str:
    """Return the same: the entry holds the quotation."""
    return render(record)


def _author(creator: Creator) -> str:
    """Return a name as RIS has it: "Family, Given"; a comma in the name of a body would turn it around."""
    if creator.person:
        return f"{creator.family.replace(',', '')}, {creator.given.replace(',', '')}"
    return creator.natural.replace(",", "")


def _date(entry: Entry) -> tuple[str, str, str]:
    """Return year, month and day of the beginning; of a date without one, of the end."""
    begin = entry.when.date.start or entry.when.date.end or ""
    year, month, day, *_ = (*begin.split("-"), "", "")
    return year, month, day


def _line(value: str) -> str:
    """Return a value on one line: a line of its own could be taken for another tag."""
    return " ".join(value.split())
