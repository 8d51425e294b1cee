"""The body of a text: headings, turns, items, quotations, furniture and paragraphs, line by line."""

from __future__ import annotations

import re
from functools import cache

from reltui.read.lines import Line
from reltui.read.shapes.draft import ITEM, Draft, lead
from reltui.read.shapes.furniture import is_cut, is_noise, is_stage
from reltui.read.shapes.speech import headline_speaker
from reltui.read.shapes.turns import signed, turns
from reltui.read.tables import rows
from reltui.read.voice import first_person

_OWN_WORDS = 2  # pronouns of the first person that make a text its speaker's own words
#: What no heading ends with: the end of a sentence, or a line that announces the next one.
_OPEN_ENDED = '.!?…:;,"”“»*'
_ENTRY = 100  # characters of an entry of a list without bullets
_ENTRIES = 2  # of which it has at the least
_LEAD_IN = 160  # characters of a line that says whose words follow
_MARKS = "\"“”„«‘'"
_WORD = re.compile(r"\w+")
_STOP = ".!?…。！？"
_QUOTES = "\"”“’'»)]"
_QUOTED = re.compile(r"[\"“”„«](.{20,}?)[\"“”»]", re.S)
_YEARED = re.compile(r",\s(?:\d{4}(?:[–-]\d{2,4})?|c\.\s?\d{4})\.?$")


def closed(text: str) -> bool:
    """Return whether a line ends like a sentence."""
    bare = text.rstrip(_QUOTES)
    return bool(bare) and bare[-1] in _STOP


def is_heading(lines: list[Line], index: int) -> bool:
    """Return whether a line heads what follows: short, unclosed, capitalised, and with prose below it."""
    line = lines[index]
    if line.hint:
        return line.hint == "heading"
    text = line.text[lead(line.text) :]
    if len(text) > 110 or index + 1 >= len(lines) or len(text.split()) > 16 or len(text) < 3:
        return False
    if _YEARED.search(text) and text[0].isupper():
        return not is_noise(lines[index + 1].text)
    if text[-1] in _OPEN_ENDED or text[0].islower() or not text[0].isalnum():
        return False
    if ITEM.match(text) or is_noise(line.text):
        return False
    below = lines[index + 1]
    if is_prose(below.text):
        return True
    return index + 2 < len(lines) and len(below.text) <= 110 and is_prose(lines[index + 2].text)


def is_prose(text: str) -> bool:
    """Return whether a line reads as running text."""
    return len(text) >= 80 or (len(text) >= 25 and closed(text)) or ITEM.match(text) is not None


def body(draft: Draft, lines: list[Line], speaker: tuple[int, int] | None = None, head: str = "") -> None:
    """Mark the blocks of a text's body.

    `speaker` is the span, in the content's text, of the name whose words the headline announces: what a
    speech sign opens then is that person's turn, and so is all of it where it is told in the first person.
    `head` is the text of title and lead.
    """
    spoken = turns(lines, head)
    own = speaker is not None and not spoken and not any(signed(line.text) for line in lines)
    own = own and sum(first_person(line.text) for line in lines) >= _OWN_WORDS
    pulled = _pull_quotes(lines)
    unmarked = _unmarked_items(lines)
    quoted = _set_apart(lines)
    group = -1  # of the turn that goes on
    label: tuple[int, int] | None = None  # of a turn whose words begin on the next line
    for index, line in enumerate(lines):
        if index in pulled or line.hint == "noise" or _is_furniture(line.text, group >= 0):
            draft.mark("noise", line)
        elif turn := spoken.get(index):
            group = draft.group()
            label = (line.start + turn.label[0], line.start + turn.label[1])
            if (start := line.start + turn.start) < line.end:
                draft.add("turn", start, line.end, label, group)
                label = None
        elif index in quoted:
            lead_in = lines[quoted[index]]
            if quoted[index] == index - 1:
                group = draft.group()
            draft.add("quote", line.start, line.end, (lead_in.start, lead_in.end), group)
            if index + 1 not in quoted:
                group = -1
        elif not label and index not in unmarked and is_heading(lines, index) and not signed(line.text):
            group = -1
            speaker = speaker if own else None
            named = headline_speaker(line.text)
            draft.open(line, named.role if named else "")
        elif group < 0 and speaker and (own or signed(line.text)):
            group = draft.group()
            draft.add("turn", line.start + lead(line.text), line.end, speaker, group)
        elif group >= 0:
            draft.add("turn", line.start + lead(line.text), line.end, label, group)
            label = None
        elif line.hint == "item" or index in unmarked or ITEM.match(line.text):
            draft.item(line)
        else:
            draft.mark("quote" if line.hint == "quote" else "paragraph", line)


def _is_furniture(text: str, spoken: bool) -> bool:
    return is_noise(text) or is_cut(text) or (spoken and is_stage(text))


@cache
def _saying() -> re.Pattern[str]:
    words = "|".join(re.escape(text) for _, text in rows("reading/said"))
    return re.compile(rf"(?:^|.*\s)(?:{words})\s?:$", re.IGNORECASE)


def _set_apart(lines: list[Line]) -> dict[int, int]:
    """Return the lines that are somebody's words without marks, and the line that says whose: "X said:".

    The line below is; those after it are as long as they speak in the first person.
    """
    found: dict[int, int] = {}
    index = 0
    while index < len(lines) - 1:
        lead_in = index
        index += 1
        if len(lines[lead_in].text) > _LEAD_IN or not _saying().match(lines[lead_in].text):
            continue
        while index < len(lines) and lines[index].text[0] not in _MARKS and lines[index].text[-1] != ":":
            if not is_prose(lines[index].text) or (
                index > lead_in + 1 and not first_person(lines[index].text)
            ):
                break
            found[index] = lead_in
            index += 1
    return found


def _unmarked_items(lines: list[Line]) -> set[int]:
    """Return the lines of lists without bullets: two or more short, open lines below one that ends in a colon."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if line.text[-1] != ":" or index in found:
            continue
        last = index + 1
        while last < len(lines) and not lines[last].hint and _is_entry(lines[last].text):
            last += 1
        if last - index > _ENTRIES:
            found.update(range(index + 1, last))
    return found


def _is_entry(text: str) -> bool:
    return len(text) <= _ENTRY and text[0].isupper() and not closed(text) and ":" not in text


def _pull_quotes(lines: list[Line]) -> set[int]:
    """Return the lines that only print again, between quotation marks, words that stand elsewhere."""
    quoted = {
        index: match[1]
        for index, line in enumerate(lines)
        if line.text[0] in '"“”„«' and (match := _QUOTED.fullmatch(line.text))
    }
    places = _places(lines) if quoted else {}
    found: set[int] = set()
    for index, words in quoted.items():
        # its first and last word may be parts of longer ones elsewhere, those between them are whole
        inner = _WORD.findall(words)[1:-1]
        near = min((places[word] for word in inner), key=len) if inner else range(len(lines))
        if any(words in lines[at].text for at in near if at != index):
            found.add(index)
    return found


def _places(lines: list[Line]) -> dict[str, list[int]]:
    """Return in which lines each word stands."""
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        for word in set(_WORD.findall(line.text)):
            places.setdefault(word, []).append(index)
    return places
