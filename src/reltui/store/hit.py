"""One line of search results. By itself, since a search from the command line needs no other row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HitKind = Literal["passage", "actor", "event", "statement"]
Order = Literal["relevance", "date"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of search results, and where it leads.

    `start`/`end` span the passage (or the evidence of an event or statement) in the text of `source`; an
    actor's is the first place that names it. `spans` are the words found, in the same text: as
    they were typed where all stand so, else in every spelling (`Reader.highlights` gives all of a source).
    `before`, `match`, `after` are the keyword in its context on one line. `also_in` names the sources of
    copies that are not shown themselves.
    """

    kind: HitKind
    id: str  # of the actor, event or statement; "SOURCE:ORDINAL" of a passage
    source: str | None
    ordinal: int  # of the passage where it stands; 0 where there is none
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    before: str
    match: str
    after: str
    date: str | None  # EDTF: of the event or statement, else of the source
    label: str  # the source's title or publisher; an actor's name; an event's title
    score: float  # 0 to 1, comparable within one search
    also_in: tuple[str, ...] = ()
