"""The palette: type a few letters of an action, a view or an actor, and go there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.present.actions import ACTIONS
from reltui.present.safe import safe
from reltui.tui.screens.menu import Choice
from reltui.tui.screens.picking import Picking
from reltui.tui.views.registry import VIEWS

if TYPE_CHECKING:
    from reltui.present.keys import Keys
    from reltui.store import Reader
    from reltui.tui.workers.desk import Desk

_ACTORS = 12


class Palette(Picking):
    """Answers with `action:…`, `view:…`, `actor:…` or `search:…` (a saved one's query), or None."""

    def __init__(self, desk: Desk, keys: Keys) -> None:
        super().__init__(
            "Go to", "actions, views, actors, saved searches · Enter goes · Esc leaves",
            "an action, a view, an actor", rows=14, label_cells=24,
        )  # fmt: skip
        self._desk = desk
        from reltui.present.searches import load

        places = {"room", "everywhere"}
        self._fixed = [
            *(Choice(f"view:{entry.id}", entry.title, entry.help) for entry in VIEWS.values()),
            *(Choice(f"search:{one.query}", safe(one.name), f"search {safe(one.query)}") for one in load()),
            *(
                Choice(f"action:{action.id}", action.label, f"{keys.shown(action.id)}  {action.help}")
                for action in ACTIONS
                if action.where in places and action.id not in ("palette", "escape")
            ),
        ]

    def offer(self, text: str) -> None:
        """Show what fits what was typed; actors as the desk finds them."""
        fitting = [choice for choice in self._fixed if _fits(choice, text)]
        self.show(fitting)
        if not text:
            self._desk.drop("palette")
            return

        def job(reader: Reader) -> list[Choice]:
            from reltui.query import parse

            hits = reader.search(parse(text), limit=_ACTORS, typing=True)
            return [
                Choice(f"actor:{hit.id}", safe(hit.label), "the actor's events")
                for hit in hits
                if hit.kind == "actor"
            ]

        self._desk.ask(self, "palette", job, lambda actors: self.show([*fitting, *actors]))


def _fits(choice: Choice, text: str) -> bool:
    """Whether every word that was typed begins a word of the choice."""
    words = f"{choice.label} {choice.help}".casefold().split()
    return all(any(word.startswith(part) for word in words) for part in text.casefold().split())
