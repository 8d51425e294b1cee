"""Channel dumps: posts copied one after the other, each announced by the channel it was forwarded from.

The copy of a post made from a chat window often holds the body twice, once as it stands and once as the
preview's text: the first is kept, the second recorded as a repeat.
"""

from __future__ import annotations

import re
from functools import cache

from reltui.read.lines import Line
from reltui.read.shapes.draft import LEAD, Draft, lead
from reltui.read.shapes.furniture import is_noise
from reltui.read.shapes.speech import headline_speaker
from reltui.read.shapes.turns import candidate
from reltui.read.shapes.walk import body, closed
from reltui.read.tables import rows


@cache
def _announcement() -> re.Pattern[str]:
    words = "|".join(re.escape(text) for _, text in rows("reading/forwards"))
    return re.compile(rf"(?:{words})[ :\u00a0]+(\S.{{0,120}})", re.I)


def announced(text: str) -> str | None:
    """Return the channel that a line says a post was forwarded from, or None."""
    match = _announcement().fullmatch(text)
    return match.group(1) if match else None


def split(lines: list[Line]) -> list[Draft]:
    """Return the posts of a dump, or nothing where the text is none.

    Lines before the first announcement make a post of their own.
    """
    starts = [index for index, line in enumerate(lines) if announced(line.text)]
    if not starts or (len(starts) == 1 and starts[0] > 0):
        return []
    bounds = starts if starts[0] == 0 else [0, *starts]
    drafts: list[Draft] = []
    for first, last in zip(bounds, [*bounds[1:], len(lines)], strict=True):
        post = lines[first:last]
        kept, repeated = once(post)
        channel = announced(post[0].text)
        draft = Draft(kept, kind="post", forwarded_from=channel)
        draft.publisher = LEAD.sub(" ", channel).strip() if channel else None
        draft.repeats = [(group[0].start, group[-1].end) for group in repeated]
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
    for first in range(len(texts)):
        if len(texts[first]) < 20:
            continue
        for second in range(first + 1, len(texts)):
            if texts[second] != texts[first]:
                continue
            rest = texts[second:]
            # the second copy may lack the last lines of the first, never have others
            if rest == texts[first : first + len(rest)] and second - first - len(rest) in (0, 1, 2):
                return second
    return 0


def fill(draft: Draft) -> None:
    """Mark the blocks of a post: announcement and furniture, the headline, the body."""
    lines = draft.lines
    at = 0
    while at < len(lines) and (announced(lines[at].text) or is_noise(lines[at].text)):
        draft.mark("noise", lines[at])
        at += 1
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
    body(draft, lines[at:], speaker, head)


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
