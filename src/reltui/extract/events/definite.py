"""When words tell of something definite enough to stand in a chronology."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reltui.extract.dates.same_year import of_that_year
from reltui.extract.document import Document
from reltui.extract.drafts import PartyDraft, Spot, When
from reltui.extract.events.company import Clause
from reltui.extract.events.telling import Telling, circumstantial
from reltui.model.vocab import Status
from reltui.read.tables import rows

#: Kinds of happening that two named persons make definite without a date.
CONTACT = frozenset(("visit", "meeting", "call", "press_conference"))
_OF_A_THING = re.compile(
    r"(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bhas)(?<!\bhave)(?<!\bhad)(?<!\bis)(?<!\bare)\s"
    r"(?:established|created|founded|adopted|signed|launched|concluded|enacted|issued)\s(?:in|on)\s$"
)
_PREPOSITION = re.compile(r"\s(?:on|in|u|у|в|во)\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"\bhad\s(?:\w+ly\s|also\s)?(?:\w+ed|given|been|made|brought|led|become|taken)\b")
_SINCE = re.compile(r"\b(?:since|after|before|until|upon)\s\w+ing\s(?:\w+\s){0,3}(?:in|on)\s$", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|this|these|their|those|such)\s(?:\w+\s)?$", re.IGNORECASE)


def tells_undated(
    document: Document, spots: Sequence[Spot], clause: Clause, telling: Telling,
    named: Sequence[PartyDraft], parties: Sequence[PartyDraft], status: Status,
) -> bool:  # fmt: skip
    """Whether a clause without a date tells of something definite enough to be an event.

    `named` are the parties that the clause itself names, `parties` those with what it takes over.
    """
    entry, text = telling.entry, document.text
    people = [p for p in parties if spots[p.spot].kind == "person"]
    if entry.type == "agreement" and entry.pos == "verb" and status == "occurred" and len(people) >= 2:
        return True  # two who sign do it at one place and hour, here the one the text tells of
    if entry.type not in CONTACT and not clause.lead:
        return False
    if entry.pos == "noun" and _DEFINITE.search(text, max(0, telling.start - 20), telling.start):
        return False  # "during the meeting": one told of before
    if circumstantial(text, telling) or _intentions().search(
        text, max(clause.span[0], telling.start - 40), telling.start
    ):
        return False
    if entry.pos == "noun" and _BEFORE.search(text, *clause.span) is not None:
        return False  # "his visit and the talks with X had given an impetus": it lay before
    if clause.lead and is_joint(text, telling):
        return len(parties) >= 2 and not people
    if clause.lead:
        return any(spots[p.spot].kind == "person" for p in named) and entry.rank <= 2
    if entry.type == "visit" and people and document.blocks[clause.sentence.block].kind == "item":
        return True  # a list of what somebody did: "Putin visited Belgrade, pledging …"
    return len(people) >= 2 and entry.rank <= 1 and (bool(named) or status == "occurred")


@cache
def _saying() -> re.Pattern[str]:
    verbs = "|".join(re.escape(row[1]).replace(r"\*", r"\w*") for row in rows("events/saying"))
    return re.compile(rf",?\s(?:je\s|је\s|has\s|had\s)?(?:{verbs})\b", re.IGNORECASE)


@cache
def _intentions() -> re.Pattern[str]:
    words = "|".join(re.escape(row[1]) for row in rows("events/intentions"))
    return re.compile(rf"\b(?:{words})\s(?:\w+\s)?$", re.IGNORECASE)


def is_joint(text: str, telling: Telling) -> bool:
    """Whether a noun is headed as what several states or bodies issue: "Joint Statement by …"."""
    entry = telling.entry
    return (
        entry.type == "statement" and entry.pos == "noun" and text.startswith((" by ", " of "), telling.end)
    )


def tells_without_trigger(document: Document, clause: Clause, when: When | None) -> bool:
    """Whether a date alone tells: in a chronology always, elsewhere where it gives the day."""
    if document.blocks[clause.sentence.block].kind == "title":
        return False
    if when is None or clause.spoken or (when.relative and not when.relative.startswith("after")):
        return False
    return when.day is not None or bool(when.relative) or document.source.kind in ("page", "document")


def is_the_talk_itself(
    clause: Clause, telling: Telling | None, when: When | None, named: Sequence[PartyDraft], status: Status
) -> bool:
    """Whether a speaker only tells of the hour in which he speaks: "Today we are confronted with …"."""
    if not clause.spoken or when is None or when.relative != "day:0":
        return False
    return status == "occurred" or (not named and telling is not None and telling.entry.type in CONTACT)


def event_dates(text: str, dates: Sequence[When], start: int) -> list[When]:
    """Return the dates that can be a happening's.

    Not the bounds of something that goes on ("since 2009"), nor a date that only says how old a thing is ("the
    commission established in May 2021"), when something was said, or what years a plan is for.
    """
    exact = [d for d in dates if d.day is not None and not d.open]
    return [
        d
        for d in dates
        if not (
            (d.weekday is not None or d.relative)
            and d.day is None
            and any(_beside(text, d, other) for other in exact)
        )
        and not (d.open and exact)
        and not (len(dates) > 1 and _SINCE.search(text, max(0, d.start - 60), d.start))
        and not (len(dates) > 1 and _saying().match(text, d.end))
        and (not d.open or d.day is not None or d.start == start)
        and not _OF_A_THING.search(text, max(0, d.start - 50), d.start)
        and not _of_another(text, d)
        and not any(d.end <= o.start and d.month is None and of_that_year(text, o) for o in dates)
    ]


@cache
def _others() -> dict[str, re.Pattern[str]]:
    found: dict[str, list[str]] = {"saying": [], "period": []}
    for _, of, words in rows("events/another_date"):
        found[of].append(re.escape(words).replace(r"\ ", r"\s"))
    return {of: re.compile(rf"\b(?:{'|'.join(w)})\s*$", re.IGNORECASE) for of, w in found.items()}


def _of_another(text: str, when: When) -> bool:
    """Whether the words before a date make it that of the saying, or of what something is made for."""
    begin = max(0, when.start - 40)
    before = text[begin : when.start]
    if when.month is None and not when.relative and _others()["period"].search(before):
        return True
    return _others()["saying"].search(_PREPOSITION.sub("", before)) is not None


def _beside(text: str, weekday: When, day: When) -> bool:
    """Whether a weekday only names the day beside it: "on Tuesday (21 November 2023)"."""
    first, second = (weekday, day) if weekday.start < day.start else (day, weekday)
    return text[first.end : second.start].strip(" ,(") == ""


_BETWEEN = re.compile(r"\s(?:(?:official|state|working|two-day|three-day|first|second|bilateral|joint)\s)?")


def dated_noun(text: str, when: When, found: Sequence[Telling]) -> Telling | None:
    """Return the noun that a date stands before, which is then what the date is of: "her June 2021 *visit* to"."""
    for telling in found:
        if telling.entry.pos != "noun" and telling.entry.type not in ("visit", "meeting", "call"):
            continue
        if telling.start > when.end and _BETWEEN.fullmatch(text, when.end, telling.start):
            return telling
    return None


_ONLY_SAID = re.compile(
    r"\s*(?:late\s|earlier\s)?(?:today|yesterday|(?:on|in|via|through)\s[^,;:]{0,60})?\s*[.”\"]*\s*",
    re.IGNORECASE,
)


def only_attributes(text: str, sentence: int, clause: tuple[int, int], telling: Telling) -> bool:
    """Whether a later clause only says who told the rest: "…, the Department of Foreign Affairs announced today"."""
    if telling.entry.type != "statement" or telling.entry.pos != "verb" or clause[0] <= sentence:
        return False
    return _ONLY_SAID.fullmatch(text, telling.end, clause[1]) is not None
