"""The view of one actor: names, offices, counterparts, chronology, words, figures, doubts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from reltui.present.safe import safe
from reltui.tui.spots import Spot
from reltui.tui.views.dossier import Dossier, Entry, gather
from reltui.tui.views.view import Asked, View, ViewList
from reltui.tui.widgets.pages import Stock
from reltui.tui.widgets.pieces import Piece, fill, width
from reltui.tui.widgets.plan import Heading
from reltui.tui.widgets.wrap import wrap
from reltui.tui.workers.desk import Trouble

if TYPE_CHECKING:
    from reltui.tui.look import Look
    from reltui.tui.workers.desk import Desk

_OPENED = 6  # lines at most by which a long entry is opened under the cursor


class ProfileList(ViewList["Entry"]):
    """One line an entry; a long one is shown whole while the cursor is on it."""

    EMPTY: ClassVar[str] = "Choose an actor first: 1, then the actor, then p."

    def draw(self, row: Entry, part: int, cells: int, look: Look) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """A line of an entry: the first, or one of those it is opened by."""
        text = safe(row.text)
        if part:
            lines = wrap(text, max(10, cells - 4))
            start, end = lines.span(part - 1) if part <= len(lines) else (0, 0)
            return [("    ", look.text), (text[start:end], look.text)], []
        left: list[Piece] = [("  ", look.text)]
        if row.sign:
            left.append((f"{row.sign} ", look.status(row.status) if row.status else look.doubt))
        if row.when:
            left.append((f"{fill(safe(row.when), 12)} ", look.dim))
        left.append((text, look.text if row.spot is not None else look.dim))
        return left, [(safe(row.note), look.dim)] if row.note else []

    def more(self, row: Entry) -> int:
        """The lines of a text that is too long for one, shown whole below it."""
        cells = max(10, self.size.width - 6)
        text = safe(row.text)
        fits = cells - (14 if row.when else 0) - (width(row.note) + 2 if row.note else 0)
        return 0 if width(text) <= fits else min(_OPENED, len(wrap(text, cells)))

    def lead(self, row: Entry) -> Spot | None:
        """The words of an entry."""
        return row.spot


class Profile(View["Entry"]):
    """What the corpus knows of the actor that is selected."""

    NAME = "profile"

    def fill(self, asked: Asked) -> None:
        """Show the profile of an actor."""
        actor = asked.actor
        if not actor:
            self.lines.show(Stock[Entry]([]))
            self.titled("Profile")
            return
        self.desk.ask(
            self,
            "view:profile",
            lambda reader: gather(reader, actor),
            lambda found: self._take(found, asked),
            self._gone,
        )

    def _take(self, dossier: Dossier, asked: Asked) -> None:
        entries: list[Entry] = []
        headings: list[Heading] = []
        for title, part in dossier.parts:
            headings.append(Heading(len(entries), title))
            entries.extend(part)
        cursor = next((place for place, entry in enumerate(entries) if entry.id == asked.row), 0)
        self.lines.show(Stock(entries), headings, cursor, asked.cause)
        native = dossier.actor.native_name
        self.titled(f"{safe(dossier.actor.name)}{f' · {safe(native)}' if native else ''}")

    def _gone(self, error: Exception) -> None:
        if not isinstance(error, KeyError):
            self.post_message(Trouble(error))
            return
        self.lines.show(Stock[Entry]([]))
        self.titled("Profile")


def make(desk: Desk) -> View[Entry]:
    """The view, for the registry."""
    return Profile(desk, ProfileList())
