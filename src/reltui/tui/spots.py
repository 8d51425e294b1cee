"""Places in sources, to which rows of lists and views lead."""

from __future__ import annotations

from typing import NamedTuple

Span = tuple[int, int]


class Spot(NamedTuple):
    """A place in a source to which something leads.

    `fact` is the id of the event, statement, figure or doubt that rests on the words there; `actor` that
    of an actor named there. `note` is what the source's heading says of the way here ("report 1 of 2").
    """

    source: str
    start: int
    end: int
    fact: str = ""
    actor: str = ""
    note: str = ""
    also: tuple[Span, ...] = ()  # more words of the same fact
