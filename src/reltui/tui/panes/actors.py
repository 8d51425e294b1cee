"""The pane of actors: who there is, how often they are named, and how they write their own names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from reltui.present.safe import safe
from reltui.tui.hand.signs import signs
from reltui.tui.keymap import bindings
from reltui.tui.look import ACTOR_SIGNS
from reltui.tui.widgets.lines import LineList
from reltui.tui.widgets.pieces import Piece

if TYPE_CHECKING:
    from reltui.store.rows import ActorRow
    from reltui.tui.look import Look


class Actors(LineList["ActorRow"]):
    """One line an actor; the one under the cursor opened by a line with its name in its own script."""

    BINDINGS = [*bindings("actors")]  # noqa: RUF012  as Textual has it
    EMPTY: ClassVar[str] = "No actors here. {clear_filter} clears the filter."

    class Everyone(Message):
        """The events of all actors are wanted again."""

    chosen = ""  # the id of the actor whose events are shown

    def draw(
        self, row: ActorRow, part: int, cells: int, look: Look
    ) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """The sign of the kind, the name, and at the right the country and the number of mentions."""
        if part:
            return [("   ", look.dim), (safe(self._second(row)), look.dim)], []
        chosen = row.id == self.chosen
        name = look.chosen if chosen else look.strong if row.kind == "person" else look.text
        left = [(f"{ACTOR_SIGNS.get(row.kind, '·')} ", look.accent), (safe(row.name), name)]
        if row.doubt:
            left.append((" ?", look.doubt))
        own = signs(self, "actor", row.id, look, cells)
        right = [
            *([*own, (" ", look.dim)] if own else []),
            (f"{safe(row.country or ''):>2} ", look.dim),
            (f"{row.mentions:>3,}", look.text),
        ]
        return left, right

    def more(self, row: ActorRow) -> int:
        """One line for the name in its own script, or for other spellings."""
        return 1 if self._second(row) else 0

    def choose(self, actor: str) -> None:
        """Show which actor's events the chronology shows; an empty id for everyone's."""
        self.chosen = actor
        self._redraw()

    def action_do(self, name: str) -> None:
        """Show everyone's events again, or move."""
        if name == "everyone":
            self.post_message(self.Everyone())
        else:
            super().action_do(name)

    @staticmethod
    def _second(row: ActorRow) -> str:
        if row.native_name and row.native_name != row.name:
            return row.native_name
        others = [spelling for spelling in row.spellings if spelling != row.name]
        return f"also {', '.join(others[:3])}" if others else ""
