"""The words that tell of events and speech, and what they say of a happening's status."""

from __future__ import annotations

from typing import NamedTuple

from reltui.authority.table import Layout
from reltui.authority.tsv import parts
from reltui.model.vocab import EVENT_TYPES, ROLES, STATUSES, EventType, Role, Status

TYPE_COLUMNS = ("type", "definition", "plover", "cameo")
TRIGGER_COLUMNS = (
    "lemma", "language", "pos", "type", "forms", "rank",
    "subject", "object", "links", "link_role", "status", "note",
)  # fmt: skip
SPEECH_COLUMNS = ("lemma", "language", "forms", "mode", "pattern", "strength")
STATUS_COLUMNS = ("phrase", "language", "status", "forms", "side", "weight")
POS = frozenset(["verb", "noun", "phrase"])
MODES = frozenset(["direct", "indirect", "both"])
PATTERNS = frozenset(["verb", "clause", "noun"])


class EventKind(NamedTuple):
    """A type of event with its definition and its codes in PLOVER and CAMEO."""

    type: EventType
    definition: str
    plover: str
    cameo: tuple[str, ...]


class Trigger(NamedTuple):
    """A word or phrase that tells of an event.

    `rank`: 1 tells of it outright … 4 only names the kind; a lower one wins in a sentence. `subject` and
    `object`: roles of grammatical subject and direct object, or None. `links`: words before a further party
    ("with") or, with `link_role` "place", before the place. `status`: what the word implies, or None.
    """

    lemma: str
    language: str
    pos: str
    type: EventType
    forms: tuple[str, ...]
    rank: int
    subject: Role | None
    object: Role | None
    links: tuple[str, ...]
    link_role: str
    status: Status | None
    note: str


class SpeechVerb(NamedTuple):
    """A verb or phrase of saying; `mode`: what may follow; `pattern` "clause": "according to X, …"."""

    lemma: str
    language: str
    forms: tuple[str, ...]
    mode: str
    pattern: str
    strength: int  # 3 always speech, 2 usually, 1 only with a quotation or "that"


class StatusWord(NamedTuple):
    """A cue of a happening's status; `side`: where it stands relative to the trigger (before, after, any)."""

    phrase: str
    language: str
    status: Status
    forms: tuple[str, ...]
    side: str
    weight: int


def event_kind(c: list[str]) -> EventKind:
    """Make an event type from its cells; raises ValueError where one is wrong."""
    return EventKind(_type(c[0]), c[1], c[2], parts(c[3]))


def trigger(c: list[str]) -> Trigger:
    """Make a trigger from its cells; raises ValueError where one is wrong."""
    if c[2] not in POS:
        raise ValueError(f"pos '{c[2]}' is not one of verb, noun, phrase.")
    if c[5] not in ("1", "2", "3", "4"):
        raise ValueError(f"rank '{c[5]}' is not 1 to 4.")
    if c[9] and c[9] != "place" and c[9] not in ROLES:
        raise ValueError(f"link_role '{c[9]}' is neither place nor one of {', '.join(ROLES)}.")
    status = _status(c[10]) if c[10] else None
    subject, obj, forms = _role(c[6]), _role(c[7]), parts(c[4]) or (c[0],)
    return Trigger(
        c[0], c[1], c[2], _type(c[3]), forms, int(c[5]), subject, obj, parts(c[8]), c[9], status, c[11]
    )


def speech_verb(c: list[str]) -> SpeechVerb:
    """Make a speech verb from its cells; raises ValueError where one is wrong."""
    if c[3] not in MODES or c[4] not in PATTERNS or c[5] not in ("1", "2", "3"):
        raise ValueError(
            "mode is direct, indirect or both; pattern is verb, clause or noun; strength is 1, 2 or 3."
        )
    return SpeechVerb(c[0], c[1], parts(c[2]) or (c[0],), c[3], c[4], int(c[5]))


def status_word(c: list[str]) -> StatusWord:
    """Make a status cue from its cells; raises ValueError where one is wrong."""
    if c[4] not in ("before", "after", "any") or c[5] not in ("1", "2", "3"):
        raise ValueError("side is before, after or any; weight is 1, 2 or 3.")
    return StatusWord(c[0], c[1], _status(c[2]), parts(c[3]) or (c[0],), c[4], int(c[5]))


def _type(text: str) -> EventType:
    if text not in EVENT_TYPES:
        raise ValueError(f"type '{text}' is not one of {', '.join(EVENT_TYPES)}.")
    return text


def _status(text: str) -> Status:
    if text not in STATUSES:
        raise ValueError(f"status '{text}' is not one of {', '.join(STATUSES)}.")
    return text


def _role(text: str) -> Role | None:
    if not text:
        return None
    if text not in ROLES:
        raise ValueError(f"role '{text}' is not one of {', '.join(ROLES)}.")
    return text


TYPES = Layout("event_types.tsv", TYPE_COLUMNS, event_kind)
TRIGGERS = Layout("event_triggers.tsv", TRIGGER_COLUMNS, trigger, (0, 1, 2, 3))
SPEECH = Layout("speech_verbs.tsv", SPEECH_COLUMNS, speech_verb, (0, 1))
STATUS = Layout("status_words.tsv", STATUS_COLUMNS, status_word, (0, 1, 2))
