"""The head of a page: its title, and the lines of date, time, place, author and number around it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reltui.model.vocab import BlockKind
from reltui.read import when
from reltui.read.lines import Line
from reltui.read.shapes.byline import byline
from reltui.read.shapes.dateline import agencies, dateline
from reltui.read.shapes.draft import Draft
from reltui.read.shapes.foot import field_of
from reltui.read.shapes.furniture import is_noise
from reltui.read.shapes.turns import candidate
from reltui.read.shapes.walk import closed
from reltui.read.tables import rows

_PLACE = re.compile(r"(?:[^\W\d_][\w.'’\-]*,?\s?){1,7}")
_HOUR = re.compile(
    r"[\s,]*(?:\d{3,4}\s?Z|\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\.?|\d{1,2}[:.]\d\d|noon|midnight)?\.?", re.I
)
_NUMBER = re.compile(r"(?:№|No\.?|Nr\.?|Број|Br\.?)?\s?[\d\-/.]{1,24}[A-Z]{0,4}", re.I)
_REGISTERED = re.compile(r"\d{1,6}[-–/](\d{2}-\d{2}-\d{4})")  # "1284-09-06-2022": number and day in one
_STEP = re.compile(r"\s[/»›>|·]\s")
_LONGEST_TITLE = 300
_LONGEST_DETAIL = 80
_SUBTITLE = 6  # words of a line below the title that say what the text is of, not where it stands
_DEEPEST = 6  # lines between title and date


class Head(NamedTuple):
    """How many lines the head has, which of them is the title, and whether a line of it is a date."""

    lines: int
    title: Line | None
    dated: bool


@cache
def generic_headings() -> frozenset[str]:
    """Return the headings that title no page ("Summary"), case-folded."""
    return frozenset(text.casefold() for where, _, _, text in rows("reading/cues") if where == "generic")


def head(draft: Draft, lines: list[Line]) -> Head:
    """Mark the head of a text and take from it title, author and date."""
    at, dated = 0, False
    while at < min(4, len(lines) - 1) and _detail(draft, lines, at, dated, above=True):
        dated = dated or date_line(lines[at].text) is not None
        at += 1
    if at >= len(lines) or not _is_title(lines[at:]):
        return Head(at, None, dated)
    title = lines[at]
    draft.entitle(title)
    draft.date_in_title()
    at += 1
    at = _between(draft, lines, at)
    while at < len(lines) and at < 12 and _detail(draft, lines, at, dated, above=False):
        dated = dated or date_line(lines[at].text) is not None
        at += 1
    return Head(at, title, dated)


def _between(draft: Draft, lines: list[Line], at: int) -> int:
    """Mark the lead and the lines that name an office or a section, where a date stands below them."""
    for last in range(at + 1, min(at + _DEEPEST, len(lines))):
        if date_line(lines[last].text):
            between = lines[at:last]
            if sum(closed(line.text) for line in between) > 1:
                return at
            if any(_is_no_lead(line) for line in between):
                return at
            for line in between:
                long = len(line.text.split()) >= _SUBTITLE
                draft.mark("paragraph" if closed(line.text) else "heading" if long else "caption", line)
            return last
    return at


def _is_no_lead(line: Line) -> bool:
    """Return whether a line is a detail of the head by itself, or no part of a head at all."""
    text = line.text
    if line.hint == "heading" or len(text) > 500 or candidate(text):
        return True
    return bool(when.is_clock(text) or byline(text) or is_noise(text) or field_of(text) or text in agencies())


def _detail(draft: Draft, lines: list[Line], at: int, dated: bool, above: bool) -> bool:
    """Mark a line of date, time, place, author or number; return whether it is one."""
    line = lines[at]
    text = line.text
    kind: BlockKind = "dateline"
    field = field_of(text)
    if (told := date_line(text)) and not (dated and _REGISTERED.fullmatch(text)):
        if told.edtf:
            draft.date(told.edtf, f"the date line “{text}”")
    elif name := byline(text):
        draft.author = draft.author or name
        kind = "caption"
    elif text in agencies() or (field and field[0] in ("publisher", "author")):
        _credit(draft, field[0] if field else "publisher", field[1] if field else text)
        kind = "caption"
    elif field or _NUMBER.fullmatch(text) or (above and (is_noise(text) or _is_trail(text))):
        kind = "noise"
    elif above or not (when.is_clock(text) or (_is_place(text) and (dated or _timed_below(lines, at)))):
        return False
    draft.mark(kind, line)
    return True


def _credit(draft: Draft, field: str, value: str) -> None:
    if field == "author":
        draft.author = draft.author or value or None
    else:
        draft.publisher = draft.publisher or agencies().get(value, value) or None


def _is_trail(text: str) -> bool:
    """Return whether a line is the way to a page within its site ("Home / News")."""
    steps = _STEP.split(text)
    return len(steps) > 1 and len(text) <= 80 and all(0 < len(step.split()) <= 3 for step in steps)


def date_line(text: str) -> when.Told | None:
    """Return the date of a line with nothing but a date: a label or place before it, an hour after it at most."""
    if told := when.whole(text):
        return told
    if (field := field_of(text)) and field[0] == "published":
        return when.labelled(field[1])
    if match := _REGISTERED.fullmatch(text):
        return when.find(match.group(1).replace("-", "."))
    told = when.find(text) if len(text) <= _LONGEST_DETAIL else None
    if told is None or not told.edtf or not text[0].isupper():
        return None
    before, after = text[: told.start].rstrip(" ,"), text[told.end :]
    if before and (
        not _PLACE.fullmatch(before) or not before.split()[-1][0].isupper() or len(before.split()) > 4
    ):
        return None
    return told if _HOUR.fullmatch(after) else None


def closing_date(draft: Draft, line: Line) -> bool:
    """Take the date that stands alone in the last line of a text that has none yet; return whether it is one."""
    told = None if draft.published else date_line(line.text)
    if told is None or not told.edtf:
        return False
    draft.date(told.edtf, f"the date line “{line.text}” at the end")
    return True


def _is_place(text: str) -> bool:
    return len(text) <= 70 and _PLACE.fullmatch(text) is not None and text[0].isupper() and not closed(text)


def _timed_below(lines: list[Line], at: int) -> bool:
    return at + 1 < len(lines) and when.is_clock(lines[at + 1].text)


def _is_title(lines: list[Line]) -> bool:
    line = lines[0]
    if line.hint:
        return line.hint in ("title", "heading")
    if len(line.text) > _LONGEST_TITLE or len(lines) < 2 or is_noise(line.text):
        return False
    if line.text.casefold().rstrip(" :") in generic_headings():
        return False
    dated = any(date_line(other.text) for other in lines[1:3])
    turn = candidate(line.text)
    if dateline(line.text) or (turn and turn.question):
        return False
    return dated or not closed(line.text)  # "Lavrov: We are ready" is a headline, with a full stop a turn
