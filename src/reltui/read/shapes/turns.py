"""Who speaks: labels before a colon, and headlines that name whose words follow.

A line "Words in Capitals: text" is a turn only with evidence that the words name a speaker: the label comes
back, it asks a question, a speech sign stands before it, or the head of the text names that person.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reltui.read.lines import Line
from reltui.read.shapes.draft import ITEM, lead
from reltui.read.tables import rows

_STAGE = r"(?:\([^()]{2,80}\)\s*)?"
_LABEL = re.compile(rf"([^:\n]{{1,160}}?)\s*{_STAGE}:(?=\s|$|[^\W\d_])\s*{_STAGE}")
_SIGNS = "💬❓🗣🎙🎤"
_QUESTION = re.compile(r"(Q|A)(?:\s*[:.]|\s{2,}|\u00a0+)\s*")
_NAME = re.compile(r"[^\W\d_](?:[\w'’\-]*[^\W_])?\.?(?:[^\W\d_][\w'’\-]*\.?)*")


class Turn(NamedTuple):
    """The beginning of a turn: the label's span and where the words begin, in offsets of the line's text."""

    label: tuple[int, int]
    start: int
    question: bool


@cache
def _words(what: str) -> frozenset[str]:
    return frozenset(text.casefold() for kind, _, text in rows("reading/labels") if kind == what)


def candidate(text: str) -> Turn | None:
    """Return the turn that a line would begin if its label names a speaker, else None."""
    skip = lead(text)
    if text[skip : skip + 1] in ("Q", "A") and (match := _QUESTION.match(text, skip)):
        return Turn((skip, skip + 1), match.end(), text[skip] == "Q")
    if text.find(":", skip, skip + 250) < 0:
        return None
    match = _LABEL.match(text, skip)
    if match is None or match.group(1).isspace():
        return None
    label = match.group(1)
    question = _asks(label)
    if not question and not _names(label):
        return None
    start = match.start(1)
    return Turn((start, start + len(label)), match.end(), question)


def _asks(label: str) -> bool:
    folded = label.casefold()
    words = _words("question")
    return folded in words or folded.split()[0] in words and len(folded) <= 60


def _names(label: str) -> bool:
    folded = label.casefold()
    others = _words("other")
    if folded in others or folded.split(None, 1)[0] in others or any(c.isdigit() for c in label):
        return False
    words = label.split()
    if len(words) > 16:
        return False
    small = _words("small")
    plain: list[int] = []
    for number, word in enumerate(words):
        bare = word.strip(",'’\"“”«»()")
        if not bare or not _NAME.fullmatch(bare) or (bare.endswith(".") and len(bare) > 6):
            return False
        if bare[0].islower() and bare.casefold() not in small:
            plain.append(number)
    if words[0][0].islower() or words[-1][0].islower():
        return False
    # long titles hold common nouns ("President of the Republika Srpska entity of ..."), names do not
    return not plain or (len(plain) * 4 <= len(words) and plain[-1] < len(words) - 2)


def turns(lines: list[Line], head: str) -> dict[int, Turn]:
    """Return the turns that begin in these lines, by the line's index.

    `head` is the text of title and lead, whose names vouch for a single speaker.
    """
    found: dict[int, Turn] = {}
    for index, line in enumerate(lines):
        if line.hint not in ("title", "heading", "item", "noise") and (turn := candidate(line.text)):
            found[index] = turn
    if not found:
        return found
    labels = {index: _label(lines[index], turn).casefold() for index, turn in found.items()}
    distinct = set(labels.values())
    back = {a for a in distinct if any(a != b and (b.endswith(" " + a) or a.endswith(" " + b)) for b in distinct)}
    back |= {a for a in distinct if sum(1 for b in labels.values() if a == b) > 1}
    asked = any(turn.question for turn in found.values())
    talk = (asked and len(found) > 1) or bool(back - {"a"})
    kept: dict[int, Turn] = {}
    for index, turn in found.items():
        label = labels[index]
        several = len(label.split()) > 1
        if (
            any(sign in _SIGNS for sign in lines[index].text[: turn.label[0]])
            or (talk and (turn.question or several or label in back or asked))
            or (len(distinct) <= 3 and several and _vouched(label, head) and not ITEM.match(lines[index].text))
        ):
            kept[index] = turn
    return kept


def _label(line: Line, turn: Turn) -> str:
    return line.text[turn.label[0] : turn.label[1]]


def _vouched(label: str, head: str) -> bool:
    return " ".join(label.split()[-2:]) in head.casefold()


_WORD = r"[^\W\d_][\w.\-]*"


@cache
def _speech() -> re.Pattern[str]:
    nouns = "|".join(sorted((re.escape(noun) for _, noun in rows("reading/speech")), key=len, reverse=True))
    return re.compile(rf"((?:{_WORD}\s+){{0,8}}{_WORD})[’'](?:s\b)?\s+(?:[\w\-]+\s+){{0,2}}(?:{nouns})\b")


def headline_speaker(text: str) -> tuple[int, int] | None:
    """Return the span of the name whose words a headline announces ("X’s opening remarks at ..."), or None."""
    match = _speech().search(text)
    if match is None:
        return None
    words = list(re.finditer(r"\S+", match.group(1)))
    first = len(words)
    while first and (words[first - 1].group()[0].isupper() or words[first - 1].group() in _words("small")):
        first -= 1
    while first < len(words) and words[first].group()[0].islower():
        first += 1
    return (match.start(1) + words[first].start(), match.end(1)) if first < len(words) else None


def signed(text: str) -> bool:
    """Return whether a speech sign (💬) opens the line."""
    return not text[0].isalnum() and any(sign in _SIGNS for sign in text[: lead(text)])
