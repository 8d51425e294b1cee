"""A Chicago note in Markdown: italics, the address as a link, the file where nothing else identifies it."""

from __future__ import annotations

from reltui.cite.chicago_note import note
from reltui.cite.entry import describe
from reltui.cite.joining import markdown, sentence
from reltui.cite.quoting import unwrapped
from reltui.cite.record import Record
from reltui.cite.scripts import latin


def render(record: Record) -> str:
    """Return the note in Markdown."""
    entry = describe(record)
    top = describe(record.parent) if record.parent else entry
    text = markdown(note(record, link=False))
    links = [f"<{e.url}>" for e in dict.fromkeys((entry, top)) if e.url]
    if not top.identified:
        links.append(f"file {_code(top.path)}")
    return sentence(", ".join((text, *links)))


def quoted(record: Record) -> str:
    """Return the quotation as a block, with the note as its last paragraph."""
    if not unwrapped(record.quotation):
        return render(record)
    words = unwrapped(record.quotation)
    paragraphs = [" ".join(line.split()) for line in words.splitlines() if line.strip()]
    if other := latin(words, record.source.language):
        paragraphs.append(f"[{' '.join(other.split())}]")
    lines = [f"> {_start(markdown(paragraph))}" for paragraph in paragraphs]
    return "\n>\n".join((*lines, f"> — {render(record)}"))


def _start(line: str) -> str:
    """Escape what would begin a list at the beginning of a line ("1. ", "- ")."""
    digits = len(line) - len(line.lstrip("0123456789"))
    if digits and line[digits : digits + 1] in {".", ")"}:
        return f"{line[:digits]}\\{line[digits:]}"
    return line


def _code(text: str) -> str:
    """Return a text as inline code, whatever backticks are in it."""
    fence = "`" * (max((len(run) for run in _runs(text)), default=0) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def _runs(text: str) -> list[str]:
    return [run for run in "".join(c if c == "`" else " " for c in text).split(" ") if run]
