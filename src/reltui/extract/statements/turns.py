"""Turns and set-apart quotations: their speaker is named by a label, a source line or the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reltui.extract.document import Document
from reltui.extract.drafts import StatementDraft, When
from reltui.extract.order import within
from reltui.extract.statements.lexicon import WORD, Lexicon
from reltui.extract.statements.releases import named_by, same_name, speaks
from reltui.extract.statements.speakers import Cast
from reltui.model import Block
from reltui.model.vocab import Mode

_STEM = 6  # letters that the names of one office share


def turns(document: Document, cast: Cast, lexicon: Lexicon, dates: Sequence[When]) -> list[StatementDraft]:
    """Return one statement for each speaker turn, over all its paragraphs.

    `dates` are the document's date expressions: the one of the headline dates what is said under it.
    """
    groups = _groups(document)
    if not groups:
        return []
    heads = [b for b in document.blocks if b.kind in ("title", "heading")]
    when = _headline_date(document, dates)
    named = named_by(document.source.title, lexicon)
    of_headline = _of_headline(document, cast)
    found: list[StatementDraft] = []
    answerer: int | None = None
    for blocks in groups:
        start, end = _trim(document.text, blocks[0].start, blocks[-1].end)
        label = next((b.label for b in blocks if b.label is not None), None)
        if label is None:
            found.append(StatementDraft("direct", ((start, end),), None, None, when))
            continue
        head = bisect_right(heads, label[0], key=lambda b: b.start) - 1
        announced = head >= 0 and label[0] < heads[head].end
        if announced and not speaks(document.text, [(b.start, b.end) for b in blocks], lexicon):
            continue  # "Statement by X" over a report in the third person
        words = document.text[label[0] : label[1]].strip(" :\u00a0")
        asks = _asks(words, lexicon)
        speaker = named_in(cast, label, words, lexicon)
        if speaker is None and not asks:
            if lexicon.has("answer", words):
                speaker = answerer if answerer is not None else of_headline
            elif not _nobody(words, lexicon):
                speaker = _by_office(cast, words, start)
                if speaker is None:
                    speaker = _of_head(document, cast, words)
                if speaker is None and named and _shares_word(words, named):
                    speaker = same_name(cast, named)
                    words = words if speaker is not None else named
        if speaker is not None:
            cast.last = answerer = speaker
        mode: Mode = "question" if asks else "direct"
        found.append(
            StatementDraft(mode, ((start, end),), speaker, None if speaker is not None else words, when)
        )
    return found


def _groups(document: Document) -> list[list[Block]]:
    """Return the filled blocks of each turn; what one headline announces is one turn under all headings."""
    groups: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.kind == "turn" and block.group >= 0:
            groups.setdefault(block.group, []).append(block)
    found: list[list[Block]] = []
    last: tuple[int, int] | None = None
    for blocks in groups.values():
        label = next((b.label for b in blocks if b.label is not None), None)
        filled = [b for b in blocks if b.end > b.start]
        if not filled:
            continue
        if label is not None and label == last:
            found[-1] += filled
        else:
            found.append(
                filled if label is None or filled[0].label else [_labelled(filled[0], label), *filled[1:]]
            )
        last = label
    return found


def _labelled(block: Block, label: tuple[int, int]) -> Block:
    return replace(block, label=label)


def _nobody(label: str, lexicon: Lexicon) -> bool:
    """Return whether a label names no particular person ("MODERATOR", "SENIOR ADMINISTRATION OFFICIAL")."""
    last = WORD.findall(label)[-1:]
    return bool(last) and lexicon.has("nobody", last[0])


def _shares_word(label: str, named: str) -> bool:
    """Return whether a label ("THE PRESIDENT") shares a word with the headline's "President Biden"."""
    words = {w.casefold() for w in WORD.findall(named)}
    return any(len(w) > 3 and w.casefold() in words for w in WORD.findall(label))


def _asks(label: str, lexicon: Lexicon) -> bool:
    """Return whether a label is that of somebody who asks: "Question", "Question (via interpreter)"."""
    first = WORD.match(label)
    rest = label[first.end() :].lstrip() if first else ""
    return first is not None and lexicon.has("question", first.group()) and not rest[:1].isalpha()


def named_in(cast: Cast, label: tuple[int, int], words: str, lexicon: Lexicon) -> int | None:
    """Return the spot that a label names: its last person, else somebody of that surname, else a body."""
    if _nobody(words, lexicon):
        return None
    inside = cast.persons(label[0], label[1])
    if inside:
        return inside[-1]
    last = [m.group().casefold() for m in WORD.finditer(words)]
    if last and len(last[-1]) > 2 and (spot := cast.first_of_surname(last[-1])) is not None:
        return spot
    bodies = cast.between(label[0], label[1])
    return bodies[-1] if bodies else None


def quotations(
    document: Document, cast: Cast, lexicon: Lexicon, dates: Sequence[When]
) -> list[StatementDraft]:
    """Return the set-apart quotations of a page: the source line under each may name speaker, date and venue.

    On a page about one person the speaker is that person, unless the source line begins with somebody's name.
    """
    text = document.text
    subject = _of_headline(document, cast)
    found: list[StatementDraft] = []
    for block in _whole(document.blocks):
        if block.kind == "quote" and block.end > block.start:
            start, end = _unmarked(text, block.start, block.end)
            speaker, when, venue = subject, None, None
            if block.label is not None:
                named = [i for i in cast.persons(*block.label) if cast.lead(i) - block.label[0] <= 3]
                speaker = named[0] if named else subject
                when = _inside(dates, block.label)
                if not named:
                    venue = _venue(text, block.label, when)
            if speaker is not None or block.label is not None:
                found.append(StatementDraft("direct", ((start, end),), speaker, None, when, venue))
        elif block.role == "others" and block.label is not None and block.kind in ("paragraph", "item"):
            speaker = named_in(cast, block.label, text[block.label[0] : block.label[1]], lexicon)
            if speaker is not None:
                found.append(StatementDraft("indirect", (_trim(text, block.start, block.end),), speaker))
    return found


def _whole(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with the paragraphs of one quotation put together."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last is not None and block.kind == last.kind == "quote" and block.group == last.group >= 0:
            found[-1] = replace(last, end=block.end)
        else:
            found.append(block)
    return found


def _of_headline(document: Document, cast: Cast) -> int | None:
    """Return the first person that the title or the first heading names."""
    for block in document.blocks:
        if block.kind in ("title", "heading"):
            named = cast.persons(block.start, block.end)
            if named:
                return named[0]
    return None


def _of_head(document: Document, cast: Cast, label: str) -> int | None:
    """Return the person whom a line of the head names with the label's office: "X, Spokesperson"."""
    words = WORD.findall(label)
    if len(words) != 1 or len(words[0]) <= _STEM:
        return None
    stem = words[0][:_STEM].casefold()  # Spokesman, Spokeswoman, Spokesperson
    for block in document.blocks:
        if block.kind == "turn":
            return None
        if block.kind in ("caption", "title", "heading", "paragraph"):
            people = [
                i for i, s in within(cast.spots, block.start, block.end) if s.kind == "person" and s.sure
            ]
            if people and stem in document.text[block.start : block.end].casefold():
                return people[0]
    return None


def _by_office(cast: Cast, words: str, at: int) -> int | None:
    """Return whom a label such as "THE PRESIDENT" stands for: somebody who has that title in this text."""
    wanted = [m.group() for m in WORD.finditer(words)]
    for word in reversed(wanted):
        spot = cast.titled(word, at)
        if spot is None:
            spot = cast.titled(word, len(cast.text))
        if spot is not None:
            return spot
    return None


def _headline_date(document: Document, dates: Sequence[When]) -> When | None:
    for block in document.blocks:
        if block.kind in ("title", "dateline"):
            when = _inside(dates, (block.start, block.end))
            if when is not None and not when.missing:
                return when
    return None


def _inside(dates: Sequence[When], span: tuple[int, int]) -> When | None:
    index = bisect_right(dates, span[0] - 1, key=lambda d: d.start)
    return dates[index] if index < len(dates) and dates[index].start < span[1] else None


def _venue(text: str, label: tuple[int, int], when: When | None) -> str | None:
    """Return the words of a source line before its date ("Meeting with … in Beijing")."""
    words = text[label[0] : when.start if when else label[1]]
    plain = " ".join(words.split(" — ")[0].split()).strip(" ,–—-(")
    return plain or None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out white space and signs that open the words (emoji, dashes), not marks of quotation or cuts."""
    while start < end and not (text[start].isalnum() or text[start] in "\"“„«‘'(<[…$€£#@"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _unmarked(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = _trim(text, start, end)
    if end - start > 2 and text[start] in '"“„«‘”' and text[end - 1] in '"”“»’':
        return start + 1, end - 1
    return start, end
