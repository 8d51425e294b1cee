"""Help: the keys for what has the focus, then all others, and what the signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.present.actions import HEADINGS, Where, reach
from reltui.present.keys import table
from reltui.tui.screens.reader import TextDialog
from reltui.tui.widgets.pieces import width
from reltui.tui.widgets.wrap import wrap

if TYPE_CHECKING:
    from reltui.present.keys import Keys
    from reltui.tui.widgets.layers import Span

_KEYS_CELLS = 14
_SIGNS: tuple[tuple[str, str], ...] = (
    ("●", "an event that occurred; among actors, a person"),
    ("○", "an event that is planned"),
    ("✕", "an event that was cancelled"),
    ("▪ ◆", "an organisation, a state"),
    ("05-06*", "something of the date was inferred; the source says what, {why} says why"),
    ("≤ ≥ ~", "not after, not before, about"),
    ("⚑ ✎ #", "marked, noted, labelled by you; {views} y lists all that is yours"),
    ("✓", "corrected by you: {why} says what, when and why; {undo} takes the last correction back"),
    ("?", "doubtful: {why} says why, {views} d lists all doubts"),
    ("≠ = ±", "sources differ, tell the same, some say more: {reports} puts the reports side by side"),
    ("┃", "the words a fact rests on"),
    ("•", "the chosen actor is named here; in a list: bears on what is selected"),
    ("› ▶", "answers the search; the hit one stands on"),
)
_QUERIES: tuple[tuple[str, str], ...] = (
    ("djuric", "Đurić, Ђурић and Джурич: any script, any spelling"),
    ('"a phrase"', "words side by side"),
    ("-word", "without it"),
    ("a OR b", "either"),
    ("wor*", "words that begin so"),
    ("=Đurić", "exactly so written"),
    ("actor:putin", "what names that actor; with: events with them, says: their words"),
    ("date:2024", "also before: after: and spans such as 2024..2025-02"),
    ("type:call", "also status: place: source: kind: lang: has: label:"),
)


class HelpDialog(TextDialog):
    """The keys in two columns, made for the width there is."""

    def __init__(self, keys: Keys, place: Where) -> None:
        super().__init__("Keys", "", "j k move · Esc leaves")
        near = reach(place)
        places: list[Where] = [*near, *(other for other in HEADINGS if other not in near)]
        self._parts = [
            (heading, [(shown, help_) for shown, _, help_ in rows])
            for where in places
            for heading, rows in table(keys, where)
        ]
        signs = [(sign, keys.told(meaning)) for sign, meaning in _SIGNS]
        self._parts += [("Signs", signs), ("What one can type", list(_QUERIES))]

    def typeset(self, cells: int) -> tuple[str, list[Span], list[Span]]:
        """The text for so many cells, where its headings stand and where its keys do."""
        lines: list[str] = []
        titles: list[Span] = []
        keys: list[Span] = []
        at = 0

        def add(line: str) -> None:
            nonlocal at
            lines.append(line)
            at += len(line) + 1

        for heading, rows in self._parts:
            titles.append((at, at + len(heading)))
            add(heading)
            for shown, help_ in rows:
                keys.append((at + 2, at + 2 + len(shown)))
                room = max(10, cells - _KEYS_CELLS - 3)
                wrapped = wrap(help_, room)
                for number in range(len(wrapped)):
                    part = help_[slice(*wrapped.span(number))]
                    head = f"  {shown}{' ' * max(1, _KEYS_CELLS - width(shown))}" if number == 0 else ""
                    add((head or " " * (_KEYS_CELLS + 2)) + part)
            add("")
        return "\n".join(lines).rstrip(), titles, keys
