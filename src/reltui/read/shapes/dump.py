"""Channel dumps: posts copied one after the other, each announced by a line with its channel.

The copy of a post made from a chat window often holds the body twice, once as it stands and once as the
preview's text: the first is kept, the second recorded as a repeat.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from reltui.read import when
from reltui.read.lines import Line
from reltui.read.shapes.draft import LEAD, Draft, lead
from reltui.read.shapes.furniture import is_noise
from reltui.read.shapes.head import closing_date
from reltui.read.shapes.speech import headline_speaker
from reltui.read.shapes.turns import candidate
from reltui.read.shapes.walk import body, closed
from reltui.read.tables import rows

_CLOCKED = re.compile(r"(?P<name>[^\[\]]{1,80}), \[(?P<date>[^\[\]]{6,40})\]:?")
_SHORT_YEAR = re.compile(r"^(\d{1,2}\.\d{1,2}\.)(\d\d)(?=\D|$)")
_CHANNEL = 60  # characters of a channel's name
_LONGEST = 2000  # lines of a post in which a second copy is looked for


class Announcement(NamedTuple):
    """The line above a post: where it was forwarded from, or which channel wrote it and on which day."""

    forwarded_from: str | None
    channel: str
    date: str | None  # EDTF


@cache
def _forwarded() -> re.Pattern[str]:
    words = "|".join(re.escape(text) for _, text in rows("reading/forwards"))
    return re.compile(rf"\[?(?:{words})[ :\u00a0]+([^\s\[\]][^\[\]]{{0,120}})\]?", re.I)


def announced(text: str) -> Announcement | None:
    """Return what a line announces of the post below it, or None where it announces none."""
    if match := _forwarded().fullmatch(text):
        return Announcement(match.group(1), LEAD.sub(" ", match.group(1)).strip(), None)
    if text[-1] in "]:" and (match := _CLOCKED.fullmatch(text)):
        told = when.whole(_SHORT_YEAR.sub(r"\g<1>20\2", match["date"]))
        if told and told.edtf:
            return Announcement(None, LEAD.sub(" ", match["name"]).strip(), told.edtf)
    return None


def split(lines: list[Line]) -> list[Draft]:
    """Return the posts of a dump, or nothing where the text is none.

    A post begins at a line with channel and hour ("Channel, [17.02.2025 14:30]") where there are any, else at
    a line that says where it was forwarded from. Lines before the first make a post of their own.
    """
    found = [(index, news) for index, line in enumerate(lines) if (news := announced(line.text))]
    starts = [index for index, news in found if news.date] or [index for index, _ in found]
    if not starts or (len(starts) == 1 and starts[0] > (1 if len(lines[0].text) <= _CHANNEL else 0)):
        return []
    channel = lines[0].text if len(starts) == 1 and starts[0] == 1 else None
    starts = [0] if channel else starts  # its name stands above the line that says whence the post comes
    bounds = starts if starts[0] == 0 else [0, *starts]
    drafts: list[Draft] = []
    for first, last in zip(bounds, [*bounds[1:], len(lines)], strict=True):
        kept, repeated = once(lines[first:last])
        draft = Draft(kept, kind="post")
        draft.publisher = channel
        draft.repeats = [(group[0].start, group[-1].end) for group in repeated]
        at = bisect_left(found, first, key=itemgetter(0))
        for _, news in found[at : bisect_left(found, last, at, key=itemgetter(0))]:
            draft.forwarded_from = draft.forwarded_from or news.forwarded_from
            draft.publisher = draft.publisher or news.channel
            if news.date:
                draft.date(news.date, f"the line “{lines[first].text}” above the post")
        drafts.append(draft)
    return drafts


def once(lines: list[Line]) -> tuple[list[Line], list[list[Line]]]:
    """Return the lines without those at the end that only repeat the ones before, and the repeats."""
    repeats: list[list[Line]] = []
    kept = lines
    while cut := _second(kept):
        repeats.insert(0, kept[cut:])
        kept = kept[:cut]
    return kept, repeats


def _second(lines: list[Line]) -> int:
    """Return the index at which a second copy of the lines before it begins and runs to the end, or 0."""
    texts = [line.text for line in lines]
    if len(texts) > _LONGEST:
        return 0
    places: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        places.setdefault(text, []).append(index)
    for first in range(len(texts)):
        if len(texts[first]) < 20:
            continue
        for second in places[texts[first]]:
            # the second copy may lack the last lines of the first, never have others
            length = len(texts) - second
            if second - first - length in (0, 1, 2) and texts[second:] == texts[first : first + length]:
                return second
    return 0


def fill(draft: Draft) -> None:
    """Mark the blocks of a post: announcement and furniture, the headline, the body."""
    lines = draft.lines
    at = 0
    while at < len(lines) and (announced(lines[at].text) or is_noise(lines[at].text) or _channel(lines, at)):
        draft.mark("noise", lines[at])
        at += 1
    last = len(lines)
    if last - at > 1 and closing_date(draft, lines[-1]):
        last -= 1
    speaker: tuple[int, int] | None = None
    head = ""
    if at < len(lines) and _headline(draft, at):
        line = lines[at]
        draft.entitle(line)
        draft.date_in_title()
        head = line.text
        if name := headline_speaker(line.text):
            speaker = (line.start + name.start, line.start + name.end)
        at += 1
    body(draft, lines[at:last], speaker, head)
    if last < len(lines):
        draft.heading = -1
        draft.mark("dateline", lines[last])


def _channel(lines: list[Line], at: int) -> bool:
    """Return whether a line is the name of the channel, above the one that says whence its post comes."""
    return at == 0 and len(lines) > 1 and _forwarded().fullmatch(lines[1].text) is not None


def _headline(draft: Draft, at: int) -> bool:
    """Return whether the post's first line of text is its headline."""
    text = draft.lines[at].text
    if candidate(text):
        return False
    if draft.repeats and at + 1 < len(draft.lines):  # what is not said twice is the headline
        return not any(_contains(draft, repeat, text) for repeat in draft.repeats)
    if at + 1 >= len(draft.lines):
        return len(text) <= 120 and not closed(text)
    return len(text) <= 300 and (lead(text) > 0 or not closed(text))


def _contains(draft: Draft, repeat: tuple[int, int], text: str) -> bool:
    first = next((line for line in draft.lines if line.text == text), None)
    return first is not None and repeat[1] - repeat[0] >= sum(len(line.text) for line in draft.lines)
