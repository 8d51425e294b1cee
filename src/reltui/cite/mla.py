"""MLA Handbook, 9th edition."""

from __future__ import annotations

from reltui.cite.chicago_note import forwarded
from reltui.cite.entry import Entry, describe
from reltui.cite.joining import capital, commas, italic, plain, sentence, sentences
from reltui.cite.locator import locator
from reltui.cite.quoting import inner, is_block, marked, unwrapped
from reltui.cite.record import Record
from reltui.cite.titles import headline, short

_BLOCK = 60  # words: about the four lines from which a quotation is set off
_STANDALONE = frozenset({"profile", "page"})


def render(record: Record) -> str:
    """Return the work cited, and on a line of its own the citation in the text, which has the locator."""
    return f"{_work(describe(record.parent or record))}\n{_in_text(record)}"


def quoted(record: Record) -> str:
    """Return the quotation with its citation in the text, and the work cited below it."""
    if not unwrapped(record.quotation):
        return render(record)
    block = is_block(unwrapped(record.quotation), _BLOCK)
    words = marked(record, _BLOCK, end=block)
    inside = f"{words} {_in_text(record)}{'' if block else '.'}"
    return f"{inside}\n\n{_work(describe(record.parent or record))}"


def _work(entry: Entry) -> str:
    """Return the entry; MLA leaves an unknown date out."""
    when = entry.when.written("mla")
    where = commas(
        (
            italic(entry.volume or entry.container or entry.platform),
            f"doc. {entry.number}" if entry.number else "",
            entry.publisher,
            when if entry.volume or entry.container or entry.platform or entry.publisher else capital(when),
            entry.url,
        )
    )
    parts = [_authors(entry), _title(entry), capital(forwarded(entry)), capital(entry.genre), where]
    return plain(sentences(parts))


def _authors(entry: Entry) -> str:
    if not entry.creators:
        return ""
    first, *others = entry.creators
    if len(others) > 1:
        return f"{first.inverted}, et al."
    return f"{first.inverted}, and {others[0].natural}" if others else first.inverted


def _title(entry: Entry) -> str:
    if not entry.title:
        return ""
    title = headline(entry.title, "mla") if entry.english else entry.title
    if entry.kind in _STANDALONE and not entry.container:
        return italic(title)
    if title.endswith(".") and not title.endswith(".."):
        title = title[:-1]
    return f"“{inner(title, entry.language)}”"


def _in_text(record: Record) -> str:
    entry = describe(record)
    if record.parent:
        return f"(qtd. in {_named(describe(record.parent))})"
    return f"({commas((_named(entry), locator(record, entry, 'par.', 'pars.')))})"


def _named(entry: Entry) -> str:
    """Return the authors as the text names them, else the shortened title, else the description."""
    found = [creator.short for creator in entry.creators]
    if found:
        return f"{found[0]} et al." if len(found) > 2 else " and ".join(found)
    if entry.title:
        title = short(headline(entry.title, "mla") if entry.english else entry.title)
        return (
            title
            if entry.kind in _STANDALONE and not entry.container
            else f"“{inner(title, entry.language)}”"
        )
    return sentence(capital(entry.genre)).rstrip(".")
