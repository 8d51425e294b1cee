"""BibTeX: an entry that BibTeX itself, biber and JabRef read; UTF-8."""

from __future__ import annotations

import re

from reltui.cite.creators import Creator
from reltui.cite.data_forms import dated, key, notes, quotation
from reltui.cite.entry import Entry, describe
from reltui.cite.joining import capital
from reltui.cite.record import Record

_ESCAPES = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}", "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
    '"': r"{\textquotedbl}", "<": r"{\textless}", ">": r"{\textgreater}", "|": r"{\textbar}",
}  # fmt: skip
_SPECIAL = re.compile(r'[\\{}~^#$%&_"<>|]')
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def render(record: Record) -> str:
    """Return the entry; the words cited are its `annote`."""
    entry = describe(record)
    lines = [f"  {name} = {value}," for name, value in _fields(record, entry) if value]
    return "\n".join((f"@{_type(entry)}{{{key(record)},", *lines, "}"))


def quoted(record: Record) -> str:
    """Return the same: the entry holds the quotation."""
    return render(record)


def _type(entry: Entry) -> str:
    if entry.kind == "article":
        return "article"
    return "incollection" if entry.kind == "document" and entry.volume else "misc"


def _fields(record: Record, entry: Entry) -> list[tuple[str, str]]:
    container = entry.container or entry.platform
    year, month, day = _date(entry)
    genre = capital(entry.genre)
    article = entry.kind == "article"
    return [
        ("author", _braced(" and ".join(_author(creator) for creator in entry.creators))),
        # double braces: the capitals of names and first words stay whatever a style does
        ("title", _braced(f"{{{escape(entry.title)}}}" if entry.title else "")),
        ("journal" if article else "booktitle" if entry.volume else "howpublished",
         _braced(escape(entry.volume or container or genre))),
        ("type", _braced(escape(genre if container or entry.volume else ""))),
        ("number", _braced(escape(entry.number))),
        ("publisher", _braced(escape(entry.publisher))),
        ("year", _braced(year)),
        ("month", month),
        ("day", _braced(day)),
        ("url", _braced(_address(entry.url))),
        ("language", _braced(escape(entry.language))),
        ("annote", _braced(escape(quotation(record)))),
        ("note", _braced(escape("; ".join((*dated(entry), *notes(record, entry)))))),
    ]  # fmt: skip


def escape(text: str) -> str:
    """Return a text as LaTeX sets it letter by letter; its braces balance, as BibTeX demands."""
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text)


def _author(creator: Creator) -> str:
    if creator.person:
        # "and" within a name would part it in two: braces hold it together
        return f"{_held(creator.family)}, {_held(creator.given)}"
    return f"{{{escape(creator.natural)}}}"


def _held(name: str) -> str:
    text = escape(name)
    return f"{{{text}}}" if "," in text or " and " in f" {text} " else text


def _date(entry: Entry) -> tuple[str, str, str]:
    """Return year, month (as the macro all styles know) and day; a date of several days: what they share."""
    date = entry.when.date
    if not (date.known and date.start and date.end):
        return "", "", ""
    one, two = date.start.split("-"), date.end.split("-")
    shared: list[str] = []
    for first, last in zip(one, two, strict=False):
        if first != last:
            break
        shared.append(first)
    if not shared:
        return f"{one[0]}--{two[0]}", "", ""
    year, month, day, *_ = (*shared, "", "")
    return year.lstrip("0"), _MONTHS[int(month) - 1] if month else "", str(int(day)) if day else ""


def _address(url: str) -> str:
    """Return an address with what would unbalance or end the field escaped as addresses do."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _braced(value: str) -> str:
    return f"{{{value}}}" if value else ""
