"""The view of statements: who said what, when, in their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from reltui.present.safe import safe
from reltui.tui.spots import Spot
from reltui.tui.views.view import Asked, View, ViewList
from reltui.tui.widgets.pieces import Piece, cut
from reltui.tui.words import day

if TYPE_CHECKING:
    from reltui.store.rows import StatementRow
    from reltui.tui.look import Look
    from reltui.tui.workers.desk import Desk

_MARKS = {"direct": ("“", "”"), "post": ("“", "”"), "question": ("“", "”"), "indirect": ("", "")}


class StatementList(ViewList["StatementRow"]):
    """Three lines a statement: the speaker with date and venue, then the words."""

    HEIGHT: ClassVar[int] = 3
    EMPTY: ClassVar[str] = "No statements here. {clear_filter} clears the filter."

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
        words = f"{open_}{safe(row.text)}{close}"
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

    def fill(self, asked: Asked) -> None:
        """Show what the filter keeps, of the actor who is chosen."""
        from reltui.query import parse

        query = asked.query()
        if asked.actor and not asked.within:
            query &= parse(f'says:"{asked.actor}"')
        title = asked.title("Statements", of=True)
        self.window(lambda reader: reader.statements(query), asked, title, "statement")


def make(desk: Desk) -> View[StatementRow]:
    """The view, for the registry."""
    return Statements(desk, StatementList())
