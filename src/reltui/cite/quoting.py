"""Quotation marks: the outer ones of a citation, and those of the source inside them."""

from __future__ import annotations

import re

from reltui.cite.record import Record
from reltui.cite.scripts import latin

_OPEN_BEFORE = frozenset(" \t\n([{—–-“‘\"'/<")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # all but tabs and ends of lines
_PAIRS = {"“": "”", "„": "“", "«": "»", '"': '"', "‟": "”"}


def inner(text: str, language: str | None) -> str:
    """Return a text as it stands inside “…”: in English its double quotation marks become single.

    Marks within those become double again, apostrophes stay. Other languages keep their own marks
    („…“, «…»), which cannot be taken for the outer ones.
    """
    if language and language.split("-")[0] != "en":
        return text
    out: list[str] = []
    open_: list[str] = []
    for at, char in enumerate(text):
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        out.append(_changed(char, before, after, open_))
    return "".join(out)


def _changed(char: str, before: str, after: str, open_: list[str]) -> str:
    """Return a character with its mark turned; `open_` holds the marks that are open."""
    opens = before in _OPEN_BEFORE and not after.isspace()
    if char == "“" or (char == '"' and opens):
        if not (open_ and open_[-1] == "double" and before == "\n"):  # each paragraph opens them anew
            open_.append("double")
        return "‘"
    if char in '”"':
        if "double" in open_:
            del open_[open_.index("double") :]
        return "’"
    if char == "‘" and "double" in open_ and opens:
        open_.append("single")
        return "“"
    if char == "’" and open_ and open_[-1] == "single" and not after.isalnum():
        open_.pop()
        return "”"
    return char


def unwrapped(text: str) -> str:
    """Return a quotation without control characters and the marks around it.

    These are a pair that encloses all of it, one at its beginning that does not close in it, or one at
    its end that does not open in it. Marks around parts of it stay.
    """
    text = _CONTROL.sub("", text.replace("\r\n", "\n")).strip()
    close = _PAIRS.get(text[:1])
    if close and len(text) > 2 and text.endswith(close) and not {text[0], close} & set(text[1:-1]):
        return text[1:-1].strip()
    if close and close not in text[1:]:
        return text[1:].strip()  # it goes on after the quotation
    opens = [mark for mark, end in _PAIRS.items() if end == text[-1:] and mark != end]
    if opens and not any(mark in text[:-1] for mark in opens):
        return text[:-1].strip()  # it began before the quotation
    return text


def is_block(text: str, words: int) -> bool:
    """Whether a quotation is set off as a block: from so many words on, or of several paragraphs."""
    return "\n" in text.strip() or len(text.split()) >= words


def marked(record: Record, words: int = 100, end: bool = True) -> str:
    """Return the quotation of a record in its marks, or bare where it is long enough for a block.

    Another script is followed by its transliteration in square brackets. With `end` false a full stop
    at the end is left to what follows ("…” (Kanwal, para. 3)."). The source's own cuts are kept.
    """
    text = unwrapped(record.quotation)
    other = latin(text, record.source.language)
    if is_block(text, words):
        return f"{text}\n[{other}]" if other else text
    if not end and text.endswith(".") and not text.endswith(("..", "…")):
        text, other = text[:-1], other.removesuffix(".")
    shown = f"“{inner(text, record.source.language)}”"
    return f"{shown} [{other}]" if other else shown


def above(record: Record, citation: str) -> str:
    """Return the quotation of a record with its citation below it; the citation alone where none is."""
    if not unwrapped(record.quotation):
        return citation
    words = marked(record)
    return f"{words}\n\n{citation}" if is_block(words, 100) else f"{words}\n{citation}"
