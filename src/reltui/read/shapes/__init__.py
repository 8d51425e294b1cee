"""Shapes: how a text is laid out. One module a shape; this is their register.

First a text is cut into units (posts of a dump, tweets out of an article), then each unit's blocks are marked
by the first shape that claims it. A further shape is one more module and one more line here.
"""

from __future__ import annotations

from collections.abc import Callable

from reltui.read.lines import Line
from reltui.read.shapes import dump, embedded, microblog, paper, profile
from reltui.read.shapes.draft import Draft

#: Cut a whole text into sources; the first that returns any has it.
CUTTERS: tuple[Callable[[list[Line]], list[Draft]], ...] = (dump.split, microblog.split)

#: Asked in this order: does the shape claim the unit, and how are its blocks marked.
SHAPES: tuple[tuple[Callable[[Draft], bool], Callable[[Draft], None]], ...] = (
    (lambda draft: draft.kind == "post", dump.fill),
    (lambda draft: draft.kind == "tweet" and not microblog.opening(draft.lines, 0), embedded.fill),
    (lambda draft: draft.kind == "tweet", microblog.fill),
    (profile.claims, profile.fill),
    (lambda draft: True, paper.fill),
)


def shape(lines: list[Line]) -> list[Draft]:
    """Return the sources of a text with their blocks marked, in the order in which they begin."""
    units = next((found for cut in CUTTERS if (found := cut(lines))), None) or [Draft(lines)]
    drafts = [draft for unit in units for draft in embedded.cut(unit)]
    for draft in drafts:
        fill = next(fill for claims, fill in SHAPES if claims(draft))
        fill(draft)
    return drafts
