"""Publication Manual of the American Psychological Association, 7th edition."""

from __future__ import annotations

import re

from reltui.cite.entry import Entry, describe
from reltui.cite.joining import capital, commas, names, sentences
from reltui.cite.locator import locator
from reltui.cite.quoting import inner, is_block, marked, unwrapped
from reltui.cite.record import Record
from reltui.cite.titles import headline, short

_BLOCK = 40  # words from which a quotation is set off
_ALL = 20  # authors that are listed
_PARTS = frozenset({"article", "document"})  # of a greater whole: in quotation marks; others are italic
_LETTER = "message"  # a personal communication: cited in the text alone


def render(record: Record) -> str:
    """Return the reference, and on a line of its own the citation in the text, which has the locator."""
    return "\n".join(filter(None, (_reference(record), _in_text(record))))


def quoted(record: Record) -> str:
    """Return the quotation with its citation in the text, and the reference below it."""
    if not unwrapped(record.quotation):
        return render(record)
    block = is_block(unwrapped(record.quotation), _BLOCK)
    words = f"{marked(record, _BLOCK, end=block)} {_in_text(record)}{'' if block else '.'}"
    return "\n\n".join(filter(None, (words, _reference(record))))


def _reference(record: Record) -> str:
    """Return the reference: of the source itself, or of the one that quotes it; none for a letter."""
    entry = describe(record.parent or record)
    if entry.kind == _LETTER:
        return ""
    title = _title(entry)
    if (bracket := _bracket(entry)) and (entry.genre or entry.forwarded or not title or entry.platform):
        title = f"{title} [{bracket}]".strip()
    date = f"({entry.when.written('apa') or 'n.d.'})"
    volume = f"In {entry.volume}{f' (Doc. {entry.number})' if entry.number else ''}" if entry.volume else ""
    where = [volume, entry.container, entry.platform, entry.publisher]
    head = _authors(entry)
    parts = [head, date, title, *where] if head else [title, date, *where]
    done = sentences(parts)
    return f"{done} {entry.url}" if entry.url else done


def _title(entry: Entry) -> str:
    """Return the title as it stands (what is a name cannot be told), a capital after its colon."""
    title = entry.title
    if entry.english:
        title = re.sub(r"(?<=[^\W\d_]: )[^\W\d_]", lambda match: match[0].upper(), title)
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _authors(entry: Entry) -> str:
    found = [creator.initials for creator in entry.creators]
    if len(found) > _ALL:
        return f"{', '.join(found[: _ALL - 1])}, . . . {found[-1]}"
    return names(found, "&")


def _bracket(entry: Entry) -> str:
    """Return the description in square brackets: what kind of thing it is, where that is not plain."""
    if entry.kind == "tweet" and entry.platform == "Twitter":
        return "Tweet"
    if entry.kind in {"post", "tweet"}:
        return f"Post forwarded from {entry.forwarded}" if entry.forwarded else capital(entry.genre) or "Post"
    return capital(entry.genre)


def _in_text(record: Record) -> str:
    entry = describe(record)
    if entry.kind == _LETTER and not record.parent:
        sender = names([creator.initialled for creator in entry.creators], "&")
        day = entry.when.written("chicago") or "n.d."
        return f"({commas((sender, 'personal communication', day, locator(record, entry)))})"
    parts = [_named(entry), entry.when.year or "n.d."]
    if record.parent:
        parent = describe(record.parent)
        parts += [f"as cited in {_named(parent)}", parent.when.year or "n.d."]
    else:
        parts.append(locator(record, entry))
    return f"({commas(parts)})"


def _named(entry: Entry) -> str:
    """Return the authors as the text names them, else the shortened title, else the description."""
    found = [creator.short for creator in entry.creators]
    if found:
        return f"{found[0]} et al." if len(found) > 2 else " & ".join(found)
    if entry.title:
        title = short(headline(entry.title, "chicago") if entry.english else entry.title)
        return f"“{inner(title, entry.language)}”" if entry.kind in _PARTS else title
    return f"[{_bracket(entry)}]"
