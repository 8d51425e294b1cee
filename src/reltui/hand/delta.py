"""What the user's file changes of a large corpus: the sources it touches, laid out anew, and who is who elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reltui.corrections.plan import Plan
    from reltui.model import Actor, Event, Statement
    from reltui.store.rows import ActorRow


@dataclass(frozen=True, eq=False)
class Delta:
    """What is shown otherwise than the database has it.

    `db` is a small database with the sources in `sources` as they are by the user's hand, and with the sources
    that are only needed for the words of their events. In the corpus itself the events, statements and actors
    named in `events`, `statements` and `people` are covered by what is here, None for what is gone. `found` are the
    actors before any correction, `rows` the changed ones for lists, `parts` the ids of the corpus that go under
    each of them.
    """

    db: Path
    plan: Plan
    sources: frozenset[str]
    events: Mapping[str, Event | None]
    statements: Mapping[str, Statement | None]
    people: Mapping[str, Actor | None]
    moved: frozenset[str]  # events and statements of another date than they are stored with
    doubts: frozenset[str]  # those that are settled
    found: Mapping[str, Actor]
    rows: Mapping[str, ActorRow]
    parts: Mapping[str, tuple[str, ...]]
