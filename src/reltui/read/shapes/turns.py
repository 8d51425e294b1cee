"""Who speaks: labels before a colon.

A line "Words in Capitals: text" is a turn only with evidence that the words name a speaker: the label comes
back in what is a conversation, it asks a question, a speech sign stands before it, or the head of the text
names that person.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from reltui.read.lines import Line
from reltui.read.shapes.draft import ITEM, lead
from reltui.read.tables import rows
from reltui.read.voice import speaks

_STAGE = r"(?:\([^()]{2,80}\)\s*){0,3}"
_LABEL = re.compile(rf"([^:：\n]{{1,160}}?)\s*{_STAGE}(?::(?=\s|$|[^\W\d_])|：)\s*{_STAGE}")
_SIGNS = "💬❓🗣🎙🎤"
_QUESTION = re.compile(r"(Q|A)(?:\s*[:.]|\s{2,}|\u00a0+)\s*")
_NAME = re.compile(r"[^\W\d_](?:[\w'’\-]*[^\W_])?\.?(?:[^\W\d_][\w'’\-]*\.?)*")
_DIGIT = re.compile(r"\d")
_LONG_LABEL = 7  # words: from here on a title may hold common nouns


class Turn(NamedTuple):
    """The beginning of a turn: the label's span and where the words begin, in offsets of the line's text."""

    label: tuple[int, int]
    start: int
    question: bool


@cache
def words_that(what: str) -> frozenset[str]:
    """Return the words of one kind in the table of labels, case-folded."""
    return frozenset(text.casefold() for kind, _, text in rows("reading/labels") if kind == what)


def candidate(text: str) -> Turn | None:
    """Return the turn that a line would begin if its label names a speaker, else None."""
    skip = lead(text)
    if text[skip : skip + 1] in ("Q", "A") and (match := _QUESTION.match(text, skip)):
        return Turn((skip, skip + 1), match.end(), text[skip] == "Q")
    if text.find(":", skip, skip + 250) < 0 and text.find("：", skip, skip + 100) < 0:
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
    questions = words_that("question")
    return folded in questions or (folded.split()[0] in questions and len(folded) <= 60)


def _names(label: str) -> bool:
    """Return whether a label has the form of a name or of an office and a name."""
    folded = label.casefold()
    words, others = label.split(), words_that("other")
    if folded in others or folded.split(None, 1)[0] in others or _DIGIT.search(label):
        return False
    if len(words) > 16 or words[0][0].islower() or words[-1][0].islower() or words[0].endswith(","):
        return False
    small = words_that("small")
    if words[0].casefold() in small - {"the"}:
        return False
    common: list[int] = []
    for number, word in enumerate(words):
        bare = word.strip(",'’\"“”«»()")
        if not bare or not _NAME.fullmatch(bare) or (bare.endswith(".") and len(bare) > 6):
            return False
        if bare[0].islower() and bare.casefold() not in small:
            common.append(number)
    if not common:
        return True
    # "President of the Republika Srpska entity of Bosnia ...": then the name itself still ends the label
    few = len(common) * 4 <= len(words)
    return few and len(words) >= _LONG_LABEL and common[-1] < len(words) - 2


def turns(lines: list[Line], head: str) -> dict[int, Turn]:
    """Return the turns that begin in these lines, by the line's index.

    `head` is the text of title and lead, whose names vouch for a single speaker.
    """
    found: dict[int, Turn] = {}
    for index, line in enumerate(lines):
        if line.hint in ("", "quote") and (turn := candidate(line.text)):
            found[index] = turn
    if not found:
        return found
    labels = {index: _label(lines[index], turn) for index, turn in found.items()}
    back = _coming_back(list(labels.values()))
    asked = any(turn.question for turn in found.values())
    talk = (asked and len(found) > 1) or (bool(back) and _conversation(lines, found))
    few = len(set(labels.values())) <= 3
    kept: dict[int, Turn] = {}
    for index, turn in found.items():
        label, text = labels[index], lines[index].text
        several = " " in label or "." in label  # a name of two words, or with initials: "В.Путин"
        if (
            any(sign in _SIGNS for sign in text[: turn.label[0]])
            or (talk and (turn.question or several or asked or label in back or speaks(text[turn.start :])))
            or (few and several and _vouched(label, text[turn.start :], head) and not ITEM.match(text))
        ):
            kept[index] = turn
    return kept


def _label(line: Line, turn: Turn) -> str:
    return " ".join(line.text[turn.label[0] : turn.label[1]].casefold().split())


def _coming_back(labels: list[str]) -> set[str]:
    """Return the labels that recur, whole or as the end of a longer one ("President ... Putin", "Putin")."""
    distinct = Counter(labels)
    back = {label for label, times in distinct.items() if times > 1 and label != "a"}
    if len(distinct) <= 200:
        for one in distinct:
            if any(
                one != other and (other.endswith(" " + one) or one.endswith(" " + other))
                for other in distinct
            ):
                back.add(one)
    return back


def _conversation(lines: list[Line], found: dict[int, Turn]) -> bool:
    """Return whether what follows the labels is on the whole somebody's speech, not entries of a list."""
    texts = [lines[index].text[turn.start :] or _below(lines, index) for index, turn in found.items()]
    return sum(1 for text in texts if speaks(text)) * 4 >= len(texts)


def _below(lines: list[Line], index: int) -> str:
    return lines[index + 1].text if index + 1 < len(lines) else ""


def _vouched(label: str, text: str, head: str) -> bool:
    """Return whether the head names the person of a label that is an office and a name, or speaks."""
    words = label.split()
    if not text or " ".join(words[-2:]) not in head.casefold():
        return False
    if any(word.strip(".,") in words_that("title") for word in words):
        return True
    return len(words) <= 3 and not words_that("small") & set(words) and speaks(text)


def signed(text: str) -> bool:
    """Return whether a speech sign (💬) opens the line."""
    return not text[0].isalnum() and any(sign in _SIGNS for sign in text[: lead(text)])
