"""Who takes part: the actors of a trigger's clause, with roles from the sides on which they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reltui.authority import Tables
from reltui.authority.triggers import Trigger
from reltui.extract.drafts import PartyDraft, Spot
from reltui.extract.events.telling import Telling
from reltui.extract.order import within
from reltui.model.vocab import Role
from reltui.read.tables import rows

_JOINED = re.compile(r",?\s(?:and\s|и\s|i\s)?(?:the\s|of\s)*", re.IGNORECASE)
_BY = re.compile(r"\s(?:by|of|from)\s", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:(?P<you>you|your)|(?P<we>we|our|us|i|my|me))\b", re.IGNORECASE)

_TO_VERB = re.compile(r",?\s(?:has\s|had\s|also\s|je\s|су\s|је\s|su\s)?")
_TELLING = 24  # characters behind a name in which its verb of saying begins

_PRONOUN = {
    "en": re.compile(
        r"^(?:(?:on|in|at|today|previously|earlier|later|then|also|from|during\s\w+)\b[\w\s]{0,20},?\s"
        r"|(?:at|during|after|following|upon)\b[\w\s]{0,40},\s)?"
        r"(?:he|she|they|both|we|i|you|our|(?:the|both)\s(?:two\s|both\s)?(?:foreign\s|prime\s)?(?:leaders|presidents|ministers|sides|"
        r"parties|officials|delegations?|president|minister|prime\sminister|foreign\sminister|heads?\sof\sstate))\b",
        re.IGNORECASE,
    ),
    "sr": re.compile(
        r"^(?:on|ona|oni|он|она|они|ми|mi|ја|ja|(?:dvoj\w+|двој\w+)\s\w+|ministri|predsednici|sagovornici|министри|"
        r"председници|саговорници)\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"^(?:он|она|они|мы|я|стороны|министры|президенты|главы|собеседники|условились|договорились)\b",
        re.IGNORECASE,
    ),
}


def parties_in(
    spots: Sequence[Spot], span: tuple[int, int], trigger: tuple[int, int], entry: Trigger | None
) -> list[PartyDraft]:
    """Return the participants that the span names, persons before bodies before states.

    Where persons are named, states and bodies do not count as parties beside them, except a body that is
    itself the subject or the counterpart ("met with RIA Novosti").
    """
    inside = [
        (i, s)
        for i, s in within(spots, *span)
        if s.end <= span[1] and not s.author and not _part_of(s, trigger)
    ]
    persons = [(i, s) for i, s in inside if s.kind == "person" and (s.sure or s.handle)]
    if persons:
        return [PartyDraft(i, _role(s, trigger, entry)) for i, s in persons]
    bodies = [(i, s) for i, s in inside if s.kind == "organisation"]
    states = [(i, s) for i, s in inside if s.kind == "state" and not s.adjective]
    chosen = bodies + states if bodies or states else [(i, s) for i, s in inside if s.kind == "state"]
    return [PartyDraft(i, _role(s, trigger, entry)) for i, s in sorted(chosen, key=lambda pair: pair[0])]


def _part_of(spot: Spot, trigger: tuple[int, int]) -> bool:
    """Whether the words that tell of it are the actor's too: "*Foreign Office* Consultations" are no Foreign Office.

    A body that is called by them takes part all the same: "the Russian-Serbian Cultural *Forum* was held".
    """
    if spot.kind == "organisation":
        return trigger[0] <= spot.start and spot.end < trigger[1]
    return spot.start < trigger[1] and trigger[0] < spot.end


def without_tellers(
    text: str, spots: Sequence[Spot], parties: list[PartyDraft], trigger: tuple[int, int],
    entry: Trigger | None, tables: Tables,
) -> list[PartyDraft]:  # fmt: skip
    """Leave out who only tells of it: "Guterres will travel to Davos, his Spokesman, X, announced on Friday"."""
    if entry is None or entry.type in ("statement", "press_conference") or len(parties) < 2:
        return parties
    kept = [
        p for p in parties
        if spots[p.spot].kind != "person" or not (
            stands_by(text, spots[p.spot]) or _tells(text, spots, parties, spots[p.spot], trigger, tables)
        )
    ]  # fmt: skip
    return kept or parties


@cache
def _bystanders() -> re.Pattern[str]:
    words = "|".join(re.escape(row[1]) for row in rows("events/bystanders"))
    return re.compile(rf"\b(?:{words})\s(?:the\s|his\s|her\s|its\s)?(?:\w+\s)?$", re.IGNORECASE)


def stands_by(text: str, one: Spot) -> bool:
    """Whether the words before the name, or before its title, put its bearer aside."""
    start = min(one.start, one.title_span[0]) if one.title_span is not None else one.start
    return _bystanders().search(text, max(0, start - 60), start) is not None


def _tells(
    text: str, spots: Sequence[Spot], parties: Sequence[PartyDraft], one: Spot, trigger: tuple[int, int],
    tables: Tables,
) -> bool:  # fmt: skip
    """Whether a verb of saying follows the name, and who acts is somebody else."""
    behind = one.start >= trigger[1]
    if not behind and not any(one.end < spots[p.spot].start < trigger[0] for p in parties):
        return False
    for hit in tables.speech_phrases.scan(text, one.end, min(len(text), one.end + _TELLING)):
        gap = text[one.end : hit.start]
        if _TO_VERB.fullmatch(gap) and any(e.pattern == "verb" and e.strength >= 2 for e in hit.entries):
            return behind or trigger[0] > hit.end
    return False


def _role(spot: Spot, trigger: tuple[int, int], entry: Trigger | None) -> Role:
    if entry is None:
        return "party"
    role = entry.subject if spot.end <= trigger[0] else entry.object
    return role or "party"


def begins_with_pronoun(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether the clause has a pronoun or a bare title for its subject, and so takes over earlier parties."""
    return _PRONOUN.get(language, _PRONOUN["en"]).match(text[start:end]) is not None


def by_whom(text: str, spots: Sequence[Spot], telling: Telling, clause: tuple[int, int]) -> list[PartyDraft]:
    """Return the parties that a noun's "by" names: "the visit by the Serbian Prime Minister to Russia"."""
    match = _BY.match(text, telling.end)
    word = match.group().strip().casefold() if match else ""
    if match is None or not (word == "by" or (word == "of" and telling.entry.type == "visit")):
        return []
    stop = min(clause[1], match.end() + 120)
    inside = list(within(spots, match.end(), stop))
    people = [
        PartyDraft(i, telling.entry.subject or "party") for i, s in inside if s.kind == "person" and s.sure
    ]
    others = (
        []
        if word == "of"
        else [PartyDraft(i, telling.entry.subject or "party") for i in _listed(text, inside)]
    )
    return people or others


def _listed(text: str, spots: Sequence[tuple[int, Spot]]) -> list[int]:
    """Return the first spot and those that a comma or "and" joins to it: "France, Italy and the United States"."""
    found: list[int] = []
    end = 0
    for index, spot in spots:
        if found and not _JOINED.fullmatch(text, end, spot.start):
            break
        found.append(index)
        end = spot.end
    return found


def pronoun_before(text: str, start: int, trigger: int) -> str:
    """Return "you" or "we" for the last such pronoun between the clause's start and its trigger, else ""."""
    last = ""
    for match in _SPOKEN.finditer(text, start, trigger):
        last = "you" if match["you"] else "we"
    return last
