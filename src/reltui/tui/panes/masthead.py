"""The head of a source: who, where in the file, the title, the date and how it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.present.safe import safe
from reltui.tui.widgets.bars import Bar
from reltui.tui.widgets.pieces import Piece, strip, width
from reltui.tui.words import dated

if TYPE_CHECKING:
    from textual.strip import Strip

    from reltui.model import Source


def origin(source: Source) -> str:
    """Who published it and where it stands in its file: "Russian MFA · post 3 of 7"."""
    who = source.publisher or source.forwarded_from or source.author or source.path
    parts = [
        safe(who),
        source.kind if source.units == 1 else f"{source.kind} {source.unit} of {source.units}",
    ]
    if source.embedded_in:
        parts.append("quoted in an article")
    if source.translated:
        parts.append("machine-translated?")
    return " · ".join(parts)


class Masthead(Bar):
    """What stands above the text: who, where in the file, the title, the date and how it is known."""

    def __init__(self) -> None:
        super().__init__("masthead")
        self._source: Source | None = None
        self._note = ""
        self._lines: list[tuple[list[Piece], list[Piece]]] = []

    def show(self, source: Source | None, note: str = "") -> None:
        """Show the head of a source; the note stands at the right ("report 1 of 2")."""
        self._source, self._note = source, note
        self._arrange()

    def on_resize(self) -> None:
        """Arrange it for another width."""
        self._arrange()

    def _arrange(self) -> None:
        self._lines = []
        source, look = self._source, self.look
        if source is not None:
            self._lines.append(
                ([(origin(source), look.heading)], [(f"{self._note} ", look.key)] if self._note else [])
            )
            if source.title:
                self._lines.append(([(safe(source.title), look.strong)], []))
            date = dated(source.published, source.published_basis, source.published_why)
            why = safe(source.published_why or "")
            when: list[Piece] = [(date, look.accent)]
            if why and width(date) + width(why) + 4 > self.size.width:
                self._lines += [(when, []), ([(why, look.dim)], [])]
            else:
                self._lines.append(([*when, (f"  {why}", look.dim)], []))
        height = len(self._lines) + (1 if self._lines else 0)
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the head."""
        left, right = self._lines[y] if y < len(self._lines) else ([], [])
        return strip([(" ", self.look.text), *left], self.size.width, right, self.rich_style)
