"""The view of statements: who said what, when, in their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from reltui.present.safe import safe
from reltui.tui.spots import Spot
from reltui.tui.views.view import Asked, View, ViewList
from reltui.tui.widgets.pieces import Piece, cut
from reltui.tui.words import day

if TYPE_CHECKING:
    from reltui.query import Query
    from reltui.store.rows import StatementRow
    from reltui.tui.look import Look
    from reltui.tui.workers.desk import Desk

_WORD = re.compile(r"\w+")
_MARKS = {"direct": ("“", "”"), "post": ("“", "”"), "question": ("“", "”"), "indirect": ("", "")}


class StatementList(ViewList["StatementRow"]):
    """Three lines a statement: the speaker with date and venue, then the words."""

    HEIGHT: ClassVar[int] = 3
    EMPTY: ClassVar[str] = "No statements here. {clear_filter} clears the filter."

    def __init__(self) -> None:
        super().__init__()
        self._wanted: frozenset[str] = frozenset()
        self._begins: dict[str, int] = {}

    def want(self, query: Query) -> None:
        """Begin the words of each statement where it answers a query, if that is far from its beginning."""
        from reltui.query import Words
        from reltui.query.tokens import folded

        leaves = [leaf for leaf in query.leaves() if isinstance(leaf, Words)]
        self._wanted = frozenset(folded(word) for leaf in leaves for word in leaf.words) - {""}
        self._begins.clear()

    def _begin(self, row: StatementRow, cells: int) -> int:
        """The offset from which the words of a statement are shown."""
        from reltui.query.tokens import folded

        if not self._wanted:
            return 0
        if (at := self._begins.get(row.id)) is None:
            found = (m.start() for m in _WORD.finditer(row.text) if folded(m[0]) in self._wanted)
            at = self._begins[row.id] = next(found, 0)
        if at < cells:
            return 0
        return row.text.rfind(" ", 0, max(1, at - cells // 3)) + 1

    def draw(
        self, row: StatementRow, part: int, cells: int, look: Look
    ) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """One of the three lines of a statement."""
        if part == 0:
            left: list[Piece] = [(safe(row.speaker_name or "Unnamed speaker"), look.strong)]
            told = {"direct": "", "indirect": "  in substance", "post": "  in a post", "question": "  asked"}
            left.append((told.get(row.mode, ""), look.dim))
            if row.venue:
                left.append((f"  {safe(row.venue)}", look.dim))
            return left, [(day(row.date), look.dim)]
        open_, close = _MARKS.get(row.mode, ("", ""))
        begin = self._begin(row, cells)
        words = f"{open_}{'… ' if begin else ''}{safe(row.text[begin:])}{close}"
        first = cut(words, cells - 2, "")
        if len(first) < len(words) and " " in first:
            first = first[: first.rindex(" ")]
        text = first if part == 1 else cut(words[len(first) :].lstrip(), cells - 2)
        return [("  ", look.text), (text, look.text)], []

    def lead(self, row: StatementRow) -> Spot:
        """The words of the statement."""
        return Spot(row.source, row.start, row.end, fact=row.id, actor=row.speaker or "")


class Statements(View["StatementRow"]):
    """All statements that the filter keeps; with an actor selected, that speaker's alone."""

    NAME = "statements"

    def __init__(self, desk: Desk, lines: StatementList) -> None:
        super().__init__(desk, lines)
        self._list = lines

    def fill(self, asked: Asked) -> None:
        """Show what the filter keeps, of the actor who is chosen."""
        from reltui.query import parse

        query = asked.query()
        if asked.actor and not asked.within:
            query &= parse(f'says:"{asked.actor}"')
        title = asked.title("Statements", of=True)
        self._list.want(asked.query())
        self.window(lambda reader: reader.statements(query), asked, title, "statement")


def make(desk: Desk) -> View[StatementRow]:
    """The view, for the registry."""
    return Statements(desk, StatementList())
