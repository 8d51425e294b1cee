"""CSL-JSON 1.0.2: what Zotero, pandoc and every citeproc read."""

from __future__ import annotations

import json
from typing import Any

from reltui.cite.creators import Creator
from reltui.cite.data_forms import key, notes, quotation
from reltui.cite.entry import Entry, describe
from reltui.cite.record import Record
from reltui.cite.when import When
from reltui.dates import display
from reltui.model.vocab import SourceKind

_TYPES: dict[SourceKind, str] = {
    "briefing": "document", "release": "document", "article": "article-newspaper", "post": "post",
    "tweet": "post", "transcript": "document", "profile": "webpage", "document": "document",
    "message": "personal_communication", "page": "webpage",
}  # fmt: skip


def render(record: Record) -> str:
    """Return a list of one item, as importers expect it."""
    return json.dumps([item(record)], ensure_ascii=False, indent=2)


def quoted(record: Record) -> str:
    """Return the same: the item holds the quotation."""
    return render(record)


def item(record: Record) -> dict[str, Any]:
    """Return the item: fields that are not known are not in it."""
    entry = describe(record)
    fields: dict[str, Any] = {
        "id": key(record),
        "type": _TYPES[entry.kind],
        "title": entry.title,
        "author": [_name(creator) for creator in entry.creators],
        "issued": _issued(entry.when),
        "genre": entry.genre,
        "container-title": entry.volume or entry.container or entry.platform,
        "number": f"doc. {entry.number}" if entry.number else "",
        "publisher": entry.publisher,
        "URL": entry.url,
        "language": entry.language,
        "annote": quotation(record),
        "note": _note(record, entry),
    }
    return {name: value for name, value in fields.items() if value}


def _name(creator: Creator) -> dict[str, str]:
    if creator.person:
        return {"family": creator.family, "given": creator.given}
    return {"literal": creator.natural}


def _issued(when: When) -> dict[str, Any]:
    """Return the date in parts; one that is open on a side, which CSL cannot hold, in words."""
    date = when.date
    if not date.known:
        return {}
    if date.precision == "bounded":
        return {"literal": display(date, "long")}
    ends = dict.fromkeys(end for end in (date.start, date.end) if end)
    parts = [[int(field) for field in end.split("-")] for end in ends]
    return {"date-parts": parts, **({"circa": True} if date.approximate or date.uncertain else {})}


def _note(record: Record, entry: Entry) -> str:
    return "; ".join(notes(record, entry))
