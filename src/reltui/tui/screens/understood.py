"""How a query was understood, part by part: what it asks for, and what that comes to in this corpus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reltui.present.safe import safe
from reltui.tui.screens.reader import TextDialog
from reltui.tui.widgets.wrap import wrap

if TYPE_CHECKING:
    from reltui.tui.widgets.layers import Span

_PROBLEM = "! "  # how a line begins that says what was not understood


class Understood(TextDialog):
    """The lines of an explanation: each part of the query, and what it means set in below it."""

    def __init__(self, query: str, explained: Sequence[str]) -> None:
        """Show what a reader's `explain` returns of a query, which is shown as it was typed."""
        super().__init__("How it was understood", "", "j k move · Esc leaves")
        self._query = safe(query)
        self._explained = [safe(line) for line in explained]

    def typeset(self, cells: int) -> tuple[str, list[Span], list[Span]]:
        """The lines for so many cells, those of one part set in alike; its parts are titles, problems stand out."""
        lines: list[str] = []
        titles: list[Span] = []
        keys: list[Span] = []
        at = 0

        def add(text: str, into: list[Span] | None, margin: int, more: int) -> None:
            """Add a line set in by `margin` cells, and what does not fit below it, set in by `more`."""
            nonlocal at
            wrapped = wrap(text, max(8, cells - more))
            for number in range(len(wrapped)):
                start, end = wrapped.span(number)
                line = " " * (more if number else margin) + text[start:end]
                if into is not None:
                    into.append((at, at + len(line)))
                lines.append(line)
                at += len(line) + 1

        add(self._query, keys, 0, 2)
        for line in self._explained:
            text = line.lstrip()
            if text.startswith(_PROBLEM):
                add("", None, 0, 0)
                add(text, keys, 0, 2)
            elif text == line:
                add("", None, 0, 0)
                add(text, titles, 0, 2)
            else:
                add(text, None, 2, 4)
        return "\n".join(lines), titles, keys
