"""The closed vocabularies, each defined once.

Definitions, trigger words and PLOVER/CAMEO codes of the event types are data
(`data/event_types.tsv`), not code. A value outside these lists never enters the store.
"""

from __future__ import annotations

from typing import Literal, get_args

ActorKind = Literal["person", "organisation", "state"]
EventType = Literal[
    "visit", "meeting", "call", "press_conference", "statement",
    "agreement", "session", "ceremony", "measure", "other",
]  # fmt: skip
Status = Literal["planned", "occurred", "cancelled"]
Role = Literal["party", "host", "guest", "speaker", "addressee", "organiser", "subject"]
Mode = Literal["direct", "indirect", "post", "question"]
Precision = Literal["day", "month", "year", "span", "bounded", "unknown"]
Basis = Literal["explicit", "inferred"]
SourceKind = Literal[
    "briefing", "release", "article", "post", "tweet",
    "transcript", "profile", "document", "message", "page",
]  # fmt: skip
DoubtKind = Literal[
    "name", "date", "sum", "office", "status", "duplicate", "acronym", "separator", "translation",
]  # fmt: skip
Severity = Literal["note", "doubt", "conflict"]
Origin = Literal["authority", "corpus", "correction"]
BlockKind = Literal[
    "title", "heading", "dateline", "paragraph", "item", "turn", "quote", "attribution", "caption", "noise",
]  # fmt: skip

ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
STATUSES: tuple[Status, ...] = get_args(Status)
ROLES: tuple[Role, ...] = get_args(Role)
MODES: tuple[Mode, ...] = get_args(Mode)
PRECISIONS: tuple[Precision, ...] = get_args(Precision)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
DOUBT_KINDS: tuple[DoubtKind, ...] = get_args(DoubtKind)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
