"""What the forms for programs share: notes on the words cited, names, keys and dates."""

from __future__ import annotations

import unicodedata

from reltui.cite.entry import Entry, clean, describe
from reltui.cite.joining import plain
from reltui.cite.locator import locator
from reltui.cite.plain import render as plain_line
from reltui.cite.record import Record
from reltui.cite.scripts import latin
from reltui.dates import display
from reltui.model.ids import slug


def notes(record: Record, entry: Entry) -> list[str]:
    """Return what no field of the form holds: place in the source, inferred date, forwarding, quoted in."""
    source = record.source
    found = [locator(record, entry)]
    if entry.forwarded:
        found.append(f"forwarded from {entry.forwarded}")
    elif entry.genre == "forwarded post":
        found.append(entry.genre)
    if record.parent:
        found.append(f"quoted in {plain(plain_line(record.parent))}")
    if entry.when.inferred:
        found.append(": ".join(filter(None, ("date inferred", clean(source.published_why)))))
    if not entry.identified:
        found.append(f"file {entry.path}")
    return [note for note in found if note]


def dated(entry: Entry) -> list[str]:
    """Return in words a date that year, month and day alone do not tell: a span, an open or doubtful one."""
    date = entry.when.date
    told = not date.known or (date.start == date.end and not date.approximate and not date.uncertain)
    return [] if told else [f"dated {display(date, 'long')}"]


def quotation(record: Record) -> str:
    """Return the words cited on one line, with the transliteration of another script; "" without any."""
    words = clean(record.quotation)
    other = latin(words, record.source.language)
    return f"{words} [{other}]" if other else words


def key(record: Record) -> str:
    """Return a key for the entry: who, year, a word of the title, and the source's id to keep keys apart."""
    entry = describe(record)
    named = [creator.family for creator in entry.creators] + [entry.container, entry.publisher, entry.kind]
    who = next(word for word in map(_slug, named) if word)
    year = (entry.when.date.lower or entry.when.date.upper or "nd")[:4].rstrip("-")
    words = _slug(entry.title).split("-")
    word = next((w for w in words if len(w) > 3), words[0])
    return "-".join(filter(None, (who[:24].strip("-"), year, word[:16], record.source.id[-6:])))


def _slug(text: str) -> str:
    other = latin(text)
    return slug(other or unicodedata.normalize("NFKC", text))
