"""Help: the keys for what has the focus, then all others, and what the signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.present.actions import HEADINGS, Where, reach
from reltui.present.keys import table
from reltui.tui.screens.reader import TextDialog
from reltui.tui.widgets.pieces import fill, width

if TYPE_CHECKING:
    from reltui.present.keys import Keys

_SIGNS = """Signs
● occurred   ○ planned   ✕ cancelled      2024* something of the date was inferred
● person     ▪ organisation   ◆ state     ? doubtful: w says why
┃ words a fact rests on   • the chosen actor is named   › answers the search

Queries
djuric finds Đurić, Ђурић and Джурич.   "a phrase"   OR   -word   word*   =exact
actor: with: says: date: before: after: type: status: place: source: kind: lang: has:"""


def help_dialog(keys: Keys, place: Where) -> TextDialog:
    """The help for a place, then for the others."""
    near = reach(place)
    places: list[Where] = [*near, *(other for other in HEADINGS if other not in near)]
    lines: list[str] = []
    for where in places:
        for heading, rows in table(keys, where):
            lines.append(heading)
            for shown, _, help_ in rows:
                room = fill(shown, 14) if width(shown) <= 14 else f"{shown} "
                lines.append(f"  {room} {help_}")
            lines.append("")
    return TextDialog("Keys", "\n".join(lines) + _SIGNS, "j k move · Esc leaves")
