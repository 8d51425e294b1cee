"""Quotation marks of a paragraph paired up: “…”, "…", „…“, «…», ‘…’, one missing or several nested."""

from __future__ import annotations

import re

from reltui.model.noun import noun

_MARK = re.compile('["“”„‟«»〝〞＂]')
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?…’'])[‘‚‹'](?=[\w(\[…“\"])")
_SINGLE_CLOSE = re.compile(r"(?<=[.,!?…\w)])[’›'](?![\w’'])")
_OPENERS = frozenset('“„«"”‟〝＂')
#: What closes a quotation, by what opened it: German and Serbian „…“, reversed ”…“, Russian «…».
_CLOSERS = {
    "“": "”\"", "„": "“”\"‟", "«": "»", "»": "«", "\"": "\"”", "”": "“”", "‟": "”“\"", "〝": "〞", "＂": "＂",
}  # fmt: skip
#: The longest quotation within one paragraph that is believed when its other mark is missing.
_LONGEST = 3000


@noun
class Quote:
    """The words between two marks: text[start:end]; `outer` spans the marks as well.

    `opened`, `closed` say whether its own marks stand there; a mark that is missing puts the edge at that
    of the paragraph.
    """

    start: int
    end: int
    outer: tuple[int, int]
    opened: bool = True
    closed: bool = True


def find_quotes(text: str, start: int, end: int) -> list[Quote]:
    """Return the quotations of the paragraph text[start:end] in order, not those nested in them."""
    found: list[Quote] = []
    opener, depth, opened_at = "", 0, -1
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opener:
            if mark in _CLOSERS[opener] and not (mark == opener and _opens(text, at, start, end)):
                if depth:
                    depth -= 1
                    continue
                found.append(Quote(opened_at + 1, at, (opened_at, at + 1)))
                opener = ""
            elif mark == opener and mark in "«„“" and _opens(text, at, start, end):
                depth += 1  # «… «…» …»
        elif (
            mark in _OPENERS
            and (mark in "“„«" or _opens(text, at, start, end))
            and not _only_closes(text, at, start, end)
        ):
            opener, opened_at = mark, at
        else:
            found += _unopened(text, start, at, found)
    if opener:
        found += _unclosed(text, start, end, opened_at, behind_another=bool(found))
    if not found and "“" not in text[start:end]:
        found = _singles(text, start, end)
    return found


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Return whether the place of a two-faced mark is that of an opening one."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not after.isspace() and (before.isspace() or before in "([{—–-:/>…" or not before.isprintable())


def _only_closes(text: str, at: int, start: int, end: int) -> bool:
    """Return whether a mark stands behind a word and before a space: whatever its shape, it closes."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not before.isspace() and before not in "([{—–-:/" and not after.isalnum()


def _unopened(text: str, start: int, at: int, found: list[Quote]) -> list[Quote]:
    """A closing mark without an opening one: the quotation began with the paragraph."""
    if found or at - start > _LONGEST or not text[at - 1 : at].strip():
        return []
    if text[at - 1] not in ",.!?…—–" and text[at + 1 : at + 2] not in ",.!?…":
        return []
    return [Quote(start, at, (start, at + 1), opened=False)]


def _unclosed(text: str, start: int, end: int, opened_at: int, *, behind_another: bool) -> list[Quote]:
    """An opening mark without a closing one: the quotation goes on to the end of the paragraph."""
    lead = text[start:opened_at].rstrip()
    if end - opened_at > _LONGEST or (lead and lead[-1] not in ",:—–" and not behind_another):
        return []
    return [Quote(opened_at + 1, end, (opened_at, end), closed=False)]


def _singles(text: str, start: int, end: int) -> list[Quote]:
    """Return quotations in single marks, where no double ones stand in the paragraph."""
    found: list[Quote] = []
    position = start
    while (opening := _SINGLE_OPEN.search(text, position, end)) is not None:
        first = opening.end()
        closing = None
        for match in _SINGLE_CLOSE.finditer(text, first, min(end, first + _LONGEST)):
            closing = match
            # an apostrophe behind a plain word may be that of a plural ("the Ministers’ talks")
            if text[match.start() - 1] in ".,!?…" or text[match.end() : match.end() + 1] in ",.;:)":
                break
        if closing is None:
            return found
        found.append(Quote(first, closing.start(), (opening.start(), closing.end())))
        position = closing.end()
    return found
