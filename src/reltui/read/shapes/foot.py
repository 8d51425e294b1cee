"""The foot of a page: when it was published and where it stands ("Publication date:", "Direct link:")."""

from __future__ import annotations

import re
from functools import cache

from reltui.read import when
from reltui.read.lines import Line
from reltui.read.shapes.draft import Draft
from reltui.read.shapes.furniture import is_noise
from reltui.read.tables import rows

_URL = re.compile(r"(?:https?://)?(?:[\w\-]+\.)+[a-z]{2,}(?:/[^\s<>\"]*)?", re.I)
_DEEPEST = 8


@cache
def _fields() -> dict[str, str]:
    return {label.casefold(): field for field, _, label in rows("reading/published")}


def field_of(text: str) -> tuple[str, str] | None:
    """Return which field a line labels (published, url, publisher, author) and its value, or None."""
    label, colon, value = text.partition(":")
    if not colon or len(label) > 30:
        return None
    value = value.strip()
    field = _fields().get(label.strip().casefold())
    if field is None and "/" in value and "//" not in label and _URL.fullmatch(value):
        field = "url"  # whatever the page calls it
    return (field, value) if field else None


def foot(lines: list[Line]) -> int:
    """Return the index at which the foot begins (the number of lines where there is none).

    Only labelled lines, their values and furniture stand in a foot: a label with prose below it is no part.
    """
    begin = len(lines)
    for index in range(len(lines) - 1, max(0, len(lines) - _DEEPEST), -1):
        if _labels(lines, index):
            begin = index
        elif not is_noise(lines[index].text) and not _labels(lines, index - 1):
            break
    return begin


def _labels(lines: list[Line], index: int) -> bool:
    """Return whether a line labels a date of publication or an address, in it or on the line below."""
    found = field_of(lines[index].text)
    if found is None:
        return False
    value = found[1] or (lines[index + 1].text if index + 1 < len(lines) else "")
    return when.labelled(value) is not None if found[0] == "published" else _URL.fullmatch(value) is not None


def mark_foot(draft: Draft, lines: list[Line], dry: bool = False) -> tuple[str, str] | None:
    """Mark the lines of the foot as furniture; return date (EDTF) and why, and take the address.

    With `dry` nothing is marked.
    """
    published: tuple[str, str] | None = None
    for index, line in enumerate(lines):
        if not dry:
            draft.mark("noise", line)
        found = field_of(line.text)
        if not found:
            continue
        value = found[1] or (lines[index + 1].text if index + 1 < len(lines) else "")
        if found[0] == "published" and (told := when.labelled(value)) and told.edtf:
            published = published or (told.edtf, f"the line “{line.text.partition(':')[0]}: {value}”")
        elif found[0] == "url" and _URL.fullmatch(value) and draft.url is None:
            draft.url = value if "://" in value else f"https://{value}"
    return published
